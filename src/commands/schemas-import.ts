import { basename, resolve } from 'node:path';
import { printable } from '../diagnostics/printable.js';
import { ClusterError } from '../engine/cluster-error.js';
import type { ElasticsearchCluster } from '../engine/elasticsearch.js';
import { printCatalogueFile } from '../schemas/fields/catalogue-file.js';
import type { CatalogueFile } from '../schemas/fields/catalogue-file.js';
import type { FieldCatalogue } from '../schemas/fields/catalogue.js';
import { ecsCatalogue } from '../schemas/fields/ecs.js';
import { catalogueFromDocuments } from '../schemas/fields/import/from-documents.js';
import { catalogueFromFieldCaps } from '../schemas/fields/import/from-field-caps.js';
import { catalogueFromMapping } from '../schemas/fields/import/from-mapping.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { parseDocument } from './load-documents.js';
import { readLines } from './read-input.js';
import { openConfig } from './repository.js';
import { writeRepositoryFile } from './repository-file.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `dragnet schemas import`: the fields of your indices, into a file that tests take their mappings from. */
export const schemasImport: Command = {
  options: {
    'from-cluster': {
      type: 'string',
      describe:
        'URL of an Elasticsearch (credentials: ELASTICSEARCH_API_KEY, or ELASTICSEARCH_USERNAME and ELASTICSEARCH_PASSWORD)',
    },
    'from-package': { type: 'string', describe: 'Integration package: its folder or zip file' },
    'from-documents': {
      type: 'string',
      array: true,
      describe: 'NDJSON files with sample documents; - is standard input',
    },
    index: {
      type: 'string',
      describe: 'Pattern of the indices: which to ask the cluster for, or which the documents stand for',
    },
    name: { type: 'string', describe: 'Name of the catalogue (default: of the package, pattern or file)' },
    out: { type: 'string', describe: 'File to write (default: schemas/fields/<name>.json beside dragnet.toml)' },
  },
  examples: [
    [
      `$0 schemas import --from-cluster https://my-cluster:9200 --index 'logs-okta.system-*'`,
      'What the indices really have',
    ],
    ['$0 schemas import --from-package aws-2.1.0.zip', 'One catalogue for each data stream of the package'],
  ],
  async run(args, terminal) {
    const { root, config } = await openConfig(terminal);
    const imported = await importFrom(args, terminal);
    const named = typeof args['out'] === 'string' ? resolve(terminal.cwd, args['out']) : undefined;
    const path = named ?? resolve(root, 'schemas/fields', `${fileName(imported.name)}.json`);
    const file = await writeRepositoryFile(path, resolve(root), printCatalogueFile(imported), '--out');
    const count = imported.catalogues.reduce((sum, { fields }) => sum + fields.size, 0);
    terminal.out(`${file}\n`);
    const names = imported.catalogues.map(({ name }) => name).sort();
    terminal.err(
      `${count} field${count === 1 ? '' : 's'} from ${printable(imported.source)}: ${printable(names.join(', '))}\n`,
    );
    if (imported.catalogues.some(({ indices }) => indices.length === 0)) {
      terminal.err(
        'warning: No index has these fields until --index says which, such as --index "logs-acme.*"; validate does not use them.\n',
      );
    }
    const known = config.fields?.catalogues ?? [];
    if (!known.some((one) => resolve(root, one) === path)) {
      const list = [...known, file].map((one) => JSON.stringify(one)).join(', ');
      terminal.err(`Tests use it once dragnet.toml names it:\n\n[fields]\ncatalogues = [${list}]\n`);
    }
    return EXIT.clean;
  },
};

/** What an import found, and what its file is called. */
interface Imported extends CatalogueFile {
  readonly name: string;
}

async function importFrom(args: Arguments, terminal: Terminal): Promise<Imported> {
  const { fromCluster, fromPackage, fromDocuments } = args;
  if ([fromCluster, fromPackage, fromDocuments].filter((source) => source !== undefined).length !== 1) {
    throw new UsageError('Name one source: --from-cluster URL, --from-package PATH or --from-documents FILE….');
  }
  const name = typeof args['name'] === 'string' && args['name'] !== '' ? args['name'] : undefined;
  const index = typeof args['index'] === 'string' && args['index'] !== '' ? args['index'] : undefined;
  if (typeof fromCluster === 'string') {
    if (index === undefined)
      throw new UsageError('--from-cluster needs --index, such as --index "logs-okta.system-*".');
    return fromIndices(fromCluster, index, name ?? nameOf(index), terminal);
  }
  if (typeof fromPackage === 'string') return fromPackageAt(fromPackage, name, index, terminal);
  return fromSamples(fromDocuments as readonly string[], index, name, terminal);
}

async function fromIndices(node: string, index: string, name: string, terminal: Terminal): Promise<Imported> {
  const { connectElasticsearch } = await import('./connect-elasticsearch.js');
  const cluster = await connectElasticsearch(node, terminal.env, { option: '--from-cluster' });
  try {
    const fields = await fieldsOf(cluster, index, terminal);
    if (fields.size === 0)
      throw new UsageError(`No index of ${index} has fields on this cluster. Check the pattern given with --index.`);
    const { origin } = new URL(node);
    return {
      name,
      source: `${index} on ${origin}`,
      catalogues: [{ name, indices: index.split(','), addsEcs: false, fields }],
    };
  } finally {
    await cluster.close();
  }
}

/** The mapping where it may be read, else the field capabilities; these tell of conflicts in either case. */
async function fieldsOf(cluster: ElasticsearchCluster, index: string, terminal: Terminal): Promise<FieldCatalogue> {
  const capabilities = await cluster.fieldCaps({ index, fields: ['*'] });
  const { fields, conflicts } = catalogueFromFieldCaps({ ...capabilities });
  for (const { field, types } of conflicts) {
    const which = [...types].map(([type, indices]) => `${type} (${indices.join(', ')})`).join(', ');
    terminal.err(`warning: ${printable(`${field} has several types: ${which}`)}\n`);
  }
  try {
    return catalogueFromMapping(await cluster.mapping(index));
  } catch (error) {
    if (!(error instanceof ClusterError) || error.status !== 403) throw error;
    terminal.err('warning: These credentials may not read the mapping; multi-fields and parameters are missing.\n');
    return fields;
  }
}

async function fromPackageAt(
  path: string,
  name: string | undefined,
  index: string | undefined,
  terminal: Terminal,
): Promise<Imported> {
  if (index !== undefined)
    throw new UsageError('--index does not go with --from-package: the package says which indices it has.');
  const { readPackageFiles } = await import('./package-files.js');
  const { readPackage } = await import('./read-package.js');
  const found = readPackage(await readPackageFiles(path, terminal.cwd), path);
  for (const field of found.unresolved) {
    terminal.err(`warning: ${printable(field)} refers to a schema that does not have it; it is taken as it stands.\n`);
  }
  return { ...found, name: name ?? found.name };
}

async function fromSamples(
  files: readonly string[],
  index: string | undefined,
  chosen: string | undefined,
  terminal: Terminal,
): Promise<Imported> {
  const documents: JsonObject[] = [];
  for await (const { text, place } of readLines(files, terminal)) documents.push(sampleOf(text, place));
  const fields = catalogueFromDocuments(documents, ecsCatalogue());
  if (fields.size === 0) throw new UsageError(`${files.join(', ')} holds no document with a field.`);
  const [first = 'documents'] = files;
  const name = chosen ?? (index === undefined ? basename(first).replace(/\..*$/, '') || 'documents' : nameOf(index));
  const source = `${documents.length} document${documents.length === 1 ? '' : 's'} of ${files.map((file) => basename(file)).join(', ')}`;
  return { name, source, catalogues: [{ name, indices: index?.split(',') ?? [], addsEcs: true, fields }] };
}

/** A document, or the `_source` of a hit. */
function sampleOf(text: string, place: string): JsonObject {
  const value = parseDocument(text, place);
  const { _source: source } = value;
  return isJsonObject(source)
    ? source
    : Object.fromEntries(Object.entries(value).filter(([key]) => key !== '_id' && key !== '_index'));
}

/** `logs-okta.system-*` → `okta.system`; other patterns as far as they go. */
function nameOf(index: string): string {
  const [first = ''] = index.split(',');
  const dataset = /^[a-z]+-([^-*]+)(?:-.*)?$/.exec(first)?.[1];
  return (dataset ?? first.replace(/[*-]+$/, '')).replace(/[.]$/, '') || 'fields';
}

/** A name that is a file name everywhere, and no path. */
function fileName(name: string): string {
  return name.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '') || 'fields';
}
