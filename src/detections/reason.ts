import { isJsonArray } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Overrides } from './overrides.js';
import { fieldOf } from './document-fields.js';

/**
 * The sentence that Kibana shows for an alert (`kibana.alert.reason`): which event, of whom and where, raised which alert.
 * A field that is missing, empty or a lone `-` is left out; several values are joined.
 */
export function reasonOf({ name, severity }: Pick<Overrides, 'name' | 'severity'>, document: JsonObject): string {
  const of = (field: string): string | undefined => shown(document, field);
  const [category, process, parent, file] = ['event.category', 'process.name', 'process.parent.name', 'file.name'].map(
    of,
  );
  const [source, sourcePort, target, targetPort] = [
    'source.ip',
    'source.port',
    'destination.ip',
    'destination.port',
  ].map(of);
  const [user, host] = ['user.name', 'host.name'].map(of);
  const has = [process, parent, file, source, sourcePort, target, targetPort].some((value) => value !== undefined);
  const parts = [
    category === undefined ? 'event' : `${category} event`,
    has ? ' with' : '',
    part(' process ', process, ','),
    part(' parent process ', parent, ','),
    part(' file ', file, ','),
    part(' source ', source),
    part(':', sourcePort, ','),
    part(' destination ', target),
    part(':', targetPort, ','),
    part(' by ', user),
    part(' on ', host),
    ` created ${severity} alert ${name}.`,
  ];
  return parts.join('');
}

function part(before: string, value: string | undefined, after = ''): string {
  return value === undefined ? '' : `${before}${value}${after}`;
}

/** A number is shown only within a list: Kibana asks a lone value for its length. */
function shown(document: JsonObject, field: string): string | undefined {
  const value = fieldOf(document, field);
  if (typeof value === 'string') return value === '' || value === '-' ? undefined : value;
  if (!isJsonArray(value) || value.length === 0 || (value.length === 1 && value[0] === '-')) return undefined;
  return value.map(String).join(', ');
}
