import type { Check } from '../check.js';
import { listsNamed } from '../exception-entries.js';

const LIST =
  '[[exceptions]]\n[exceptions.container]\nname = "Scanners"\nlist_id = "scanners"\n\n[[exceptions.items]]\nname = "ours"\nentries = [{ field = "host.name", type = "exists", operator = "included" }]';
const USE = (id: string): string =>
  `exceptions_list = [{ id = "1", list_id = "${id}", type = "detection", namespace_type = "single" }]`;

/** See `summary`. */
export const exceptionListUsed: Check = {
  name: 'exception-list-used',
  since: '0.1.0',
  severity: 'info',
  summary: 'Keep exception lists that some rule uses, or that say which rules they are for.',
  rationale:
    'A list that no `exceptions_list` of a rule names lets nothing through. Lists with `rule_ids` in `[metadata]` are attached by name and left alone, as is that of the endpoint; so are runs over a part of the repository.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-shared-exception-lists'],
  examples: {
    invalid: [{ 'exceptions/a.toml': LIST, 'rules/a.toml': USE('others') }],
    valid: [{ 'exceptions/a.toml': LIST, 'rules/a.toml': USE('scanners') }],
  },
  *exceptions(lists, context) {
    const { input, file } = context;
    if (input.isWhole === false || /^\s*rule_ids\s*=/mu.test(input.texts.get(file) ?? '')) return;
    const named = listsNamed(context);
    for (const [at, { listId, type }] of lists.entries()) {
      if (named.has(listId) || type === 'endpoint') continue;
      yield {
        path: ['exceptions', at, 'container', 'list_id'],
        what: `No rule uses the list "${listId}".`,
        why: 'Its exceptions let nothing through.',
        fix: 'Name it in exceptions_list of a rule, or take the list away.',
      };
    }
  },
};
