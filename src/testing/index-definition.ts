import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { IndexDefinition } from '../engine/cluster.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { catalogueOf, catalogueOfIndex, isProfile, PROFILE_NAMES } from '../schemas/fields/profiles.js';
import { toIndexDefinition } from '../schemas/fields/to-index-definition.js';
import { isJsonObject, parseJson } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { FixtureError } from './fixtures.js';

/**
 * Mapping and settings for an index of a test: from the profiles and imported catalogues that it names (`aws.cloudtrail`), or one JSON file with a mapping
 * (`{"properties": …}`, `{"mappings": …}` or a whole index body), else by the index's name
 * (an imported catalogue before a profile), else ECS.
 */
export async function indexDefinitionFor(
  index: string,
  mappings: readonly string[],
  readFile: (path: string) => Promise<string>,
  imported: readonly ImportedCatalogue[] = [],
): Promise<IndexDefinition> {
  const files = mappings.filter((name) => name.endsWith('.json'));
  const unknown = mappings.find((name) => !files.includes(name) && !isProfile(name, imported));
  if (unknown !== undefined) {
    const names = [...new Set([...imported.map(({ name }) => name), ...PROFILE_NAMES])];
    const known = `Profiles are ${names.join(', ')}; or name a JSON file.`;
    throw new FixtureError(
      `There is no mapping profile ${JSON.stringify(unknown)}.${didYouMean(unknown, names)} ${known}`,
    );
  }
  const [file] = files;
  if (file === undefined) {
    return toIndexDefinition(mappings.length > 0 ? catalogueOf(mappings, imported) : catalogueOfIndex(index, imported));
  }
  if (mappings.length > 1) throw new FixtureError(`mappings names ${file} and more. Name one JSON file, or profiles.`);
  return fromFile(file, await readFile(file));
}

function fromFile(file: string, text: string): IndexDefinition {
  let body: unknown;
  try {
    body = parseJson(text);
  } catch (error) {
    throw new FixtureError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isJsonObject(body)) throw new FixtureError(`${file} is not a JSON object.`);
  const { mappings, settings, properties } = body;
  if (isJsonObject(mappings))
    return { mappings, ...(isJsonObject(settings) ? { settings: checked(settings, file) } : {}) };
  if (isJsonObject(properties)) return { mappings: body };
  throw new FixtureError(
    `${file} has neither "properties" nor "mappings". Write a mapping like {"properties": {"user.name": {"type": "keyword"}}}.`,
  );
}

/** What a mapping may need of its index; anything else (pipelines, aliases of nodes) could reach beyond the test's own indices. */
const SETTINGS = /^(?:index\.)?(?:analysis|mapping|sort|number_of_shards|number_of_replicas)(?:\.|$)/;

function checked(settings: JsonObject, file: string): JsonObject {
  const { index, ...rest } = settings;
  const names = [...Object.keys(rest), ...(isJsonObject(index) ? Object.keys(index) : [])];
  const other = names.find((name) => !SETTINGS.test(name));
  if (other === undefined) return settings;
  throw new FixtureError(
    `${file} sets ${other}. A test's index may set analysis, mapping and sort only; take the setting away.`,
  );
}
