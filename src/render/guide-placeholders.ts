import {
  isJsonArray,
  isJsonObject,
  printJson,
  type JsonArray,
  type JsonObject,
  type JsonValue,
} from '../values/json.js';
import { codeFence, codeSpan, escapeText } from './markdown.js';
import { markdownLines } from './markdown-lines.js';

const BLOCK = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)\$(osquery|investigate)_(\d{1,6})\s*$/;
const INLINE = /\$\$|\$(osquery|investigate)_(\d{1,6})(?!\d)/g;

/**
 * A guide with its placeholders `$osquery_0` and `$investigate_0` replaced by what `[transform]` of the rule's file says they stand
 * for: the label, with the Osquery query or the conditions of the timeline query. `$$` is a dollar sign. A placeholder without
 * entry, one inside a code block, and the guide of a rule without `[transform]` stay as they are.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides
 */
export function withPlaceholders(markdown: string, transform: JsonObject | undefined): string {
  if (transform === undefined || !markdown.includes('$')) return markdown;
  return markdownLines(markdown)
    .map(({ line, code }) =>
      code || !line.includes('$') ? line : (blockIn(line, transform) ?? inlineIn(line, transform)),
    )
    .join('\n');
}

function blockIn(line: string, transform: JsonObject): string | undefined {
  const [, prefix = '', plugin, index] = BLOCK.exec(line) ?? [];
  const entry = entryOf(transform, plugin, index);
  if (entry === undefined) return undefined;
  if (plugin === 'investigate') return prefix + investigation(entry);
  const indent = ' '.repeat(prefix.length);
  const fence = codeFence(textOf(entry['query']).trim(), 'sql').split('\n');
  return [`${prefix}${osqueryLabel(entry)}`, ...fence.map((part) => indent + part)].join('\n');
}

function inlineIn(line: string, transform: JsonObject): string {
  return line.replace(INLINE, (token, plugin: string | undefined, index: string | undefined) => {
    if (token === '$$') return '$';
    const entry = entryOf(transform, plugin, index);
    if (entry === undefined) return token;
    return plugin === 'investigate'
      ? investigation(entry)
      : `${osqueryLabel(entry)} (${codeSpan(textOf(entry['query']))})`;
  });
}

function entryOf(transform: JsonObject, plugin: string | undefined, index: string | undefined): JsonObject | undefined {
  if (plugin === undefined || index === undefined || !Object.hasOwn(transform, plugin)) return undefined;
  const entries = transform[plugin];
  const entry = isJsonArray(entries) ? entries[Number(index)] : undefined;
  return isJsonObject(entry) ? entry : undefined;
}

function investigation(entry: JsonObject): string {
  const groups = listOf(entry['providers']).map((group) =>
    listOf(group).filter(isJsonObject).map(condition).join(' and '),
  );
  const period = [entry['relativeFrom'], entry['relativeTo']].map(textOf).filter((time) => time !== '');
  const details = [
    textOf(entry['description']) === '' ? '' : escapeText(textOf(entry['description'])),
    groups.length === 0 ? '' : `events where ${groups.join(', or ')}`,
    period.length === 0 ? '' : `time: ${period.map(codeSpan).join(' to ')}`,
  ].filter((detail) => detail !== '');
  return [`Investigate: ${labelOf(entry)}`, ...details].join('; ');
}

function condition(provider: JsonObject): string {
  const verb = provider['excluded'] === true ? 'is not' : 'is';
  return `${codeSpan(textOf(provider['field']))} ${verb} ${codeSpan(textOf(provider['value']))}`;
}

// Most labels start with the word already.
function osqueryLabel(entry: JsonObject): string {
  const label = labelOf(entry);
  return /^osquery\b/i.test(label) ? label : `Osquery: ${label}`;
}

function labelOf(entry: JsonObject): string {
  return escapeText(textOf(entry['label']));
}

function listOf(value: JsonValue | undefined): JsonArray {
  return isJsonArray(value) ? value : [];
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : printJson(value);
}
