import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';

/**
 * The JSON Schema of SARIF 2.1.0 as OASIS and SchemaStore publish it; the package of Microsoft's matchers carries it. It is of draft 4, whose
 * keywords mean the same in later drafts but for `id` and the truth values of `exclusiveMinimum`, which it has none of.
 */
export function officialSarif(): ValidateFunction {
  const require = createRequire(import.meta.url);
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Readonly<
    Record<string, unknown>
  >;
  const body = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'));
  // One of its patterns is none with the flag u.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => !/[\s<>"{}|\\^`]/u.test(text) && URL.canParse(text, 'https://example.org/'));
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return ajv.compile(body);
}
