import { describe, expect, test } from 'vitest';
import { chooseIndex } from '../../src/testing/choose-index.js';

describe('chooseIndex', () => {
  test.each([
    [
      'its own data stream, where a pattern covers it',
      { data_stream: { type: 'logs', dataset: 'endpoint.events.process', namespace: 'prod' } },
      ['auditbeat-*', 'logs-endpoint.events.*'],
      'logs-endpoint.events.process-prod',
    ],
    [
      'the stream of event.dataset',
      { event: { dataset: 'aws.cloudtrail' } },
      ['filebeat-*', 'logs-aws.cloudtrail-*'],
      'logs-aws.cloudtrail-default',
    ],
    ['dotted names count as well', { 'event.dataset': 'aws.cloudtrail' }, ['logs-aws*'], 'logs-aws.cloudtrail-default'],
    [
      'a stream that no pattern covers does not count',
      { data_stream: { dataset: 'x' } },
      ['logs-y-*'],
      'logs-y-default',
    ],
    ['the first pattern otherwise', {}, ['logs-endpoint.events.*', 'endgame-*'], 'logs-endpoint.events.default'],
    ['exclusions are no target', {}, ['-logs-old-*', 'logs-*'], 'logs-default'],
    ['a remote cluster is no part of the name', {}, ['eu:logs-*'], 'logs-default'],
    ['a name without wildcard stays', {}, ['my-index'], 'my-index'],
    ['no pattern at all', {}, [], 'test'],
  ])('%s', (_, source, patterns, index) => {
    expect(chooseIndex(source, patterns)).toBe(index);
  });
});
