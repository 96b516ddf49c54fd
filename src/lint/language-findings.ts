import type { Finding } from '../diagnostics/diagnostic.js';

/** A field that no catalogue knows, and what the language says about it. */
export interface UnknownField {
  readonly name: string;
  readonly finding: Finding;
}

/** What the checker of a language found, before it is known how much of it is certain. */
export interface LanguageFindings {
  /** What does not fit, unknown fields apart. */
  readonly types: readonly Finding[];
  /** Fields that none of the catalogues knows. */
  readonly unknown: readonly UnknownField[];
}
