import type { Finding, Range } from '../../../diagnostics/diagnostic.js';
import { similarNames } from '../../../diagnostics/did-you-mean.js';
import type { EsqlType } from '../types.js';
import type { EsqlField } from './catalogue.js';
import type { Attribute } from './plan.js';

/** Collects what is wrong with a query, each place once. */
export class Problems {
  readonly findings: Finding[] = [];
  /** What the query uses that Elasticsearch runs and dragnet does not; no fault of the query. */
  readonly refusals: string[] = [];

  /** Notes something that only Elasticsearch runs, as the end of "does not support …". */
  refuse(feature: string): void {
    this.refusals.push(feature);
  }

  /** Notes an error in Elasticsearch's words; `why` and `fix` are ours. */
  add(range: Range, code: `esql/${string}`, what: string, why: string, fix: string): void {
    if (this.findings.some((item) => item.range.start === range.start && item.what === what)) return;
    this.findings.push({ code, severity: 'error', what, why, fix, range: { start: range.start, end: range.end } });
  }

  /** Notes something that runs, but not as meant. */
  warn(range: Range, code: `esql/${string}`, what: string, why: string, fix: string): void {
    this.findings.push({ code, severity: 'warning', what, why, fix, range: { start: range.start, end: range.end } });
  }
}

/** Gives columns their identity. */
export class Attributes {
  private next = 0;

  create(name: string, type: EsqlType, field?: EsqlField): Attribute {
    this.next += 1;
    return field === undefined ? { id: this.next, name, type } : { id: this.next, name, type, field };
  }

  /** A column like another one, for what a command makes of it. */
  like({ name, type, field, origin = field }: Attribute): Attribute {
    const made = this.create(name, type);
    return origin === undefined ? made : { ...made, origin };
  }

  /** A column whose expression is wrong. */
  broken(name: string): Attribute {
    return { ...this.create(name, 'null'), broken: true };
  }

  /** Number of columns so far; ids are below it. */
  get count(): number {
    return this.next + 1;
  }
}

/** The columns that a command sees, in order; every name once. */
export class Scope {
  readonly attributes: readonly Attribute[];
  private readonly byName: ReadonlyMap<string, Attribute>;

  constructor(attributes: readonly Attribute[]) {
    this.attributes = attributes;
    this.byName = new Map(attributes.map((attribute) => [attribute.name, attribute]));
  }

  find(name: string): Attribute | undefined {
    return this.byName.get(name);
  }

  /** The columns with some added at the end; one of the same name gives way. */
  with(added: readonly Attribute[]): Scope {
    const names = new Map(added.map((attribute) => [attribute.name, attribute]));
    const kept = this.attributes.filter((attribute) => !names.has(attribute.name));
    return new Scope([...kept, ...added.filter((attribute) => names.get(attribute.name) === attribute)]);
  }

  /** The end of an error about an unknown name: `, did you mean [x]?` */
  suggestion(name: string): string {
    return suggest(similarNames(name, this.byName.keys()));
  }
}

/** `, did you mean [x]?` or `, did you mean any of [x, y]?` */
export function suggest(names: readonly string[]): string {
  if (names.length === 0) return '';
  return names.length === 1 ? `, did you mean [${names[0] ?? ''}]?` : `, did you mean any of [${names.join(', ')}]?`;
}
