import { parseCatalogueFile } from '../schemas/fields/catalogue-file.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { readRepositoryFile } from './repository-file.js';
import { UsageError } from './usage-error.js';

/** Reads the catalogue files that `[fields] catalogues` names, in its order; all lie below the root, links resolved. */
export async function readCatalogues(files: readonly string[], root: string): Promise<readonly ImportedCatalogue[]> {
  const read = await Promise.all(files.map((file) => readCatalogueFile(file, root)));
  return read.flat();
}

async function readCatalogueFile(file: string, root: string): Promise<readonly ImportedCatalogue[]> {
  const origin = { setting: '[fields] catalogues', command: 'dragnet schemas import' };
  const catalogue = parseCatalogueFile(await readRepositoryFile(file, root, origin));
  if (typeof catalogue === 'string') throw new UsageError(`${file} ${catalogue}`);
  return catalogue.catalogues;
}
