import type { Check } from '../check.js';
import { entriesOf } from '../exception-entries.js';
import { setting } from '../repairs.js';

const VALUES = '[[value_lists]]\nid = "scanners"\ntype = "ip"\nvalues = ["10.0.0.1"]';
const LIST = (type: string): string =>
  `[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nentries = [{ field = "source.ip", type = "list", operator = "included", list = { id = "scanners", type = "${type}" } }]`;

/** See `summary`. */
export const listTypeAgrees: Check = {
  name: 'list-type-agrees',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name value lists in exceptions with the type that they have.',
  rationale:
    'Kibana looks for the values of a list by the type that the exception names. With another than that of the list it finds none, and nothing is let through. Lists that are not in the repository are left alone.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-value-lists'],
  examples: {
    invalid: [{ 'lists.toml': VALUES, 'exceptions.toml': LIST('keyword') }],
    valid: [{ 'lists.toml': VALUES, 'exceptions.toml': LIST('ip') }],
  },
  *exceptions(lists, context) {
    const types = new Map(
      (context.input.valueLists ?? []).flatMap(({ value }) => value.map(({ id, type }) => [id, type] as const)),
    );
    for (const { entry, path } of entriesOf(lists, context)) {
      const type = entry.type === 'list' ? types.get(entry.list.id) : undefined;
      if (entry.type !== 'list' || type === undefined || type === entry.list.type) continue;
      yield {
        path: [...path, 'list', 'type'],
        what: `The value list "${entry.list.id}" is of type ${type}.`,
        why: 'Kibana looks for values of another type: nothing is let through.',
        fix: `Set type to "${type}".`,
        repair: setting([...path, 'list', 'type'], type),
      };
    }
  },
};
