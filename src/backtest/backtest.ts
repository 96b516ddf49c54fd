import type { Alert } from '../detections/alert.js';
import { valuesOf } from '../detections/document-fields.js';
import { isoTime } from '../detections/build-alert.js';
import { timeFieldsOf } from '../detections/time-order.js';
import type { IndexDefinition } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { BacktestDocument } from './backtest-document.js';
import { CertainAlerts } from './certain-alerts.js';
import { DocumentStore, type TextStore } from './document-store.js';
import type { ExecutionInputs } from './execution-inputs.js';
import { executions } from './executions.js';
import { KeptDocuments } from './kept-documents.js';
import { KnownIndices } from './known-indices.js';
import { type BacktestRule, type PlannedRule, planRule } from './planned-rule.js';
import { RuleTally } from './rule-tally.js';
import { Scan, type ScanCounts } from './scan.js';
import { decide } from './undecided.js';

/** What a backtest takes from outside. */
export interface BacktestOptions {
  /** The mapping of an index by its name. */
  readonly definitionOf: (index: string) => IndexDefinition;
  /** Where documents are kept that are needed later. */
  readonly store: TextStore;
  /** The time of the alerts of rules that look at single events. */
  readonly now: Date;
  /** `sliding` unless given; see {@link executions}. */
  readonly mode?: 'sliding' | 'schedule';
  /** Milliseconds since 1970: no alerts of events before, which only are history, nor of events after. */
  readonly from?: number;
  readonly to?: number;
  /** Called with each alert, in no order across rules; without it alerts are counted only. */
  readonly onAlert?: (alert: Alert, rule: Rule) => void;
}

/** What a rule found. */
export interface RuleOutcome {
  readonly rule: Rule;
  readonly tally: RuleTally;
  /** What the runs said, each once. */
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  /** Documents whose condition was looked at. */
  readonly candidates: number;
  /** Documents that were kept for the engine. */
  readonly kept: number;
}

/** A rule on its way through the log. */
interface RuleState {
  readonly plan: PlannedRule;
  readonly timeFields: readonly string[];
  readonly tally: RuleTally;
  readonly events: KeptDocuments;
  readonly indicators: KeptDocuments;
  readonly warnings: Set<string>;
  readonly errors: Set<string>;
}

/** Runs rules over a log: documents are added one by one, what needs more than one of them is found out at the end. */
export class Backtest {
  readonly #options: BacktestOptions;
  readonly #states: readonly RuleState[];
  readonly #scan: Scan;
  readonly #store: DocumentStore;
  readonly #known: KnownIndices;
  readonly #certain: CertainAlerts;
  #rejected = 0;

  private constructor(plans: readonly PlannedRule[], options: BacktestOptions) {
    this.#options = options;
    this.#states = plans.map((plan) => ({
      plan,
      timeFields: timeFieldsOf(plan.rule),
      tally: new RuleTally(plan.groupFields),
      events: new KeptDocuments(),
      indicators: new KeptDocuments(),
      warnings: new Set<string>(),
      errors: new Set<string>(),
    }));
    this.#scan = new Scan(plans, options.definitionOf);
    this.#store = new DocumentStore(options.store);
    this.#known = new KnownIndices(options.definitionOf);
    this.#certain = new CertainAlerts(this.#known);
  }

  /** Makes the plan of some rules. */
  static async of(rules: readonly BacktestRule[], options: BacktestOptions): Promise<Backtest> {
    const schedule = options.mode === 'schedule';
    const plans = await Promise.all(rules.map((rule) => planRule(rule, options.now)));
    return new Backtest(schedule ? plans.map((plan) => ({ ...plan, isSingle: false })) : plans, options);
  }

  /** What the pass cost so far. */
  get counts(): ScanCounts {
    return this.#scan.counts;
  }

  /** Documents that the engine rejected, of those that rules looked for. */
  get rejected(): number {
    return this.#rejected;
  }

  /** Adds a document; `value` is its text as `JSON.parse` reads it. */
  add(document: BacktestDocument, value: object): void {
    const { index } = document;
    const { hits, brings } = this.#scan.look(value, index);
    this.#known.note(document, brings);
    if (hits.length === 0) return;
    let place: number | undefined;
    const certain: RuleState[] = [];
    for (const { rule, isIndicator, isCertain, steps } of hits) {
      const state = this.#states[rule];
      if (state === undefined) continue;
      const time = isIndicator ? 0 : timeOf(value, state.timeFields);
      if (!isIndicator && !this.#isWanted(time, state)) continue;
      if (isCertain && state.plan.isSingle) certain.push(state);
      else {
        const kept = isIndicator ? state.indicators : state.events;
        kept.add((place ??= this.#store.add(document)), time, (steps << 1) | (isCertain ? 1 : 0));
      }
    }
    if (certain.length > 0) this.#raise(document, value, certain);
  }

  /** Documents after the end concern nobody; those before the start are history to rules that look at several. */
  #isWanted(time: number, { plan }: RuleState): boolean {
    const { from = -Infinity, to = Infinity } = this.#options;
    return time <= to && (!plan.isSingle || time >= from);
  }

  #raise(document: BacktestDocument, value: object | undefined, states: readonly RuleState[]): void {
    const taken = this.#certain.take(document);
    if (taken === undefined) {
      this.#rejected++;
      return;
    }
    const { now, onAlert } = this.#options;
    const source = value === undefined ? parseJson(document.text) : (value as JsonObject);
    if (!isJsonObject(source)) return;
    for (const { plan, tally, timeFields } of states) {
      const { rule, events } = plan;
      if (onAlert !== undefined || isAlert(source)) {
        const owner = { ruleUuid: rule.ruleId, space: 'default' };
        const alert = this.#certain.alert(taken, { rule, owner, now, indices: events.patterns });
        if (alert === undefined) continue;
        onAlert?.(alert, rule);
      }
      tally.add(source, timeOf(source, timeFields));
    }
  }

  /** Finds out what needs more than one document; `onRule` is called before each rule, and ends it all by saying false. */
  async finish(onRule: (done: number, all: number) => boolean = () => true): Promise<readonly RuleOutcome[]> {
    const open = this.#states.filter(({ events }) => events.length > 0);
    for (const [done, state] of open.entries()) {
      if (!onRule(done, open.length)) break;
      await (state.plan.isSingle ? this.#decide(state) : this.#execute(state));
    }
    return this.outcomes;
  }

  /** What is known so far. */
  get outcomes(): readonly RuleOutcome[] {
    return this.#states.map(({ plan, tally, warnings, errors, events }, at) => ({
      rule: plan.rule,
      tally,
      warnings: [...warnings],
      errors: [...errors],
      candidates: this.#scan.looks[at] ?? 0,
      kept: events.length,
    }));
  }

  async #decide(state: RuleState): Promise<void> {
    for await (const { documents, warnings, errors } of decide(this.#inputs(state), this.#options.now)) {
      for (const document of documents) this.#raise(document, undefined, [state]);
      for (const warning of warnings) state.warnings.add(warning);
      for (const error of errors) state.errors.add(error);
    }
  }

  async #execute(state: RuleState): Promise<void> {
    const { mode = 'sliding', from = -Infinity, onAlert } = this.#options;
    for await (const run of executions(this.#inputs(state), { mode, from })) {
      for (const alert of run.alerts) {
        onAlert?.(alert, state.plan.rule);
        // The parts of a sequence are told, and counted once, with it.
        if (alert.document['kibana.alert.group.index'] === undefined)
          state.tally.add(alert.document, timeOfAlert(alert));
      }
      for (const warning of run.warnings) state.warnings.add(warning);
      for (const error of run.errors) state.errors.add(error);
    }
  }

  #inputs({ plan, events, indicators }: RuleState): ExecutionInputs {
    return { plan, events, indicators, store: this.#store, known: this.#known };
  }
}

/** Whether a document may be an alert, of which no rule makes one of its own. */
function isAlert(source: JsonObject): boolean {
  return Object.keys(source).some((key) => key === 'kibana' || key.startsWith('kibana.'));
}

/** The time of a document for a rule, in milliseconds; NaN where it has none that can be read. */
function timeOf(document: object, fields: readonly string[]): number {
  for (const field of fields) {
    const [value] = valuesOf(document as JsonObject, field);
    if (value === undefined) continue;
    const time = typeof value === 'string' && ISO.test(value) ? Date.parse(value) : Date.parse(isoTime(value) ?? '');
    if (!Number.isNaN(time)) return time;
  }
  return NaN;
}

/** Dates that JavaScript reads as Elasticsearch does. */
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;

function timeOfAlert({ document }: Alert): number {
  const time = document['kibana.alert.original_time'] ?? document['@timestamp'];
  return typeof time === 'string' ? Date.parse(time) : NaN;
}
