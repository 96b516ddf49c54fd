import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { boundedFailure, brief, difference, fieldLines } from './difference.js';
import type { Difference, Failure } from './failure.js';
import { flatten } from './flatten.js';
import type { Outcome, OutcomeAlert } from './test-case.js';
import { same } from './value-equality.js';

const WHAT =
  'The embedded engine and Elasticsearch disagree. This is a bug of dragnet: please report it. Lines with - are what the embedded engine gave, those with + what Elasticsearch gave.';

/**
 * What differs between the outcomes of a test on both engines: a failure, whether the test expects it or not. Alerts of the same documents are compared
 * field by field, rows, warnings and errors as a whole; `ordered` says whether the place of a row counts. The details are bounded, `differences` has
 * all: `expected` is what the embedded engine gave.
 */
export function disagreement(embedded: Outcome, real: Outcome, ordered: boolean): readonly Failure[] {
  const parts = [...alertParts(embedded.alerts ?? [], real.alerts ?? []), ...lineParts(embedded, real, ordered)];
  if (parts.length === 0) return [];
  return [
    boundedFailure(
      WHAT,
      parts.flatMap(({ lines }) => lines),
      parts.flatMap(({ differences }) => differences),
    ),
  ];
}

interface Part {
  readonly lines: readonly string[];
  readonly differences: readonly Difference[];
}

function alertParts(embedded: readonly OutcomeAlert[], real: readonly OutcomeAlert[]): readonly Part[] {
  const equal = pairs(
    embedded,
    real,
    (one, other) => nameOf(one) === nameOf(other) && same(one.document, other.document),
  );
  // Alerts of the same documents are meant to be the same alert.
  const alike = pairs(equal.left, equal.right, (one, other) => nameOf(one) === nameOf(other));
  return [
    ...alike.found.flatMap(([one, other]) => fieldPart(one, other)),
    ...alike.left.map((alert) => alertPart(alert, undefined)),
    ...alike.right.map((alert) => alertPart(undefined, alert)),
  ];
}

function nameOf({ ids }: OutcomeAlert): string {
  return `alert of ${ids.length === 0 ? 'no document' : brief(ids.join(', ')).replaceAll('"', '')}`;
}

function fieldPart(one: OutcomeAlert, other: OutcomeAlert): readonly Part[] {
  const [ours, theirs] = [flatten(one.document), flatten(other.document)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (name) => !same(ours.get(name), theirs.get(name)),
  );
  if (names.length === 0) return [];
  const what = nameOf(one);
  return [
    {
      lines: [`${what}:`, ...names.flatMap((name) => fieldLines(`  ${name}`, ours.get(name), theirs.get(name)))],
      differences: names.map((name) => difference(`${what}: ${name}`, ours.get(name), theirs.get(name))),
    },
  ];
}

function alertPart(ours: OutcomeAlert | undefined, theirs: OutcomeAlert | undefined): Part {
  const what = nameOf(ours ?? theirs ?? { ids: [], document: {} });
  return {
    lines: [`${ours ? '-' : '+'} ${what}`],
    differences: [difference(what, ours?.document, theirs?.document)],
  };
}

function lineParts(embedded: Outcome, real: Outcome, ordered: boolean): readonly Part[] {
  const { left, right } = pairs(
    linesOf(embedded, ordered),
    linesOf(real, ordered),
    (one, other) => one.key === other.key,
  );
  return [
    ...left.map((line) => linePart('-', line, difference(line.path, line.value, undefined))),
    ...right.map((line) => linePart('+', line, difference(line.path, undefined, line.value))),
  ];
}

interface Line {
  readonly path: string;
  readonly value: JsonValue;
  readonly key: string;
}

function linePart(sign: '-' | '+', { path, value }: Line, found: Difference): Part {
  return {
    lines: [`${sign} ${path} ${typeof value === 'string' ? value.slice(0, 400) : brief(value)}`],
    differences: [found],
  };
}

/** Columns, rows, warnings and errors, each with a text that says what it is equal to. */
function linesOf({ columns, rows = [], warnings, errors }: Outcome, ordered: boolean): readonly Line[] {
  const line = (path: string, value: JsonValue): Line => ({ path, value, key: `${path} ${printJson(value)}` });
  return [
    ...(columns ? [line('columns', columns.join(', '))] : []),
    ...rows.map((row, at) => line(ordered ? `row ${at + 1}` : 'row', row)),
    ...warnings.map((warning) => line('warning', warning)),
    ...errors.map((error) => line('error', error)),
  ];
}

/** Puts together what belongs together, each once, and keeps what is left on both sides. */
function pairs<Item>(
  left: readonly Item[],
  right: readonly Item[],
  belong: (one: Item, other: Item) => boolean,
): {
  readonly found: readonly (readonly [Item, Item])[];
  readonly left: readonly Item[];
  readonly right: readonly Item[];
} {
  const open = [...right];
  const found: [Item, Item][] = [];
  const alone = left.filter((one) => {
    const at = open.findIndex((other) => belong(one, other));
    if (at >= 0) found.push(...open.splice(at, 1).map((other): [Item, Item] => [one, other]));
    return at < 0;
  });
  return { found, left: alone, right: open };
}
