import type { Range } from '../../../diagnostics/diagnostic.js';
import type { ProcessingCommand } from '../ast.js';
import type { EsqlCatalogue } from './catalogue.js';
import { unsupportedProblem } from './check-arguments.js';
import type { Attribute, Step } from './plan.js';
import { Resolver } from './resolve.js';
import type { Attributes, Problems, Scope } from './scope.js';

/** What one query's analysis shares. */
export interface Session {
  readonly text: string;
  readonly now: number;
  readonly problems: Problems;
  readonly attributes: Attributes;
  readonly catalogue: EsqlCatalogue;
  /** Commands so far, for the rules on where search functions may stand. */
  readonly before: Set<string>;
}

/** What a command makes of the columns before it. */
export interface Outcome {
  readonly scope: Scope;
  readonly steps: readonly Step[];
}

/** A resolver for expressions of one row. */
export function resolverFor(scope: Scope, session: Session): Resolver {
  return new Resolver(scope, {
    text: session.text,
    now: session.now,
    problems: session.problems,
    refuseSearch: (name) => refuseSearch(name, session),
  });
}

function refuseSearch(name: string, { before }: Session): string | undefined {
  const subject = name === ':' ? '[:] operator' : `[${name}] function`;
  const forbidden = name === 'KQL' || name === 'QSTR' ? ['SHOW', 'ROW', 'DISSECT', 'DROP', 'ENRICH', 'EVAL', 'GROK', 'KEEP', 'MV_EXPAND', 'RENAME', 'STATS', 'LIMIT'] : ['STATS', 'LIMIT']; // prettier-ignore
  const after = forbidden.find((command) => before.has(command));
  return after === undefined ? undefined : `${subject} cannot be used after ${after}`;
}

/** Whether a column can be read; notes what is wrong where it cannot. */
export function isReadable(attribute: Attribute, range: Range, { problems }: Session): boolean {
  const problem = unsupportedProblem(attribute);
  if (problem !== undefined) {
    problems.add(range, 'esql/unsupported-field', problem, 'Elasticsearch refuses the query.', 'Convert the field (`::type`) in EVAL first, or use another one.'); // prettier-ignore
  }
  return problem === undefined;
}

/** The keyword of a command, as messages show it. */
export function commandName(command: ProcessingCommand): string {
  if (command.kind === 'TakeApart') return command.command;
  if (command.kind === 'LookupJoin') return 'LOOKUP JOIN';
  return command.kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
