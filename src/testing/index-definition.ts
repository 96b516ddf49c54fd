import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { IndexDefinition } from '../engine/cluster.js';
import { catalogueOf, isProfile, PROFILE_NAMES, profilesOf } from '../schemas/fields/profiles.js';
import { toIndexDefinition } from '../schemas/fields/to-index-definition.js';
import { isJsonObject } from '../values/is-json-object.js';
import { parseJson } from '../values/json.js';
import { FixtureError } from './fixtures.js';

/**
 * Mapping and settings for an index of a test: from the profiles it names (`aws.cloudtrail`), or one JSON file with a mapping
 * (`{"properties": …}`, `{"mappings": …}` or a whole index body), else by the index's name, else ECS.
 */
export async function indexDefinitionFor(
  index: string,
  mappings: readonly string[],
  readFile: (path: string) => Promise<string>,
): Promise<IndexDefinition> {
  const files = mappings.filter((name) => name.endsWith('.json'));
  const unknown = mappings.find((name) => !files.includes(name) && !isProfile(name));
  if (unknown !== undefined) {
    const known = `Profiles are ${PROFILE_NAMES.join(', ')}; or name a JSON file.`;
    throw new FixtureError(
      `There is no mapping profile ${JSON.stringify(unknown)}.${didYouMean(unknown, PROFILE_NAMES)} ${known}`,
    );
  }
  const [file] = files;
  if (file === undefined) return toIndexDefinition(catalogueOf(mappings.length > 0 ? mappings : profilesOf(index)));
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
  if (isJsonObject(mappings)) return { mappings, ...(isJsonObject(settings) ? { settings } : {}) };
  if (isJsonObject(properties)) return { mappings: body };
  throw new FixtureError(
    `${file} has neither "properties" nor "mappings". Write a mapping like {"properties": {"user.name": {"type": "keyword"}}}.`,
  );
}
