import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Options } from 'yargs';
import type { Config } from '../definitions/config.js';
import { testFilter } from '../testing/test-filter.js';
import type { TestFilter } from '../testing/test-filter.js';
import { compareTexts } from '../values/text-order.js';
import { changedFiles, changedSince } from './changed-files.js';
import type { Arguments } from './command.js';
import { mayHoldLists } from './repository-lists.js';
import { subjectFile } from './subject-file.js';
import { UsageError } from './usage-error.js';

/** The options that say which tests run. */
export const SELECTION_OPTIONS: Readonly<Record<string, Options>> = {
  filter: {
    alias: 'f',
    type: 'string',
    array: true,
    describe:
      'Run tests whose name, file, rule name or rule_id holds this text; with * or ? it must match as a whole. Several: any of them',
  },
  changed: {
    type: 'string',
    requiresArg: false,
    describe:
      'Run tests that differ from a git commit or branch (without a value: HEAD), or whose rule, fixtures, exceptions or mappings do',
  },
  bail: { type: 'string', requiresArg: false, describe: 'Stop after so many failed tests (without a value: 1)' },
  'forbid-only': {
    type: 'boolean',
    describe: 'Fail where a test is marked only = true, and run all (default: where CI is set)',
  },
};

/** What a run is limited to; absent: not at all. */
export interface TestSelection {
  readonly texts: readonly string[];
  readonly filter?: TestFilter;
  /** Only tests that one of these files, relative to the root, has something to do with. */
  readonly changed?: ReadonlySet<string>;
  /** The commit that they differ from. */
  readonly since?: string;
}

/** Reads what the arguments select; asks git. */
export async function readSelection(args: Arguments, root: string): Promise<TestSelection> {
  const texts = ((args['filter'] as readonly string[] | undefined) ?? []).filter((text) => text.trim() !== '');
  const since = changedSince(args);
  return {
    texts,
    ...(texts.length > 0 ? { filter: testFilter(texts) } : {}),
    ...(since === undefined ? {} : { changed: await changedFiles(root, since), since }),
  };
}

/** After how many failures to stop. */
export function bailAfter(args: Arguments): number {
  const text = args['bail'] as string | undefined;
  if (text === undefined) return Infinity;
  const count = text === '' ? 1 : Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--bail takes a number of failures, not ${text}. Write --bail=1 where a path follows.`);
}

/**
 * The files that may matter to a selection, of those that were found: tests, and what they test. Nothing is parsed: what the texts of two files
 * that belong together cannot hold is left out.
 */
export async function narrow(
  files: readonly string[],
  { filter, changed }: TestSelection,
  root: string,
  config: Config,
): Promise<readonly string[]> {
  if (filter === undefined && changed === undefined) return files;
  const known = new Set(files);
  const everything = changed !== undefined && touchesAll(changed, config);
  const kept: string[] = [];
  const tests = files.filter((file) => file.endsWith('.test.toml'));
  const listsChanged = changed !== undefined && (await someHoldsLists([...changed], root));
  for (let from = 0; from < tests.length; from += AT_ONCE) {
    const pairs = await Promise.all(
      tests.slice(from, from + AT_ONCE).map(async (file) => {
        const pair = [file, subjectFile(file)].filter((each) => known.has(each));
        const texts = await Promise.all(pair.map((each) => readFile(join(root, each), 'utf8').catch(() => '')));
        const isNamed = filter?.mayHold(pair.join('\n'), texts.join('\n')) !== false;
        const namesLists = listsChanged && texts.some((text) => text.includes('exceptions_list'));
        const isTouched = changed === undefined || everything || namesLists || mayTouch(changed, file, texts[0] ?? '');
        return isNamed && isTouched ? pair : [];
      }),
    );
    kept.push(...pairs.flat());
  }
  // A definition that changed is looked at, even one without tests.
  kept.push(...(changed && filter === undefined ? files.filter((file) => changed.has(file)) : []));
  return [...new Set(kept)].sort(compareTexts);
}

const AT_ONCE = 32;

/** Whether one of the files has exception lists, which rules name by their ids. */
async function someHoldsLists(files: readonly string[], root: string): Promise<boolean> {
  const tables = files.filter((file) => file.endsWith('.toml') && !file.endsWith('.test.toml'));
  const texts = await Promise.all(tables.map((file) => readFile(join(root, file), 'utf8').catch(() => '')));
  return texts.some(mayHoldLists);
}

/** Whether what changed concerns every test: the configuration, or imported fields. */
export function touchesAll(changed: ReadonlySet<string>, { fields }: Config): boolean {
  return ['dragnet.toml', ...(fields?.catalogues ?? [])].some((file) => changed.has(file));
}

/** Whether a changed file is a test file, what it tests, or one whose name stands in it. */
function mayTouch(changed: ReadonlySet<string>, file: string, text: string): boolean {
  if (changed.has(file) || changed.has(subjectFile(file))) return true;
  return text.includes('\\') || [...changed].some((path) => text.includes(basename(path)));
}
