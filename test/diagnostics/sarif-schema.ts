/**
 * What SARIF 2.1.0 demands of the objects that our logs have, in our words; keys that the standard has and we do not write are not among
 * them. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
const text = { type: 'string' };
const count = { type: 'integer', minimum: 1 };

function object(properties: Readonly<Record<string, object>>, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** §3.11: a message has a text, or the id of one. */
const message = object({ text: { ...text, minLength: 1 } }, ['text']);

/** §3.49 */
const reportingDescriptor = object({ id: text, shortDescription: message }, ['id']);

/** §3.30: lines and columns count from 1. */
const region = object({ startLine: count, startColumn: count, endLine: count, endColumn: count }, ['startLine']);

/** §3.4: a relative reference has no scheme and is escaped. */
const artifactLocation = object({ uri: { ...text, pattern: "^[A-Za-z0-9._~%!$&'()*+,;=@/-]+$" }, uriBaseId: text }, [
  'uri',
]);

/** §3.27 */
const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['none', 'note', 'warning', 'error'] },
    message,
    locations: {
      type: 'array',
      items: object({ physicalLocation: object({ artifactLocation, region }, ['artifactLocation']) }, []),
    },
  },
  ['message'],
);

/** §3.14 and §3.19 */
const run = object(
  {
    tool: object(
      {
        driver: object(
          {
            name: text,
            semanticVersion: text,
            rules: { type: 'array', items: reportingDescriptor, uniqueItems: true },
          },
          ['name'],
        ),
      },
      ['driver'],
    ),
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: { type: 'array', items: result },
  },
  ['tool'],
);

/** §3.13 */
export const SARIF_LOG: object = object(
  { $schema: text, version: { const: '2.1.0' }, runs: { type: 'array', items: run } },
  ['version', 'runs'],
);
