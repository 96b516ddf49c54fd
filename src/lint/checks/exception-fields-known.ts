import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';
import { entriesOf } from '../exception-entries.js';
import { misspeltField } from '../misspelt-field.js';

const LIST = (field: string): string =>
  `[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nentries = [{ field = "${field}", type = "exists", operator = "included" }]`;

/** See `summary`. */
export const exceptionFieldsKnown: Check = {
  name: 'exception-fields-known',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Use fields in exceptions that the indices of their rules have.',
  rationale:
    'A condition on a field that no document has never holds: the exception lets nothing through, and alerts go on. With imported catalogues for all indices of the rules that use the list every unknown field is reported, as an error; elsewhere likely slips.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions'],
  examples: {
    invalid: [LIST('proces.name'), LIST('host.nmae')],
    valid: [LIST('process.name'), LIST('acme.door.state')],
  },
  *exceptions(lists, context) {
    for (const { entry, name, path, among, isDynamic } of entriesOf(lists, context)) {
      if (isDynamic) continue;
      const isWhole = among.open.length === 0;
      const meant = misspeltField(name, among.fields);
      if (!isWhole && meant === undefined) continue;
      yield {
        path: [...path, 'field'],
        ...(isWhole ? { severity: 'error' as const } : {}),
        what: `Unknown field ${name}.${didYouMean(name, meant === undefined ? among.fields.keys() : [meant])}`,
        why: `The condition (${entry.type}) never holds: the exception lets nothing through.`,
        fix: meant === undefined ? 'Name a field of the indices.' : `Write ${meant}.`,
      };
    }
  },
};
