import { describe, expect, test } from 'vitest';
import { parseToml } from '../../src/definitions/parse-toml.js';
import { toHunt, toRule } from '../../src/definitions/to-model.js';
import { validateTable } from '../../src/definitions/validate.js';
import type { Rule } from '../../src/model/rule.js';

/** A rule of a type, from the TOML that the type adds; its schema must accept it. */
function rule(type: string, more: string, metadata = ''): Rule {
  const toml = parseToml(
    'f.toml',
    `[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/02"
${metadata}
[rule]
author = ["Team"]
description = "Finds a thing."
name = "A rule"
risk_score = 47
rule_id = "0f616aee-8161-4120-857e-742366f5eeb3"
severity = "medium"
type = "${type}"
${more}`,
  );
  const { table } = toml;
  if (table === undefined) throw new Error(toml.diagnostics[0]?.what);
  expect(validateTable('rule', { ...toml, table })).toEqual([]);
  return toRule(table);
}

const SOURCE = 'language = "kuery"\nquery = "a: b"\nindex = ["logs-*"]\n';

describe('a rule of each type', () => {
  test('query', () => {
    expect(rule('query', SOURCE)).toEqual({
      type: 'query',
      author: ['Team'],
      description: 'Finds a thing.',
      name: 'A rule',
      riskScore: 47,
      ruleId: '0f616aee-8161-4120-857e-742366f5eeb3',
      severity: 'medium',
      language: 'kuery',
      query: 'a: b',
      index: ['logs-*'],
      metadata: {
        creationDate: '2026/05/01',
        updatedDate: '2026/05/02',
        integration: [],
        raw: { creation_date: '2026/05/01', updated_date: '2026/05/02' },
      },
    });
  });

  test('a query may be left to the filters', () => {
    const filters = '[[rule.filters]]\nmeta = { negate = true }\nquery = { exists = { field = "a" } }\n';
    expect(rule('query', `language = "lucene"\n${filters}`)).toMatchObject({
      query: '',
      filters: [{ meta: { negate: true }, query: { exists: { field: 'a' } } }],
    });
  });

  test('saved_query has no language or query of its own', () => {
    const saved = rule('saved_query', 'saved_id = "abc"\ndata_view_id = "view"\n');
    expect(saved).toMatchObject({ savedId: 'abc', dataViewId: 'view' });
    expect(Object.keys(saved)).not.toContain('query');
  });

  test('eql', () => {
    expect(
      rule(
        'eql',
        'language = "eql"\nquery = "any where true"\ntimestamp_field = "t"\nevent_category_override = "c"\ntiebreaker_field = "b"\n',
      ),
    ).toMatchObject({ language: 'eql', timestampField: 't', eventCategoryOverride: 'c', tiebreakerField: 'b' });
  });

  test('esql', () => {
    expect(
      rule(
        'esql',
        'language = "esql"\nquery = "from a"\n[rule.alert_suppression]\ngroup_by = ["a"]\nmissing_fields_strategy = "doNotSuppress"\nduration = { value = 6, unit = "h" }\n',
      ),
    ).toMatchObject({
      alertSuppression: {
        groupBy: ['a'],
        missingFieldsStrategy: 'doNotSuppress',
        duration: { value: 6, unit: 'h' },
      },
    });
  });

  test('threshold', () => {
    expect(
      rule(
        'threshold',
        `${SOURCE}alert_suppression = { duration = { value = 1, unit = "m" } }\n[rule.threshold]\nfield = []\nvalue = 25\ncardinality = [{ field = "u", value = 3 }]\n`,
      ),
    ).toMatchObject({
      threshold: { field: [], value: 25, cardinality: [{ field: 'u', value: 3 }] },
      alertSuppression: { duration: { value: 1, unit: 'm' } },
    });
  });

  test('new_terms, in the form of rule files and in that of Kibana', () => {
    const nested = `${SOURCE}[rule.new_terms]\nfield = "new_terms_fields"\nvalue = ["host.id"]\n[[rule.new_terms.history_window_start]]\nfield = "history_window_start"\nvalue = "now-7d"\n`;
    const flat = `${SOURCE}new_terms_fields = ["host.id"]\nhistory_window_start = "now-7d"\n`;
    expect(rule('new_terms', nested)).toEqual(rule('new_terms', flat));
    expect(rule('new_terms', nested)).toMatchObject({ newTermsFields: ['host.id'], historyWindowStart: 'now-7d' });
  });

  test('threat_match', () => {
    expect(
      rule(
        'threat_match',
        `${SOURCE}threat_index = ["ti-*"]\nthreat_query = "*:*"\nthreat_language = "kuery"\nthreat_indicator_path = "threat.indicator"\nitems_per_search = 10\nconcurrent_searches = 2\nthreat_mapping = [{ entries = [{ field = "a", type = "mapping", value = "b", negate = true }] }]\n`,
      ),
    ).toMatchObject({
      threatIndex: ['ti-*'],
      threatQuery: '*:*',
      threatIndicatorPath: 'threat.indicator',
      itemsPerSearch: 10,
      concurrentSearches: 2,
      threatMapping: [{ entries: [{ field: 'a', value: 'b', negate: true }] }],
    });
  });

  test.each(['"job"', '["job"]'])('machine_learning with %s', (job) => {
    expect(rule('machine_learning', `anomaly_threshold = 50\nmachine_learning_job_id = ${job}\n`)).toMatchObject({
      anomalyThreshold: 50,
      machineLearningJobId: ['job'],
    });
  });
});

describe('what all rules share', () => {
  test('optional fields by their names in the model', () => {
    const full = rule(
      'query',
      `${SOURCE}from = "now-9m"\nto = "now"\ninterval = "5m"\nmax_signals = 10\nfalse_positives = ["f"]\nrule_name_override = "n"\ntimestamp_override = "event.ingested"\ntimestamp_override_fallback_disabled = true\nbuilding_block_type = "default"\ntimeline_id = "i"\ntimeline_title = "t"\nseverity_mapping = [{ field = "s", operator = "equals", value = "1", severity = "low" }]\nrisk_score_mapping = [{ field = "r", operator = "equals", value = "", risk_score = 5 }]\ninvestigation_fields = { field_names = ["host.name"] }\nrelated_integrations = [{ package = "aws", version = "^2.0.0" }]\n[[rule.threat]]\nframework = "MITRE ATT&CK"\ntactic = { id = "TA0002", name = "Execution", reference = "https://attack.mitre.org/tactics/TA0002/" }\n[[rule.threat.technique]]\nid = "T1059"\nname = "Command and Scripting Interpreter"\nreference = "https://attack.mitre.org/techniques/T1059"\n[transform]\nosquery = [{ label = "l", query = "SELECT 1" }]\n`,
      'integration = "aws"\nmaturity = "production"\nmin_stack_version = "8.19.0"\n',
    );
    expect(full).toMatchObject({
      from: 'now-9m',
      to: 'now',
      interval: '5m',
      maxSignals: 10,
      falsePositives: ['f'],
      ruleNameOverride: 'n',
      timestampOverride: 'event.ingested',
      timestampOverrideFallbackDisabled: true,
      buildingBlockType: 'default',
      timelineId: 'i',
      timelineTitle: 't',
      severityMapping: [{ field: 's', operator: 'equals', value: '1', severity: 'low' }],
      riskScoreMapping: [{ field: 'r', operator: 'equals', value: '', riskScore: 5 }],
      investigationFields: ['host.name'],
      relatedIntegrations: [{ package: 'aws', version: '^2.0.0' }],
      threat: [{ framework: 'MITRE ATT&CK', tactic: { id: 'TA0002' }, technique: [{ id: 'T1059' }] }],
      metadata: { maturity: 'production', minStackVersion: '8.19.0', integration: ['aws'] },
      transform: { osquery: [{ label: 'l', query: 'SELECT 1' }] },
    });
  });

  test('what the file leaves out is absent, no default stands in', () => {
    const bare = rule('query', SOURCE);
    for (const key of ['from', 'to', 'interval', 'maxSignals', 'tags', 'threat', 'transform', 'enabled']) {
      expect(Object.hasOwn(bare, key)).toBe(false);
    }
  });
});

test('a hunt is its table', () => {
  const { table } = parseToml('h.toml', '[hunt]\nname = "h"\nquery = ["from a"]\n');
  expect(toHunt(table!)).toEqual({ name: 'h', query: ['from a'] });
});
