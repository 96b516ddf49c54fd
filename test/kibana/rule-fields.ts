import { isJsonArray, isJsonObject } from '../../src/values/json.js';
import type { JsonObject, JsonValue } from '../../src/values/json.js';

/** What is wrong with a value, in the words of Kibana's validation; undefined for one that is fine. */
type FieldCheck = (value: JsonValue) => string | undefined;

const typeOf = (value: JsonValue): string => {
  if (isJsonArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
};
const expected =
  (type: string, isOne: (value: JsonValue) => boolean): FieldCheck =>
  (value) =>
    isOne(value) ? undefined : `Expected ${type}, received ${typeOf(value)}`;

const text: FieldCheck = expected('string', (value) => typeof value === 'string');
const filled: FieldCheck = (value) =>
  text(value) ?? (value === '' ? 'String must contain at least 1 character(s)' : undefined);
const flag: FieldCheck = expected('boolean', (value) => typeof value === 'boolean');
const array: FieldCheck = expected('array', isJsonArray);
const object: FieldCheck = expected('object', isJsonObject);
const oneOf =
  (...names: readonly string[]): FieldCheck =>
  (value) =>
    names.some((name) => name === value)
      ? undefined
      : `Invalid enum value. Expected ${names.map((name) => `'${name}'`).join(' | ')}, received '${JSON.stringify(value).replaceAll('"', '')}'`;
const whole =
  (least: number, most: number): FieldCheck =>
  (value) => {
    if (typeof value !== 'number') return `Expected number, received ${typeOf(value)}`;
    if (!Number.isInteger(value)) return 'Expected integer, received float';
    if (value < least) return `Number must be greater than or equal to ${least}`;
    return value > most ? `Number must be less than or equal to ${most}` : undefined;
  };
const list =
  (least: number, most: number): FieldCheck =>
  (value) => {
    const problem = array(value);
    if (problem !== undefined || !isJsonArray(value)) return problem;
    if (value.length < least) return `Array must contain at least ${least} element(s)`;
    return value.length > most ? `Array must contain at most ${most} element(s)` : undefined;
  };
const textOrList: FieldCheck = (value) =>
  typeof value === 'string' || isJsonArray(value) ? undefined : 'Invalid input';

/** Fields of every rule, in the order of Kibana's answers. */
export const COMMON_FIELDS: ReadonlyMap<string, FieldCheck> = new Map<string, FieldCheck>([
  ['rule_id', filled],
  ['name', filled],
  ['version', whole(1, Number.MAX_SAFE_INTEGER)],
  ['enabled', flag],
  ['interval', text],
  ['from', text],
  ['to', text],
  ['description', filled],
  ['tags', array],
  ['author', array],
  ['license', text],
  ['threat', array],
  ['timeline_id', text],
  ['timeline_title', text],
  ['investigation_fields', object],
  ['related_integrations', array],
  ['required_fields', array],
  ['setup', text],
  ['note', text],
  ['false_positives', array],
  ['references', array],
  ['risk_score', whole(0, 100)],
  ['risk_score_mapping', array],
  ['severity', oneOf('low', 'medium', 'high', 'critical')],
  ['severity_mapping', array],
  ['rule_name_override', text],
  ['timestamp_override', text],
  ['timestamp_override_fallback_disabled', flag],
  ['building_block_type', oneOf('default')],
  ['output_index', text],
  ['namespace', text],
  ['max_signals', whole(1, Number.MAX_SAFE_INTEGER)],
  ['exceptions_list', array],
  ['throttle', text],
  ['actions', array],
  ['response_actions', array],
  ['meta', object],
  ['outcome', text],
  ['alias_target_id', text],
  ['alias_purpose', text],
]);

const KUERY = oneOf('kuery', 'lucene');
const SEARCHED: readonly (readonly [string, FieldCheck])[] = [
  ['index', array],
  ['data_view_id', text],
  ['query', text],
  ['filters', array],
];
const SUPPRESSED = ['alert_suppression', object] as const;

/** Fields of a rule of each type, besides those of all. */
export const TYPE_FIELDS: ReadonlyMap<string, ReadonlyMap<string, FieldCheck>> = new Map([
  ['query', new Map([['language', KUERY], ...SEARCHED, ['saved_id', text], SUPPRESSED])],
  ['saved_query', new Map([['language', KUERY], ...SEARCHED, ['saved_id', text], SUPPRESSED])],
  ['threshold', new Map([['language', KUERY], ...SEARCHED, ['saved_id', text], ['threshold', object], SUPPRESSED])],
  [
    'eql',
    new Map([
      ['language', oneOf('eql')],
      ...SEARCHED,
      ['timestamp_field', text],
      ['event_category_override', text],
      ['tiebreaker_field', text],
      SUPPRESSED,
    ]),
  ],
  ['esql', new Map([['language', oneOf('esql')], ['query', text], SUPPRESSED])],
  [
    'threat_match',
    new Map([
      ['language', KUERY],
      ...SEARCHED,
      ['saved_id', text],
      ['threat_filters', array],
      ['threat_query', text],
      ['threat_mapping', list(1, Number.MAX_SAFE_INTEGER)],
      ['threat_language', KUERY],
      ['threat_index', array],
      ['threat_indicator_path', text],
      ['concurrent_searches', whole(1, Number.MAX_SAFE_INTEGER)],
      ['items_per_search', whole(1, Number.MAX_SAFE_INTEGER)],
      SUPPRESSED,
    ]),
  ],
  [
    'machine_learning',
    new Map([
      ['anomaly_threshold', whole(0, Number.MAX_SAFE_INTEGER)],
      ['machine_learning_job_id', textOrList],
      SUPPRESSED,
    ]),
  ],
  [
    'new_terms',
    new Map([
      ['language', KUERY],
      ...SEARCHED,
      ['new_terms_fields', list(1, 3)],
      ['history_window_start', filled],
      SUPPRESSED,
    ]),
  ],
]);

const REQUIRED: readonly string[] = ['name', 'description', 'risk_score', 'severity'];
const REQUIRED_OF_TYPE: ReadonlyMap<string, readonly string[]> = new Map([
  ['eql', ['query', 'language']],
  ['esql', ['query', 'language']],
  ['saved_query', ['saved_id']],
  ['threshold', ['query', 'threshold']],
  ['threat_match', ['query', 'threat_query', 'threat_mapping', 'threat_index']],
  ['machine_learning', ['anomaly_threshold', 'machine_learning_job_id']],
  ['new_terms', ['query', 'new_terms_fields', 'history_window_start']],
]);

/** The fields that a rule of a type has; unknown keys are dropped by Kibana without a word. */
export function fieldsOfType(type: string): ReadonlyMap<string, FieldCheck> {
  return new Map([...COMMON_FIELDS, ...(TYPE_FIELDS.get(type) ?? [])]);
}

/** What Kibana's schema says of a body; `whole` asks for the fields that a new rule needs. */
export function bodyProblems(body: JsonObject, { isWhole }: { readonly isWhole: boolean }): readonly string[] {
  const { type = null } = body;
  const name = typeof type === 'string' ? type : '';
  if (isWhole && !TYPE_FIELDS.has(name)) {
    return [
      `type: Invalid discriminator value. Expected ${[...TYPE_FIELDS.keys()].map((one) => `'${one}'`).join(' | ')}`,
    ];
  }
  const required = isWhole ? [...REQUIRED, ...(REQUIRED_OF_TYPE.get(name) ?? [])] : [];
  const lacking = required.filter((key) => body[key] === undefined).map((key) => `${key}: Required`);
  const wrong = [...fieldsOfType(name)].flatMap(([key, check]) => {
    const value = body[key];
    const problem = value === undefined || (key === 'throttle' && value === null) ? undefined : check(value);
    return problem === undefined ? [] : [`${key}: ${problem}`];
  });
  return [...lacking, ...wrong];
}

/** Several problems in one message: five of them, and how many more. */
export function problemMessage(problems: readonly string[]): string {
  const shown = problems.slice(0, 5).join(', ');
  return `[request body]: ${shown}${problems.length > 5 ? `, and ${problems.length - 5} more` : ''}`;
}
