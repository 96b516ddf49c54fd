import type { JsonObject } from '../../../src/values/json.js';
import { ago } from '../detection-case.js';
import type { DetectionCase } from '../detection-case.js';

const MUTATE = 'rule_types/factories/utils/traverse_and_mutate_doc.ts';
const TEST = `rule_execution_logic/general_logic/basic_license_essentials_tier/non_ecs_fields.ts; ${MUTATE}`;

const event = (fields: JsonObject): JsonObject => ({ '@timestamp': ago(1), ...fields });

/** What of a document its alert takes over: nothing that the mapping of ECS refuses. */
export const ECS_CASES: readonly DetectionCase[] = [
  { name: 'ECS: an object where a value belongs is left out, what is beside it stays', source: TEST, events: [event({ agent: { name: { first: 'x' }, version: '1' } })], expect: { fields: [{ 'agent.name': undefined, 'agent.name.first': undefined, 'agent.version': '1' }] } },
  { name: 'ECS: a value where an object belongs is left out', source: TEST, events: [event({ container: { name: 'c', image: 'i' } })], expect: { fields: [{ 'container.image': undefined, 'container.name': 'c' }] } },
  { name: 'ECS: a number stays where a keyword belongs', source: TEST, events: [event({ agent: { type: 13 } })], expect: { fields: [{ 'agent.type': 13 }] } },
  { name: 'ECS: what is no address is left out, networks are addresses', source: TEST, events: [event({ client: { ip: 'none', name: 'n' }, server: { ip: ['::1', '10.0.0.1', '10.0.0.0/8', 'x', '1111:2222:3333:4444:aaaa:BBBB:cccc:dddd'] } })], expect: { fields: [{ 'client.ip': undefined, 'client.name': 'n', 'server.ip': ['::1', '10.0.0.1', '10.0.0.0/8', '1111:2222:3333:4444:aaaa:BBBB:cccc:dddd'] }] } },
  { name: 'ECS: what is no date is left out, also of the original event', source: TEST, events: [event({ event: { end: true, created: '2026-05', start: 0 } })], expect: { fields: [{ 'event.end': undefined, 'kibana.alert.original_event.end': undefined, 'event.created': '2026-05', 'kibana.alert.original_event.created': '2026-05', 'event.start': 0 }] } },
  { name: 'ECS: what is no number is left out, digits in a text are one', source: TEST, events: [event({ client: { nat: { port: '3000' }, bytes: 'many', packets: '24 ' }, user: { risk: { calculated_score: '24 ' } }, host: { cpu: { usage: 'x' } } })], expect: { fields: [{ 'client.nat.port': '3000', 'client.bytes': undefined, 'client.packets': undefined, 'user.risk.calculated_score': '24 ', 'host.cpu.usage': undefined }] } },
  { name: 'ECS: of several truth values each stands for itself', source: TEST, events: [event({ dll: { code_signature: { valid: ['no', 'true', ['true', 'No'], '', 'False', 'false'], trusted: 'True' } } })], expect: { fields: [{ 'dll.code_signature.valid': ['true', ['true'], '', 'false'], 'dll.code_signature.trusted': undefined }] } },
  { name: 'ECS: values where nested objects belong are left out', source: TEST, events: [event({ threat: { enrichments: ['a', 'b'], framework: 'f' } })], expect: { fields: [{ 'threat.enrichments': undefined, 'threat.framework': 'f' }] } },
  { name: 'ECS: places are not looked at', source: TEST, events: [event({ client: { geo: { location: 'somewhere' } } })], expect: { fields: [{ 'client.geo.location': 'somewhere' }] } },
  { name: 'ECS: a dotted name below a value is left out, an own field beside values stays', source: MUTATE, events: [event({ 'agent.id.part': 'x', 'agent.build.original': 'v', agent: { own: { a: 1 }, mine: 'm' } })], expect: { fields: [{ 'agent.id.part': undefined, 'agent.build.original': 'v', 'agent.own.a': 1, 'agent.mine': 'm' }] } },
  { name: 'ECS: objects in a list lose their wrong fields, and go where nothing is left', source: `${MUTATE} (traverseArray)`, events: [event({ agent: [{ name: { a: 1 } }, { version: '1', type: { a: 1 } }] })], expect: { fields: [{ agent: [{ version: '1' }] }] } },
  { name: 'ECS: lists and objects without values are no fields', source: MUTATE, events: [event({ tags: [], labels: {}, mine: { list: [], inner: {}, kept: 1 } })], expect: { fields: [{ tags: undefined, labels: undefined, mine: { kept: 1 } }] } },
  { name: 'ECS: null stays where a keyword belongs, not where a number does', source: `${MUTATE} (computeIsEcsCompliant)`, events: [event({ client: { bytes: null, name: null, domain: 'd' } })], expect: { fields: [{ client: { name: null, domain: 'd' } }] } },
  { name: 'ECS: a long text stays in a keyword', source: TEST, events: [event({ event: { module: 'z'.repeat(40_000), action: 'a' } })], notOnNode: 'the mapping of the cases refuses terms that long', expect: { fields: [{ 'event.module': 'z'.repeat(40_000), 'kibana.alert.original_event.module': 'z'.repeat(40_000) }] } },
  { name: 'ECS: what is left out still names the alert and its severity', source: 'rule_types/factories/utils/transform_hit_to_alert.ts (mergedDoc)', rule: { rule_name_override: 'agent', severity_mapping: [{ field: 'container.image', operator: 'equals', value: 'i', severity: 'high' }] }, events: [event({ agent: 'A', container: { image: 'i' } })], expect: { fields: [{ agent: undefined, 'kibana.alert.rule.name': 'A', 'kibana.alert.severity': 'high' }] } },
  { name: 'ECS: a multi-field is no field of the alert, however the document spells its name', source: TEST, events: [event({ process: { command_line: 'run it' } }), event({ 'own.command_line': 'run it' })], expect: { fields: [{ 'process.command_line': 'run it', 'process.command_line.keyword': undefined }, { 'own.command_line': 'run it', 'own.command_line.keyword': undefined }] } },
]; // prettier-ignore
