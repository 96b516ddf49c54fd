import { type Row, compileExpression } from '../../../languages/esql/analysis/compile.js';
import type {
  Attribute,
  Connective,
  Reference,
  Resolved,
  Search,
  Step,
} from '../../../languages/esql/analysis/plan.js';
import type { Cell } from '../../../languages/esql/cells.js';
import type { DocSet } from '../documents/doc-set.js';
import type { Decision } from './dictionary.js';
import type { EsqlTable } from './esql-source.js';
import { queryOf } from './layout.js';

/** What the filters at the start of a query leave of a table's documents. */
export interface Selection {
  readonly docs: DocSet;
  /** How many of the filters need not be asked again, from the first on. */
  readonly settled: number;
}

type Filter = Extract<Step, { kind: 'Filter' }>;

/**
 * Answers the filters that come first by whole columns: a condition on one field is asked once for each different value. It changes neither
 * rows nor warnings: a condition that is on several fields or that would warn is left to the rows, and once there is one, documents are
 * only narrowed by conditions that Elasticsearch asks its index for as well, before it looks at the others.
 */
export function selectDocuments(table: EsqlTable, filters: readonly Filter[], now: Date): Selection {
  let docs = table.documents();
  let settled = 0;
  let isSettled = true;
  for (const { condition } of filters) {
    const parts = conjuncts(condition).map((part) => ({ part, decision: decide(part, table, now) }));
    isSettled &&= parts.every(({ decision }) => decision !== undefined);
    for (const { part, decision } of parts) {
      if (decision !== undefined && (isSettled || isAskedOfIndex(part))) docs = docs.and(decision.yes);
    }
    if (isSettled) settled += 1;
  }
  return { docs, settled };
}

function conjuncts(node: Resolved): readonly Resolved[] {
  return node.kind === 'Connective' && node.operator === 'and' ? node.operands.flatMap(conjuncts) : [node];
}

/** Comparisons that Elasticsearch makes queries of where a field stands on their left and constants do on their right. */
const ASKED_OF_INDEX: ReadonlySet<string> = new Set([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'IN',
  'LIKE',
  'RLIKE',
  'CIDR_MATCH',
]);

function isAskedOfIndex(node: Resolved): boolean {
  switch (node.kind) {
    case 'Search':
      return true;
    case 'Connective':
      return node.operands.every(isAskedOfIndex);
    case 'NullTest':
      return isExactField(node.operand);
    case 'Call': {
      const [field, ...rest] = node.arguments;
      return (
        ASKED_OF_INDEX.has(node.function.name) && field !== undefined && isExactField(field) && rest.every(isConstant)
      );
    }
    default:
      return false;
  }
}

function isExactField(node: Resolved): boolean {
  return node.kind === 'Reference' && node.attribute.field !== undefined && node.type !== 'text';
}

function isConstant(node: Resolved): boolean {
  return node.kind === 'Constant' || (node.kind === 'Call' && node.constant !== undefined);
}

function decide(node: Resolved, table: EsqlTable, now: Date): Decision | undefined {
  if (node.kind === 'Search') return decideSearch(node, table, now);
  if (node.kind === 'NullTest' && isTextColumn(node.operand)) return decideText(node.operand, node.negated, table, now);
  if (node.kind === 'Connective' && columnsOf(node).size !== 1) return decideConnective(node, table, now);
  return decideColumn(node, table);
}

function decideSearch(search: Search, table: EsqlTable, now: Date): Decision | undefined {
  try {
    const yes = table.search(queryOf(search), now);
    return { yes, no: yes.complement() };
  } catch {
    // What cannot be asked is refused when the first row asks it, if one does.
    return undefined;
  }
}

function isTextColumn(node: Resolved): node is Reference {
  return node.kind === 'Reference' && node.type === 'text' && isColumn(node.attribute);
}

/** Elasticsearch asks the index whether there is a text, even where it reads its values from a keyword that leaves some out. */
function decideText({ attribute }: Reference, isWanted: boolean, table: EsqlTable, now: Date): Decision {
  const found = table.search({ exists: { field: attribute.field?.name ?? '' } }, now);
  const others = found.complement();
  return isWanted ? { yes: found, no: others } : { yes: others, no: found };
}

function decideConnective({ operator, operands }: Connective, table: EsqlTable, now: Date): Decision | undefined {
  const decisions: Decision[] = [];
  for (const operand of operands) {
    const decision = decide(operand, table, now);
    if (decision === undefined) return undefined;
    decisions.push(decision);
  }
  const [first] = decisions;
  if (operator === 'not') return first && { yes: first.no, no: first.yes };
  return decisions.reduce((left, right) =>
    operator === 'and'
      ? { yes: left.yes.and(right.yes), no: left.no.or(right.no) }
      : { yes: left.yes.or(right.yes), no: left.no.and(right.no) },
  );
}

/** Stops at what cannot be asked of a value alone. */
class NotOfOneValue extends Error {}

/** A condition on one column, in which no document has several values. */
function decideColumn(node: Resolved, table: EsqlTable): Decision | undefined {
  const [attribute, ...others] = columnsOf(node).values();
  if (attribute === undefined || others.length > 0 || !isColumn(attribute)) return undefined;
  const dictionary = table.dictionary(attribute.field?.name ?? '');
  if (dictionary === undefined) return undefined;
  let value: Cell = null;
  const row: Row = [];
  const stop = (): never => {
    throw new NotOfOneValue();
  };
  try {
    // A warning has to be told for its row, so that rows are asked then.
    const ask = compileExpression(node, { reference: () => () => value, converted: stop, search: stop, warn: stop });
    return dictionary.decide((cell) => {
      value = cell;
      return ask(row);
    });
  } catch (error) {
    if (error instanceof NotOfOneValue) return undefined;
    throw error;
  }
}

/** Whether a column is one of the mapping, and not of the index' own. */
function isColumn({ field, type }: Attribute): boolean {
  return field !== undefined && !field.name.startsWith('_') && type !== 'unsupported' && field.conflict === undefined;
}

/** The columns that an expression reads, by their numbers. */
function columnsOf(
  node: Resolved,
  found: Map<number, Attribute> = new Map<number, Attribute>(),
): ReadonlyMap<number, Attribute> {
  switch (node.kind) {
    case 'Reference':
      found.set(node.attribute.id, node.attribute);
      break;
    case 'Call':
      for (const item of node.arguments) columnsOf(item, found);
      break;
    case 'Connective':
      for (const item of node.operands) columnsOf(item, found);
      break;
    case 'NullTest':
      columnsOf(node.operand, found);
      break;
    default:
      break;
  }
  return found;
}
