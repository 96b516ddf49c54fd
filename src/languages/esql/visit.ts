import { unreachable } from '../../values/unreachable.js';
import type {
  Aggregate,
  Command,
  EsqlQuery,
  Expression,
  Field,
  IndexPattern,
  ProcessingCommand,
  SourceCommand,
  Subquery,
} from './ast.js';

/** Replacements that {@link mapEsql} makes; each sees a node whose children are already replaced. */
export interface EsqlMapping {
  expression?(node: Expression): Expression;
  field?(node: Field): Field;
  index?(node: IndexPattern): IndexPattern;
  command?(node: ProcessingCommand): ProcessingCommand;
}

/** Rebuilds a query with parts replaced; ranges stay those of the text that was parsed. */
export function mapEsql(query: EsqlQuery, mapping: EsqlMapping): EsqlQuery {
  return { ...query, ...mapPipeline(query, mapping) };
}

function mapPipeline(
  query: { readonly source: SourceCommand; readonly commands: readonly ProcessingCommand[] },
  mapping: EsqlMapping,
): { source: SourceCommand; commands: ProcessingCommand[] } {
  return {
    source: mapSource(query.source, mapping),
    commands: query.commands.map((command) => mapCommand(command, mapping)),
  };
}

function mapSubquery(query: Subquery, mapping: EsqlMapping): Subquery {
  return { ...query, ...mapPipeline(query, mapping) };
}

function mapSource(command: SourceCommand, mapping: EsqlMapping): SourceCommand {
  switch (command.kind) {
    case 'From':
      return {
        ...command,
        indices: command.indices.map((item) =>
          item.kind === 'Subquery' ? mapSubquery(item, mapping) : mapIndex(item, mapping),
        ),
      };
    case 'Row':
      return { ...command, fields: mapFields(command.fields, mapping) };
    case 'Explain':
      return { ...command, query: mapSubquery(command.query, mapping) };
    case 'Show':
      return command;
    default:
      return unreachable(command);
  }
}

function mapIndex(index: IndexPattern, mapping: EsqlMapping): IndexPattern {
  return mapping.index?.(index) ?? index;
}

function mapFields(fields: readonly Field[], mapping: EsqlMapping): Field[] {
  return fields.map((field) => mapField(field, mapping));
}

function mapField(field: Field, mapping: EsqlMapping): Field {
  const mapped: Field = { ...field, expression: mapExpression(field.expression, mapping) };
  return mapping.field?.(mapped) ?? mapped;
}

function mapCommand(command: ProcessingCommand, mapping: EsqlMapping): ProcessingCommand {
  const mapped = mapChildren(command, mapping);
  return mapping.command?.(mapped) ?? mapped;
}

function mapChildren(command: ProcessingCommand, mapping: EsqlMapping): ProcessingCommand {
  const map = (node: Expression): Expression => mapExpression(node, mapping);
  switch (command.kind) {
    case 'Where':
      return { ...command, condition: map(command.condition) };
    case 'Eval':
      return { ...command, fields: mapFields(command.fields, mapping) };
    case 'Sort':
      return { ...command, keys: command.keys.map((key) => ({ ...key, expression: map(key.expression) })) };
    case 'Limit':
      return { ...command, by: mapFields(command.by, mapping) };
    case 'Stats': {
      const aggregates = command.aggregates.map((item) => mapAggregate(item, mapping));
      return { ...command, aggregates, groupings: mapFields(command.groupings, mapping) };
    }
    case 'Dissect':
    case 'Grok':
    case 'TakeApart':
      return { ...command, input: map(command.input) };
    case 'LookupJoin':
      return { ...command, index: mapIndex(command.index, mapping), on: command.on.map(map) };
    case 'Fork': {
      const branches = command.branches.map((branch) => ({
        ...branch,
        commands: branch.commands.map((item) => mapCommand(item, mapping)),
      }));
      return { ...command, branches };
    }
    case 'Completion':
      return { ...command, prompt: map(command.prompt) };
    case 'Rerank':
      return { ...command, query: map(command.query), fields: mapFields(command.fields, mapping) };
    default:
      return command;
  }
}

function mapAggregate(item: Aggregate, mapping: EsqlMapping): Aggregate {
  const field = mapField(item.field, mapping);
  return item.filter === undefined
    ? { ...item, field }
    : { ...item, field, filter: mapExpression(item.filter, mapping) };
}

/** Rebuilds one expression from its leaves up. */
function mapExpression(node: Expression, mapping: EsqlMapping): Expression {
  const mapped = mapOperands(node, (child) => mapExpression(child, mapping));
  return mapping.expression?.(mapped) ?? mapped;
}

function mapOperands(node: Expression, map: (child: Expression) => Expression): Expression {
  switch (node.kind) {
    case 'Call':
      return { ...node, arguments: node.arguments.map(map) };
    case 'Logical':
      return { ...node, operands: node.operands.map(map) };
    case 'In':
      return { ...node, operand: map(node.operand), items: node.items.map(map) };
    case 'Arithmetic':
    case 'Comparison':
      return { ...node, left: map(node.left), right: map(node.right) };
    case 'Not':
    case 'Negate':
    case 'Cast':
    case 'IsNull':
    case 'Like':
      return { ...node, operand: map(node.operand) };
    case 'Match':
      return { ...node, field: map(node.field) };
    default:
      return node;
  }
}

/** The expressions directly inside an expression, left to right. */
export function operandsOf(node: Expression): readonly Expression[] {
  const operands: Expression[] = [];
  mapOperands(node, (child) => {
    operands.push(child);
    return child;
  });
  return operands;
}

/** Calls `visit` with every expression of a query (outer before inner is not promised). */
export function visitExpressions(query: EsqlQuery, visit: (node: Expression) => void): void {
  mapEsql(query, {
    expression: (node) => {
      visit(node);
      return node;
    },
  });
}

/** Every command of a query, those inside subqueries and FORK branches included. */
export function commandsOf(query: EsqlQuery): readonly Command[] {
  const found: Command[] = [query.source];
  mapEsql(query, {
    command: (node) => {
      found.push(node);
      return node;
    },
  });
  return found;
}
