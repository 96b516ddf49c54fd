import type { Cluster } from '../engine/cluster.js';
import type { KqlFieldInfo, KqlFields } from '../languages/kql/known-fields.js';

/**
 * The fields of the indices that a rule reads, as Kibana loads them before it compiles KQL: a keyword then gets `term` and `wildcard`
 * queries instead of analysed text. A field whose type differs between indices has the type `conflict`.
 */
export async function knownFields(cluster: Cluster, index: string): Promise<KqlFields> {
  const { fields } = await cluster.fieldCaps({ index, fields: ['*'], ignore_unavailable: true });
  const types = new Map(Object.entries(fields).map(([name, byType]) => [name, Object.keys(byType)] as const));
  const nested = [...types].filter(([, all]) => all.includes('nested')).map(([name]) => name);
  const known = new Map<string, KqlFieldInfo>();
  for (const [name, all] of types) {
    const [type = 'conflict', second] = all.filter((candidate) => candidate !== 'unmapped');
    const path = nested.filter((parent) => name.startsWith(`${parent}.`)).sort((a, b) => b.length - a.length)[0];
    known.set(name, {
      type: second === undefined ? type : 'conflict',
      ...(path === undefined ? {} : { nested: path }),
    });
  }
  return known;
}
