import { nearest } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

/** Kibana's own Timeline templates: id and title. https://www.elastic.co/docs/solutions/security/investigate/timeline-templates */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['db366523-f1c6-4c1f-8731-6ce5ed9e5717', 'Generic Endpoint Timeline'],
  ['91832785-286d-4ebe-b884-1a208d111a70', 'Generic Network Timeline'],
  ['76e52245-7519-4251-91ab-262fb1a1728c', 'Generic Process Timeline'],
  ['495ad7a7-316e-4544-8a0f-9c098daee76e', 'Generic Threat Match Timeline'],
  ['4d4c0b59-ea83-483f-b8c1-8c360ee53c5c', 'Comprehensive File Timeline'],
  ['e70679c2-6cde-4510-9764-4823df18f7db', 'Comprehensive Process Timeline'],
  ['300afc76-072d-4261-864d-4149714bf3f1', 'Comprehensive Network Timeline'],
  ['3e47ef71-ebfc-4520-975c-cb27fc090799', 'Comprehensive Registry Timeline'],
  ['3e827bab-838a-469f-bd1e-5e19a2bff2fd', 'Alerts Involving a Single User Timeline'],
  ['4434b91a-94ca-4a89-83cb-a37cdc0532b7', 'Alerts Involving a Single Host Timeline'],
]);

/** See `summary`. */
export const timelineKnown: Check = {
  name: 'timeline-known',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Let id and title of a Timeline template be of the same one.',
  rationale:
    "Kibana opens the template of `timeline_id` and shows `timeline_title`. The ids of its own ten templates are the same everywhere: their titles can be checked. Ids and titles of a team's own templates are left alone.",
  references: ['https://www.elastic.co/docs/solutions/security/investigate/timeline-templates'],
  examples: {
    invalid: [
      'timeline_id = "db366523-f1c6-4c1f-8731-6ce5ed9e5717"\ntimeline_title = "Generic Network Timeline"',
      'timeline_id = "db366523-f1c6-4c1f-8731-6ce5ed9e5718"\ntimeline_title = "Generic Endpoint Timeline"',
    ],
    valid: [
      'timeline_id = "db366523-f1c6-4c1f-8731-6ce5ed9e5717"\ntimeline_title = "Generic Endpoint Timeline"',
      'timeline_id = "5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11"\ntimeline_title = "Our Timeline"',
    ],
  },
  *rule({ timelineId, timelineTitle }) {
    if (timelineId === undefined || timelineTitle === undefined) return;
    const title = TEMPLATES.get(timelineId);
    const [id] = [...TEMPLATES].find(([, own]) => own === timelineTitle) ?? [];
    if (title === timelineTitle || (title === undefined && id === undefined)) return;
    const why = 'Analysts open another template than the rule names.';
    if (title !== undefined) {
      yield {
        path: ['rule', 'timeline_title'],
        what: `The template of this timeline_id has the title "${title}".`,
        why,
        fix: `Set timeline_title to "${title}"${id === undefined ? '' : `, or timeline_id to "${id}"`}.`,
        ...(id === undefined ? { repair: setting(['rule', 'timeline_title'], title) } : {}),
      };
      return;
    }
    const isSlip = nearest(timelineId, [id ?? ''], 1).length > 0;
    yield {
      path: ['rule', 'timeline_id'],
      what: `This is not the id of Kibana's template "${timelineTitle}".`,
      why,
      fix: `Set timeline_id to "${id ?? ''}", or name your own template in another way.`,
      repair: setting(['rule', 'timeline_id'], id ?? '', isSlip),
    };
  },
};
