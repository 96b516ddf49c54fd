import { parse } from 'yaml';
import type { CatalogueFile, ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { ecsCatalogue } from '../schemas/fields/ecs.js';
import { catalogueFromPackageFields } from '../schemas/fields/import/from-package.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import type { PackageFiles } from './package-files.js';
import { UsageError } from './usage-error.js';

/** What an integration package says about fields, and its name. */
export interface PackageFields extends CatalogueFile {
  readonly name: string;
  /** Fields that refer to a schema that does not have them. */
  readonly unresolved: readonly string[];
}

/** Aliases that a file may expand to; field files have none. */
const MOST_ALIASES = 100;

/**
 * One catalogue for each data stream of a package. Its indices are `<type>-<dataset>-*`; the dataset is `<package>.<folder>` unless the
 * manifest of the data stream names another. https://www.elastic.co/docs/extend/integrations/package-spec
 */
export function readPackage(files: PackageFiles, path: string): PackageFields {
  const manifest = manifestIn(files, 'manifest.yml');
  const name = typeof manifest['name'] === 'string' ? manifest['name'] : undefined;
  if (name === undefined)
    throw new UsageError(`manifest.yml of ${path} names no package. It needs a line like "name: aws".`);
  const streams = [
    ...new Set([...files.keys()].flatMap((file) => /^data_stream\/([^/]+)\/fields\//.exec(file)?.[1] ?? [])),
  ].sort();
  if (streams.length === 0) {
    throw new UsageError(`${path} has no field files. They are looked for in data_stream/*/fields/*.yml.`);
  }
  const unresolved: string[] = [];
  const catalogues = streams.map((stream): ImportedCatalogue => {
    const names = [...files.keys()].filter((file) => file.startsWith(`data_stream/${stream}/fields/`)).sort();
    const found = catalogueFromPackageFields(
      names.map((file) => parseYaml(file, files.get(file) ?? '')),
      ecsCatalogue(),
    );
    unresolved.push(...found.unresolved);
    return {
      ...naming(name, stream, manifestIn(files, `data_stream/${stream}/manifest.yml`)),
      addsEcs: true,
      fields: found.fields,
    };
  });
  const version = typeof manifest['version'] === 'string' ? ` ${manifest['version']}` : '';
  return { name, source: `package ${name}${version}`, catalogues, unresolved: [...new Set(unresolved)] };
}

function naming(name: string, stream: string, manifest: JsonObject): Pick<ImportedCatalogue, 'name' | 'indices'> {
  const dataset = typeof manifest['dataset'] === 'string' ? manifest['dataset'] : `${name}.${stream}`;
  const type = typeof manifest['type'] === 'string' ? manifest['type'] : 'logs';
  return { name: dataset, indices: [`${type}-${dataset}${manifest['dataset_is_prefix'] === true ? '.*' : ''}-*`] };
}

function manifestIn(files: PackageFiles, file: string): JsonObject {
  const value = parseYaml(file, files.get(file) ?? '');
  return isJsonObject(value) ? value : {};
}

function parseYaml(file: string, text: string): JsonValue {
  try {
    return parse(text, {
      schema: 'core',
      maxAliasCount: MOST_ALIASES,
      logLevel: 'error',
      prettyErrors: true,
    }) as JsonValue;
  } catch (error) {
    // Nesting that exhausts the stack is the file's fault, too.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${file} is not YAML that can be read: ${reason}`);
  }
}
