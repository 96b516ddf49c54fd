import { randomUUID } from 'node:crypto';
import type { Alert } from '../../src/detections/alert.js';
import type { RuleHistory } from '../../src/detections/rule-history.js';
import { runRule } from '../../src/detections/run-rule.js';
import { toRule } from '../../src/definitions/to-model.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { fromKibana } from '../../src/kibana-form/from-kibana.js';
import type { JsonObject } from '../../src/values/json.js';
import { platformError } from './fake-kibana.js';
import type { FakeAnswer, FakeHandler, FakeRequest } from './fake-kibana.js';

/** How a preview of this Kibana differs from a run of dragnet: nothing, unless a test says so. */
export interface PreviewOptions {
  /** URL of the Elasticsearch behind it. */
  readonly cluster: string;
  /** Changes the alerts before they are written, as a Kibana that disagrees would. */
  readonly change?: (alerts: readonly JsonObject[]) => readonly JsonObject[];
  /** Answers in place of the run. */
  readonly answer?: (request: FakeRequest) => FakeAnswer | undefined;
}

const PATH = '/api/detection_engine/rules/preview';
const REQUIRED = ['name', 'description', 'risk_score', 'severity', 'type', 'invocationCount', 'timeframeEnd'];
const DAY = '2026/05/01';

/** `POST rules/preview`: runs the rule of the request over the cluster and writes its alerts into the space's preview index. */
export function previewApi(options: PreviewOptions): FakeHandler {
  return async (request) => {
    if (request.method !== 'POST' || request.path !== PATH) return undefined;
    const { body } = request;
    const lacking = REQUIRED.find((key) => body[key] === undefined);
    if (lacking !== undefined) return platformError(400, `[request body]: ${lacking}: Required`);
    const given = options.answer?.(request);
    if (given) return given;
    if (Number(body['invocationCount']) < 1) {
      return { status: 200, body: { logs: [{ errors: ['Invalid invocation count'], warnings: [], duration: 0 }] } };
    }
    return { status: 200, body: await run(request, options) };
  };
}

async function run({ body, space }: FakeRequest, { cluster: url, change }: PreviewOptions): Promise<object> {
  const previewId = randomUUID();
  const { invocationCount, timeframeEnd, ...sent } = body as JsonObject;
  const rule = toRule(fromKibana({ ...sent, rule_id: previewId }, { today: DAY }).file);
  const cluster = new ElasticsearchCluster({ node: url });
  const alerts = new Map<string, Alert>();
  const logs: object[] = [];
  let history: RuleHistory = {};
  const minutes = Number(/^(\d+)m$/.exec(rule.interval ?? '5m')?.[1]);
  for (let left = Number(invocationCount); left > 0; left -= 1) {
    const now = new Date(new Date(timeframeEnd as string).getTime() - (left - 1) * minutes * 60_000);
    const ran = await runRule(rule, cluster, { now, history, alerts: [...alerts.values()], space });
    for (const alert of [...ran.alerts, ...ran.updated]) alerts.set(alert.id, alert);
    history = ran.history;
    logs.push({ errors: ran.errors, warnings: ran.warnings, startedAt: now.toISOString(), duration: 1 });
  }
  const made = [...alerts.values()].map(({ document }) => withServerFields(document, sent['rule_id'] as string));
  await write(cluster, `.preview.alerts-security.alerts-${space}`, change ? change(made) : made);
  await cluster.close();
  return { previewId, logs, isAborted: false };
}

/** What a Kibana adds that no file says. */
function withServerFields(document: JsonObject, ruleId: string): JsonObject {
  return {
    ...document,
    'kibana.alert.rule.rule_id': ruleId,
    'kibana.alert.rule.producer': 'preview-producer',
    'kibana.alert.rule.created_by': 'elastic',
    'kibana.alert.rule.created_at': new Date().toISOString(),
    'kibana.alert.rule.execution.uuid': randomUUID(),
    'kibana.alert.url': 'http://127.0.0.1/app/security/alerts/redirect/x',
    'kibana.version': '8.18.0',
    'host.asset.criticality': 'high_impact',
  };
}

async function write(cluster: ElasticsearchCluster, index: string, documents: readonly JsonObject[]): Promise<void> {
  const mappings = { dynamic: false, properties: { 'kibana.alert.rule.uuid': { type: 'keyword' } } };
  try {
    await cluster.createIndex(index, { mappings });
  } catch (error) {
    if (!(error instanceof ClusterError && error.error.type === 'resource_already_exists_exception')) throw error;
  }
  if (documents.length > 0)
    await cluster.bulk(documents.map((document) => ({ _index: index, source: JSON.stringify(document) })));
}
