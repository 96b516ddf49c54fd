import type { EsqlQuery, Expression, ProcessingCommand } from '../../src/languages/esql/ast.js';
import { esqlStages } from '../../src/lint/esql-columns.js';
import type { ColumnsBefore } from '../../src/lint/esql-columns.js';
import { expressionsOf, withInner } from '../../src/lint/esql-conditions.js';
import type { FieldCatalogue, FieldMapping } from '../../src/schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { commandsOf, visitExpressions } from '../../src/languages/esql/visit.js';
import { fieldsOfKql } from '../../src/languages/kql/fields.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { compileWildcard } from '../../src/values/patterns/wildcard.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';
import { esqlAttempts, esqlFieldTypes } from '../../src/witness/esql-sets.js';
import { pick, seededRandom } from '../seeded-random.js';
import { nearest } from './node-under-oracle-url.js';

/** Every field that some profile knows. */
const KNOWN = catalogueOf(PROFILE_NAMES);
const METADATA = new Set(['_id', '_index', '_version', '_score', '_source', '_ignored', '_index_mode', '_tsid']);

/** The fields that a query takes from its indices: mapped as profiles have them, else as their use suggests, else as keywords. */
export function fieldsOfEsql(tree: EsqlQuery): FieldCatalogue {
  const guessed = esqlFieldTypes(tree.text, KNOWN);
  const used = esqlStages(tree).flatMap(([command, columns]) =>
    namesUsed(command).flatMap((name) => columns.originOf(name)?.field ?? []),
  );
  const names = [...new Set(['@timestamp', ...used, ...namesInKql(tree), ...namesForPatterns(tree)])]
    .filter((name) => !METADATA.has(name) && !name.includes('*'))
    .sort();
  const fields = new Map<string, FieldMapping>();
  for (const name of names) {
    const [base, sub] = splitMultiField(name);
    if (names.some((other) => other.startsWith(`${base}.`) && splitMultiField(other)[0] !== base)) continue;
    const { fields: inner, ...mapping } = KNOWN.get(base) ?? { type: guessed.get(base) ?? typeOfName(base) };
    const subs = { ...(fields.get(base)?.['fields'] as JsonObject | undefined) };
    if (sub !== undefined) subs[sub] = (inner as JsonObject)[sub]!;
    fields.set(base, {
      ...nearest(mapping),
      ...(Object.keys(subs).length === 0 ? {} : { fields: subs }),
    });
  }
  return fields;
}

function typeOfName(name: string): string {
  return name.endsWith('.ip') ? 'ip' : 'keyword';
}

/** The field that a multi-field belongs to, and its own last name. */
function splitMultiField(name: string): readonly [base: string, sub?: string] {
  const at = name.lastIndexOf('.');
  const [base, sub] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)];
  const inner = KNOWN.get(base)?.['fields'] as JsonObject | undefined;
  return inner !== undefined && Object.hasOwn(inner, sub) ? [base, sub] : [name];
}

/** Fields that stand in the text of a KQL() only. */
function namesInKql(tree: EsqlQuery): readonly string[] {
  const found: string[] = [];
  visitExpressions(tree, (node) => {
    const [text] = node.kind === 'Call' && node.name.toLowerCase() === 'kql' ? node.arguments : [];
    const kql = text?.kind === 'String' ? parseKql(text.value).value : undefined;
    if (kql !== undefined) found.push(...fieldsOfKql(kql));
  });
  return found;
}

/** A few known fields for each pattern of KEEP, which has to fit something. */
function namesForPatterns(tree: EsqlQuery): readonly string[] {
  return commandsOf(tree).flatMap((command) =>
    command.kind !== 'Keep'
      ? []
      : command.patterns.flatMap(({ parts }) =>
          parts.length === 1 ? [] : [...KNOWN.keys()].filter(compileWildcard(parts.join('*'))).slice(0, 3),
        ),
  );
}

function namesUsed(command: ProcessingCommand): readonly string[] {
  switch (command.kind) {
    case 'Keep':
    case 'Drop':
      return command.patterns.flatMap(({ parts }) => (parts.length === 1 ? parts : []));
    case 'Rename':
      return command.renamings.map(({ from }) => from.name);
    case 'MvExpand':
      return [command.column.name];
    case 'Enrich':
      return command.on === undefined ? [] : [command.on.name];
    default:
      return columnsIn(expressionsOf(command));
  }
}

function columnsIn(expressions: readonly Expression[]): readonly string[] {
  return expressions.flatMap((expression) =>
    [...withInner(expression)].flatMap((node) => (node.kind === 'Column' ? [node.name] : [])),
  );
}

/** Texts and numbers that a query has beside a field, in one comparison or call, by the field. */
function literalsOf(tree: EsqlQuery): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (node: Expression, columns: ColumnsBefore): void => {
    const inner = [...withInner(node)];
    const texts = inner.flatMap(literalTexts);
    for (const name of columnsIn([node])) {
      const fields = columns.originOf(name)?.field ?? columns.fieldsBehind(name);
      for (const field of [fields].flat()) found.set(field, [...(found.get(field) ?? []), ...texts]);
    }
  };
  for (const [command, columns] of esqlStages(tree)) {
    for (const expression of expressionsOf(command)) {
      for (const node of withInner(expression)) {
        if (['Comparison', 'In', 'Like', 'Match', 'Call'].includes(node.kind)) add(node, columns);
      }
    }
    if (command.kind === 'Dissect' || command.kind === 'Grok') {
      const patterns = command.kind === 'Dissect' ? [command.pattern] : command.patterns;
      for (const name of columnsIn([command.input]))
        found.set(name, [...(found.get(name) ?? []), ...patterns.map(filledIn)]);
    }
  }
  return found;
}

function literalTexts(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'String':
    case 'Integer':
    case 'Decimal':
      return [String(node.value)];
    case 'Like':
      return node.patterns.flatMap((pattern) => (pattern.kind === 'String' ? [plain(pattern.value)] : []));
    default:
      return [];
  }
}

/** A text that a wildcard pattern fits; what remains of a regular expression is only near it. */
function plain(pattern: string): string {
  return pattern.replaceAll('.*', '*').replaceAll('*', 'x1').replaceAll('?', 'y').replaceAll('\\', '');
}

/** A text that DISSECT (often GROK) takes apart. */
function filledIn(pattern: string): string {
  return pattern.replaceAll(/%\{[^}]*\}/gu, 'part7');
}

/** Sets of documents that a query may find something in, as the witness makes them. */
export function witnessesForEsql(
  tree: EsqlQuery,
  fields: FieldCatalogue,
  now: Date,
): readonly (readonly JsonObject[])[] {
  const attempts = esqlAttempts(tree.text, fields, new Date(now.getTime() - 60_000));
  return attempts.flatMap(({ cases }) => cases.slice(0, 1).map(({ events }) => events.map((event) => flat(event))));
}

/** Seeded random documents for a query; some start from those of a witness, and their values are often the query's own. */
export function documentsForEsql(
  tree: EsqlQuery,
  fields: FieldCatalogue,
  { seed, count, now }: { readonly seed: number; readonly count: number; readonly now: Date },
): readonly JsonObject[] {
  const random = seededRandom(seed);
  const attempts = esqlAttempts(tree.text, fields, new Date(now.getTime() - 60_000));
  const witness = attempts
    .flatMap(({ cases }) => cases.slice(0, 8).flatMap(({ events }) => events.slice(0, 10)))
    .map((document) => flat(document));
  const literals = literalsOf(tree);
  const one = (name: string, type: string): JsonValue =>
    value(type, literals.get(name) ?? [], { random, now: now.getTime() });
  const drawn = (name: string, type: string): JsonValue | undefined => {
    const roll = random();
    if (roll < 0.12) return undefined;
    return roll < 0.24 ? [one(name, type), one(name, type)] : one(name, type);
  };
  return Array.from({ length: count }, (): JsonObject => {
    const start = witness.length > 0 && random() < 0.7 ? pick(random, witness) : {};
    const rate = Object.keys(start).length === 0 ? 1 : pick(random, [0, 1.5 / fields.size, 4 / fields.size]);
    const entries = [...fields].flatMap(([name, { type }]): [string, JsonValue][] => {
      const before = start[name];
      const after = before === undefined || random() < rate ? drawn(name, type) : before;
      return after === undefined ? [] : [[name, after]];
    });
    return Object.fromEntries(entries);
  });
}

interface Draw {
  readonly random: () => number;
  readonly now: number;
}

function value(type: string, literals: readonly string[], { random, now }: Draw): JsonValue {
  const numbers = literals.map(Number).filter(Number.isSafeInteger);
  switch (type) {
    case 'date':
    case 'date_nanos': {
      const span = pick(random, [60_000, 3_600_000, 86_400_000, 20 * 86_400_000]);
      return new Date(now - Math.floor(random() * span)).toISOString();
    }
    case 'ip': {
      const addresses = literals.flatMap((text) => /^[\d.]+(?=\/|$)/u.exec(text) ?? []);
      return pick(random, [...addresses, '10.1.2.3', '203.0.113.9', '2001:db8::1'].filter(isAddress));
    }
    case 'boolean':
      return random() < 0.5;
    case 'geo_point':
      return { lat: Math.floor(random() * 80), lon: Math.floor(random() * 80) };
    case 'object':
    case 'nested':
    case 'flattened':
      return { inner: pick(random, ['a', 'b']) };
    case 'integer':
    case 'long':
      return pick(random, [...numbers, ...numbers.map((number) => number + 1), 0, 1, 5, 100]);
    case 'float':
    case 'double':
      return pick(random, [...numbers, 0.5, 1, 2.25]);
    default:
      return text(literals, random);
  }
}

function isAddress(text: string): boolean {
  return text.includes(':') || text.split('.').length === 4;
}

function text(literals: readonly string[], random: () => number): string {
  const given = pick(random, [...literals, 'alpha', 'beta', 'Gamma delta', 'https://example.org/a?b=c']);
  const roll = random();
  if (roll < 0.08) return given.toUpperCase();
  if (roll < 0.16) return `${given}x`;
  return roll < 0.2 ? given.slice(1) : given;
}

/** The document with dotted names for its inner fields. */
function flat(document: JsonObject, prefix = ''): JsonObject {
  return Object.fromEntries(
    Object.entries(document).flatMap(([key, item]): [string, JsonValue][] =>
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? Object.entries(flat(item as JsonObject, `${prefix}${key}.`))
        : [[`${prefix}${key}`, item]],
    ),
  );
}
