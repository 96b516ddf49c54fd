import { ElasticsearchCluster } from '../../src/engine/elasticsearch.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { type RunningServer, startServer } from '../../src/engine/serve/start-server.js';

const open: { readonly server: RunningServer; readonly cluster: ElasticsearchCluster }[] = [];

/** A `dragnet serve` of its own, empty, seen through the official client: what a user of another language gets. */
export async function servedCluster(now: string): Promise<ElasticsearchCluster> {
  const server = await startServer(new EmbeddedCluster({ clock: () => new Date(now) }), {
    onBug: (bug) => {
      throw bug;
    },
  });
  const cluster = new ElasticsearchCluster({ node: server.url });
  open.push({ server, cluster });
  return cluster;
}

/** Closes all that {@link servedCluster} started. */
export async function closeServed(): Promise<void> {
  for (const { server, cluster } of open.splice(0)) {
    await cluster.close();
    await server.close();
  }
}
