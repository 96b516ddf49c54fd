import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isApplied } from '../../src/deploy/apply-report.js';
import type { DesiredState } from '../../src/deploy/desired-state.js';
import { internalError, proxyPage, tooMany } from '../kibana/faults.js';
import type { FaultKind } from '../kibana/faults.js';
import { textOf } from '../kibana/state.js';
import { generatedRepository, ruleId } from './generated-repository.js';
import { desiredOf, LiveDeployment } from './live-deployment.js';

/** With `DRAGNET_FUZZ` every request of an apply of 300 objects meets every fault, as in CI; without it a sample of a smaller one does. */
const IS_WHOLE = process.env['DRAGNET_FUZZ'] !== undefined;
const SEED = 11;
const SIZE = IS_WHOLE ? { rules: 210, lists: 30, connectors: 12 } : { rules: 24, lists: 5, connectors: 3 };
/** Every so many requests one goes wrong; in runs of their own, so that in all of them together each did. */
const EVERY = 7;
const OFFSETS = IS_WHOLE ? Array.from({ length: EVERY }, (_, at) => at) : [3];

const FAULTS: readonly (readonly [string, FaultKind])[] = [
  ['429 with Retry-After', tooMany(1)],
  ['500 of Kibana', internalError()],
  ['500 of Kibana after the write took effect', internalError({ after: true })],
  ['503 of a proxy', proxyPage(503)],
  ['504 of a proxy after the write took effect', proxyPage(504, { after: true })],
  ['a connection dropped before the write', { kind: 'drop' }],
  ['a connection dropped after the write took effect', { kind: 'drop', after: true }],
  ['half an answer', { kind: 'truncate' }],
  ['half an answer, and the connection cut', { kind: 'truncate', cut: true }],
  ['slow answers', { kind: 'slow', ms: 3 }],
];

let desired: DesiredState;
let changed: DesiredState;
let whole: ReturnType<LiveDeployment['inventory']>;
let deployment: LiveDeployment | undefined;

async function started(): Promise<LiveDeployment> {
  deployment = await LiveDeployment.start();
  await deployment.addForeign();
  return deployment;
}

beforeAll(async () => {
  const files = generatedRepository(SEED, SIZE);
  desired = desiredOf(files);
  // Some rules change, some objects go.
  changed = desiredOf(
    new Map(
      [...files]
        .filter(([file]) => !/rule_1?[24]\.toml$|list_1\.toml$/u.test(file))
        .map(([file, text]) => [file, text.replace(/^risk_score = .*$/mu, 'risk_score = 3')]),
    ),
  );
  const flawless = await started();
  await flawless.apply(await flawless.plan(desired));
  whole = flawless.inventory();
  await flawless.stop();
});

afterEach(() => deployment?.stop());

/** Plans and applies until all is done, as a team does that runs the job again; no more than so often. */
async function finish(live: LiveDeployment, wanted: DesiredState): Promise<void> {
  for (let run = 1; run <= 3; run += 1) {
    const report = await live.apply(await live.plan(wanted));
    if (isApplied(report)) break;
    expect(run, JSON.stringify(report.results.filter(({ outcome }) => outcome !== 'done'))).toBeLessThan(3);
  }
  const { actions, bookkeeping, problems } = await live.plan(wanted);
  expect({ actions, bookkeeping, problems: problems.filter(({ severity }) => severity === 'error') }).toEqual({
    actions: [],
    bookkeeping: [],
    problems: [],
  });
  expect(live.foreignChanges()).toEqual([]);
}

/** A run during which every so many requests go wrong; it may end early, and never throws. */
async function disturbed(live: LiveDeployment, wanted: DesiredState, offset: number, fault: FaultKind): Promise<void> {
  const plan = await live.plan(wanted);
  const first = live.kibana.requests.length;
  let met = 0;
  live.kibana.faults.add({
    when: (_, number) => {
      const isMet = (number - first) % EVERY === offset;
      if (isMet) met += 1;
      return isMet;
    },
    times: Infinity,
    fault,
  });
  const report = await live.apply(plan);
  live.kibana.faults.clear();
  expect(met).toBeGreaterThan(3);
  expect(report.refused).toBeUndefined();
  expect(live.foreignChanges()).toEqual([]);
}

describe.each(FAULTS)('an apply that meets %s', (_name, fault) => {
  test.each(OFFSETS)(
    `is finished by the next, at each request that leaves ${EVERY} the rest %i`,
    async (offset) => {
      const live = await started();
      await disturbed(live, desired, offset, fault);
      await finish(live, desired);
      expect(live.inventory()).toEqual(whole);
      await disturbed(live, changed, offset, fault);
      await finish(live, changed);
      expect(live.inventory()['valuesTwice']).toBe(0);
    },
    300_000,
  );
});

describe('an apply that dies', () => {
  // What is written is written, and then nothing more is heard: of the process that ends in between the next test is.
  test.each([false, true])(
    'is finished by the next, wherever Kibana goes away (after the write: %s)',
    async (after) => {
      const live = await started();
      const plan = await live.plan(desired);
      const first = live.kibana.requests.length;
      const count = IS_WHOLE ? 900 : 120;
      for (let at = 1; at < count; at += IS_WHOLE ? 47 : 11) {
        live.kibana.faults.add({
          when: (_, number) => number >= first + at,
          times: Infinity,
          fault: { kind: 'drop', after },
        });
        await live.apply(plan);
        live.kibana.faults.clear();
        live.kibana.requests.length = first;
      }
      await finish(live, desired);
      expect(live.inventory()).toEqual(whole);
    },
    300_000,
  );

  test('rules that cannot be enabled fail alone', async () => {
    const live = await started();
    const enabled = [...desired.objects.values()].filter(
      ({ body, kind }) => kind === 'rule' && body['enabled'] === true,
    );
    const failing = enabled.slice(0, 3).map(({ body }) => textOf(body, 'rule_id'));
    for (const id of failing) live.kibana.state.failing.set(id, 'No task can be scheduled.');
    const report = await live.apply(await live.plan(desired));
    const failed = report.results.filter(({ outcome }) => outcome !== 'done');
    expect(failed.map(({ key }) => key).sort()).toEqual(failing.map((id) => `rule/${id}`).sort());
    expect(failed[0]?.message).toContain('No task can be scheduled.');
    live.kibana.state.failing.clear();
    const again = await live.plan(desired);
    expect(again.actions.map(({ action }) => action)).toEqual(failing.map(() => 'enable'));
    await finish(live, desired);
    expect(live.inventory()).toEqual(whole);
  });
});

test('the objects are those of a team', () => {
  const kinds = new Set([...desired.objects.values()].map(({ kind }) => kind));
  expect(kinds.size).toBe(5);
  expect(desired.objects.size).toBeGreaterThan(IS_WHOLE ? 300 : 40);
  expect(desired.problems).toEqual([]);
  expect(desired.objects.has(`rule/${ruleId(SEED, 0)}`)).toBe(true);
});
