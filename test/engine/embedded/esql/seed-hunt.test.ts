import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EmbeddedCluster } from '../../../../src/engine/embedded/embedded-cluster.js';

const EVENTS = new URL('../../../../../shared/data/events/cloudtrail-stratus.ndjson', import.meta.url);
const KEYWORD = { type: 'keyword', ignore_above: 8191 };

/** A hunt for commands that were sent to one machine only, as the README shows it. */
const HUNT = `from logs-aws.cloudtrail-*
| where @timestamp > now() - 7 day
| where event.provider == "ssm.amazonaws.com" and event.action == "SendCommand"
| dissect aws.cloudtrail.request_parameters "%{}documentName=%{document_name},%{}"
| dissect aws.cloudtrail.response_elements "%{}instanceIds=[%{instance_id}],%{}"
| where document_name in ("AWS-RunPowerShellScript","AWS-RunShellScript") and instance_id != "*"
| stats user_command_counts = count(*) by instance_id
| where user_command_counts == 1`;

if (!existsSync(EVENTS)) console.warn('No CloudTrail events beside the repository: the seed hunt is not run.');

describe.runIf(existsSync(EVENTS))('the seed hunt on recorded CloudTrail events', () => {
  test('finds the two sets of machines that got one command each', async () => {
    const cluster = new EmbeddedCluster({ clock: () => new Date('2024-08-03T00:00:00Z') });
    await cluster.createIndex('logs-aws.cloudtrail-default', {
      mappings: {
        properties: {
          aws: {
            properties: { cloudtrail: { properties: { request_parameters: KEYWORD, response_elements: KEYWORD } } },
          },
          event: { properties: { provider: KEYWORD, action: KEYWORD } },
        },
      },
    });
    const lines = readFileSync(EVENTS, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    await cluster.bulk(lines.map((source) => ({ _index: 'logs-aws.cloudtrail-default', source })));
    const { columns, values } = await cluster.esql({ query: HUNT });
    expect(columns).toEqual([
      { name: 'user_command_counts', type: 'long' },
      { name: 'instance_id', type: 'keyword' },
    ]);
    expect(values).toHaveLength(2);
    const machines = values.map(([, machine]) => (machine as string).split(', ').length).sort();
    expect(values.map(([, machine]) => machine)).toContain('i-786a3A8B5C0d92eF4');
    expect(machines).toEqual([1, 3]);
  });
});
