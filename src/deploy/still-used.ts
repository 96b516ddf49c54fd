import type { Kibana } from './kibana.js';
import { keysNamed } from './live-facts.js';
import type { PlannedAction } from './plan.js';

/**
 * What of the lists and connectors that are to be deleted somebody uses now, by key, with the reason: rules that name them, and exceptions in a list, which
 * would go with it. It is asked once rules and exceptions are deleted, since whoever began to use one after the plan was made changed nothing that the plan
 * looks at.
 */
export async function whatIsUsed(
  kibana: Pick<Kibana, 'pages'>,
  deletions: readonly PlannedAction[],
): Promise<ReadonlyMap<string, string>> {
  const used = new Map<string, string>();
  const lists = deletions.filter(({ kind }) => kind === 'exception-list').map(({ key }) => key);
  const gone = new Set(lists);
  for (const { kind, key } of deletions) if (kind === 'connector') gone.add(key);
  if (gone.size === 0) return used;
  for await (const page of kibana.pages('rule')) {
    for (const { kind, body } of page) {
      const named = keysNamed(kind, body).filter((key) => gone.has(key));
      for (const key of named) used.set(key, `the rule ${JSON.stringify(body['name'] ?? '')} uses it`);
    }
  }
  if (lists.length === 0) return used;
  for await (const page of kibana.pages('exception-item', { lists })) {
    for (const { kind, body } of page) {
      const [list = ''] = keysNamed(kind, body);
      if (gone.has(list)) used.set(list, `it holds the exception ${JSON.stringify(body['name'] ?? '')}`);
    }
  }
  return used;
}
