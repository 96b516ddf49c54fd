import type { Finding } from '../../diagnostics/diagnostic.js';
import type { EqlEventFilter, EqlField, EqlQuery, EqlStep } from './ast.js';
import { ExpressionChecker } from './check-expression.js';
import type { Report } from './check-fields.js';
import { fieldType, unknownField } from './check-fields.js';
import { areCompatible } from './data-type.js';
import type { EqlFields } from './field-info.js';
import { translateEventFilter } from './translate.js';
import { eqlStackFindings } from './versions.js';

/** What a query is checked against. */
export interface EqlCheckOptions {
  /** The text of the query, which messages quote. */
  readonly text: string;
  readonly fields: EqlFields;
  /** Default `event.category`. */
  readonly eventCategoryField?: string;
  /** Default `@timestamp`. */
  readonly timestampField?: string;
  readonly tiebreakerField?: string | undefined;
  /** Versions of the stack (`8.19`) that must take the query; none means the newest alone. */
  readonly stacks?: readonly string[];
}

/**
 * Checks a query against the fields of its indices: unknown and unusable fields, types of operators and functions, join keys. Errors are
 * what Elasticsearch 8.19 refuses, in its words; a warning says that a step can match nothing.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/eql-syntax.html
 */
export function checkEql(query: EqlQuery, options: EqlCheckOptions): readonly Finding[] {
  const findings: Finding[] = [];
  const check = new QueryCheck(options, (finding) => findings.push(finding));
  check.query(query);
  return [...findings, ...eqlStackFindings(query, options.stacks ?? [])];
}

/** Errors that Elasticsearch reports for what the embedded engine can answer all the same: it runs such queries. */
export const TOLERABLE: ReadonlySet<Finding['code']> = new Set([
  'eql/field-comparison',
  'eql/address-as-text',
  'eql/removed-function',
]);

class QueryCheck {
  private readonly options: EqlCheckOptions;
  private readonly report: Report;
  private readonly expressions: ExpressionChecker;

  constructor(options: EqlCheckOptions, report: Report) {
    this.options = options;
    this.report = report;
    this.expressions = new ExpressionChecker(options.text, options.fields, report);
  }

  query({ source }: EqlQuery): void {
    const { timestampField = '@timestamp', tiebreakerField } = this.options;
    if (source.kind !== 'Sample') {
      this.known(timestampField, source);
      if (tiebreakerField !== undefined) this.known(tiebreakerField, source);
    }
    if (source.kind === 'EventFilter') {
      this.filter(source);
      return;
    }
    const until = source.kind === 'Sequence' && source.until !== null ? [source.until] : [];
    const steps = [...source.steps, ...until];
    for (const step of steps) {
      this.filter(step.filter);
      if (step.missing) continue;
      this.reachable(step);
    }
    this.keys(source.by, steps, source.kind);
  }

  private filter(filter: EqlEventFilter): void {
    const { eventCategoryField = 'event.category' } = this.options;
    if (filter.category !== null) this.known(eventCategoryField, filter);
    const type = this.expressions.typeOf(filter.condition);
    if (type === undefined || type === 'boolean' || (type === 'null' && filter.category !== null)) return;
    this.report({
      code: 'eql/no-condition',
      severity: 'error',
      range: filter.condition.range,
      what: `Condition expression needs to be boolean, found [${type.toUpperCase()}]`,
      why: 'After where stands what is true or false of an event.',
      fix: 'Compare the value with something, or test it with != null.',
    });
  }

  /** Fields that the request names, not the query. */
  private known(name: string, { range }: { readonly range: Finding['range'] }): void {
    if (!this.options.fields.has(name)) this.report({ ...unknownField(name, this.options.fields), range });
  }

  private reachable({ filter, range }: EqlStep): void {
    if (filter.condition.kind === 'Boolean') return;
    if (translateEventFilter(filter, this.options).kind !== 'None') return;
    this.report({
      code: 'eql/unreachable-step',
      severity: 'warning',
      range,
      what: 'The step can match no event',
      why: 'Its condition is never true, so that the whole query finds nothing.',
      fix: 'Check the optional fields: those that are not mapped are null.',
    });
  }

  private keys(by: readonly EqlField[], steps: readonly EqlStep[], kind: 'Sequence' | 'Sample'): void {
    for (const key of by) fieldType(key, this.options.fields, this.report);
    const silent: Report = () => undefined;
    const [first] = steps;
    for (const step of steps) {
      step.by.forEach((key, at) => {
        const type = fieldType(key, this.options.fields, this.report);
        const expected = first?.by[at];
        const wanted = expected === undefined ? undefined : fieldType(expected, this.options.fields, silent);
        if (type === undefined || wanted === undefined || expected === undefined || areCompatible(wanted, type)) return;
        this.report({
          code: 'eql/join-key-types',
          severity: 'error',
          range: key.range,
          what: `${kind} key [${key.name}] type [${esType(type)}] is incompatible with key [${expected.name}] type [${esType(wanted)}]`,
          why: 'Values of different types are never equal, so that nothing joins.',
          fix: 'Join by fields of the same type.',
        });
      });
    }
  }
}

function esType(type: string): string {
  return type === 'datetime' ? 'date' : type;
}
