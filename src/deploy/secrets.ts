import { isJsonObject, type JsonValue } from '../values/json.js';
import type { ApplyInput } from './apply-input.js';
import type { PlannedAction } from './plan.js';
import type { StateEntry } from './state.js';

const REFERENCE = 'env:';

/** The variable of the environment that stands in place of a secret (`env:SLACK_URL`); undefined for anything else. */
export function variableOf(reference: JsonValue): string | undefined {
  return typeof reference === 'string' && reference.startsWith(REFERENCE)
    ? reference.slice(REFERENCE.length)
    : undefined;
}

/** The variables of the environment that the secrets of an action name: name of the secret → variable. */
export function secretVariables({ kind, body = {} }: PlannedAction): ReadonlyMap<string, string> {
  const { secrets } = body;
  if (kind !== 'connector' || !isJsonObject(secrets)) return new Map();
  return new Map(
    Object.entries(secrets).flatMap(([name, value]): [string, string][] => {
      const variable = variableOf(value);
      return variable === undefined ? [] : [[name, variable]];
    }),
  );
}

/**
 * Whether a variable holds what lets the run itself in: a definition that names one as the secret of a connector would send it to whomever the connector
 * points at.
 */
export function isOwnVariable(variable: string): boolean {
  return /^(?:KIBANA|ELASTICSEARCH|ACTIONS)_|^(?:GITHUB_TOKEN|GH_TOKEN|CI_JOB_TOKEN|CI_JOB_JWT\w*)$/u.test(variable);
}

type SecretInput = Pick<ApplyInput, 'plan' | 'secret' | 'fingerprint' | 'isFingerprintOf'>;

/** What the state is to remember of the secrets of an action; undefined where it has none. */
export function fingerprintsOf(
  action: PlannedAction,
  { secret, fingerprint }: SecretInput,
): StateEntry['secrets'] | undefined {
  const variables = [...secretVariables(action)];
  if (variables.length === 0) return undefined;
  return Object.fromEntries(variables.map(([name, variable]) => [name, fingerprint(secret(variable) ?? '')]));
}

/** Whether the secrets of an action are those that the state remembers; an action without secrets has all of them. */
export function isSecretAsWritten(
  action: PlannedAction,
  entry: StateEntry | undefined,
  { secret, isFingerprintOf }: SecretInput,
): boolean {
  return [...secretVariables(action)].every(([name, variable]) => {
    const known = entry?.secrets?.[name];
    return known !== undefined && isFingerprintOf(known, secret(variable) ?? '');
  });
}

/** Secrets that are shorter are no secrets, and would be found in any text. */
const SHORTEST = 4;

/** A message without the secrets of a plan: Kibana may repeat what it refuses. */
export function withoutSecrets(message: string, { plan, secret }: Pick<SecretInput, 'plan' | 'secret'>): string {
  const values = plan.actions
    .flatMap((action) => [...secretVariables(action).values()])
    .flatMap((variable) => secret(variable) ?? [])
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .filter((value) => value.length >= SHORTEST)
    .sort((left, right) => right.length - left.length);
  return values.reduce((text, value) => text.replaceAll(value, '(secret)'), message);
}
