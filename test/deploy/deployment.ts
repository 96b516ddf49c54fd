import { parseToml } from '../../src/definitions/parse-toml.js';
import { applyPlan } from '../../src/deploy/apply-plan.js';
import type { ApplyInput } from '../../src/deploy/apply-input.js';
import type { ApplyReport } from '../../src/deploy/apply-report.js';
import { isApplied } from '../../src/deploy/apply-report.js';
import { desiredState } from '../../src/deploy/desired-state.js';
import { makePlan } from '../../src/deploy/make-plan.js';
import type { PlanInput } from '../../src/deploy/make-plan.js';
import type { Plan } from '../../src/deploy/plan.js';
import { MemorySession } from './memory-session.js';
import { WritableKibana } from './writable-kibana.js';

export const FIRST = '5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11';
export const SECOND = '0b0d4c0e-8f5e-4a55-9a53-1d6c7d0c5a22';

/** A rule as a team keeps it. */
export function rule(id: string, more = '', query = 'user.name: ann'): string {
  return `[metadata]
creation_date = "2026/05/01"
updated_date = "2026/05/01"
[rule]
rule_id = "${id}"
name = "Rule ${id.slice(0, 4)}"
description = "A rule."
author = ["SOC"]
risk_score = 21
severity = "low"
type = "query"
language = "kuery"
index = ["logs-*"]
query = '''${query}'''
${more}
`;
}

const LISTS = `[metadata]
rule_ids = ["${FIRST}"]
[[exceptions]]
[exceptions.container]
list_id = "admins"
name = "Admins"
[[exceptions.items]]
item_id = "scanners"
name = "Scanners"
entries = [{ field = "source.ip", type = "list", operator = "included", list = { id = "scanners", type = "ip" } }]
`;
export const VALUES = `[[value_lists]]
id = "scanners"
type = "ip"
values = ["10.0.0.1", "10.0.0.2"]
`;
export const CONNECTOR = `[[action_connectors]]
id = "slack"
[action_connectors.attributes]
name = "SOC"
actionTypeId = ".slack"
[action_connectors.secrets]
webhookUrl = "env:SLACK_URL"
`;
const ACTION = `[[rule.actions]]
id = "slack"
action_type_id = ".slack"
group = "default"
params = { message = "hit" }
`;
/** A repository with one object of each kind, and a second rule. */
export const FILES: Readonly<Record<string, string>> = {
  'rules/a.toml': rule(FIRST, `enabled = true\n${ACTION}`),
  'rules/b.toml': rule(SECOND),
  'lists.toml': LISTS,
  'values.toml': VALUES,
  'slack.toml': CONNECTOR,
};

/** A repository, its Kibana and its memory. */
export class Deployment {
  readonly kibana: WritableKibana = new WritableKibana();
  readonly session: MemorySession = new MemorySession();
  files: Readonly<Record<string, string>> = FILES;

  /** What is to be done. */
  plan(options: Partial<PlanInput> = {}): Promise<Plan> {
    const toml = Object.entries(this.files).map(([file, text]) => parseToml(file, text));
    const settings = {};
    const desired = desiredState(toml, { settings, kibanaVersion: '8.19.4' });
    const { kibana, session } = this;
    const made = { by: 'dragnet 0' };
    return makePlan({
      target: 'prod',
      made,
      settings,
      kibanaVersion: '8.19.4',
      desired,
      kibana,
      state: session.state,
      ...options,
    });
  }

  /** Applies a plan, or a new one. */
  async run(plan?: Plan, options: Partial<ApplyInput> = {}): Promise<ApplyReport> {
    const { kibana, session } = this;
    return applyPlan({
      plan: plan ?? (await this.plan()),
      kibana,
      session,
      secret: (variable) => (variable === 'SLACK_URL' ? 'https://hooks.example/1' : undefined),
      fingerprint: (secret) => `hash of ${secret.length}`,
      isFingerprintOf: (fingerprint, secret) => fingerprint === `hash of ${secret.length}`,
      now: () => '2026-05-01T00:00:00Z',
      maxDeletes: 10,
      atOnce: 1,
      ...options,
    });
  }
}

/** A repository that was applied, and nothing in the log. */
export async function applied(): Promise<Deployment> {
  const deployment = new Deployment();
  if (!isApplied(await deployment.run())) throw new Error('could not be applied');
  deployment.kibana.log.length = 0;
  return deployment;
}

/** What became of each action. */
export const outcomes = ({ results }: ApplyReport): readonly string[] =>
  results.map(({ action, key, outcome }) => `${action} ${key} ${outcome}`);
