import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toOverlay } from '../../src/definitions/to-overlay.js';
import { validateTable } from '../../src/definitions/validate.js';

const ID = 'rule_id = "2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f99"';

function mistakes(text: string): readonly string[] {
  const file = parseToml('overlay.toml', text);
  const { table = {} } = file;
  return validateTable('overlay', { ...file, table }).map(({ code, what }) => `${code} ${what}`);
}

describe('An overlay file', () => {
  test('says only what the team sets', () => {
    const text = `[metadata]
creation_date = "2026/05/01"
comments = "Noisy on build hosts."
[overlay]
${ID}
enabled = true
severity = "high"
risk_score = 73
index = ["logs-*"]
tags = ["Team: SOC"]
exceptions_list = [{ list_id = "build-hosts" }]
threshold = { field = ["host.id"], value = 10 }
[[overlay.actions]]
id = "slack"
action_type_id = ".slack"
params = { message = "hit" }
`;
    expect(mistakes(text)).toEqual([]);
    const { ruleId, fields } = toOverlay(parseToml('overlay.toml', text).table ?? {});
    expect(ruleId).toBe('2f1c1b0a-54a3-4a55-9f43-0c6a4b0f8f99');
    expect(Object.keys(fields)).not.toContain('rule_id');
    expect(fields['severity']).toBe('high');
  });

  test('cannot change what is Elastic’s', () => {
    expect(mistakes(`[overlay]\n${ID}\nauthor = ["SOC"]\nlicense = "MIT"\ntype = "eql"`)).toEqual([
      'schema/unknown-key "author" of a prebuilt rule cannot be set.',
      'schema/unknown-key "license" of a prebuilt rule cannot be set.',
      'schema/unknown-key "type" of a prebuilt rule cannot be set.',
    ]);
  });

  test('names a rule, and known keys', () => {
    expect(mistakes('[overlay]\nenabled = true')).toEqual(['schema/missing-key [overlay] has no rule_id.']);
    expect(mistakes(`[overlay]\n${ID}\nenabld = true`)).toEqual([
      'schema/unknown-key "enabld" is not a key of [overlay]. Did you mean "enabled"?',
    ]);
    expect(mistakes(`[overlay]\n${ID}\nrisk_score = 101`)).toEqual([
      'schema/out-of-range overlay.risk_score is 101, more than 100.',
    ]);
  });
});
