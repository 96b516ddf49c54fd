import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { ClusterError } from '../engine/cluster-error.js';
import { definitionDocument } from '../search/definition-document.js';
import type { DefinitionDocument } from '../search/definition-document.js';
import { searchDefinitions } from '../search/search-definitions.js';
import type { SelectedFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { TableFile } from './rule-tables.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The rules and hunts that a query finds. */
export interface FoundFiles {
  readonly found: readonly { readonly document: DefinitionDocument; readonly toml: TableFile }[];
  /** How many were asked. */
  readonly asked: number;
  /** Whether files could not be read; they are named on standard error. */
  readonly isBroken: boolean;
}

/** Which of the selected rules and hunts a KQL query finds; a query that cannot be asked is a {@link UsageError}. */
export async function findDefinitions(query: string, selected: SelectedFiles, terminal: Terminal): Promise<FoundFiles> {
  const { tables, diagnostics, texts } = await loadTables(selected);
  const files = new Map(tables.map((toml) => [toml.file, toml]));
  const documents = tables.flatMap(({ file, table }) => definitionDocument(file, table) ?? []);
  const cluster = new EmbeddedCluster({ clock: () => new Date() });
  try {
    const { found, problem } = await searchDefinitions(query, documents, cluster);
    if (problem !== undefined) throw new UsageError(problem);
    // After the query, so that a mistake in it is not buried.
    const isBroken = showDiagnostics(diagnostics, texts, terminal);
    const both = found.flatMap((document) => {
      const toml = files.get(document.file);
      return toml === undefined ? [] : [{ document, toml }];
    });
    return { found: both, asked: documents.length, isBroken };
  } catch (error) {
    // There is no remote system here: what the engine refuses is the query.
    if (error instanceof ClusterError) throw new UsageError(error.message);
    throw error;
  } finally {
    await cluster.close();
  }
}
