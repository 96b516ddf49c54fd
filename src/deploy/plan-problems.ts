import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { DesiredObject, Use } from './desired-object.js';
import type { LiveObject, ObjectKind } from './kibana.js';
import { inline } from './describe-field.js';
import type { PlannedField, PlanProblem } from './plan.js';

/** Where an object stands, for a problem about it. */
type Place = Pick<PlanProblem, 'key' | 'place'>;

/** A live object that nobody is known to manage, and that git wants otherwise. */
export function needsAdoption({ key, place = '' }: Place, kind: ObjectKind, fields: readonly string[]): PlanProblem {
  return {
    code: 'deploy/not-managed',
    severity: 'error',
    key: key ?? '',
    place,
    what: `Kibana has this ${WORDS[kind]} already, not managed by dragnet, and it differs (${fields.join(', ')}).`,
    why: 'Somebody made or imported it there; it is not touched, so that no work is lost.',
    fix: 'Run with --adopt to take it over and write what git says, or dragnet pull to take what Kibana has into git.',
  };
}

/** A field that Kibana never changes once an object is made. */
export function immutableField({ key, place = '' }: Place, kind: ObjectKind, field: PlannedField): PlanProblem {
  return {
    code: 'deploy/immutable-field',
    severity: 'error',
    key: key ?? '',
    place,
    what: `${field.path} of this ${WORDS[kind]} is ${inline(field.live)} in Kibana and ${inline(field.git)} in git.`,
    why: 'Kibana cannot change it once the object is made; it is not touched.',
    fix: 'Give it an id of its own, so that a new one is made, or write what Kibana has.',
  };
}

/** Git and somebody in Kibana have changed the same field. */
export function conflict({ key, place = '' }: Place, fields: readonly string[]): PlanProblem {
  return {
    code: 'deploy/conflict',
    severity: 'error',
    key: key ?? '',
    place,
    what: `Git and somebody in Kibana have both changed ${fields.join(', ')} since the last apply.`,
    why: 'One of the two changes would be lost.',
    fix: 'Run with --on-conflict git or --on-conflict live, or take the change of Kibana into git with dragnet pull.',
  };
}

/** A conflict in which Kibana's value was chosen. */
export function keptLive({ key, place = '' }: Place, fields: readonly string[]): PlanProblem {
  return {
    code: 'deploy/kept-live',
    severity: 'warning',
    key: key ?? '',
    place,
    what: `${fields.join(', ')} stays as Kibana has it, by --on-conflict live.`,
    why: 'Git still says otherwise, so that the next plan shows the conflict again.',
    fix: 'Take the value of Kibana into git with dragnet pull.',
  };
}

/** A rule of git whose `rule_id` is that of an installed rule of Elastic. */
export function prebuilt({ key, place = '' }: Place): PlanProblem {
  return {
    code: 'deploy/prebuilt-rule',
    severity: 'error',
    key: key ?? '',
    place,
    what: 'This rule_id is that of a prebuilt rule, which Elastic maintains and Kibana has installed.',
    why: 'Writing over it would cut it off from its updates; it is not touched.',
    fix: 'Give your copy a rule_id of its own, or write an overlay with only what you set.',
  };
}

/** A connector of git that stands in Kibana's own configuration. */
export function preconfigured({ key, place = '' }: Place): PlanProblem {
  return {
    code: 'deploy/preconfigured-connector',
    severity: 'error',
    key: key ?? '',
    place,
    what: 'This connector is preconfigured in kibana.yml, or a system connector.',
    why: 'Kibana lets nobody change it through its API.',
    fix: 'Remove it from the repository; rules may name it all the same.',
  };
}

/** An object names another one that neither git nor Kibana has. */
export function unknownReference(object: DesiredObject, use: Use, place: string, known: Iterable<string>): PlanProblem {
  const word = WORDS[use.kind];
  return {
    code: `deploy/unknown-${use.kind}`,
    severity: 'error',
    key: object.key,
    place,
    what: `There is no ${word} ${JSON.stringify(use.id)}, neither in the repository nor in Kibana.${didYouMean(use.id, known)}`,
    why: `Kibana would refuse ${JSON.stringify(object.name)}, or run it without the ${word}; it is not written.`,
    fix: `Add the ${word} to the repository, or name one that there is.`,
  };
}

/** A rule with our tag that neither git nor the state knows. */
export function unknownTagged({ key, body }: LiveObject, tag: string): PlanProblem {
  const { name } = body;
  return {
    code: 'deploy/unknown-rule',
    severity: 'warning',
    key,
    what: `The rule ${JSON.stringify(name ?? '')} has the tag ${JSON.stringify(tag)}, but neither git nor the state knows it.`,
    why: 'It is a copy that somebody made of a managed rule in Kibana, or one that git lost together with the state; it is not touched.',
    fix: 'Remove the tag, take the rule into git with dragnet pull, or have it deleted with --adopt.',
  };
}

/** Something is gone from git and stays in Kibana. */
export function keptInUse(key: string, kind: ObjectKind, reason: string): PlanProblem {
  return {
    code: 'deploy/still-used',
    severity: 'warning',
    key,
    what: `Git has this ${WORDS[kind]} no longer, and ${reason}: it stays.`,
    why: 'Deleting it would change what others rely on.',
    fix: 'Take it out of use in Kibana first; the next plan deletes it then.',
  };
}

/** Managed objects are missing in a repository of which not everything could be read. */
export function nothingDeleted(count: number): PlanProblem {
  return {
    code: 'deploy/nothing-deleted',
    severity: 'warning',
    what: `${count} managed ${count === 1 ? 'object is' : 'objects are'} in no file that could be read; nothing is deleted.`,
    why: 'They may stand in a file that is broken.',
    fix: 'Mend the files above.',
  };
}

/** A managed object that somebody deleted in Kibana. */
export function deletedByHand({ key, place = '' }: Place): PlanProblem {
  return {
    code: 'deploy/deleted-by-hand',
    severity: 'warning',
    key: key ?? '',
    place,
    what: 'Somebody deleted this in Kibana since the last apply: it is made again.',
    why: 'Git still has it.',
    fix: 'Remove it from the repository if it shall stay away.',
  };
}

const WORDS: Readonly<Record<ObjectKind, string>> = {
  rule: 'rule',
  'exception-list': 'exception list',
  'exception-item': 'exception',
  'value-list': 'value list',
  connector: 'connector',
};
