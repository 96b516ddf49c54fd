import { ecsRawTypes } from './ecs.js';

/** What ECS says of a field name of an alert. */
export interface EcsAlertTypes {
  /** Type of the field; undefined where it has none that alerts are held to. */
  readonly typeOf: (name: string) => string | undefined;
  /** Whether fields stand below the name. */
  readonly isObject: (name: string) => boolean;
  /** Whether the name is that of nested objects. */
  readonly isNested: (name: string) => boolean;
}

/** Types that Kibana leaves out of the mapping of alerts, with all that is below. */
const LEFT_OUT = new Set(['constant_keyword', 'nested', 'flattened']);

/** Fields that Kibana takes for experimental. */
const EXPERIMENTAL = new Set([
  'faas.trigger',
  'faas.trigger.request_id',
  'faas.trigger.type',
  'host.cpu.system.norm.pct',
  'host.cpu.user.norm.pct',
  'host.fsstats.total_size.total',
  'host.fsstats.total_size.used',
  'host.fsstats.total_size.used.pct',
  'host.load.norm.1',
  'host.load.norm.5',
  'host.load.norm.15',
  'host.memory.actual.used.bytes',
  'host.memory.actual.used.pct',
  'host.memory.total',
  'process.io.bytes',
]);

let known: EcsAlertTypes | undefined;

/** The fields of ECS that Kibana holds alerts to: see `@kbn/alerts-as-data-utils` (`ecs_field_map.ts`). https://www.elastic.co/docs/reference/ecs */
export function ecsAlertTypes(): EcsAlertTypes {
  return (known ??= build(ecsRawTypes()));
}

function build(all: ReadonlyMap<string, string>): EcsAlertTypes {
  const types = new Map<string, string>();
  const objects = new Set<string>();
  for (const [name, type] of all) {
    if (LEFT_OUT.has(type) || EXPERIMENTAL.has(name)) continue;
    const parents = parentsOf(name);
    if (parents.some((parent) => LEFT_OUT.has(all.get(parent) ?? ''))) continue;
    types.set(name, type);
    for (const parent of parents) objects.add(parent);
  }
  return {
    typeOf: (name) => types.get(name),
    isObject: (name) => objects.has(name),
    isNested: (name) => all.get(name) === 'nested',
  };
}

/** The objects that a field is in, the outermost first. */
function parentsOf(name: string): readonly string[] {
  const parents: string[] = [];
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) parents.push(name.slice(0, dot));
  return parents;
}
