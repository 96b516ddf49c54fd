import { ClusterError } from '../engine/cluster-error.js';
import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../engine/serve/start-server.js';
import { plural } from '../diagnostics/plural.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { loadDocuments } from './load-documents.js';
import { MAX_MEMORY, maxMemory } from './max-memory.js';
import { openCatalogues } from './repository.js';
import { loadTables, TABLE_OPTIONS } from './table-options.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

const MEBIBYTE = 1024 * 1024;

/** `dragnet serve`: the embedded engine over HTTP until Ctrl-C, for any Elasticsearch client. Prints its URL. */
export const serve: Command = {
  options: {
    port: { type: 'number', default: 9200, describe: 'Port; 0 takes a free one' },
    host: {
      type: 'string',
      default: '127.0.0.1',
      describe: 'Address to listen on; other machines get in only if it is theirs to reach',
    },
    data: { type: 'string', array: true, describe: 'NDJSON files to load at the start; - is standard input' },
    index: { type: 'string', describe: 'Index of documents that name none in _index' },
    mappings: {
      type: 'string',
      array: true,
      describe: 'Mapping profiles, such as aws.cloudtrail (default: by index name)',
    },
    ...TABLE_OPTIONS,
    now: { type: 'string', describe: 'The time that now means, ISO 8601 (default: the clock)' },
    ...MAX_MEMORY,
    'body-limit': { type: 'number', default: 100, describe: 'Largest request body, in MiB' },
  },
  examples: [
    ['$0 serve --data cloudtrail.ndjson', 'Then: curl "http://127.0.0.1:9200/_search?q=event.action:SendCommand"'],
  ],
  async run(args, terminal) {
    const frozen = frozenTime(args['now']);
    const cluster = new EmbeddedCluster({ clock: () => frozen ?? new Date(), maxMemory: maxMemory(args) });
    const files = (args['data'] as readonly string[] | undefined) ?? [];
    const catalogues = await openCatalogues(terminal);
    if (files.length > 0) {
      const patterns = [(args['index'] as string | undefined) ?? 'logs-*'];
      const mappings = (args['mappings'] as readonly string[] | undefined) ?? [];
      const now = frozen ?? new Date();
      const loaded = await loadDocuments(cluster, { files, patterns, mappings, catalogues, now }, terminal).catch(
        localRefusal,
      );
      terminal.err(`${plural(loaded.documents, 'document')} in ${loaded.indices.join(', ')}\n`);
    }
    await loadTables(cluster, args, catalogues, terminal).catch(localRefusal);
    const server = await listen(cluster, args, terminal);
    terminal.out(`${server.url}\n`);
    await untilInterrupted(terminal.interrupted);
    await server.close();
    return EXIT.clean;
  },
};

/** There is no remote system here: what the engine refuses is the caller's documents or mappings. */
function localRefusal(error: unknown): never {
  throw error instanceof ClusterError ? new UsageError(error.message) : error;
}

function frozenTime(now: unknown): Date | undefined {
  if (typeof now !== 'string') return undefined;
  const time = absoluteTime(now, new Date());
  if (time === undefined) throw new UsageError(`--now ${now} is not a time. Write it like 2026-05-01T12:00:00Z.`);
  return new Date(time);
}

async function listen(cluster: EmbeddedCluster, args: Arguments, terminal: Terminal): Promise<RunningServer> {
  const [host, port, limit] = [String(args['host']), Number(args['port']), Number(args['bodyLimit'])];
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port is a number from 0 to 65535.');
  if (!(limit > 0)) throw new UsageError('--body-limit is a number of MiB above 0.');
  const onBug = (error: unknown): void => {
    terminal.err(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  };
  try {
    return await startServer(cluster, { host, port, bodyLimit: limit * MEBIBYTE, onBug });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(
        `Port ${port} is taken. Stop what listens there, or choose another with --port (0 takes a free one).`,
      );
    if (code === undefined) throw error;
    throw new UsageError(`Cannot listen on ${host}:${port} (${code}).`);
  }
}

function untilInterrupted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    }); // prettier-ignore
  });
}
