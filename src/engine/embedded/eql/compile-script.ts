import type { EqlExpression } from '../../../languages/eql/ast.js';
import { compileExpression, type EqlProgram } from '../../../languages/eql/evaluate.js';
import { type EqlValue, EqlEvaluationError } from '../../../languages/eql/value.js';
import type { ClusterError } from '../../cluster-error.js';
import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import type { Field } from '../fields/field.js';
import { searchFailure } from '../query/query-error.js';
import type { CompiledFilter } from './compiled-filter.js';

/**
 * Compiles a condition that Query DSL cannot express. It holds for a document if it is true for any choice of one value for each use of a
 * field; a field without a value is null. A script that fails fails the search, as in Elasticsearch.
 */
export function compileScript(condition: EqlExpression): CompiledFilter {
  const names: string[] = [];
  const program = compileExpression(condition, ({ name }) => names.push(name) - 1);
  return ({ index }, candidates) => {
    const found = DocSet.empty(candidates.size);
    const readers = names.map((name) => readerOf(index.field(name)));
    for (const doc of candidates) {
      if (
        holds(
          program,
          readers.map((read) => read(doc)),
        )
      )
        found.add(doc);
    }
    return found;
  };
}

const MISSING: readonly EqlValue[] = [null];

/** Choices of values that are tried for one document; a field of many values that is used many times has far more. */
const MAX_CHOICES = 1_000_000;

/** Uses of fields with several values; two values each would make far more choices. */
const MAX_SEVERAL = 100;

function holds(program: EqlProgram, choices: readonly (readonly EqlValue[])[]): boolean {
  const row = choices.map(([first = null]) => first);
  const several = choices.flatMap((values, place) => (values.length > 1 ? [place] : []));
  if (several.length > MAX_SEVERAL) throw tooManyChoices();
  let left = MAX_CHOICES;
  const choose = (at: number): boolean => {
    const place = several[at];
    if (place === undefined) {
      if (--left < 0) throw tooManyChoices();
      return program(row) === true;
    }
    return (choices[place] ?? MISSING).some((value) => {
      row[place] = value;
      return choose(at + 1);
    });
  };
  try {
    return choose(0);
  } catch (error) {
    if (!(error instanceof EqlEvaluationError)) throw error;
    throw searchFailure({
      type: 'script_exception',
      reason: 'runtime error',
      caused_by: { type: 'eql_illegal_argument_exception', reason: error.message },
    });
  }
}

/** As Painless ends a loop. */
function tooManyChoices(): ClusterError {
  const reason = 'The maximum number of statements that can be executed in a loop has been reached.';
  return searchFailure({
    type: 'script_exception',
    reason: 'runtime error',
    caused_by: { type: 'painless_error', reason },
  });
}

function readerOf(field: Field | undefined): (doc: number) => readonly EqlValue[] {
  if (field === undefined) return () => MISSING;
  const convert = converterOf(field);
  return (doc) => {
    const values = field.values(doc);
    return values.length === 0 ? MISSING : values.map(convert);
  };
}

const WHOLE: ReadonlySet<string> = new Set(['long', 'integer', 'short', 'byte', 'unsigned_long']);

/** Scripts see whole numbers as such, and everything but numbers and booleans as text. */
function converterOf(field: Field): (value: ColumnValue) => EqlValue {
  if (WHOLE.has(field.type)) return (value) => BigInt(value);
  if (field.family === 'double' || field.family === 'boolean') return (value) => value;
  if (field.type === 'float' || field.type === 'half_float' || field.type === 'scaled_float')
    return (value) => Number(value);
  return (value) => {
    const shown = field.present(value);
    return typeof shown === 'object' ? null : String(shown);
  };
}
