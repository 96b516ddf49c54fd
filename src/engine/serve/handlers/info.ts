import { EMULATED_VERSION } from '../../embedded/embedded-cluster.js';
import type { Handler } from '../request.js';

/** The name under which the server greets, instead of a cluster's. */
const NAME = 'dragnet';

/** `GET /`: clients look for the version and the tagline. */
export const greeting: Handler = () =>
  Promise.resolve({
    status: 200,
    body: {
      name: NAME,
      cluster_name: NAME,
      cluster_uuid: NAME,
      version: {
        number: EMULATED_VERSION,
        build_flavor: 'default',
        build_type: NAME,
        build_snapshot: false,
        minimum_wire_compatibility_version: '7.17.0',
        minimum_index_compatibility_version: '7.0.0',
      },
      tagline: 'You Know, for Search',
    },
  });

/** `GET _cluster/health`: one node that is always there. Refuses an index that is not. */
export const clusterHealth: Handler = ({ cluster, path }) => {
  const shards = cluster.indices(path.get('index') ?? '*').length;
  return Promise.resolve({
    status: 200,
    body: {
      cluster_name: NAME,
      status: 'green',
      timed_out: false,
      number_of_nodes: 1,
      number_of_data_nodes: 1,
      active_primary_shards: shards,
      active_shards: shards,
      relocating_shards: 0,
      initializing_shards: 0,
      unassigned_shards: 0,
      delayed_unassigned_shards: 0,
      number_of_pending_tasks: 0,
      number_of_in_flight_fetch: 0,
      task_max_waiting_in_queue_millis: 0,
      active_shards_percent_as_number: 100,
    },
  });
};
