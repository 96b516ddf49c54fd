import { CLUSTER_FACTS, clusterFactPage } from '../cluster-checks/facts.js';
import { nearest } from '../diagnostics/did-you-mean.js';
import { checkPage } from '../lint/check-page.js';
import { codeOf } from '../lint/check.js';
import { CHECKS } from '../lint/checks/index.js';
import { PROFILES, severityIn } from '../lint/profiles.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { KNOWN_CODES, SCHEMA_CODES } from './known-codes.js';
import { UsageError } from './usage-error.js';

/** Areas of codes that come from reading files and queries, and what they say. */
const AREAS: Readonly<Record<string, string>> = {
  toml: 'The file is not TOML, or cannot be read. The message names the place and what was expected there.',
  schema:
    'A key or value is not what the schema of the file allows. The schemas are in the folder schemas of the package.',
  config: 'dragnet.toml has a mistake.',
  test: 'A test file has a mistake.',
  lock: 'The version lock and the rules do not agree; `dragnet lock` writes what may be written.',
  import: 'Something of an import could not be taken over. The message names the line, and what to do.',
  edit: 'A definition cannot be changed as `dragnet edit` was asked to; then no file is.',
  docs: 'A page is missing, stale, or in the way of another.',
  kql: 'The query is not KQL. The message names the place and what was expected there.',
  lucene: 'The query is not in the Lucene query syntax. The message names the place and what was expected there.',
  eql: 'Elasticsearch would refuse the EQL query, in these words.',
  esql: 'Elasticsearch would refuse the ES|QL query, in these words.',
};

/** `dragnet explain`: what a code means, why it matters and how to write it instead. */
export const explain: Command = {
  positionals: {
    code: { type: 'string', describe: 'Code of a message, such as lint/unique-name; without it, all checks' },
  },
  options: {},
  examples: [
    ['$0 explain lint/mixed-and-or', 'The page of a check'],
    ['$0 explain', 'All checks, with their severities'],
  ],
  run(args, terminal) {
    const code = args['code'] as string | undefined;
    if (code === undefined) {
      terminal.out(listOfChecks());
      return Promise.resolve(EXIT.clean);
    }
    const check = CHECKS.find((candidate) => codeOf(candidate) === code || candidate.name === code);
    if (check) {
      terminal.out(checkPage(check));
      return Promise.resolve(EXIT.clean);
    }
    const fact = Object.values(CLUSTER_FACTS).find((each) => each.code === code);
    if (fact) {
      terminal.out(clusterFactPage(fact));
      return Promise.resolve(EXIT.clean);
    }
    const area = isKnown(code) ? AREAS[code.split('/')[0] ?? ''] : undefined;
    if (area === undefined) {
      const known = [
        ...CHECKS.map(codeOf),
        ...Object.values(CLUSTER_FACTS).map((each) => each.code),
        ...Object.keys(KNOWN_CODES).flatMap((name) => codesIn(name).map((last) => `${name}/${last}`)),
      ];
      const similar = nearest(code, known, 1)[0] ?? nearest(`lint/${code}`, known, 1)[0];
      throw new UsageError(
        `There is no code "${code}".${similar === undefined ? ' The codes of checks are those of docs/checks.' : ` Did you mean ${similar}?`}`,
      );
    }
    terminal.out(`# ${code}\n\n${area}\n`);
    return Promise.resolve(EXIT.clean);
  },
};

/** Whether a code of files and queries is one that dragnet has; pages have no list of their own. */
function isKnown(code: string): boolean {
  const [area = '', ...rest] = code.split('/');
  const name = rest.join('/');
  return area === 'docs' ? name !== '' : Object.hasOwn(KNOWN_CODES, area) && codesIn(area).includes(name);
}

/** The last parts of the codes of an area. */
function codesIn(area: string): readonly string[] {
  const own = KNOWN_CODES[area] ?? [];
  return ['schema', 'config', 'test'].includes(area) ? [...own, ...SCHEMA_CODES] : own;
}

/** A line a check: its code, its severities in the profiles, what it demands. */
function listOfChecks(): string {
  const rows = CHECKS.map((check) => [
    codeOf(check),
    ...PROFILES.map((profile) => severityIn(check, profile)),
    check.summary,
  ]);
  const all = [['code', ...PROFILES, 'what it demands'], ...rows];
  const widths = all.reduce<readonly number[]>(
    (most, row) => row.map((cell, at) => Math.max(cell.length, most[at] ?? 0)),
    [],
  );
  return all
    .map((row) => `${row.map((cell, at) => cell.padEnd(at === row.length - 1 ? 0 : (widths[at] ?? 0))).join('  ')}\n`)
    .join('');
}
