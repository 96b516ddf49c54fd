import type { Clause, Truth } from './clause.js';
import type { DocumentRef } from './asker.js';
import { findCulprit } from './culprit.js';
import type { Culprit } from './culprit.js';
import type { FieldValues } from './document-values.js';
import type { Reason, Stage } from './explanation.js';
import { ANY_VALUE } from './kql-clauses.js';
import { nearField, nearValue } from './near-value.js';
import { alternatives, quote, showValues } from './show-value.js';

/** Where the values of a document, or of a row that it became, are read. */
export interface ValueSource {
  of(document: DocumentRef, field: string): FieldValues;
  names(document: DocumentRef): readonly string[];
}

/** What is known of one document when its reason is written. */
export interface DocumentView {
  readonly document: DocumentRef;
  readonly values: ValueSource;
  readonly truthOf: (clause: number) => Truth;
}

/** The reason that a culprit is; with a document its details have the real values. */
export function clauseReason(culprit: Culprit, clauses: readonly Clause[], view?: DocumentView): Reason {
  const { clause, wanted } = culprit;
  return {
    stage: stageOf(clause),
    what: whatOf(culprit, clauses),
    details: view === undefined ? [] : new Details(clauses, view).of(clause, wanted),
    ...(clause.range === undefined ? {} : { range: clause.range }),
    clause,
  };
}

function stageOf({ part }: Clause): Stage {
  switch (part.kind) {
    case 'query':
    case 'filter':
    case 'anomaly':
    case 'window':
    case 'exception':
    case 'pipe':
      return part.kind;
    case 'step':
    case 'until':
      return 'sequence';
  }
}

function whatOf({ clause, wanted, truth }: Culprit, clauses: readonly Clause[]): string {
  if (clause.part.kind === 'window')
    return `${clause.fields.map((field) => quote(field)).join(' or ')} is outside of the run's window`;
  if (clause.part.kind === 'exception') return `the exception ${quote(clause.part.name)} keeps it out`;
  const text = quote(fullText(clause, clauses));
  const of = clause.part.kind === 'step' ? ` of step ${clause.part.at}` : '';
  if (wanted) return truth === null ? `${text}${of} is neither true nor false` : `${text}${of} is false`;
  const around = excluder(clause, clauses);
  return around === undefined ? `${text} is true` : `${text} is true, which ${quote(around.text)} excludes`;
}

/** The clause with its field: a value of a list has it in the list only. */
export function fullText(clause: Clause, clauses: readonly Clause[]): string {
  const { parent, text, fields, kind } = clause;
  const list = parent === undefined ? undefined : clauses[parent];
  const [field] = fields;
  if (kind !== 'test' || field === undefined || list?.fields.length !== 1 || text.includes(lastPart(field)))
    return text;
  return `${field}: ${text}`;
}

function lastPart(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/** The nearest `not` around a clause. */
function excluder(clause: Clause, clauses: readonly Clause[]): Clause | undefined {
  let around = clause.parent === undefined ? undefined : clauses[clause.parent];
  while (around !== undefined && around.kind !== 'not')
    around = around.parent === undefined ? undefined : clauses[around.parent];
  return around;
}

/** Alternatives of an `or` that are looked into. */
const MOST_ALTERNATIVES = 5;

class Details {
  private readonly clauses: readonly Clause[];
  private readonly view: DocumentView;

  constructor(clauses: readonly Clause[], view: DocumentView) {
    this.clauses = clauses;
    this.view = view;
  }

  of(clause: Clause, wanted: boolean): readonly string[] {
    if (clause.part.kind === 'window') return this.outside(clause);
    const texts = wantedTexts(clause, this.clauses);
    if (!wanted) return this.excluded(clause);
    if (clause.kind === 'or' && texts === undefined) return this.noneOf(clause);
    if (clause.kind === 'nested') return [`No one object satisfies ${quote(clause.text)}.`, ...this.plain(clause)];
    const fields = clause.fields.filter((field) => !field.includes('*'));
    if (fields.length === 0) {
      const where =
        clause.fields.length === 0 ? 'No field' : `No field of ${clause.fields.map((each) => quote(each)).join(', ')}`;
      return texts === undefined ? [] : [`${where} has ${alternatives(texts)}.`];
    }
    const unknown = this.view.truthOf(clause.id) === null ? [this.unknown(clause, fields)] : [];
    if (texts === undefined || fields.length > 1) return [...this.plain(clause), ...unknown];
    return [...fields.flatMap((field) => this.wanted(field, texts)), ...unknown];
  }

  /** Why a clause is neither true nor false: a value is not there, or there are several where ES|QL compares one. */
  private unknown({ part }: Clause, fields: readonly string[]): string {
    const { values, document } = this.view;
    const counts = fields.map((field) => values.of(document, field).values.length);
    if (counts.includes(0)) return 'A value that it needs is missing.';
    return part.kind === 'pipe' && counts.some((count) => count > 1)
      ? 'ES|QL makes null of a comparison with several values: use MV_CONTAINS or MATCH (:), or MV_EXPAND before.'
      : 'It comes out as null.';
  }

  /** Where the document has no time of the first field, that of the second counts. */
  private outside({ fields, text }: Clause): readonly string[] {
    const { values, document } = this.view;
    const counted = fields.find((field) => values.of(document, field).values.length > 0) ?? fields[0] ?? '@timestamp';
    return [`${this.fact(counted)}; the run looks at ${text}.`];
  }

  private excluded(clause: Clause): readonly string[] {
    const around = clause.part.kind === 'exception' ? undefined : excluder(clause, this.clauses);
    const why = around === undefined ? '' : `, which ${quote(around.text)} excludes`;
    const lines = clause.fields.filter((field) => !field.includes('*')).map((field) => this.fact(field));
    return lines.length === 0 ? [] : [`${lines.join(', ')}${why}.`];
  }

  /** What each alternative lacks. */
  private noneOf({ children }: Clause): readonly string[] {
    const shown = children.slice(0, MOST_ALTERNATIVES).flatMap((child) => {
      const root = this.clauses[child];
      const culprit = root && findCulprit(this.clauses, this.view.truthOf, root);
      const [first] = culprit === undefined ? [] : this.of(culprit.clause, culprit.wanted);
      return first === undefined ? [] : [`- ${first}`];
    });
    const more = children.length - MOST_ALTERNATIVES;
    return [
      `None of its ${children.length} alternatives is true:`,
      ...shown,
      ...(more > 0 ? [`- and ${more} more`] : []),
    ];
  }

  private wanted(field: string, texts: readonly string[]): readonly string[] {
    const { values, document } = this.view;
    const found = values.of(document, field);
    const line = `${this.fact(field)}, wanted ${texts[0] === ANY_VALUE ? ANY_VALUE : alternatives(texts)}.`;
    const hint =
      found.values.length === 0
        ? nearField(field, values.names(document), texts, (name) => values.of(document, name).values)
        : nearValue(texts, found);
    return [hint === undefined ? line : `${line} ${hint}`];
  }

  private plain({ fields }: Clause): readonly string[] {
    return fields.map((field) => `${this.fact(field)}.`);
  }

  private fact(field: string): string {
    const { values, type, isIndexed } = this.view.values.of(this.view.document, field);
    if (values.length === 0) return `${quote(field)} is missing`;
    return `${quote(field)} is ${showValues(values)} (${isIndexed ? (type ?? '') : 'not mapped: no search finds it'})`;
  }
}

/** What a test, or a list of values of one field, wants; undefined where only the text says it. */
function wantedTexts(
  { kind, wanted, children, fields }: Clause,
  clauses: readonly Clause[],
): readonly string[] | undefined {
  if (kind === 'test') return wanted === undefined ? undefined : [wanted];
  if (kind !== 'or' || fields.length !== 1) return undefined;
  const texts = children
    .map((child) => clauses[child])
    .map((child) => (child?.kind === 'test' ? child.wanted : undefined));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
