import { valuesOf } from '../detections/document-fields.js';
import { parseEql } from '../languages/eql/parse.js';
import type { NewTermsRule, Rule } from '../model/rule.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { DocumentStore } from './document-store.js';
import { exactJson } from './exact-json.js';
import type { KeptDocuments } from './kept-documents.js';

/** Which runs of a rule could find something: the others need not be made. */
export interface Worthwhile {
  /** Whether a run can find something because of this event, which is new to it. */
  starts(event: number): boolean;
  /** Whether a run over these events can find something: from the first one to before the last one. */
  isWorth(first: number, last: number): boolean;
}

const ALL: Worthwhile = { starts: () => true, isWorth: () => true };

/** Tells of a rule and the events that it may read, in the order of time, which runs are worth making; never too few. */
export function worthwhile(rule: Rule, events: KeptDocuments, store: DocumentStore): Worthwhile {
  switch (rule.type) {
    case 'threshold':
      return { ...ALL, isWorth: (first, last) => last - first >= rule.threshold.value };
    case 'eql':
      return sequenceRuns(stepsOf(rule.query), events);
    case 'new_terms':
      return newTermsRuns(rule, events, store);
    default:
      return ALL;
  }
}

function stepsOf(query: string): number {
  const source = parseEql(query).value?.source;
  return source === undefined || source.kind === 'EventFilter'
    ? 0
    : Math.min(30, source.steps.filter(({ missing }) => !missing).length);
}

/** Each step of a sequence needs an event that it may be. */
function sequenceRuns(steps: number, events: KeptDocuments): Worthwhile {
  if (steps === 0) return ALL;
  const all = 2 ** steps - 1;
  return {
    ...ALL,
    isWorth: (first, last) => {
      let found = 0;
      for (let at = first; at < last && found !== all; at++) found |= events.mark(at) >>> 1;
      return found === all;
    },
  };
}

/** Texts of combinations that are remembered; past them every event counts as new. */
const MOST_COMBINATIONS = 1_000_000;
/** Combinations of one event that are looked at. */
const MOST_OF_EVENT = 1000;

/**
 * Only an event with a combination of values that no event had within the history can be new. Values are compared as they are written: what is
 * the same in another spelling makes a run that finds nothing.
 */
function newTermsRuns(rule: NewTermsRule, events: KeptDocuments, store: DocumentStore): Worthwhile {
  const last = new Map<string, number>();
  const isFresh = new Uint8Array(events.length);
  for (let at = 0; at < events.length; at++) {
    const time = events.time(at);
    // A run is later than its events, and its history is that much shorter; an hour more is looked at than any usual window has.
    const start = Date.parse(absoluteTime(rule.historyWindowStart, new Date(time)) ?? '') + windowLength(rule, time);
    const combinations = combinationsOf(rule.newTermsFields, store.read(events.place(at)).text);
    if (combinations === undefined || last.size > MOST_COMBINATIONS) {
      isFresh[at] = 1;
      continue;
    }
    for (const combination of combinations) {
      const before = last.get(combination);
      if (before === undefined || !(before >= start)) isFresh[at] = 1;
      // Only what the rule's filter certainly lets pass is history.
      if ((events.mark(at) & 1) === 1) last.set(combination, time);
    }
  }
  return { ...ALL, starts: (event) => isFresh[event] === 1 };
}

/** How much later than its events a run can be, in milliseconds. */
function windowLength(rule: NewTermsRule, time: number): number {
  const from = Date.parse(absoluteTime(rule.from ?? 'now-6m', new Date(time)) ?? '');
  return Number.isNaN(from) ? Infinity : time - from + 1;
}

/** The combinations of values of an event; undefined where there are too many, or the event cannot be read. */
function combinationsOf(fields: readonly string[], text: string): readonly string[] | undefined {
  const source = exactJson(text);
  if (source === undefined || !isJsonObject(source)) return undefined;
  let found: readonly string[] = [''];
  for (const field of fields) {
    const values = [...new Set(valuesOf(source, field).map((value) => printJson(value)))];
    found = found.flatMap((start) => values.map((value) => `${start}\n${value}`));
    if (found.length > MOST_OF_EVENT) return undefined;
  }
  return found;
}
