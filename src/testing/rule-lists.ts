import { parseToml } from '../definitions/parse-toml.js';
import { toExceptionLists, toValueLists } from '../definitions/to-exceptions.js';
import { validateTable } from '../definitions/validate.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import { FixtureError } from './fixtures.js';

/** What a file of exceptions or value lists holds. */
export interface RuleLists {
  readonly exceptions: readonly ExceptionList[];
  readonly valueLists: readonly ValueList[];
}

/** Reads a TOML file with `[[exceptions]]` or `[[value_lists]]`; anything else, and mistakes in it, are errors of the test that names it. */
export function parseRuleLists(path: string, text: string): RuleLists {
  const { table, diagnostics, ...file } = parseToml(path, text);
  const [broken] = diagnostics;
  if (table === undefined) throw new FixtureError(`${path} is not TOML: ${broken?.what ?? 'it does not parse.'}`);
  const kind = Object.hasOwn(table, 'exceptions') ? 'exceptions' : 'value-lists';
  if (kind === 'value-lists' && !Object.hasOwn(table, 'value_lists')) {
    throw new FixtureError(`${path} has neither [[exceptions]] nor [[value_lists]].`);
  }
  const [mistake] = validateTable(kind, { ...file, table, diagnostics });
  if (mistake) throw new FixtureError(`${path}: ${mistake.what} ${mistake.fix}`);
  return kind === 'exceptions'
    ? { exceptions: toExceptionLists(table), valueLists: [] }
    : { exceptions: [], valueLists: toValueLists(table) };
}
