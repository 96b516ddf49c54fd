import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ask, ruleBody } from '../kibana/fake-client.js';
import type { FakeKibana } from '../kibana/fake-kibana.js';
import { addAlert, addGap, setRun } from '../kibana/rule-runs.js';
import { startFakeKibana } from '../kibana/start-fake-kibana.js';
import { runCli, workspace } from './run-cli.js';
import type { CliRun, Workspace } from './run-cli.js';

let kibana: FakeKibana;
let folder: Workspace;

beforeEach(async () => {
  kibana = await startFakeKibana({ version: '9.1.0' });
  folder = await workspace({ 'dragnet.toml': '[target.prod]\nkibana = "http://127.0.0.1:1"\n' });
  for (const [id, name] of Object.entries({ a: 'Broken \u001b[31m|', b: 'Slow', c: 'Fine', d: 'Silent', e: 'Off' }))
    await ask(kibana.url, 'POST', '/api/detection_engine/rules', {
      body: ruleBody('query', { rule_id: id, name, enabled: id !== 'e' }),
    });
});

afterEach(async () => {
  await kibana.stop();
  await folder.remove();
});

function cli(...args: readonly string[]): Promise<CliRun> {
  return runCli(folder.root, ['status', ...args], { env: { KIBANA_URL_PROD: kibana.url } });
}

function ago(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}

function fill(): void {
  const { state } = kibana;
  setRun(state, 'a', { status: 'failed', message: 'index_not_found\n\u001b[31m' });
  setRun(state, 'b', { status: 'partial failure', message: 'missing indices' });
  setRun(state, 'c', { status: 'succeeded' });
  setRun(state, 'e', { status: 'failed', message: 'long ago' });
  addGap(state, 'b', { start: ago(5), end: ago(4) });
  const closed = { 'kibana.alert.workflow_status': 'closed' };
  for (const at of [1, 2, 100]) addAlert(state, 'c', { '@timestamp': ago(at) });
  addAlert(state, 'c', { '@timestamp': ago(3), ...closed, 'kibana.alert.workflow_reason': 'false_positive' });
  addAlert(state, 'c', { '@timestamp': ago(3), ...closed, 'kibana.alert.workflow_tags': ['False Positive'] });
  addAlert(state, 'c', { '@timestamp': ago(3), ...closed });
  addAlert(state, 'c', { '@timestamp': ago(24 * 30) });
}

describe('dragnet status', () => {
  test('shows what fails, warns, has gaps and raises alerts, and how many were false positives', async () => {
    fill();
    const { code, out, err } = await cli();
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('\u001b');
    const lines = out.split('\n');
    expect(lines[2]).toMatch(/^Broken .* failing .* index_not_found/);
    expect(lines[3]).toMatch(/^Slow +warning +yes +0 +0 +missing indices$/);
    expect(lines[4]).toMatch(/^Fine +ok +6 +3 +2 \(67 %\)$/);
    expect(lines.at(-2)).toBe('5 rules, 4 enabled: 1 failing, 1 with warnings, 1 with gaps; 6 alerts in 7 days.');
    expect((await cli('--days', '1')).out).toContain('5 alerts in 1 day.');
    expect(JSON.parse((await cli('--format', 'json')).out)).toMatchObject({
      target: 'prod',
      days: 7,
      counts: { rules: 5, failing: 1, warning: 1, gaps: 1, alerts: 6 },
      rules: [{ ruleId: 'a' }, { ruleId: 'b', hasGaps: true }, { alerts: { total: 6, closed: 3, falsePositive: 2 } }],
    });
    const markdown = (await cli('--format', 'markdown')).out;
    expect(markdown).toContain('## Status of `prod`');
    expect(markdown).not.toContain('\u001b');
  });

  test('ends with 1 where the call asks for it', async () => {
    const codes = async (...on: readonly string[]): Promise<number> =>
      (await cli(...on.flatMap((one) => ['--fail-on', one]))).code;
    expect([await codes('failing'), await codes('warning'), await codes('gaps')]).toEqual([0, 0, 0]);
    setRun(kibana.state, 'b', { status: 'partial failure' });
    expect([await codes('failing'), await codes('warning'), await codes('failing', 'warning')]).toEqual([0, 1, 1]);
    setRun(kibana.state, 'b', { status: 'failed' });
    expect([await codes('failing'), await codes('warning'), await codes('gaps')]).toEqual([1, 1, 0]);
    addGap(kibana.state, 'c', { start: ago(5), end: ago(4) });
    expect(await codes('gaps')).toBe(1);
    expect([(await cli('--days', '0')).code, (await cli('--fail-on', 'all')).code]).toEqual([2, 2]);
  });
});
