import type { KeyPath } from '../../definitions/locate.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonValue } from '../../values/json.js';
import type { Check, Violation } from '../check.js';

/** Quantifiers have bounds, so that no text takes long. What secrets look like, by the name of what they are. Ids of access keys are none: every CloudTrail record has them. */
const SECRETS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u],
  ['a token of GitHub', /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60})/u],
  ['a token of GitLab', /\bglpat-[A-Za-z0-9_-]{20}/u],
  ['a token of Slack', /\bxox[abopsr]-[A-Za-z0-9-]{20}/u],
  ['a webhook of Slack', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20}/u],
  ['an API key of Google', /\bAIza[A-Za-z0-9_-]{35}\b/u],
  ['a secret key of Stripe', /\bsk_live_[A-Za-z0-9]{20}/u],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b/u],
  ['a JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/u],
];

/** Made up, and put together here so that no scanner takes it for real. */
const TOKEN = `ghp_${'a1B2c3'.repeat(6)}`;

/** See `summary`. */
export const noSecrets: Check = {
  name: 'no-secrets',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Keep secrets out of tests and actions.',
  rationale:
    'Events copied from a real system into a test, and headers of connectors in `actions`, bring passwords and tokens into git, where they stay for ever. Recognised by their form: private keys, tokens of GitHub, GitLab, Slack, npm, keys of Google and Stripe, JSON Web Tokens. Fixture files (NDJSON) are not read.',
  examples: {
    invalid: [
      `[[test]]\nname = "a clone"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 1 }\n\n[[test.event]]\nprocess = { args = ["git", "clone", "https://${TOKEN}@example.org"] }`,
    ],
    valid: [
      '[[test]]\nname = "a clone"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 1 }\n\n[[test.event]]\nprocess = { args = ["git", "clone", "https://REDACTED@example.org"] }',
    ],
  },
  *rule({ actions = [], responseActions = [] }) {
    yield* secretsIn([...actions], ['rule', 'actions']);
    yield* secretsIn([...responseActions], ['rule', 'response_actions']);
  },
  *test(table) {
    yield* secretsIn(table, []);
  },
};

function* secretsIn(value: JsonValue, path: KeyPath): Generator<Violation, void, undefined> {
  if (typeof value === 'string') {
    for (const [name, pattern] of SECRETS) {
      const match = pattern.exec(value);
      if (!match) continue;
      yield {
        path,
        range: { start: match.index, end: match.index + match[0].length },
        what: `This looks like ${name}.`,
        why: 'Whoever reads the repository can use it, even after it is deleted.',
        fix: 'Revoke it where it is real, and write something of the same form that is no secret.',
      };
    }
  } else if (isJsonArray(value)) {
    for (const [at, item] of value.entries()) yield* secretsIn(item, [...path, at]);
  } else if (isJsonObject(value)) {
    for (const [key, item] of Object.entries(value)) yield* secretsIn(item, [...path, key]);
  }
}
