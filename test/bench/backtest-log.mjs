// The log and the rules of the backtest bench: the events and the corpus beside the repository over and over, with hosts, users, ids, command lines
// and times of their own; the same for the same numbers.
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDefinitions } from '../../dist/definitions/load-definitions.js';
import { chooseIndex } from '../../dist/testing/choose-index.js';
import { inputIndices } from '../../dist/detections/input-indices.js';
import { catalogueOfIndex } from '../../dist/schemas/fields/profiles.js';
import { ruleWitness } from '../../dist/witness/rule-witness.js';
import { CORPUS } from './corpus-copies.mjs';

const EVENTS = fileURLToPath(new URL('../../../shared/data/events/', import.meta.url));

/** Whether all that the bench is made of is there. */
export const isThere = existsSync(CORPUS) && existsSync(EVENTS);

/** A small seeded generator of numbers in [0, 1). */
function seeded(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

async function ruleFiles() {
  const names = (await readdir(CORPUS, { recursive: true })).filter((name) => name.endsWith('.toml'));
  return names.filter((name) => name.startsWith('rules')).sort();
}

/**
 * Writes rules: those of the corpus, then copies with an id, a name and words of their own.
 * @param {string} root the folder
 * @param {number} count how many
 */
export async function writeRules(root, count) {
  const names = await ruleFiles();
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'dragnet.toml'), 'paths = ["rules"]\n');
  for (let at = 0; at < count; at += 1) {
    const round = Math.floor(at / names.length);
    // Spread over the corpus, so that few rules are of all kinds, too.
    const name = names[Math.floor((at * names.length) / Math.min(count, names.length)) % names.length];
    const text = await readFile(join(CORPUS, name), 'utf8');
    const path = join(root, 'rules', `round_${round}`, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, round === 0 ? text : varied(text, round));
  }
}

function varied(text, round) {
  const id = String(round).padStart(4, '0');
  return text
    .replace(/^(rule_id|uuid) = "[0-9a-f]{4}/m, `$1 = "${id}`)
    .replace(/^name = "([^"]*)"/m, `name = "$1 ${round}"`)
    .replace(/([a-z]{3,})(\.(?:exe|dll|sh|py|com|amazonaws\.com)")/g, `$1${round}$2`);
}

/** Near misses of the rules, as other kinds of events than those at hand. */
async function madeEvents() {
  const { rules } = await loadDefinitions(await ruleFiles(), CORPUS);
  const made = [];
  for (const { value: rule } of rules) {
    if (rule.type === 'esql' || rule.type === 'machine_learning') continue;
    const patterns = await inputIndices(rule);
    const index = chooseIndex({}, patterns);
    for (const { fires, events } of ruleWitness(rule, catalogueOfIndex(index)).cases.slice(0, 6)) {
      if (!fires) for (const event of events) made.push({ ...event, data_stream: dataStream(index) });
    }
  }
  return made;
}

function dataStream(index) {
  const [type = 'logs', dataset = 'generic', namespace = 'default'] = index.split('-');
  return { type, dataset, namespace };
}

/**
 * Writes a log as NDJSON, in the order of time.
 * @param {string} file its path
 * @param {number} count documents
 */
export async function writeLog(file, count) {
  const real = [];
  for (const name of (await readdir(EVENTS)).filter((each) => each.endsWith('.ndjson')).sort()) {
    for (const line of (await readFile(join(EVENTS, name), 'utf8')).trim().split('\n')) real.push(line);
  }
  const made = (await madeEvents()).map((event) => JSON.stringify(event));
  const random = seeded(11);
  const out = createWriteStream(file);
  const start = Date.parse('2026-02-01T00:00:00Z');
  for (let at = 0; at < count; at += 1) {
    const from = random() < 0.9 ? real : made;
    const event = JSON.parse(from[Math.floor(random() * from.length)]);
    const line = JSON.stringify(changed(event, at, start + Math.floor((at * 7 * 86_400_000) / count), random));
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function changed(event, at, time, random) {
  const host = `host-${Math.floor(random() * 500)}`;
  const ids = { id: `event-${at}`, ingested: new Date(time + 2000).toISOString() };
  const result = {
    ...event,
    '@timestamp': new Date(time).toISOString(),
    event: { ...event.event, ...ids },
    host: { ...event.host, name: host, hostname: host, id: `id-${host}`, architecture: 'x86_64' },
    agent: { id: `agent-${host}`, type: 'filebeat', version: '8.19.0', name: host },
    ecs: { version: '8.11.0' },
  };
  if (event.user?.name) result.user = { ...event.user, name: `${event.user.name}${Math.floor(random() * 30)}` };
  if (event.process?.command_line) {
    const pid = Math.floor(random() * 30_000);
    const command = `${event.process.command_line} /n:${Math.floor(random() * 1000)}`;
    result.process = { ...event.process, pid, entity_id: `entity-${at}`, command_line: command };
  }
  return result;
}
