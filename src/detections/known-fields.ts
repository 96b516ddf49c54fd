import type { Cluster, FieldCapsResponse } from '../engine/cluster.js';
import type { KqlFieldInfo, KqlFields } from '../languages/kql/known-fields.js';

/** Characters of names that a request is to have at most: it stands in the address, which Elasticsearch limits to 4 kB. */
const LONGEST = 2000;

/**
 * The fields of some names (wildcards included; all unless some are given) of the indices that a rule reads, as Kibana loads them before it compiles KQL: a keyword then gets `term` and `wildcard`
 * queries instead of analysed text. A field whose type differs between indices has the type `conflict`.
 */
export async function knownFields(
  cluster: Cluster,
  index: string,
  names: readonly string[] = ['*'],
): Promise<KqlFields> {
  const wanted = [...new Set(names.flatMap(withObjects))];
  const all = wanted.join(',').length > LONGEST ? ['*'] : wanted;
  const { fields } =
    all.length === 0 ? { fields: {} } : await cluster.fieldCaps({ index, fields: all, ignore_unavailable: true });
  const get = (name: string): KqlFieldInfo | undefined => fieldInfo(name, fields);
  return {
    get,
    *entries() {
      for (const name of Object.keys(fields)) {
        const info = get(name);
        if (info !== undefined) yield [name, info];
      }
    },
  };
}

/** A name, and the objects that its field may be in. */
function withObjects(name: string): readonly string[] {
  const names: string[] = [];
  for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) names.push(name.slice(0, dot));
  return [...names, name];
}

/** What field capabilities say of a name: a query asks for few of some thousands. */
function fieldInfo(name: string, fields: FieldCapsResponse['fields']): KqlFieldInfo | undefined {
  const byType = typesOf(name, fields);
  if (byType === undefined) return undefined;
  const [type = 'conflict', second] = byType.filter((candidate) => candidate !== 'unmapped');
  const nested = nestedPath(name, fields);
  return { type: second === undefined ? type : 'conflict', ...(nested === undefined ? {} : { nested }) };
}

/** The innermost nested object around a field. */
function nestedPath(name: string, fields: FieldCapsResponse['fields']): string | undefined {
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const path = name.slice(0, dot);
    if (typesOf(path, fields)?.includes('nested') === true) return path;
  }
  return undefined;
}

function typesOf(name: string, fields: FieldCapsResponse['fields']): readonly string[] | undefined {
  if (!Object.hasOwn(fields, name)) return undefined;
  return Object.keys(fields[name] ?? {});
}
