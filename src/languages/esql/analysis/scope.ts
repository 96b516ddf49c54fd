import type { Finding, Range } from '../../../diagnostics/diagnostic.js';
import { similarNames } from '../../../diagnostics/did-you-mean.js';
import type { EsqlType } from '../types.js';
import type { EsqlField } from './catalogue.js';
import type { Attribute } from './plan.js';

type Phase = 'parsed' | 'unresolved' | 'verified' | 'thrown';

interface Stage {
  readonly phase: Phase;
  readonly type: string;
  readonly command: number;
}

/** The errors with which Elasticsearch refuses a query, and what of it does: parser, verifier, or the planning after them. */
export interface QueryRefusal {
  readonly phase: 'parsed' | 'verified' | 'thrown';
  /** Type of the error in Elasticsearch's answer. */
  readonly type: string;
  readonly findings: readonly Finding[];
}

/** Collects what is wrong with a query, each place once. */
export class Problems {
  readonly findings: Finding[] = [];
  /** What the query uses that Elasticsearch runs and dragnet does not; no fault of the query. */
  readonly refusals: string[] = [];
  /** The number of the command that is being analysed. */
  command = 0;
  private readonly stages = new Map<Finding, Stage>();

  /** Notes something that only Elasticsearch runs, as the end of "does not support …". */
  refuse(feature: string): void {
    this.refusals.push(feature);
  }

  /** Notes an error in Elasticsearch's words; `why` and `fix` are ours. */
  add(range: Range, code: `esql/${string}`, what: string, why: string, fix: string): void {
    this.note('unresolved', range, code, what, why, fix);
  }

  /** Notes an error that Elasticsearch tells only where all columns, functions and types are known. */
  addLater(range: Range, code: `esql/${string}`, what: string, why: string, fix: string): void {
    this.note('verified', range, code, what, why, fix);
  }

  /** Notes an error that Elasticsearch's parser finds, before anything else. */
  addSyntax(range: Range, code: `esql/${string}`, what: string, why: string, fix: string): void {
    this.note('parsed', range, code, what, why, fix);
  }

  /** Notes an error that Elasticsearch throws after all checks; `type` is that of its answer. */
  addThrown(range: Range, code: `esql/${string}`, type: string, what: string, fix: string): void {
    this.note('thrown', range, code, what, 'Elasticsearch refuses the query.', fix, type);
  }

  private note(
    phase: Phase,
    range: Range,
    code: `esql/${string}`,
    what: string,
    why: string,
    fix: string,
    type = '',
  ): void {
    if (this.findings.some((item) => item.range.start === range.start && item.what === what)) return;
    const finding: Finding = { code, severity: 'error', what, why, fix, range: { start: range.start, end: range.end } };
    this.findings.push(finding);
    this.stages.set(finding, { phase, type, command: this.command });
  }

  /**
   * The errors that Elasticsearch tells: the parser's first one alone; else what the first faulty command does not resolve, a column
   * once; else all that is wrong with the commands.
   */
  get refusal(): QueryRefusal | undefined {
    const errors = [...this.stages].map(([finding, stage]) => ({ finding, ...stage }));
    const parsed = errors.find(({ phase }) => phase === 'parsed');
    if (parsed) return { phase: 'parsed', type: 'parsing_exception', findings: [parsed.finding] };
    const unresolved = errors.filter(({ phase }) => phase === 'unresolved');
    const first = Math.min(...unresolved.map(({ command }) => command));
    const verified = errors.filter(({ phase }) => phase === 'verified');
    const [thrown] = errors;
    if (thrown && unresolved.length + verified.length === 0) {
      return { phase: 'thrown', type: thrown.type, findings: [thrown.finding] };
    }
    const told = unresolved.length > 0 ? unresolved.filter(({ command }) => command === first) : verified;
    const findings = told.map(({ finding }) => finding);
    const once = findings.filter(
      ({ code, what }, at) =>
        (code !== 'esql/unknown-column' && code !== 'esql/unsupported-field') ||
        findings.findIndex((other) => other.what === what) === at,
    );
    return once.length === 0 ? undefined : { phase: 'verified', type: 'verification_exception', findings: once };
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
  /** Made when a column is asked for by name: many commands ask for none of some thousands. */
  private names: ReadonlyMap<string, Attribute> | undefined;

  constructor(attributes: readonly Attribute[]) {
    this.attributes = attributes;
  }

  private get byName(): ReadonlyMap<string, Attribute> {
    return (this.names ??= new Map(this.attributes.map((attribute) => [attribute.name, attribute])));
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
