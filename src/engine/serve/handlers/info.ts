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

/** `GET _nodes`: the one node, without its settings. */
export const nodes: Handler = () => {
  const node = { name: NAME, version: EMULATED_VERSION, build_flavor: 'default', build_type: NAME };
  const body = {
    _nodes: { total: 1, successful: 1, failed: 0 },
    cluster_name: NAME,
    nodes: { [NAME]: { ...node, roles: ['data', 'ingest', 'master'] } },
  };
  return Promise.resolve({ status: 200, body });
};

/** `GET _license`: clients and Kibana's libraries ask what they may use. There is nothing to license here. */
export const license: Handler = () =>
  Promise.resolve({
    status: 200,
    body: {
      license: {
        status: 'active',
        uid: NAME,
        type: 'basic',
        issue_date: '1970-01-01T00:00:00.000Z',
        issue_date_in_millis: 0,
        max_nodes: 1000,
        max_resource_units: null,
        issued_to: NAME,
        issuer: NAME,
        start_date_in_millis: -1,
      },
    },
  });

/** `GET _cluster/settings`: none is set. */
export const clusterSettings: Handler = () => Promise.resolve({ status: 200, body: { persistent: {}, transient: {} } });
