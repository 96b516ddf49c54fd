import { ClusterError } from '../../../src/engine/cluster-error.js';
import type { Cluster } from '../../../src/engine/cluster.js';
import { type JsonArray, type JsonObject, type JsonValue, parseJson, printJson } from '../../../src/values/json.js';
import type { EsqlScript, Question } from './script.js';

/** Creates the indices of a script with their documents; ids count from 1. */
export async function loadScript({ indices }: EsqlScript, cluster: Cluster): Promise<void> {
  for (const { name, lookup, mapping, documents } of indices) {
    await cluster.createIndex(name, {
      mappings: parseJson(mapping) as JsonObject,
      ...(lookup && { settings: { 'index.mode': 'lookup' } }),
    });
    if (documents.length === 0) continue;
    const { items } = await cluster.bulk(
      documents.map((source, at) => ({ _index: name, _id: String(at + 1), source })),
    );
    for (const { error } of items) if (error) throw new Error(`${name}: ${error.type}: ${error.reason}`);
  }
}

/** Deletes the indices of a script. */
export async function unloadScript({ indices }: EsqlScript, cluster: Cluster): Promise<void> {
  for (const { name } of indices) await cluster.deleteIndex(name).catch(() => undefined);
}

/** The answer to a question as lines of a script; undefined where the server itself failed (5xx). */
export async function answerLines(question: Question, cluster: Cluster): Promise<string[] | undefined> {
  const { query, params } = question;
  try {
    const response = await cluster.esql({
      query,
      ...(params !== undefined && { params: parseJson(params) as unknown as JsonArray }),
    });
    const rows = response.values.map((row) => `  ${printJson(row.map(rounded))}`);
    return [
      `= ${response.columns.map(({ name, type }) => `${escaped(name)} ${type}`).join(' | ')}`,
      ...(isOrdered(query) ? rows : rows.sort()),
      ...comparedWarnings(response.warnings ?? [], query)
        .map((warning) => `~ ${escaped(warning)}`)
        .sort(),
    ];
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    if (error.status >= 500 && cluster.engine === 'elasticsearch') return undefined;
    return [`! ${error.error.type} ${escaped(words(error.error.reason))}`];
  }
}

/**
 * The words of an error that are compared: of a syntax error, a command that came later included, its place (what the parser would have
 * liked to read there is a matter of its grammar), of an unknown name not the suggestion (Elasticsearch suggests what it happens to have loaded).
 */
function words(reason: string): string {
  return reason
    .replaceAll(/, did you mean (?:any of )?\[[^\]]*\]\?/gu, '')
    .replace(
      /(?:mismatched|extraneous) input .*|no viable alternative .*|token recognition error .*|missing .* at .*|[A-Z][A-Z_ ]* came with Elasticsearch .*/su,
      '…',
    );
}

const SEVERAL_VALUES = ': java.lang.IllegalArgumentException: single-value function encountered multi-value';

/**
 * Warnings that are compared. Conditions become queries of Lucene, which tell of several values elsewhere or not at all, so that those
 * warnings are left out where a query has conditions.
 */
function comparedWarnings(warnings: readonly string[], query: string): readonly string[] {
  if (!/\bwhere\b/iu.test(query)) return warnings;
  const rest = warnings.filter((warning) => !warning.endsWith(SEVERAL_VALUES));
  const placeOf = (warning: string): string | undefined => /^Line \d+:\d+:/u.exec(warning)?.[0];
  return rest.filter(
    (warning) =>
      !/^Line [\d:]+ evaluation of /u.test(warning) ||
      rest.some((other) => other !== warning && placeOf(other) === placeOf(warning)),
  );
}

/** Without SORT the order of rows is nobody's promise. */
function isOrdered(query: string): boolean {
  return /\bsort\b/iu.test(query);
}

/** Doubles agree to 12 digits. */
function rounded(cell: JsonValue): JsonValue {
  if (Array.isArray(cell)) return cell.map(rounded);
  return typeof cell === 'number' && !Number.isSafeInteger(cell) ? Number(cell.toPrecision(12)) : cell;
}

/** The text on one line of a file. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, (unit) =>
      unit === '\n' ? '\\n' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
