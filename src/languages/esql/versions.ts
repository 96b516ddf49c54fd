import type { Finding, Range } from '../../diagnostics/diagnostic.js';
import type { KqlValue } from '../kql/ast.js';
import { parseKql } from '../kql/parse.js';
import { someMatchValue } from '../kql/some-match-value.js';
import type { EsqlQuery, Expression, ProcessingCommand, SourceCommand } from './ast.js';
import { type Availability, isAvailable } from './availability.js';
import { findOtherFunction } from './functions/other-functions.js';
import { findFunction } from './functions/registry.js';
import { commandsOf, visitExpressions } from './visit.js';

/** Something in a query that not every version has. */
export interface Requirement extends Availability {
  readonly range: Range;
  /** What it is, to begin a sentence: `MV_CONTAINS`, `RLIKE with a list`. */
  readonly subject: string;
  /** Whether it is a whole function, and no form of one or of a command. */
  readonly isFunction?: true;
}

/** Commands that not every version has. https://www.elastic.co/docs/reference/query-languages/esql/commands/processing-commands */
const COMMANDS: Readonly<Record<string, Availability & { readonly subject: string }>> = {
  TimeSeries: { subject: 'TS', since: '9.2' },
  Subquery: { subject: 'A subquery in FROM', since: '9.4' },
  Setting: { subject: 'SET', since: '9.3', preview: true },
  Inline: { subject: 'INLINE STATS', since: '9.2' },
  Fork: { subject: 'FORK', since: '9.1' },
  Fuse: { subject: 'FUSE', since: '9.2' },
  Sample: { subject: 'SAMPLE', since: '8.19', preview: true },
  ChangePoint: { subject: 'CHANGE_POINT', since: '8.19' },
  Completion: { subject: 'COMPLETION', since: '8.19' },
  Rerank: { subject: 'RERANK', since: '9.2' },
  URI_PARTS: { subject: 'URI_PARTS', since: '9.4', preview: true },
  REGISTERED_DOMAIN: { subject: 'REGISTERED_DOMAIN', since: '9.4', preview: true },
  USER_AGENT: { subject: 'USER_AGENT', since: '9.4', preview: true },
  LimitBy: { subject: 'LIMIT with BY', since: '9.4' },
  ManyPatterns: { subject: 'GROK with several patterns', since: '9.3' },
  JoinFields: { subject: 'LOOKUP JOIN on several fields', since: '9.2' },
  JoinExpression: { subject: 'LOOKUP JOIN on an expression', since: '9.2', preview: true },
  Options: { subject: 'WITH {…}', since: '9.2' },
  InferenceId: { subject: 'WITH and the name of an endpoint', since: '8.19', until: '9.1' },
};

/** Options and forms of functions that came after the function. */
const FORMS: Readonly<Record<string, (count: number, hasOptions: boolean) => (Availability & { subject: string }) | undefined>> = {
  KQL: (_, hasOptions) => (hasOptions ? { subject: 'KQL with options', since: '9.3' } : undefined),
  TBUCKET: (count) => (count > 1 ? { subject: 'TBUCKET with a range', since: '9.4' } : undefined),
}; // prettier-ignore

/** What a query needs of the versions that can run it, in the order of the text. */
export function requirementsOf(query: EsqlQuery): readonly Requirement[] {
  const found: Requirement[] = [];
  const need = (key: string, range: Range): void => {
    const command = COMMANDS[key];
    if (command) found.push({ ...command, range: { start: range.start, end: range.end } });
  };
  for (const setting of query.settings) need('Setting', setting.range);
  for (const command of commandsOf(query)) commandNeeds(command, need);
  visitExpressions(query, (node) => {
    found.push(...expressionNeeds(node));
  });
  return found.sort((left, right) => left.range.start - right.range.start);
}

type Need = (key: string, range: Range) => void;

function commandNeeds(command: SourceCommand | ProcessingCommand, need: Need): void {
  const { range } = command;
  if (command.kind === 'From') {
    if (command.timeSeries) need('TimeSeries', range);
    for (const item of command.indices) if (item.kind === 'Subquery') need('Subquery', item.range);
  } else if (command.kind === 'Completion' || command.kind === 'Rerank') {
    need(command.kind, range);
    if (command.options) need('Options', command.options.range);
    if (command.inferenceId) need('InferenceId', command.inferenceId.range);
  } else {
    const form = formOf(command);
    if (form !== undefined) need(form, range);
  }
}

/** The key of a command, or of the form that it has. */
function formOf(command: SourceCommand | ProcessingCommand): string | undefined {
  switch (command.kind) {
    case 'Stats':
      return command.inline ? 'Inline' : undefined;
    case 'Limit':
      return command.by.length > 0 ? 'LimitBy' : undefined;
    case 'Grok':
      return command.patterns.length > 1 ? 'ManyPatterns' : undefined;
    case 'LookupJoin':
      if (command.on.some(({ kind }) => kind !== 'Column')) return 'JoinExpression';
      return command.on.length > 1 ? 'JoinFields' : undefined;
    case 'TakeApart':
      return command.command;
    default:
      return command.kind;
  }
}

function expressionNeeds(node: Expression): readonly Requirement[] {
  if (node.kind === 'Like') {
    const { range, syntax, patterns, list } = node;
    const name = syntax.toUpperCase();
    if (patterns.some(({ kind }) => kind === 'Parameter')) {
      return [{ range, subject: `${name} with a parameter`, since: '9.3' }];
    }
    return list ? [{ range, subject: `${name} with a list`, since: syntax === 'like' ? '8.19' : '9.2' }] : [];
  }
  if (node.kind !== 'Call') return [];
  const name = node.name.toUpperCase();
  const { since, preview } = findFunction(name) ?? findOtherFunction(name) ?? {};
  const range: Range = { start: node.range.start, end: node.range.start + node.name.length };
  const hasOptions = node.arguments.at(-1)?.kind === 'Map';
  const form = FORMS[name]?.(node.arguments.length, hasOptions);
  return [
    ...(since === undefined
      ? []
      : [{ range, subject: name, since, isFunction: true as const, ...(preview === true && { preview }) }]),
    ...(form ? [{ ...form, range }] : []),
    ...(name === 'KQL' ? kqlNeeds(node.arguments[0]) : []),
  ];
}

/** What the text of KQL() needs: Elasticsearch has read KQL for itself, and lists of values only since 9.1.4 (elastic/elasticsearch#133737). */
function kqlNeeds(text: Expression | undefined): readonly Requirement[] {
  if (text?.kind !== 'String') return [];
  const tree = parseKql(text.value).value;
  if (tree === undefined || !someMatchValue(tree, isList)) return [];
  return [{ range: text.range, subject: 'A list of values (field: (a or b)) in KQL', since: '9.1' }];
}

/** `(a or b)`, `(not (a and b))`; `(not a)` has always been read. */
function isList(value: KqlValue): boolean {
  return value.kind === 'ValueNot' ? isList(value.value) : value.kind === 'ValueAnd' || value.kind === 'ValueOr';
}

/** One error for each version that refuses something in a query, and each such thing. */
export function stackFindings(query: EsqlQuery, stacks: readonly string[]): readonly Finding[] {
  const requirements = stacks.length === 0 ? [] : requirementsOf(query);
  return stacks.flatMap((stack) =>
    requirements.filter((item) => !isAvailable(stack, item)).map((item) => refused(item, stack)),
  );
}

function refused({ range, subject, since = '8.18', until }: Requirement, stack: string): Finding {
  const isTooLate = until !== undefined && isAvailable(stack, { since });
  return {
    code: 'esql/stack',
    severity: 'error',
    what: isTooLate
      ? `${subject} was last taken by Elasticsearch ${until}; ${stack} refuses it`
      : `${subject} came with Elasticsearch ${since}; ${stack} refuses it`,
    why: `The query fails on a stack of version ${stack}.`,
    fix: isTooLate
      ? 'Write the newer form, or leave that version out.'
      : `Write the query without it, or run it on ${since} and later only.`,
    range,
  };
}
