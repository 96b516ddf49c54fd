import { hitValues } from '../detections/document-fields.js';
import { parseEql } from '../languages/eql/parse.js';
import type { EqlField, EqlQuery, EqlSample, EqlSequence, EqlStep } from '../languages/eql/ast.js';
import type { EqlRule } from '../model/rule.js';
import { printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import type { DocumentRef } from './asker.js';
import type { Clause } from './clause.js';
import { DocumentValues } from './document-values.js';
import { combinations } from './explain-threshold.js';
import type { Scene } from './scene.js';

/** An event that satisfies a step. */
export interface StepEvent {
  readonly at: number;
  readonly document: DocumentRef;
  /** The join keys that it has in this step, printed; several where a field has several values. */
  readonly keys: readonly string[];
  readonly keyValues: readonly JsonValue[];
  /** Milliseconds since 1970; NaN without a time. */
  readonly time: number;
}

/** One step of a sequence, a step that runs several times once for each run. */
export interface StepEvents {
  readonly step: EqlStep;
  /** The step as people count them, from 1, and which of its runs it is. */
  readonly number: number;
  readonly run: number;
  readonly root: Clause;
  readonly keyFields: readonly EqlField[];
  readonly events: readonly StepEvent[];
  readonly byKey: ReadonlyMap<string, readonly StepEvent[]>;
}

/** A sequence or sample with the events of its steps; all of them pass filters, window and exceptions. */
export interface SequenceScene {
  readonly query: EqlQuery;
  readonly source: EqlSequence | EqlSample;
  readonly steps: readonly StepEvents[];
  readonly until: readonly StepEvent[];
  readonly values: DocumentValues;
}

/** The tree of a rule's query where it is a sequence or a sample. */
export function sequenceOf(
  rule: EqlRule,
): { readonly query: EqlQuery; readonly source: EqlSequence | EqlSample } | undefined {
  const query = parseEql(rule.query).value;
  return query === undefined || query.source.kind === 'EventFilter' ? undefined : { query, source: query.source };
}

/** Finds the events of each step among the documents given by their places. */
export async function readSteps(
  rule: EqlRule,
  { query, source }: { readonly query: EqlQuery; readonly source: EqlSequence | EqlSample },
  scene: Scene,
  candidates: readonly number[],
): Promise<SequenceScene> {
  const { clauses, truth, cluster } = scene;
  const roots = clauses.filter(({ parent }) => parent === undefined);
  const rootOf = (number: number): Clause | undefined =>
    roots.find(({ part }) => part.kind === 'step' && part.at === number);
  const untilRoot = roots.find(({ part }) => part.kind === 'until');
  const stepRoots = roots.filter(({ part }) => part.kind === 'step' || part.kind === 'until');
  const used = candidates.filter((at) => stepRoots.some(({ id }) => truth.of(id, at) === true));
  const values = await DocumentValues.read(
    cluster,
    used.flatMap((at) => truth.documents[at] ?? []),
  );
  const eventsOf = (root: Clause | undefined, keyFields: readonly EqlField[]): readonly StepEvent[] =>
    used
      .filter((at) => root !== undefined && truth.of(root.id, at) === true)
      .flatMap(
        (at) => stepEvent(at, truth.documents[at], keyFields, values, rule.timestampField ?? '@timestamp') ?? [],
      );
  const steps = source.steps.flatMap((step, place): readonly StepEvents[] => {
    const root = rootOf(place + 1);
    if (root === undefined) return [];
    const keyFields = [...source.by, ...step.by];
    const events = eventsOf(root, keyFields);
    const byKey = indexed(events);
    return Array.from({ length: step.runs ?? 1 }, (_, run) => ({
      step,
      number: place + 1,
      run,
      root,
      keyFields,
      events,
      byKey,
    }));
  });
  const until = source.kind === 'Sequence' && source.until !== null ? [...source.by, ...source.until.by] : [];
  return { query, source, steps, until: eventsOf(untilRoot, until), values };
}

function indexed(events: readonly StepEvent[]): ReadonlyMap<string, readonly StepEvent[]> {
  const byKey = new Map<string, StepEvent[]>();
  for (const event of events) {
    for (const key of event.keys) {
      const found = byKey.get(key);
      if (found === undefined) byKey.set(key, [event]);
      else found.push(event);
    }
  }
  return byKey;
}

function stepEvent(
  at: number,
  document: DocumentRef | undefined,
  keyFields: readonly EqlField[],
  values: DocumentValues,
  timeField: string,
): StepEvent | undefined {
  const hit = document && values.hit(document);
  if (document === undefined || hit === undefined) return undefined;
  const lists = keyFields.map(({ name, optional }): readonly JsonValue[] => {
    const found = hitValues(hit, name);
    return found.length === 0 && optional ? [null] : found;
  });
  const keys = combinations(lists);
  const [time] = hitValues(hit, timeField);
  return {
    at,
    document,
    keys: keys.map((key) => printJson(key)),
    keyValues: keys[0] ?? lists.map(([first = null]) => first),
    time: typeof time === 'number' ? time : typeof time === 'string' ? Date.parse(time) : NaN,
  };
}
