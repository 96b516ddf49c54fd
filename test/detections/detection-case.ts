import { expect } from 'vitest';
import { toRule } from '../../src/definitions/to-model.js';
import type { Alert, RuleRun } from '../../src/detections/alert.js';
import { runRule } from '../../src/detections/run-rule.js';
import type { RuleHistory } from '../../src/detections/rule-history.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import type { Cluster } from '../../src/engine/cluster.js';
import type { ExceptionItem, ValueList } from '../../src/model/exception-list.js';
import { isJsonObject } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';

/** When the first run of each case starts. */
export const NOW: Date = new Date('2026-05-01T12:00:00.000Z');

/** A time so many minutes before (or, negative, after) the first run. */
export function ago(minutes: number): string {
  return new Date(NOW.getTime() - minutes * 60_000).toISOString();
}

/** What a run of a rule does, and where Kibana says so. */
export interface DetectionCase {
  readonly name: string;
  /** The document, source file or integration test whose behaviour the case states; the latter two below `…/detection_engine/`. */
  readonly source: string;
  /** Keys of the rule on top of those of its type. */
  readonly rule?: JsonObject;
  /** Documents; `_index` is `logs-a` and `_id` `d1`, `d2` … unless they say otherwise. */
  readonly events: readonly JsonObject[];
  readonly exceptions?: readonly ExceptionItem[];
  readonly valueLists?: readonly ValueList[];
  /** Why the test node cannot run it. */
  readonly notOnNode?: string;
  /** Minutes after {@link NOW} at which the rule runs; earlier runs are known to the later ones. */
  readonly runs?: readonly number[];
  /** What must come out, of each run. */
  readonly expect: Expected | readonly Expected[];
}

/** What must come out of a run; what is absent is not looked at, but errors and warnings must be named. */
export interface Expected {
  /** For each alert (no building blocks) the documents it is of: `d1`, or `d1 d2` for a sequence; in order. */
  readonly ids?: readonly string[];
  readonly count?: number;
  /** For each alert, in order, fields that it has; a missing field is `undefined`. */
  readonly fields?: readonly Readonly<Record<string, unknown>>[];
  /** The same for building blocks of sequences. */
  readonly blocks?: readonly Readonly<Record<string, unknown>>[];
  /** The same for alerts of earlier runs that changed. */
  readonly updated?: readonly Readonly<Record<string, unknown>>[];
  /** Parts of the warnings, in order; none unless named. */
  readonly warnings?: readonly string[];
  readonly errors?: readonly string[];
}

const keyword = { type: 'keyword' };

const MAPPINGS: JsonObject = {
  properties: {
    '@timestamp': { type: 'date' },
    event: {
      properties: {
        category: keyword,
        kind: keyword,
        action: keyword,
        severity: { type: 'long' },
        risk_score: { type: 'float' },
        ingested: { type: 'date' },
      },
    },
    host: { properties: { name: keyword, id: keyword, os: { properties: { type: keyword } } } },
    user: { properties: { name: keyword, id: keyword } },
    actor: { type: 'alias', path: 'user.name' },
    client: { properties: { user: { properties: { name: { type: 'alias', path: 'user.name' } } } } },
    process: { properties: { name: keyword, pid: { type: 'long' }, parent: { properties: { name: keyword } } } },
    source: { properties: { ip: { type: 'ip' }, port: { type: 'long' } } },
    destination: { properties: { ip: { type: 'ip' }, domain: keyword } },
    file: { properties: { name: keyword, hash: { properties: { sha256: keyword } } } },
    url: { properties: { full: keyword } },
    tags: keyword,
    message: { type: 'text' },
    parts: { type: 'nested', properties: { name: keyword, value: keyword } },
    threat: {
      properties: {
        feed: { properties: { name: keyword } },
        indicator: {
          properties: {
            ip: { type: 'ip' },
            port: { type: 'long' },
            type: keyword,
            url: { properties: { full: keyword, text: { type: 'text' } } },
            file: { properties: { hash: { properties: { sha256: keyword } } } },
            user: { properties: { name: keyword } },
            host: { properties: { name: keyword } },
          },
        },
      },
    },
    job_id: keyword,
    result_type: keyword,
    is_interim: { type: 'boolean' },
    record_score: { type: 'double' },
    timestamp: { type: 'date' },
    by_field_name: keyword,
    by_field_value: keyword,
    influencers: {
      type: 'nested',
      properties: { influencer_field_name: keyword, influencer_field_values: keyword },
    },
    kibana: {
      properties: {
        alert: {
          properties: {
            uuid: keyword,
            depth: { type: 'long' },
            rule: { properties: { uuid: keyword, name: keyword, rule_id: keyword } },
          },
        },
      },
    },
  },
};

const BASE: JsonObject = {
  rule_id: 'rule-1',
  name: 'The rule',
  description: 'd',
  author: ['a'],
  severity: 'low',
  risk_score: 21,
  index: ['logs-*'],
  language: 'kuery',
  query: '',
};

/** Runs a case on a cluster that has no documents yet, and gives what came of each run. */
export async function runCase(
  type: JsonObject,
  detection: DetectionCase,
  cluster: Cluster,
): Promise<readonly RuleRun[]> {
  const documents = detection.events.map((event, at) => {
    const { _id: id = `d${at + 1}`, _index: index = 'logs-a', ...source } = event;
    return { _id: id as string, _index: index as string, source: JSON.stringify(source) };
  });
  for (const index of new Set(['logs-a', ...documents.map(({ _index }) => _index)]))
    await cluster.createIndex(index, { mappings: MAPPINGS });
  const { items = [] } = documents.length === 0 ? {} : await cluster.bulk(documents);
  expect(items.flatMap(({ error }) => error ?? [])).toEqual([]);
  const rule = toRule({ metadata: {}, rule: { ...BASE, ...type, ...detection.rule } });
  const runs: RuleRun[] = [];
  const alerts = new Map<string, Alert>();
  let history: RuleHistory = {};
  for (const minutes of detection.runs ?? [0]) {
    const list = detection.exceptions;
    const run = await outcome(rule, cluster, {
      now: new Date(NOW.getTime() + minutes * 60_000),
      history,
      alerts: [...alerts.values()],
      ...(list === undefined ? {} : { exceptions: [{ listId: 'list', name: 'list', items: list }] }),
      ...(detection.valueLists === undefined ? {} : { valueLists: detection.valueLists }),
    });
    for (const alert of [...run.alerts, ...run.updated]) alerts.set(alert.id, alert);
    history = run.history;
    runs.push(run);
  }
  return runs;
}

/** A run; what the cluster refuses is its error, as it is in Kibana. */
async function outcome(...args: Parameters<typeof runRule>): Promise<RuleRun> {
  try {
    return await runRule(...args);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    return { alerts: [], updated: [], warnings: [], errors: [error.message], history: {} };
  }
}

/** Holds the runs of a case against what it expects. */
export function checkCase(detection: DetectionCase, runs: readonly RuleRun[]): void {
  const all = Array.isArray(detection.expect)
    ? (detection.expect as readonly Expected[])
    : [detection.expect as Expected];
  expect(runs).toHaveLength(all.length);
  for (const [at, wanted] of all.entries()) {
    const run = runs[at];
    if (!run) continue;
    expect(run.errors).toEqual((wanted.errors ?? []).map((part) => expect.stringContaining(part) as unknown));
    expect(run.warnings).toEqual((wanted.warnings ?? []).map((part) => expect.stringContaining(part) as unknown));
    const isBlock = ({ document }: Alert): boolean => document['kibana.alert.group.index'] !== undefined;
    const alerts = run.alerts.filter((alert) => !isBlock(alert));
    if (wanted.ids) expect(alerts.map(({ sources }) => sources.map(({ id }) => id).join(' '))).toEqual(wanted.ids);
    if (wanted.count !== undefined) expect(alerts).toHaveLength(wanted.count);
    has(alerts, wanted.fields);
    has(run.alerts.filter(isBlock), wanted.blocks);
    has(run.updated, wanted.updated);
  }
}

function has(alerts: readonly Alert[], wanted: Expected['fields']): void {
  if (!wanted) return;
  const found = alerts.map(({ document }, at) =>
    Object.fromEntries(Object.keys(wanted[at] ?? {}).map((name) => [name, fieldAt(document, name)])),
  );
  expect(found).toEqual(wanted);
}

/** A field by its dotted name; objects are entered. */
function fieldAt(document: JsonObject, name: string): unknown {
  if (Object.hasOwn(document, name)) return document[name];
  const dot = name.indexOf('.');
  const inner = dot < 0 ? undefined : document[name.slice(0, dot)];
  return isJsonObject(inner) ? fieldAt(inner, name.slice(dot + 1)) : undefined;
}
