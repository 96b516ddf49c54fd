import type { MapLiteral, TakeApart } from '../ast.js';
import { type EsqlType, isString } from '../types.js';
import { URI_COLUMNS } from '../uri/uri-parts.js';
import type { Resolver } from './resolve.js';
import type { Scope } from './scope.js';
import type { Outcome, Session } from './session.js';

/** URI_PARTS and its kin: the columns stand below the prefix. Two of them need lists that only a cluster has. */
export function takeApartStep(command: TakeApart, scope: Scope, session: Session, resolver: Resolver): Outcome {
  const input = resolver.resolve(command.input);
  const outputs = columnsOf(command).map(([name, type]) =>
    session.attributes.create(`${command.prefix.name}.${name}`, type),
  );
  const after = scope.with(outputs);
  if (input === undefined) return { scope: after, steps: [] };
  if (!isString(input.type) && !(command.command === 'USER_AGENT' && input.type === 'null')) {
    session.problems.addLater(
      input.range,
      'esql/type',
      `Input for ${command.command} must be of type [string] but is [${input.type}]`,
      'There is no text to take apart.',
      'Convert it with ::string.',
    );
    return { scope: after, steps: [] };
  }
  if (command.command !== 'URI_PARTS') {
    const needs = command.command === 'USER_AGENT' ? 'expressions of uap-core' : 'list of public suffixes';
    return {
      scope: after,
      steps: [{ kind: 'Refused', feature: `the ES|QL command ${command.command}, which needs the ${needs},` }],
    };
  }
  const { start, end } = command.range;
  const source = { text: session.text.slice(start, end), range: command.range };
  return { scope: after, steps: [{ kind: 'UriParts', source, input, outputs }] };
}

function columnsOf({ command, options }: TakeApart): readonly (readonly [name: string, type: EsqlType])[] {
  switch (command) {
    case 'URI_PARTS':
      return URI_COLUMNS.map((name) => [name, name === 'port' ? 'integer' : 'keyword']);
    case 'REGISTERED_DOMAIN':
      return ['domain', 'registered_domain', 'top_level_domain', 'subdomain'].map((name) => [name, 'keyword']);
    case 'USER_AGENT':
      return agentColumns(options).map((name) => [name, 'keyword']);
  }
}

function agentColumns(options: MapLiteral | undefined): readonly string[] {
  const device = isOn(options, 'extract_device_type') ? ['device.name', 'device.type'] : ['device.name'];
  const groups = new Map([
    ['name', ['name']],
    ['version', ['version']],
    ['os', ['os.name', 'os.version', 'os.full']],
    ['device', device],
  ]);
  const wanted = textsOf(options, 'properties') ?? [...groups.keys()];
  return [...groups].flatMap(([group, names]) => (wanted.includes(group) ? names : []));
}

function isOn(options: MapLiteral | undefined, key: string): boolean {
  const value = valueOf(options, key);
  return value?.kind === 'Boolean' && value.value;
}

function textsOf(options: MapLiteral | undefined, key: string): readonly string[] | undefined {
  const value = valueOf(options, key);
  if (value?.kind === 'String') return [value.value];
  return value?.kind === 'List' ? value.items.flatMap((item) => (item.kind === 'String' ? item.value : [])) : undefined;
}

function valueOf(options: MapLiteral | undefined, key: string): MapLiteral['entries'][number]['value'] | undefined {
  return options?.entries.find((entry) => entry.key === key)?.value;
}
