import { parseEsql } from '../languages/esql/parse.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import type { JsonObject } from '../values/json.js';
import { printJson } from '../values/json.js';
import { nearMissName } from './case-name.js';
import type { Draft } from './draft.js';
import { toDocument } from './draft.js';
import { atTime } from './draft-time.js';
import type { EsqlReading } from './esql-condition.js';
import { readEsql } from './esql-condition.js';
import { equals } from './eql-steps.js';
import { FieldIndex } from './field-index.js';
import { findDrafts } from './find-drafts.js';
import type { Goal } from './goal.js';
import { DEFAULT_NOW } from './kql-witnesses.js';
import type { RuleCase, RuleWitness } from './rule-case.js';
import { eventCase } from './rule-case.js';
import { solve } from './solve.js';

/** More documents than this are not made. */
const MOST_EVENTS = 1000;
/** So many attempts are worth a run each. */
const MOST_ATTEMPTS = 6;

/**
 * Sets of documents that an ES|QL query may find something in, the smallest first, each with the near misses that go with it. What a query makes of
 * documents (patterns taken apart, counts, sums) is not worked out here: a set is a guess until the query has run on it, and the first
 * that is confirmed is the witness. Empty where nothing was found.
 */
export function esqlAttempts(text: string, catalogue: FieldCatalogue, time: Date): readonly RuleWitness[] {
  const tree = parseEsql(text).value;
  if (tree === undefined) return [];
  const fields = new FieldIndex(catalogue, time);
  const plain = setsFor(readEsql(tree, fields), { text, catalogue, time, fields });
  const fitting = setsFor(readEsql(tree, fields, true), { text, catalogue, time, fields });
  const isSame = printJson(plain[0]?.cases[0]?.events ?? []) === printJson(fitting[0]?.cases[0]?.events ?? []);
  return isSame ? plain : [...fitting, ...plain];
}

interface Setting {
  readonly text: string;
  readonly catalogue: FieldCatalogue;
  readonly time: Date;
  readonly fields: FieldIndex;
}

function setsFor(
  { condition, sizes, distinct }: EsqlReading,
  { text, catalogue, time, fields }: Setting,
): readonly RuleWitness[] {
  const options = { matches: 1, singleValues: true } as const;
  const found = findDrafts(condition, fields, options);
  const [smallest] = found;
  if (smallest?.matches !== true) return [];
  const document = (draft: Draft): JsonObject => toDocument(atTime(draft, '@timestamp', time));
  const misses = found.filter(({ purpose, matches }) => purpose === 'near-miss' && !matches);
  const counts = [...new Set([1, ...sizes.flatMap((size) => [size, size + 1])])]
    .filter((count) => count > 0 && count <= MOST_EVENTS)
    .sort((a, b) => a - b);
  const vary = (count: number): readonly Draft[] => {
    const drafts = [smallest.draft];
    while (drafts.length < count) drafts.push(varied(drafts.length));
    return drafts;
  };
  /** The document again, with other values in the fields whose values are counted. */
  const varied = (number: number): Draft => {
    let draft = smallest.draft;
    for (const field of distinct) {
      const next = solve(
        [
          { condition, holds: true },
          ...valueGoals(draft, distinct),
          { condition: equals(field, otherValue(field, number)), holds: true },
        ],
        fields,
        options,
      );
      if (next !== undefined) draft = next;
    }
    return draft;
  };
  const otherValue = (field: string, number: number): string => {
    const type = catalogue.get(field)?.type ?? 'keyword';
    return type === 'ip'
      ? `198.51.${Math.floor(number / 250)}.${(number % 250) + 1}`
      : type === 'keyword'
        ? `x${number}`
        : String(number);
  };
  /** The values that are settled already. */
  const valueGoals = (draft: Draft, names: readonly string[]): readonly Goal[] =>
    names.flatMap((name) => {
      const [value] = draft.values.get(name) ?? [];
      const [before] = smallest.draft.values.get(name) ?? [];
      return value === undefined || value === before ? [] : [{ condition: equals(name, value), holds: true }];
    });
  return chosen(counts).map((count): RuleWitness => {
    const events = vary(count).map(document);
    const named = misses.map(({ draft, clause }): RuleCase => {
      const part = clause === undefined ? '' : text.slice(clause.start, clause.end);
      const name = nearMissName([document(smallest.draft)], [document(draft)], part, '@timestamp');
      return eventCase(
        name,
        false,
        events.map(() => document(draft)),
      );
    });
    const less = count === 1 ? [] : [eventCase(`stays silent on ${count - 1}`, false, events.slice(1))];
    const first = eventCase(count === 1 ? 'fires on the smallest event' : `fires on ${count} events`, true, events);
    return { cases: [first, ...less, ...named] };
  });
}

/** The types of fields that the use in a query suggests, where a catalogue lacks them. */
export function esqlFieldTypes(text: string, catalogue: FieldCatalogue): ReadonlyMap<string, string> {
  const tree = parseEsql(text).value;
  return tree === undefined ? new Map() : readEsql(tree, new FieldIndex(catalogue, DEFAULT_NOW)).types;
}

/** The first, the last and those between. */
function chosen(counts: readonly number[]): readonly number[] {
  return counts.length <= MOST_ATTEMPTS ? counts : [...counts.slice(0, MOST_ATTEMPTS - 1), ...counts.slice(-1)];
}
