import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isApplied } from '../../src/deploy/apply-report.js';
import type { RunIdentity } from '../../src/deploy/state.js';
import { FileStateStore } from '../../src/state/file-state.js';
import type { JsonObject } from '../../src/values/json.js';
import { editInUi } from '../kibana/edit-in-ui.js';
import { ask } from '../kibana/fake-client.js';
import { textOf } from '../kibana/state.js';
import { pick, seededRandom } from '../seeded-random.js';
import { generatedRepository, ruleId } from './generated-repository.js';
import { desiredOf, LiveDeployment } from './live-deployment.js';

const SEEDS = [1, 2, 3];
const RULES = 24;

let live: LiveDeployment;
let folder: string;
let store: FileStateStore;

function identity(run: string): RunIdentity {
  return { run, host: 'here', pid: process.pid, who: 'ann', since: '2026-05-01T12:00:00Z' };
}

beforeEach(async () => {
  live = await LiveDeployment.start();
  await live.addForeign();
  folder = await mkdtemp(join(tmpdir(), 'dragnet-apply-'));
  store = new FileStateStore(join(folder, 'state.json'));
  live.session = await store.open(identity('one'));
});

afterEach(async () => {
  await live.session.close();
  await live.stop();
  await rm(folder, { recursive: true, force: true });
});

function changedFiles(files: ReadonlyMap<string, string>, seed: number): ReadonlyMap<string, string> {
  const random = seededRandom(seed);
  return new Map(
    [...files].map(([file, text]) => [
      file,
      random() < 0.4 ? text.replace(/^risk_score = .*$/mu, 'risk_score = 1').replace(/"a", "b"/u, '"a", "c"') : text,
    ]),
  );
}

describe.each(SEEDS)('a generated repository that is applied (seed %i)', (seed) => {
  const files = generatedRepository(seed, { rules: RULES });

  test('leaves nothing to plan, also for a run that reads the state anew', async () => {
    const desired = desiredOf(files);
    expect(isApplied(await live.apply(await live.plan(desired)))).toBe(true);
    await live.session.close();
    live.session = await store.open(identity('two'));
    const { actions, bookkeeping, problems } = await live.plan(desired);
    expect({ actions, bookkeeping, problems }).toEqual({ actions: [], bookkeeping: [], problems: [] });
    expect(live.foreignChanges()).toEqual([]);
  });

  test('writes each object that changed once, and no other', async () => {
    await live.apply(await live.plan(desiredOf(files)));
    live.kibana.log.length = 0;
    const plan = await live.plan(desiredOf(changedFiles(files, seed)));
    expect(plan.actions.length).toBeGreaterThan(3);
    expect(isApplied(await live.apply(plan))).toBe(true);
    const written = live.kibana.writes().map(({ method, path, body }) => {
      const ids = ['rule_id', 'item_id', 'id'].map((key) => textOf(body as JsonObject, key));
      return `${method} ${path} ${ids.join(' ')}`;
    });
    expect(new Set(written).size).toBe(written.length);
    expect(written).toHaveLength(plan.actions.length);
    expect((await live.plan(desiredOf(changedFiles(files, seed)))).actions).toEqual([]);
  });

  test('is refused as a whole where somebody saved one of its rules since the plan', async () => {
    await live.apply(await live.plan(desiredOf(files)));
    const changed = desiredOf(changedFiles(files, seed));
    const plan = await live.plan(changed);
    const [rule] = plan.actions.filter(({ kind }) => kind === 'rule');
    editInUi(live.kibana, rule!.key.slice('rule/'.length), { severity_mapping: [], note: 'By hand' });
    live.kibana.log.length = 0;
    expect((await live.apply(plan)).refused).toMatchObject({ reason: 'moved', about: [rule!.key] });
    expect(live.kibana.writes()).toEqual([]);
    const again = await live.plan(changed);
    const fields = again.actions.find(({ key }) => key === rule!.key)?.fields ?? [];
    expect(fields.find(({ path }) => path === 'note')?.class).toBe('drift');
    expect(isApplied(await live.apply(again))).toBe(true);
    expect((await live.plan(changed)).actions).toEqual([]);
  });

  test('a save in the interface that changes nothing stops no plan', async () => {
    await live.apply(await live.plan(desiredOf(files)));
    const plan = await live.plan(desiredOf(changedFiles(files, seed)));
    for (const { key, kind } of plan.actions) if (kind === 'rule') editInUi(live.kibana, key.slice('rule/'.length), {});
    expect(isApplied(await live.apply(plan))).toBe(true);
  });

  test("keeps analysts' exceptions through every apply", async () => {
    live.settings = seed === 2 ? { manage: { exceptions_list: false } } : {};
    const desired = desiredOf(files, live.settings);
    await live.apply(await live.plan(desired));
    const random = seededRandom(seed);
    const { url } = live.kibana;
    const entries = [{ field: 'a', type: 'match', operator: 'included', value: 'theirs' }];
    // A rule's own list that the interface makes, an exception in a managed list, a comment on a managed exception.
    const id = ruleId(seed, Math.floor(random() * RULES));
    const rule = [...live.kibana.state.space('default').rules.values()].find(({ rule_id: one }) => one === id);
    const item = { name: 'Own', description: 'x', type: 'simple', entries };
    const path = `/api/detection_engine/rules/${textOf(rule ?? {}, 'id')}/exceptions`;
    const own = await ask(url, 'POST', path, { body: { items: [item] } });
    expect(own.status, own.text).toBe(200);
    const list = pick(
      random,
      [...live.kibana.state.space('default').exceptionLists.keys()].filter((one) => one.startsWith('list-')),
    );
    const inManaged = { ...item, name: 'Added', list_id: list, item_id: 'theirs-in-ours', namespace_type: 'single' };
    expect((await ask(url, 'POST', '/api/exception_lists/items', { body: inManaged })).status).toBe(200);
    const theirs = (): readonly string[] =>
      [...live.kibana.state.space('default').exceptionItems.values()]
        .filter(({ name }) => name === 'Own' || name === 'Added')
        .map((one) => JSON.stringify(one));
    const before = theirs();
    expect(before).toHaveLength(2);
    const changed = desiredOf(changedFiles(files, seed + 10), live.settings);
    for (const wanted of [desired, changed, desired]) {
      expect(isApplied(await live.apply(await live.plan(wanted)))).toBe(true);
      expect(theirs()).toEqual(before);
      const found = [...live.kibana.state.space('default').rules.values()].find(({ rule_id: one }) => one === id);
      expect(JSON.stringify(found?.['exceptions_list'])).toContain('rule_default');
    }
    expect(live.foreignChanges()).toEqual([]);
  });

  test('has one run at a time', async () => {
    await expect(store.open(identity('another'))).rejects.toThrow(/is held by ann \(here, process \d+\)/u);
    expect(isApplied(await live.apply(await live.plan(desiredOf(files))))).toBe(true);
  });
});
