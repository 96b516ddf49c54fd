import type { LanguageId } from '../languages/language.js';
import { huntLanguage } from '../languages/hunt-language.js';
import type { Hunt } from '../model/hunt.js';
import type { JsonValue } from '../values/json.js';

/** One query of a hunt. */
export interface HuntQuery {
  readonly file: string;
  readonly hunt: Hunt;
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
  /** Undefined where it is none that runs. */
  readonly language: LanguageId | undefined;
}

/** Between which times documents count, ISO 8601 in UTC; an absent end is open. */
export interface TimeRange {
  readonly from?: string;
  readonly to?: string;
}

/** What a query found. */
export interface HuntRows {
  readonly columns: readonly string[];
  /** A cell of several values is a list, one without a value null. */
  readonly rows: readonly (readonly JsonValue[])[];
  /** As many as the limit lets through, so that there may be more. */
  readonly isFull: boolean;
  /** The server answered with a part: shards failed, or it ran out of its own time. */
  readonly isPartial: boolean;
  /** What the server said beside. */
  readonly warnings: readonly string[];
  /** Conditions on the time of the query's own that the range took the place of. */
  readonly replaced: readonly string[];
}

/** A query with its rows, or why there are none. */
export type HuntResult = { readonly query: HuntQuery } & (
  { readonly found: HuntRows; readonly failure?: never } | { readonly failure: HuntFailure; readonly found?: never }
);

/** Why a query has no rows. */
export interface HuntFailure {
  /** `not-runnable`: in a language that no cluster runs, or without what it needs; `refused`: by the cluster; `timeout`; `unavailable`: no answer, or not allowed. */
  readonly kind: 'not-runnable' | 'refused' | 'timeout' | 'unavailable';
  readonly reason: string;
}

/** The queries of a hunt in their order. */
export function queriesOf(file: string, hunt: Hunt): readonly HuntQuery[] {
  return hunt.query.map((text, at) => ({ file, hunt, number: at + 1, text, language: huntLanguage(hunt, text) }));
}
