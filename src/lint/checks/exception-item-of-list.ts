import type { Check } from '../check.js';
import { removing } from '../repairs.js';

const LIST = (item: string): string =>
  `[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\nnamespace_type = "single"\n\n[[exceptions.items]]\nname = "ours"\n${item}\nentries = [{ field = "host.name", type = "exists", operator = "included" }]`;

/** See `summary`. */
export const exceptionItemOfList: Check = {
  name: 'exception-item-of-list',
  since: '0.1.0',
  severity: 'error',
  summary: 'Let items of an exception list name no other list.',
  rationale:
    'An item stands in the list that its file puts it into. `list_id` or `namespace_type` of the item may say so again; where they name another list, Kibana puts the item into that one, or refuses it because there is none, and the rules that use this list alert all the same.',
  references: ['https://www.elastic.co/docs/api/doc/kibana/operation/operation-createexceptionlistitem'],
  examples: {
    invalid: [LIST('list_id = "scaners"'), LIST('namespace_type = "agnostic"')],
    valid: [LIST('list_id = "scanners"\nnamespace_type = "single"'), LIST('')],
  },
  *exceptions(lists) {
    for (const [at, list] of lists.entries()) {
      for (const [place, item] of list.items.entries()) {
        const path = ['exceptions', at, 'items', place];
        const namespace = list.namespaceType ?? 'single';
        if (item.listId !== undefined && item.listId !== list.listId)
          yield {
            path: [...path, 'list_id'],
            what: `The item names the list "${item.listId}", but stands in "${list.listId}".`,
            why: 'Kibana puts it into the other list, or refuses it.',
            fix: 'Take list_id of the item away, or move the item.',
            repair: removing([...path, 'list_id'], false),
          };
        if (item.namespaceType !== undefined && item.namespaceType !== namespace)
          yield {
            path: [...path, 'namespace_type'],
            what: `The item is of the namespace type ${item.namespaceType}, its list of ${namespace}.`,
            why: 'Kibana looks for a list of that type, and refuses the item.',
            fix: 'Take namespace_type of the item away, or correct that of the list.',
            repair: removing([...path, 'namespace_type'], false),
          };
      }
    }
  },
};
