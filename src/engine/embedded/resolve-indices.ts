import { ClusterError } from '../cluster-error.js';
import { compilePattern } from './query/compile-pattern.js';

/** How names that match nothing are taken: https://www.elastic.co/guide/en/elasticsearch/reference/8.19/api-conventions.html */
export interface IndicesOptions {
  /** Leave out names that are not there instead of refusing the request. */
  readonly ignore_unavailable?: boolean | undefined;
  /** Whether patterns may match nothing (the default). */
  readonly allow_no_indices?: boolean | undefined;
}

/** The refusal of an index that is not there. */
export function noSuchIndex(name: string): ClusterError {
  return new ClusterError(404, { type: 'index_not_found_exception', reason: `no such index [${name}]` });
}

/**
 * The indices that a comma list of names, patterns and `-exclusions` means, without duplicates.
 * An exclusion takes away from what stands before it. Throws `index_not_found_exception` for a name that is not there.
 */
export function resolveIndices(expression: string, names: readonly string[], options: IndicesOptions = {}): string[] {
  const parts = (isAll(expression) ? '*' : expression).split(',').map((part) => part.trim());
  const found = new Set<string>();
  let hadWildcard = false;
  for (const part of parts) {
    const isExclusion: boolean = part.startsWith('-') && (hadWildcard || found.size > 0);
    const pattern: string = isExclusion ? part.slice(1) : part;
    hadWildcard ||= pattern.includes('*');
    const matches = names.filter(pattern.includes('*') ? visible(pattern) : (name) => name === pattern);
    if (matches.length === 0 && !isExclusion) refuseMissing(pattern, options);
    for (const name of matches) found[isExclusion ? 'delete' : 'add'](name);
  }
  if (found.size === 0 && options.allow_no_indices === false) throw noSuchIndex(expression);
  return [...found];
}

function isAll(expression: string): boolean {
  return expression === '' || expression === '_all';
}

function refuseMissing(pattern: string, options: IndicesOptions): void {
  if (pattern.includes('*') ? options.allow_no_indices === false : options.ignore_unavailable !== true)
    throw noSuchIndex(pattern);
}

/** Patterns do not reach hidden names (a leading dot), unless they begin with a dot themselves. */
function visible(pattern: string): (name: string) => boolean {
  const test = compilePattern(pattern, false);
  return (name) => test(name) && (!name.startsWith('.') || pattern.startsWith('.'));
}
