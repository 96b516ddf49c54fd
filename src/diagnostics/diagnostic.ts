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
  `${'toml' | 'schema' | 'config' | 'test' | 'docs' | 'kql' | 'lucene' | 'eql' | 'esql' | 'lint' | 'local' | 'lock' | 'import' | 'deploy'}/${string}`;

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
}

/** A result that may come with messages; `value` is absent only if nothing useful could be recovered. */
export interface Checked<T, M extends Message = Diagnostic> {
  readonly value?: T;
  readonly diagnostics: readonly M[];
}
