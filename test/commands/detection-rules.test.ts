import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { translateDetectionRulesConfig } from '../../src/definitions/detection-rules-config.js';
import { codeOf } from '../../src/lint/check.js';
import { CHECKS } from '../../src/lint/checks/index.js';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const ID = '0f616aee-8161-4120-857e-742366f5eeb3';
const HUNT = `[hunt]
author = "me"
description = "d"
integration = ["endpoint"]
uuid = "7d1a0c3e-0000-4000-8000-000000000001"
name = "A hunt"
language = ["ES|QL"]
license = "Apache-2.0"
query = ["from logs-* | stats count(*) by host.id"]
`;
const CUSTOM = `rule_dirs:
  - rules
  - more/rules
bbr_rules_dirs: [bbr]
files:
  deprecated_rules: etc/deprecated_rules.json
  packages: etc/packages.yaml
  stack_schema_map: etc/stack-schema-map.yaml
  version_lock: etc/version.lock.json
directories:
  exception_dir: my_exceptions
  action_connector_dir: my_connectors
normalize_kql_keywords: false
bypass_timeline_template_validation: true
no_tactic_filename: true
surprise: 1
testing:
  config: etc/test_config.yaml
`;

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const read = (file: string): Promise<string> => readFile(join(space.root, file), 'utf8');

describe('a checkout of elastic/detection-rules', () => {
  beforeEach(() =>
    space.write({
      'detection_rules/etc/_config.yaml':
        'rule_dirs: [../../rules]\nbbr_rules_dirs: [../../rules_building_block]\nfiles:\n  version_lock: version.lock.json\n',
      'detection_rules/etc/version.lock.json': JSON.stringify({ [ID]: { version: 12 } }),
      'rules/windows/a.toml': RULE,
      'hunting/linux/queries/h.toml': HUNT,
      'tests/data/broken.toml': '[rule]\n',
    }),
  );

  test('works in place: rules, building blocks and hunts, and its lock', async () => {
    expect((await space.run(['lock', 'hash'])).out.split('\n')).toHaveLength(2);
    expect((await space.run(['validate'])).err).toContain('validate: 2 files');
    expect(JSON.parse((await space.run(['export'])).out.split('\n')[0]!)).toMatchObject({ version: 12 });
  });

  test('dragnet init writes its settings down', async () => {
    expect((await space.run(['init', '--from-detection-rules'])).code).toBe(0);
    expect(await read('dragnet.toml')).toContain(
      'paths = ["rules", "hunting"]\nversion_lock = "detection_rules/etc/version.lock.json"\nprofile = "elastic"',
    );
    expect((await space.run(['validate'])).err).toContain('validate: 2 files');
  });
});

test('what a switch switches off is a check that there is', () => {
  const { config } = translateDetectionRulesConfig({ bypass_optional_elastic_validation: true }, '.');
  const known = new Set<string>(CHECKS.map(codeOf));
  expect(Object.keys(config.checks ?? {}).length).toBeGreaterThan(4);
  expect(Object.keys(config.checks ?? {}).filter((code) => !known.has(code))).toEqual([]);
});

describe('a folder of custom rules', () => {
  beforeEach(() => space.write({ 'custom/_config.yaml': CUSTOM, 'custom/rules/a.toml': RULE, 'custom/x.toml': RULE }));

  test('is named by CUSTOM_RULES_DIR, or is the folder that one stands in', async () => {
    const env = { CUSTOM_RULES_DIR: 'custom' };
    expect((await space.run(['lock', 'hash'], { env })).out).toMatch(/ {2}rules\/a\.toml\n$/);
    await space.write({
      'live.json': JSON.stringify({
        rule_id: 'x',
        name: 'X',
        type: 'eql',
        threat: [{ tactic: { name: 'Execution' } }],
      }),
    });
    expect((await space.run(['import', 'live.json'], { env })).err).toContain('rules/x.toml  new  X');
    expect(await read('custom/rules/x.toml')).toContain('name = "X"');
  });

  test('its lock is written where it says', async () => {
    expect((await space.run(['lock'], { env: { CUSTOM_RULES_DIR: 'custom' } })).code).toBe(0);
    expect(JSON.parse(await read('custom/etc/version.lock.json'))).toMatchObject({ [ID]: { version: 1 } });
  });

  test('dragnet init says what has no setting', async () => {
    const env = { CUSTOM_RULES_DIR: 'custom' };
    expect((await space.run(['init', '--from-detection-rules'], { env })).code).toBe(0);
    const text = await read('custom/dragnet.toml');
    expect(text).toContain('paths = ["rules"]');
    expect(text).toContain('"lint/timeline-has-id" = "off"');
    for (const said of [
      'normalize_kql_keywords',
      'testing',
      'files.stack_schema_map',
      'surprise: This key is not known.',
    ])
      expect(text).toContain(`# - ${said}`);
    expect(await space.run(['init'], { env })).toMatchObject({ code: 2 });
    expect(await space.run(['init', '--force'], { env })).toMatchObject({ code: 0 });
  });

  test('versions in the files need no lock', async () => {
    await space.write({ 'custom/_config.yaml': `${CUSTOM}bypass_version_lock: true\n` });
    const run = await space.run(['lock'], { env: { CUSTOM_RULES_DIR: 'custom' } });
    expect(run).toMatchObject({ code: 2 });
    expect(run.err).toContain('bypass_version_lock');
  });

  test('a file that is no YAML, or has nothing to say', async () => {
    await space.write({ '_config.yaml': 'another: [tool', 'custom/_config.yaml': 'rule_dirs: [' });
    expect(await space.run(['lock', 'hash'], { env: { CUSTOM_RULES_DIR: 'custom' } })).toMatchObject({ code: 2 });
    expect(await space.run(['init', '--from-detection-rules'])).toMatchObject({ code: 2 });
    await space.write({ 'rules/b.toml': RULE });
    expect((await space.run(['init'])).code).toBe(0);
    expect(await read('dragnet.toml')).toContain('paths = ["rules"]');
    expect((await space.run(['validate'])).err).toContain('validate: 1 file');
  });
});
