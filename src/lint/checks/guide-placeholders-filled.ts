import { isJsonArray } from '../../values/json.js';
import type { Check } from '../check.js';

const TRANSFORM = '[[transform.osquery]]\nlabel = "Services"\nquery = "SELECT * FROM services"';

/** See `summary`. */
export const guidePlaceholdersFilled: Check = {
  name: 'guide-placeholders-filled',
  since: '0.1.0',
  severity: 'warning',
  summary:
    'Have an entry of `[transform]` for each placeholder of the investigation guide, and a placeholder for each entry.',
  rationale:
    '`$osquery_0`, `$investigate_1` and the like in `note` stand for the buttons that `[transform]` describes, counted from 0. A placeholder without an entry is shown as it stands, an entry without a placeholder is not shown at all.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides'],
  examples: {
    invalid: [
      `note = "Look: $osquery_0 and $osquery_1"\n\n${TRANSFORM}`,
      `note = "Look."\n\n${TRANSFORM}`,
      'note = "$investigate_0"',
    ],
    valid: [`note = "Look: $osquery_0"\n\n${TRANSFORM}`],
  },
  *rule({ note = '', transform = {} }) {
    const used = new Map(
      [...note.matchAll(/\$\{?((?:osquery|investigate)_\d+)\b/gu)].map((match) => [match[1] ?? '', match]),
    );
    const filled = Object.entries(transform).flatMap(([plugin, entries]) =>
      isJsonArray(entries)
        ? entries.map((_, at) => ({ name: `${plugin}_${at}`, path: ['transform', plugin, at] }))
        : [],
    );
    const names = new Set(filled.map(({ name }) => name));
    for (const [name, { index, 0: text }] of used) {
      if (names.has(name)) continue;
      yield {
        path: ['rule', 'note'],
        range: { start: index, end: index + text.length },
        what: `[transform] has no entry for $${name}.`,
        why: 'The guide shows the placeholder as it stands.',
        fix: `Add a [[transform.${name.split('_')[0] ?? ''}]], or take the placeholder away; they count from 0.`,
      };
    }
    for (const { name, path } of filled) {
      if (used.has(name)) continue;
      yield {
        path,
        at: 'key',
        what: `The guide has no $${name}.`,
        why: 'This entry is never shown.',
        fix: `Put $${name} where the button belongs in note, or take the entry away.`,
      };
    }
  },
};
