import type { Finding, Range } from '../../diagnostics/diagnostic.js';
import type { EqlExpression, EqlQuery, EqlStep } from './ast.js';
import { eqlFunction } from './functions/functions.js';

/** Something in a query that not every version of Elasticsearch takes. */
interface Requirement {
  readonly subject: string;
  readonly range: Range;
  /** The first version that takes it. */
  readonly since?: string;
  /** The last version that takes it. */
  readonly until?: string;
}

/**
 * What versions of the stack such as `8.5` or `8.9.0` would refuse in a query that the newest one takes, and the other way round; an
 * error each. A version without a third number means its latest patch.
 *
 * - Samples came with 8.6: https://github.com/elastic/elasticsearch/pull/91312
 * - Missing events came with 8.9.1: https://github.com/elastic/elasticsearch/pull/92348
 * - `with runs` and optional fields came with 7.16, the function `wildcard` went with 8.0.
 */
export function eqlStackFindings(query: EqlQuery, stacks: readonly string[]): readonly Finding[] {
  const requirements = stacks.length === 0 ? [] : requirementsOf(query);
  return stacks.flatMap((stack) =>
    requirements.flatMap((item) => {
      if (item.since !== undefined && compare(stack, item.since) < 0) return [tooOld(item, item.since, stack)];
      return item.until !== undefined && compare(stack, item.until) > 0 ? [tooNew(item, item.until, stack)] : [];
    }),
  );
}

function requirementsOf({ source }: EqlQuery): readonly Requirement[] {
  if (source.kind === 'EventFilter') return ofExpression(source.condition);
  const keys = source.by.filter(({ optional }) => optional).map(optionalField);
  const steps = source.kind === 'Sequence' && source.until !== null ? [...source.steps, source.until] : source.steps;
  const sample: readonly Requirement[] =
    source.kind === 'Sample' ? [{ subject: 'A sample', range: source.range, since: '8.6' }] : [];
  return [...sample, ...keys, ...steps.flatMap(ofStep)];
}

function ofStep({ missing, runs, range, by, filter }: EqlStep): readonly Requirement[] {
  return [
    ...(missing ? [{ subject: 'A missing event', range, since: '8.9.1' }] : []),
    ...(runs === null ? [] : [{ subject: 'with runs', range, since: '7.16' }]),
    ...ofExpression(filter.condition),
    ...by.filter(({ optional }) => optional).map(optionalField),
  ];
}

function ofExpression(node: EqlExpression): readonly Requirement[] {
  switch (node.kind) {
    case 'And':
    case 'Or':
      return node.clauses.flatMap(ofExpression);
    case 'Not':
      return ofExpression(node.clause);
    case 'Comparison':
    case 'Arithmetic':
      return [node.left, node.right].flatMap(ofExpression);
    case 'In':
      return [node.value, ...node.items].flatMap(ofExpression);
    case 'Match':
    case 'Negation':
      return ofExpression(node.value);
    case 'Call':
      return [...ofFunction(node.name, node.range), ...node.arguments.flatMap(ofExpression)];
    case 'Field':
      return node.optional ? [optionalField(node)] : [];
    default:
      return [];
  }
}

/** The last minor version before the one that took a function away. */
const LAST_BEFORE: Readonly<Record<string, string>> = { '8.0': '7.17', '7.10': '7.9' };

function ofFunction(name: string, range: Range): readonly Requirement[] {
  const removed = eqlFunction(name)?.removed;
  const until = removed === undefined ? undefined : LAST_BEFORE[removed.version];
  return until === undefined ? [] : [{ subject: `The function ${name}`, range, until }];
}

function optionalField({ range }: { readonly range: Range }): Requirement {
  return { subject: 'An optional field', range, since: '7.16' };
}

function tooOld({ subject, range }: Requirement, since: string, stack: string): Finding {
  return {
    code: 'eql/stack',
    severity: 'error',
    range,
    what: `${subject} came with Elasticsearch ${since}; ${stack} refuses it`,
    why: `The query fails on a stack of version ${stack}.`,
    fix: `Write the query without it, or run it on ${since} and later only.`,
  };
}

function tooNew({ subject, range }: Requirement, until: string, stack: string): Finding {
  return {
    code: 'eql/stack',
    severity: 'error',
    range,
    what: `${subject} was last taken by Elasticsearch ${until}; ${stack} refuses it`,
    why: `The query fails on a stack of version ${stack}.`,
    fix: 'Write the newer form, or leave that version out.',
  };
}

/** Order of versions; a part that is not said is the latest of the left one, and the first of the right one. */
function compare(stack: string, version: string): number {
  const left = stack.split('.').map(Number);
  const right = version.split('.').map(Number);
  for (const [at, number] of right.entries()) {
    const own = left[at];
    if (own === undefined) return 0;
    if (own !== number) return own - number;
  }
  return 0;
}
