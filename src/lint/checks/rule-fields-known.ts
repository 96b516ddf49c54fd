import { similarNames } from '../../diagnostics/did-you-mean.js';
import { isField } from '../../languages/unknown-field.js';
import { isDynamic } from '../../schemas/fields/index-fields.js';
import type { Check, Violation } from '../check.js';
import { misspeltField } from '../misspelt-field.js';
import { fieldsOfRule } from '../rule-fields.js';
import type { RuleField } from '../rule-fields.js';

const TEXT: ReadonlySet<string> = new Set(['text', 'match_only_text', 'annotated_text', 'semantic_text']);

/** See `summary`. */
export const ruleFieldsKnown: Check = {
  name: 'rule-fields-known',
  since: '0.1.0',
  severity: 'error',
  summary: 'Group, count, map and override by fields that the alerts of the rule can have.',
  rationale:
    'New-terms fields, threshold fields and cardinalities, fields of suppression, threat mappings (their values among the fields of `threat_index`), severity and risk-score mappings, overrides, `investigation_fields` and `required_fields` name fields of the events; of an ES|QL query with `STATS`, the columns that it returns. A field that does not exist makes a rule that never fires, or alerts that are never suppressed. Where catalogues cover the indices (`[fields] catalogues` in `dragnet.toml`), an unknown field is an error (a warning where alerts come all the same: overrides, `investigation_fields`, `required_fields`); elsewhere likely slips of known names are warnings, and other names are not checked. Analysed text cannot be grouped by at all.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule'],
  examples: {
    invalid: [
      'type = "threshold"\nthreshold = { field = ["host.id", "user.nmae"], value = 5 }',
      'type = "new_terms"\nnew_terms_fields = ["host.id", "proces.name"]',
      'type = "esql"\nlanguage = "esql"\nquery = "from logs-* | stats n = count(*) by host.id"\nalert_suppression = { group_by = ["user.name"] }',
      'type = "threshold"\nthreshold = { field = ["message"], value = 5 }',
    ],
    valid: [
      'type = "threshold"\nthreshold = { field = ["host.id", "acme.door"], value = 5 }',
      'type = "new_terms"\nnew_terms_fields = ["host.id", "process.name"]',
      'type = "esql"\nlanguage = "esql"\nquery = "from logs-* | stats n = count(*) by host.id"\nalert_suppression = { group_by = ["host.id"] }',
    ],
  },
  *rule(rule, context) {
    for (const field of fieldsOfRule(rule, context)) yield* violations(field);
  },
};

function* violations({ name, use, isGroup, among, ...place }: RuleField): Generator<Violation, void, undefined> {
  const isWhole = among.open.length === 0;
  const known = among.fields.get(name);
  if (known !== undefined) {
    if (!isGroup || !TEXT.has(known.type)) return;
    yield {
      ...place,
      severity: isWhole ? 'error' : 'warning',
      what: `The rule ${use} ${name}, which is of type ${known.type}.`,
      why: 'Elasticsearch refuses to aggregate analysed text.',
      fix: 'Use a keyword field.',
    };
    return;
  }
  if (isField(name, among.fields) || isDynamic(name, among)) return;
  const meant = isWhole ? similarNames(name, among.fields.keys())[0] : misspeltField(name, among.fields);
  if (!isWhole && meant === undefined) return;
  yield {
    ...place,
    // Alerts come all the same where only something of them is read.
    severity: isWhole && use !== 'reads' ? 'error' : 'warning',
    what: `The rule ${use} ${name}, which is no field of its ${isWhole ? 'events' : 'known catalogues'}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
    why: 'No event has a value there: nothing is grouped, mapped or overridden by it.',
    fix: meant === undefined ? 'Use a field of the indices, or a column that the query returns.' : `Write ${meant}.`,
  };
}
