import type { KeyPath } from '../definitions/locate.js';
import type { Range } from '../diagnostics/diagnostic.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule } from '../model/rule.js';
import type { LintContext } from './check.js';
import { queriesOfHunt, queriesOfRule } from './queries.js';
import type { ParsedQuery } from './queries.js';
import { checkedQuery } from './query-types.js';

/** A field that a query takes from indices of which nobody has listed the fields. */
export interface UnlistedField {
  readonly name: string;
  /** The pattern of the indices; of several the most telling one. Empty where they are not known. */
  readonly pattern: string;
  /** The query, and the place in it. */
  readonly path: KeyPath;
  readonly range: Range;
}

const kept = new WeakMap<Rule | Hunt, readonly UnlistedField[]>();

/** The unlisted fields of a rule, in the order of its queries. Kept, so that a look at all rules parses none of them again. */
export function unlistedInRule(rule: Rule, context: Pick<LintContext, 'fields'>): readonly UnlistedField[] {
  return kept.get(rule) ?? keepUnlisted(rule, unlistedIn(queriesOfRule(rule), context));
}

/** The unlisted fields of a hunt; see {@link unlistedInRule}. */
export function unlistedInHunt(hunt: Hunt, context: Pick<LintContext, 'fields'>): readonly UnlistedField[] {
  return kept.get(hunt) ?? keepUnlisted(hunt, unlistedIn(queriesOfHunt(hunt), context));
}

/** Takes it as known which fields of a definition are unlisted; returns them. */
export function keepUnlisted(definition: Rule | Hunt, fields: readonly UnlistedField[]): readonly UnlistedField[] {
  kept.set(definition, fields);
  return fields;
}

function unlistedIn(queries: readonly ParsedQuery[], context: Pick<LintContext, 'fields'>): readonly UnlistedField[] {
  return queries.flatMap((query) => {
    const pattern = mostTelling(context.fields.of(query.indices).open);
    return checkedQuery(query, context).unchecked.map(({ name, finding: { range } }) => ({
      name,
      pattern,
      path: query.path,
      range: { start: range.start, end: range.end },
    }));
  });
}

function mostTelling(patterns: readonly string[]): string {
  return patterns.reduce((best, pattern) => (pattern.length > best.length ? pattern : best), '');
}
