/** A half-open range of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range in a named file; offsets count from the start of the file's text (a BOM is not part of it). */
export interface Span extends Range {
  readonly file: string;
}

/** How much a diagnostic weighs: errors fail a run, warnings fail it only where asked, infos never. */
export type Severity = 'error' | 'warning' | 'info';

/** Stable code of a diagnostic: area, then a name in kebab case. */
export type DiagnosticCode =
  `${'toml' | 'schema' | 'config' | 'test' | 'docs' | 'kql' | 'lucene' | 'eql' | 'esql' | 'lint' | 'local' | 'lock' | 'import' | 'edit' | 'cluster' | 'deploy'}/${string}`;

/** What was found, why it matters, how to mend it: the three sentences that every message of dragnet has. */
export interface Message {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The fact. */
  readonly what: string;
  /** The consequence. */
  readonly why: string;
  /** The remedy, in the imperative. */
  readonly fix: string;
}

/** A message about a text that is not (yet) placed in a file: what the language parsers report. */
export interface Finding extends Message {
  readonly range: Range;
}

/** A message about a place in a file. */
export interface Diagnostic extends Message {
  readonly span: Span;
  /** How `--fix` mends it; absent where only a person can. */
  readonly repair?: Repair;
}

/** Changes of a file that mend what a diagnostic is about. */
export interface Repair {
  /** Whether nothing but what is wrong changes; what may be meant in another way is left to `--unsafe-fixes`. */
  readonly isSafe: boolean;
  readonly edits: readonly RepairEdit[];
}

/** A value that is set, put into a list or taken away: keys of tables and places in lists lead to it. Values are JSON. */
export type RepairEdit =
  | { readonly kind: 'set' | 'insert'; readonly path: readonly (string | number)[]; readonly value: RepairValue }
  | { readonly kind: 'remove'; readonly path: readonly (string | number)[] }
  | RepairCut;

/** A text that is taken out, such as a comment: offsets of the file's text. It is no key and no value. */
export interface RepairCut extends Range {
  readonly kind: 'cut';
}

/** JSON, as a repair writes it. */
export type RepairValue = string | number | boolean | readonly RepairValue[] | { readonly [key: string]: RepairValue };

/** A result that may come with messages; `value` is absent only if nothing useful could be recovered. */
export interface Checked<T, M extends Message = Diagnostic> {
  readonly value?: T;
  readonly diagnostics: readonly M[];
}
