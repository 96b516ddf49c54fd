import type { Check } from '../check.js';

/** See `summary`. */
export const timelineHasId: Check = {
  name: 'timeline-has-id',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name a Timeline template by id and title.',
  rationale:
    'Kibana finds the template by `timeline_id` and shows `timeline_title`; it refuses a rule that has only one of the two.',
  references: ['https://www.elastic.co/docs/api/doc/kibana/operation/operation-createrule'],
  examples: {
    invalid: ['timeline_title = "Generic Process Timeline"', 'timeline_id = "5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"'],
    valid: ['timeline_id = "5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"\ntimeline_title = "Generic Process Timeline"'],
  },
  *rule({ timelineId, timelineTitle }) {
    if ((timelineId === undefined) === (timelineTitle === undefined)) return;
    const [given, missing] =
      timelineId === undefined ? ['timeline_title', 'timeline_id'] : ['timeline_id', 'timeline_title'];
    yield {
      path: ['rule', given],
      at: 'key',
      what: `The rule has a ${given} but no ${missing}.`,
      why: 'Kibana refuses a rule that has only one of the two.',
      fix: `Add ${missing}, or take ${given} away.`,
    };
  },
};
