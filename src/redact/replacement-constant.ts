import type { JsonValue } from '../values/json.js';
import { addressIn } from './address-stand-in.js';
import type { ValueKind } from './redaction-rules.js';

/** One value for all values of a field that is replaced: of the same type, so that the mapping takes it. */
export function constantFor(value: string | number | bigint | boolean, kind: ValueKind | undefined): JsonValue {
  if (typeof value === 'boolean') return false;
  if (typeof value !== 'string') return 0;
  if (kind === 'address' || addressIn(value) !== undefined) return value.includes(':') ? '2001:db8::1' : '192.0.2.1';
  if (kind === 'email') return 'redacted@redacted.example';
  return /^\d{4}-\d\d-\d\dT/u.test(value) ? '1970-01-01T00:00:00.000Z' : 'redacted';
}
