import type { EqlRule } from '../model/rule.js';
import { plural } from '../diagnostics/plural.js';
import type { Clause, Truth } from './clause.js';
import { findCulprit, distanceTo } from './culprit.js';
import type { Culprit } from './culprit.js';
import type { Reason } from './explanation.js';
import type { Scene, Verdict } from './scene.js';
import { bestStory, nameOf, sayEvent } from './sequence-story.js';
import type { Story } from './sequence-story.js';
import { readSteps } from './sequence-steps.js';
import type { SequenceScene, StepEvent, sequenceOf } from './sequence-steps.js';

/**
 * For each document of a sequence or sample: whether it is part of one that is complete; else the filter, window or exception that keeps it out, else
 * the first false clause of the step that it is nearest to, else how far the best candidate with its join key came.
 */
export async function judgeSequence(
  rule: EqlRule,
  tree: NonNullable<ReturnType<typeof sequenceOf>>,
  scene: Scene,
): Promise<readonly Verdict[]> {
  const { clauses, truth, run } = scene;
  const fired = new Set(
    run.alerts.flatMap(({ sources }) => sources.map(({ index, id }) => truth.documentAt(index, id))),
  );
  const roots = clauses.filter(({ parent }) => parent === undefined);
  const steps = roots.filter(({ part }) => part.kind === 'step');
  const gates = roots.filter(({ part }) => part.kind !== 'step' && part.kind !== 'until');
  const verdicts: Verdict[] = [];
  const candidates: number[] = [];
  truth.documents.forEach((_, at) => {
    const truthOf = (clause: number): Truth => truth.of(clause, at);
    const shut = gates.map((gate) => findCulprit(clauses, truthOf, gate)).find((culprit) => culprit !== undefined);
    const culprit = fired.has(at) ? undefined : (shut ?? nearestStep(clauses, steps, truthOf));
    if (shut === undefined || fired.has(at)) candidates.push(at);
    verdicts.push(culprit ?? 'fired');
  });
  const open = verdicts.flatMap((verdict, at) => (verdict === 'fired' && !fired.has(at) ? [at] : []));
  if (open.length === 0) return verdicts;
  const sequences = await readSteps(rule, tree, scene, candidates);
  const stories = new Map<string, Story>();
  const storyFor = (event: StepEvent): Story => {
    const key = event.keys.join('\n');
    const known = stories.get(key) ?? bestStory(sequences, event);
    stories.set(key, known);
    return known;
  };
  for (const at of open) verdicts[at] = storyOf(at, sequences, storyFor);
  return verdicts;
}

/** The first false clause of the step that the document is nearest to; undefined where it satisfies one. */
function nearestStep(
  clauses: readonly Clause[],
  steps: readonly Clause[],
  truthOf: (clause: number) => Truth,
): Culprit | undefined {
  let [best, least]: [Clause | undefined, number] = [undefined, Infinity];
  for (const step of steps) {
    const distance = distanceTo(clauses, truthOf, step);
    if (distance < least) [best, least] = [step, distance];
  }
  return best === undefined ? undefined : findCulprit(clauses, truthOf, best);
}

function storyOf(at: number, scene: SequenceScene, storyFor: (event: StepEvent) => Story): Reason {
  const own = scene.steps.find(({ events }) => events.some((event) => event.at === at));
  const event = own?.events.find((each) => each.at === at);
  if (own === undefined || event === undefined) return UNKNOWN;
  const number = own.number;
  const fact = `it satisfies step ${number} of ${scene.source.steps.length}`;
  if (own.step.missing) {
    return { stage: 'sequence', what: `${fact}, which must be missing`, details: [], range: own.step.range };
  }
  if (event.keys.length === 0) {
    const names = own.keyFields.map(({ name }) => name).join(', ');
    return {
      stage: 'sequence',
      what: `${fact}, but lacks a join key`,
      details: [`The steps are joined by ${names}.`],
      range: own.step.range,
    };
  }
  const story = storyFor(event);
  const stopped = scene.steps.filter(({ step }) => !step.missing)[story.reached];
  return {
    stage: 'sequence',
    what: `${fact}, but no sequence with it is complete`,
    details: tell(story, event, scene),
    ...(stopped === undefined ? {} : { range: stopped.step.range }),
  };
}

const UNKNOWN: Reason = { stage: 'unknown', what: 'it satisfies a step, and no alert names it', details: [] };

function tell(story: Story, event: StepEvent, scene: SequenceScene): readonly string[] {
  const steps = scene.steps.filter(({ step }) => !step.missing);
  const { reached, events, stop } = story;
  const key = event.keyValues.length === 0 ? '' : ' with its join key';
  const way = events.map((each, at) => {
    const step = steps[at];
    return step === undefined ? '' : `${nameOf(step)}: ${sayEvent(each)}`;
  });
  const far =
    reached === 0
      ? `No event${key} satisfies step 1.`
      : `The best candidate${key} came to ${plural(reached, 'event')} of ${steps.length} (${way.join(', ')}).`;
  return [far, ...(stop === undefined ? [] : [stop.line])];
}
