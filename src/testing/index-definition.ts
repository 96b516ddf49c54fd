import type { IndexDefinition } from '../engine/cluster.js';

/** Mapping and settings for an index. */
export async function indexDefinitionFor(
  _index: string,
  _mappings: readonly string[],
  _readFile?: (path: string) => Promise<string>,
): Promise<IndexDefinition> {
  return Promise.resolve({});
}
