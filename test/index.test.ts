import { expect, test } from 'vitest';
import * as dragnet from '../src/index.js';

test('the public interface changes only on purpose', () => {
  expect(Object.keys(dragnet).sort()).toEqual([
    'ClusterError',
    'EmbeddedCluster',
    'FieldKnowledge',
    'KibanaError',
    'UnsupportedError',
    'catalogueFromDocuments',
    'catalogueFromFieldCaps',
    'catalogueFromMapping',
    'checkQuery',
    'comparable',
    'comparableObject',
    'convertCloudTrail',
    'defineCheck',
    'desiredState',
    'eql',
    'esql',
    'esqlColumns',
    'esqlColumnsAt',
    'explainRule',
    'findFiles',
    'formatToml',
    'fromKibana',
    'isOpenConflict',
    'kql',
    'kqlToQueryDsl',
    'lint',
    'liveHash',
    'loadDefinitions',
    'lucene',
    'makePlan',
    'mergeRule',
    'parseCatalogueFile',
    'parseJson',
    'printCatalogueFile',
    'printJson',
    'renderPages',
    'reportJson',
    'reportPretty',
    'runRule',
    'schedule',
    'toKibana',
  ]);
});

test('a rule runs over documents in a few lines', async () => {
  const cluster = new dragnet.EmbeddedCluster({ clock: () => new Date('2026-05-01T12:00:00Z') });
  await cluster.bulk([
    { _index: 'logs-a', _id: '1', source: '{"@timestamp":"2026-05-01T11:58:00Z","user":{"name":"ann"}}' },
  ]);
  const { hits } = await cluster.search({
    index: 'logs-*',
    query: dragnet.kqlToQueryDsl(dragnet.kql.parse('user.name: ann').value!),
  });
  expect(hits.hits.map(({ _id }) => _id)).toEqual(['1']);
});
