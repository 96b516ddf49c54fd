import { filterInMemory } from '../detections/exceptions/filter-in-memory.js';
import { applyExceptions, withoutExceptions } from '../detections/exceptions/applied-exceptions.js';
import { searchWindowOf, windowFilter } from '../detections/search-window.js';
import type { EsqlRule } from '../model/rule.js';
import { explainEsql } from './explain-esql.js';
import { hitValues, listOrNothing } from '../detections/document-fields.js';
import { isRuleError } from '../detections/rule-error.js';
import { suppressionTerms } from '../detections/suppression.js';
import { MAX_SIGNALS, MAX_SIGNALS_SUPPRESSED } from '../detections/warnings.js';
import { maxSignalsOf } from '../model/rule-defaults.js';
import { isJsonArray, isJsonObject, printJson } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { DocumentValues } from './document-values.js';
import type { Reason } from './explanation.js';
import { explainNewTerms } from './explain-new-terms.js';
import { explainThreatMatch } from './explain-threat-match.js';
import { explainThreshold } from './explain-threshold.js';
import type { Scene, Stage, Verdict } from './scene.js';
import { quote, showValues } from './show-value.js';

/**
 * What becomes of the documents that pass query, window and exceptions: `fired` are those that an alert names. The others stop at what is particular
 * to the type of the rule, or at what all rules have in common: lists that are looked up in memory, alerts of earlier runs, suppression, `max_signals`.
 */
export async function afterQuery(
  scene: Scene,
  survivors: readonly number[],
  fired: ReadonlySet<number | undefined>,
): Promise<ReadonlyMap<number, Verdict>> {
  const { truth, cluster } = scene;
  const documents = survivors.flatMap((at) => truth.documents[at] ?? []);
  const values = await DocumentValues.read(cluster, documents);
  const stage = { ...scene, survivors, values };
  const special = await ofType(stage);
  return new Map(
    survivors.map((at): [number, Verdict] => [at, fired.has(at) ? 'fired' : (special.get(at) ?? common(stage, at))]),
  );
}

function ofType(stage: Stage): Promise<ReadonlyMap<number, Verdict>> | ReadonlyMap<number, Verdict> {
  const { rule } = stage;
  switch (rule.type) {
    case 'threshold':
      return explainThreshold(rule, stage);
    case 'new_terms':
      return explainNewTerms(rule, stage);
    case 'threat_match':
      return explainThreatMatch(rule, stage);
    case 'esql':
      return ofPipes(rule, stage);
    default:
      return new Map();
  }
}

/** Of ES|QL: the pipe that lost the row; a row of several documents is the alert of all of them. */
async function ofPipes(rule: EsqlRule, stage: Stage): Promise<ReadonlyMap<number, Verdict>> {
  const { survivors, truth, cluster, run, options } = stage;
  const window = searchWindowOf(rule, options.now);
  const exceptions = applyExceptions(options.exceptions ?? [], options.valueLists ?? [], options.now);
  if (isRuleError(window) || isRuleError(exceptions)) return new Map();
  const filter = { bool: { filter: [windowFilter(rule, window)], must_not: withoutExceptions(exceptions) } };
  const documents = survivors.flatMap((at) => truth.documents[at] ?? []);
  const lost = await explainEsql(rule.query, cluster, documents, filter);
  if (lost === undefined) return new Map();
  // The alert of a row that names no document is that of all documents of the row.
  const isNameless = run.alerts.some(({ sources }) => sources.length === 0);
  return new Map(
    documents.flatMap((document): readonly [number, Verdict][] => {
      const at = truth.documentAt(document.index, document.id) ?? -1;
      const reason = lost.get(document);
      if (reason !== undefined) return [[at, reason]];
      return isNameless ? [[at, 'fired']] : [];
    }),
  );
}

function common(stage: Stage, at: number): Reason {
  return (
    listed(stage, at) ??
    raisedBefore(stage, at) ??
    suppressed(stage, at) ??
    tooMany(stage) ?? {
      stage: 'unknown',
      what: 'it passes the query, the window and all exceptions, and no alert names it',
      details: [],
    }
  );
}

/** Exceptions whose lists Kibana looks up after the search. */
function listed({ truth, values, options }: Stage, at: number): Reason | undefined {
  const document = truth.documents[at];
  const hit = document && values.hit(document);
  const applied = applyExceptions(options.exceptions ?? [], options.valueLists ?? [], options.now);
  if (hit === undefined || isRuleError(applied)) return undefined;
  const item = applied.unprocessed.find(
    (one) => filterInMemory([hit], { ...applied, unprocessed: [one] }).length === 0,
  );
  if (item === undefined) return undefined;
  const details = item.entries.map(({ field }) => `${quote(field)} is ${showValues(hitValues(hit, field))}.`);
  return { stage: 'exception', what: `the exception ${quote(item.name)} keeps it out`, details };
}

function raisedBefore({ truth, options }: Stage, at: number): Reason | undefined {
  const document = truth.documents[at];
  const alert = (options.alerts ?? []).find(({ sources }) =>
    sources.some(({ index, id }) => index === document?.index && id === document.id),
  );
  if (alert === undefined) return undefined;
  return { stage: 'duplicate', what: 'an earlier run raised its alert', details: [`The alert is ${quote(alert.id)}.`] };
}

/** The alert of its group stands for it. */
function suppressed({ rule, truth, values, run, options }: Stage, at: number): Reason | undefined {
  const { alertSuppression: suppression } = rule;
  const document = truth.documents[at];
  const hit = document && values.hit(document);
  if (suppression === undefined || !('groupBy' in suppression) || hit === undefined) return undefined;
  const terms = suppressionTerms(suppression, (field) => listOrNothing(hitValues(hit, field)));
  const own = groupKey(terms.map(({ field, value }) => ({ field, value })));
  const alert = [...run.alerts, ...run.updated, ...(options.alerts ?? [])].find(
    (each) => groupKey(each.document['kibana.alert.suppression.terms'] ?? null) === own,
  );
  if (alert === undefined) return undefined;
  const sources = alert.sources.map(({ id }) => quote(id)).join(', ');
  return {
    stage: 'suppression',
    what: `it is suppressed: the alert of its ${suppression.groupBy.map((field) => quote(field)).join(', ')} stands for it`,
    details: [
      `${terms.map(({ field, value }) => `${quote(field)} is ${quote(printJson(value))}`).join(', ')}${sources === '' ? '' : `; the alert is that of ${sources}`}.`,
    ],
  };
}

/** A list of one value is that value: searches and aggregations spell it differently. */
function groupKey(terms: JsonValue): string {
  const list = isJsonArray(terms) ? terms.filter(isJsonObject) : [];
  return printJson(
    list.map(({ value = null }) => (isJsonArray(value) && value.length === 1 ? (value[0] ?? null) : value)),
  );
}

function tooMany({ rule, run }: Stage): Reason | undefined {
  const most = maxSignalsOf(rule);
  if (
    !run.warnings.some((warning) => warning === MAX_SIGNALS || warning === MAX_SIGNALS_SUPPRESSED) &&
    run.alerts.length < most
  )
    return undefined;
  return {
    stage: 'max-signals',
    what: `max_signals is reached: ${most} alerts were created for other documents`,
    details: [],
  };
}
