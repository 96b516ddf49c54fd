import type { Finding } from '../diagnostics/diagnostic.js';
import { eqlStackFindings } from '../languages/eql/versions.js';
import { stackFindings } from '../languages/esql/versions.js';
import type { ParsedQuery } from './queries.js';

/** What versions of the stack would refuse in a query, an error each; KQL and Lucene are the same in all of them. */
export function versionFindings(query: ParsedQuery, stacks: readonly string[]): readonly Finding[] {
  if (query.language === 'esql' && query.tree) return stackFindings(query.tree, stacks);
  if (query.language === 'eql' && query.tree) return eqlStackFindings(query.tree, stacks);
  return [];
}
