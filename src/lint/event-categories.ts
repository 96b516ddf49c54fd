import { nearest } from '../diagnostics/did-you-mean.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { EqlEventFilter, EqlQuery } from '../languages/eql/ast.js';
import type { EqlOptions } from './queries.js';

/** The values that ECS has for `event.category` (https://www.elastic.co/docs/reference/ecs/ecs-allowed-values-event-category). */
const OF_ECS = [
  'api',
  'authentication',
  'configuration',
  'database',
  'driver',
  'email',
  'file',
  'host',
  'iam',
  'intrusion_detection',
  'library',
  'malware',
  'network',
  'package',
  'process',
  'registry',
  'session',
  'threat',
  'vulnerability',
  'web',
];

/** What older agents write besides, and rules look for. */
const OTHERS = ['dns', 'image_load', 'powershell', 'security', 'user', 'pipe'];

const KNOWN: ReadonlySet<string> = new Set([...OF_ECS, ...OTHERS]);

/**
 * Warnings for event categories of an EQL query that look like one of ECS written wrong. Others are not reported: indices may hold categories
 * of their own, as may the field that a rule names with `event_category_override`.
 */
export function misspeltCategories(
  { source }: EqlQuery,
  text: string,
  { eventCategoryField = 'event.category' }: EqlOptions,
): readonly Finding[] {
  if (eventCategoryField !== 'event.category') return [];
  return filtersOf(source).flatMap(({ category, range }): readonly Finding[] => {
    if (category === null || KNOWN.has(category)) return [];
    const [meant] = nearest(category, [...OF_ECS, 'any']);
    if (meant === undefined) return [];
    const quotes = /^["']/u.test(text.slice(range.start, range.start + 1)) ? 2 : 0;
    return [
      {
        code: 'eql/unknown-category',
        severity: 'warning',
        range: { start: range.start, end: range.start + category.length + quotes },
        what: `Unknown event category [${category}], did you mean [${meant}]?`,
        why: 'ECS has no such value of event.category: the query matches nothing where the events keep to it.',
        fix: `Write ${meant} where, or any where for events of all categories.`,
      },
    ];
  });
}

function filtersOf(source: EqlQuery['source']): readonly EqlEventFilter[] {
  if (source.kind === 'EventFilter') return [source];
  const until = source.kind === 'Sequence' && source.until !== null ? [source.until] : [];
  return [...source.steps, ...until].map(({ filter }) => filter);
}
