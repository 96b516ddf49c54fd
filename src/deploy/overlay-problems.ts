import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { PlanProblem } from './plan.js';

/** Where an overlay stands. */
type Place = Required<Pick<PlanProblem, 'key' | 'place'>>;

/** The rule that an overlay names is none of Elastic's. */
export function overlayOfOwnRule(about: Place): PlanProblem {
  return {
    ...about,
    code: 'deploy/overlay-of-own-rule',
    severity: 'error',
    what: 'Kibana has this rule, but it is no prebuilt rule of Elastic.',
    why: 'An overlay is only for rules that Elastic maintains; it is not touched.',
    fix: 'Take the rule into git with dragnet pull, or correct the rule_id.',
  };
}

/** The rule that an overlay names is neither installed nor in Elastic's package. */
export function unknownPrebuilt(about: Place, id: string, known: Iterable<string>): PlanProblem {
  return {
    ...about,
    code: 'deploy/unknown-prebuilt-rule',
    severity: 'error',
    what: `There is no prebuilt rule ${id}, neither installed nor in the package of this Kibana.${didYouMean(id, known)}`,
    why: 'There is nothing to set it on.',
    fix: "Correct the rule_id, or update Elastic's rules in Kibana.",
  };
}

/** An overlay sets a field no longer. */
export function droppedFields(about: Place, fields: readonly string[]): PlanProblem {
  return {
    ...about,
    code: 'deploy/overlay-field-dropped',
    severity: 'warning',
    what: `The overlay sets ${fields.join(', ')} no longer; what was applied stays in Kibana.`,
    why: 'dragnet never resets a prebuilt rule by itself: analysts may rely on the value.',
    fix: "Set the value of Elastic in the overlay for once, or revert the rule to Elastic's version in Kibana.",
  };
}

/** Git has an overlay no longer that was applied. */
export function overlayGone(key: string, name: string): PlanProblem {
  return {
    key,
    code: 'deploy/overlay-gone',
    severity: 'warning',
    what: `Git has the overlay of the prebuilt rule ${JSON.stringify(name)} no longer; what it set stays in Kibana.`,
    why: 'A prebuilt rule is never deleted or reset; dragnet only forgets that it set something.',
    fix: "Disable the rule or revert it to Elastic's version in Kibana where that is wanted.",
  };
}
