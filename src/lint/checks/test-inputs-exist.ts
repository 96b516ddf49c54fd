import type { KeyPath } from '../../definitions/locate.js';
import { didYouMean } from '../../diagnostics/did-you-mean.js';
import { isProfile, PROFILE_NAMES } from '../../schemas/fields/profiles.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonObject, JsonValue } from '../../values/json.js';
import type { Check, LintInput, RepositoryFiles, Violation } from '../check.js';

const TEST = '[[test]]\nname = "fires"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 1 }\n';

/** Keys of a test whose texts name files; documents may stand in some of them too. */
const LISTS = ['events', 'history', 'exceptions', 'value_lists', 'indicators', 'anomalies'];

/** Keys of a test that give files names. */
const TABLES = ['lookup', 'enrich'];

/** See `summary`. */
export const testInputsExist: Check = {
  name: 'test-inputs-exist',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name files and mapping profiles that are there in tests.',
  rationale:
    'Files of `events`, `history`, `mappings`, `exceptions`, `value_lists`, `indicators`, `anomalies`, `lookup` and `enrich` are looked for from the folder of the test file, and stay inside the repository. A test that names one that is not there fails before its rule has seen anything. `mappings` may also name profiles and imported catalogues. Tests with `skip` are left alone. What the files hold is for `dragnet test`.',
  examples: {
    invalid: [
      {
        'rules/a.toml': 'name = "A"',
        'rules/a.test.toml': `${TEST}events = ["events/logins.ndjson"]`,
        'rules/events/login.ndjson': '{}',
      },
      { 'a.toml': 'name = "A"', 'a.test.toml': `${TEST}events = ["../elsewhere.ndjson"]` },
      { 'a.toml': 'name = "A"', 'a.test.toml': `[defaults]\nmappings = "aws.cloudtrial"\n\n${TEST}` },
      { 'a.toml': 'name = "A"', 'a.test.toml': `${TEST}lookup = { assets = "assets.ndjson" }` },
    ],
    valid: [
      {
        'rules/a.toml': 'name = "A"',
        'rules/a.test.toml': `${TEST}events = ["../events/login.ndjson"]\nmappings = "aws.cloudtrail"`,
        'events/login.ndjson': '{}',
      },
      { 'a.toml': 'name = "A"', 'a.test.toml': `${TEST}skip = "the events are to come"\nevents = ["logins.ndjson"]` },
    ],
  },
  *test(table, { file, input }) {
    const { files } = input;
    if (files === undefined) return;
    for (const { path, name, key } of namedBy(table)) {
      const isFile = key !== 'mappings' || name.endsWith('.json');
      const what = isFile ? missing(name, file, files) : noProfile(name, input);
      if (what === undefined) continue;
      yield {
        path,
        what: what.what,
        why: 'The test fails before its definition has seen anything.',
        fix: what.fix,
      };
    }
  },
};

/** A text of a test that names a file or a profile. */
interface Named {
  readonly path: KeyPath;
  readonly name: string;
  readonly key: string;
}

function* namedBy({ defaults, test }: JsonObject): Generator<Named, void, undefined> {
  if (isJsonObject(defaults)) yield* namedIn(defaults, ['defaults']);
  for (const [at, entry] of (isJsonArray(test) ? test : []).entries()) {
    if (isJsonObject(entry) && typeof entry['skip'] !== 'string') yield* namedIn(entry, ['test', at]);
  }
}

function* namedIn(table: JsonObject, above: KeyPath): Generator<Named, void, undefined> {
  for (const key of [...LISTS, 'mappings']) {
    const value = table[key];
    if (typeof value === 'string') yield { path: [...above, key], name: value, key };
    for (const [at, item] of (isJsonArray(value) ? value : []).entries()) {
      if (typeof item === 'string') yield { path: [...above, key, at], name: item, key };
    }
  }
  for (const key of TABLES) {
    const value: JsonValue = table[key] ?? {};
    for (const [name, entry] of isJsonObject(value) ? Object.entries(value) : []) {
      const path = [...above, key, name];
      if (typeof entry === 'string') yield { path, name: entry, key };
      else if (isJsonObject(entry) && typeof entry['file'] === 'string')
        yield { path: [...path, 'file'], name: entry['file'], key };
    }
  }
}

type Missing = Pick<Violation, 'what' | 'fix'>;

function missing(name: string, from: string, files: RepositoryFiles): Missing | undefined {
  const path = fromRoot(name, from);
  if (path === undefined)
    return {
      what: `${name} lies outside the repository.`,
      fix: 'Put the file into the repository, and name that one.',
    };
  if (files.has(path)) return undefined;
  const [folder, base] = [folderOf(path), path.slice(path.lastIndexOf('/') + 1)];
  const names = files.names(folder);
  if (names.includes(base))
    return {
      what: `${name} is no file that a test may read: it is a folder, or a link that leads elsewhere.`,
      fix: 'Name a file of the repository.',
    };
  const similar = didYouMean(base, names);
  return {
    what: `There is no file ${path}.${similar}`,
    fix:
      similar === ''
        ? 'Add the file, or write its path as it counts from the folder of the test file.'
        : 'Write the name of the file that is meant.',
  };
}

function noProfile(name: string, { catalogues = [] }: LintInput): Missing | undefined {
  if (isProfile(name, catalogues)) return undefined;
  const names = [...new Set([...catalogues.map((each) => each.name), ...PROFILE_NAMES])];
  return {
    what: `There is no mapping profile "${name}".${didYouMean(name, names)}`,
    fix: `Name ${names.join(', ')}, or a JSON file with a mapping.`,
  };
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** A path that counts from a file, as it counts from the root; undefined where it leads out. */
function fromRoot(path: string, from: string): string | undefined {
  if (/^(?:[/\\]|[A-Za-z]:)/u.test(path)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
