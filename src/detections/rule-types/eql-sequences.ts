import type { EqlSequence } from '../../engine/cluster.js';
import type { EqlRule } from '../../model/rule.js';
import { isJsonArray } from '../../values/json.js';
import type { JsonObject } from '../../values/json.js';
import type { Alert } from '../alert.js';
import { alertFields } from '../alert-fields.js';
import type { Parent } from '../alert-fields.js';
import { buildingBlockIds, shellAlertId } from '../alert-id.js';
import { alertFromHit, isOwnDescendant } from '../build-alert.js';
import { fieldOf } from '../document-fields.js';
import { reasonOf } from '../reason.js';
import type { RunContext } from '../run-context.js';
import { createSuppressed } from './suppressed-hits.js';
import { sharedFields } from './shared-fields.js';

/** The alerts of one sequence: one that stands for all, and one for each event. */
interface AlertGroup {
  readonly shell: Alert;
  readonly blocks: readonly Alert[];
}

/**
 * Creates the alerts of sequences and samples: for each an alert with the fields that all events share, and a building block for each event; they
 * have one `kibana.alert.group.id`, which is the id of the first, and the blocks are numbered by `kibana.alert.group.index`.
 */
export function createFromSequences(rule: EqlRule, sequences: readonly EqlSequence[], context: RunContext): void {
  const groups = sequences.flatMap((sequence) => groupOf(sequence, context) ?? []);
  const { alertSuppression: suppression } = rule;
  if (!suppression) {
    context.writer.create(groups.flatMap(({ shell, blocks }) => [shell, ...blocks]));
    return;
  }
  const page = groups.map(({ shell, blocks }) => ({
    alert: shell,
    blocks,
    valueOf: (field: string) => fieldOf(shell.document, field),
    time: timeOf(rule, shell, context),
  }));
  createSuppressed(suppression, page, context, { suppressed: 0 });
}

/** Undefined for a sequence of the rule's own alerts. */
function groupOf({ events }: EqlSequence, context: RunContext): AlertGroup | undefined {
  const { owner, rule } = context;
  // An event that must be missing has no document.
  const hits = events.filter(({ missing }) => missing !== true);
  const plain = hits.map((hit) => alertFromHit(context, hit, { withoutOverrides: true }));
  if (plain.length === 0 || plain.some((alert) => isOwnDescendant(alert, context))) return undefined;
  const ids = buildingBlockIds(
    plain.map(({ ancestors }) => ancestors),
    owner,
  );
  const parts = plain.map((alert, at) => ({ alert, id: ids[at] ?? alert.id }));
  const ancestors = parts.flatMap(({ alert, id }) => [...parentsOf(alert), blockAsParent(alert, id, owner.ruleUuid)]);
  const groupId = shellAlertId(ancestors, owner);
  const documents = parts.map(({ alert: { document }, id }) => ({ ...document, 'kibana.alert.uuid': id }));
  const shared = sharedFields(documents);
  const common = alertFields(context, {
    uuid: groupId,
    reason: reasonOf(rule, shared),
    ancestors,
    depth: Math.max(...documents.map((document) => depthOf(document))) + 1,
    // Kibana takes the time of the first building block, which is that of the run.
    originalTime: context.now.toISOString(),
    overrides: { name: rule.name, severity: rule.severity, riskScore: rule.riskScore },
  });
  const shell: Alert = {
    id: groupId,
    ancestors,
    sources: hits.map(({ _index: index, _id: id }) => ({ index, id })),
    document: { ...shared, ...common, 'kibana.alert.group.id': groupId },
  };
  const blocks = parts.map(({ alert, id }, at): Alert => {
    const group = { 'kibana.alert.uuid': id, 'kibana.alert.building_block_type': 'default' };
    const place = { 'kibana.alert.group.id': groupId, 'kibana.alert.group.index': at };
    return { ...alert, id, document: { ...alert.document, ...group, ...place } };
  });
  return { shell, blocks };
}

function parentsOf({ document }: Alert): readonly Parent[] {
  const listed = document['kibana.alert.ancestors'];
  return isJsonArray(listed) ? (listed as unknown as readonly Parent[]) : [];
}

/** Building blocks are not indexed yet when the alert above them is made: their index is unknown to it. */
function blockAsParent({ document }: Alert, id: string, rule: string): Parent {
  return { id, type: 'signal', index: '', depth: depthOf(document), rule };
}

function depthOf(document: JsonObject): number {
  const depth = document['kibana.alert.depth'];
  return typeof depth === 'number' ? depth : 1;
}

/** The time of a sequence for suppression: of a field that all events share, else that of the run. */
function timeOf({ timestampOverride = '@timestamp' }: EqlRule, { document }: Alert, { now }: RunContext): string {
  const value = fieldOf(document, timestampOverride);
  return typeof value === 'string' ? new Date(value).toISOString() : now.toISOString();
}
