import { unreachable } from '../../values/unreachable.js';
import type {
  Command,
  EsqlQuery,
  Field,
  From,
  IndexPattern,
  Name,
  NamePattern,
  ProcessingCommand,
  SourceCommand,
  Subquery,
} from './ast.js';
import { printExpression, printMap, printName, printString } from './print-expression.js';

/**
 * Prints a query in one canonical form, a command a line; parsing the result gives the same tree (but for ranges and
 * the names of unnamed columns, which follow the text). Comments are not kept.
 */
export function printEsql(query: EsqlQuery): string {
  const settings = query.settings.map((item) => `SET ${printName(item.name)} = ${printExpression(item.value)};\n`);
  return settings.join('') + printPipeline(query.source, query.commands, '\n| ');
}

function printPipeline(source: SourceCommand, commands: readonly ProcessingCommand[], separator: string): string {
  return [source, ...commands].map(printCommand).join(separator);
}

/** Prints one command. */
function printCommand(command: Command): string {
  switch (command.kind) {
    case 'From':
      return printFrom(command);
    case 'Row':
      return `ROW ${fields(command.fields)}`;
    case 'Show':
      return `SHOW ${command.what}`;
    case 'Explain':
      return `EXPLAIN (${printSubquery(command.query)})`;
    case 'Where':
      return `WHERE ${printExpression(command.condition)}`;
    case 'Eval':
      return `EVAL ${fields(command.fields)}`;
    case 'Keep':
    case 'Drop':
      return `${command.kind.toUpperCase()} ${command.patterns.map(printPattern).join(', ')}`;
    case 'Rename':
      return `RENAME ${command.renamings.map(renaming).join(', ')}`;
    case 'Sort':
      return `SORT ${command.keys.map(sortKey).join(', ')}`;
    case 'Limit':
      return `LIMIT ${printExpression(command.count)}${by(command.by)}`;
    case 'Stats':
      return stats(command);
    default:
      return printFurther(command);
  }
}

type Further = Exclude<
  ProcessingCommand,
  { kind: 'Where' | 'Eval' | 'Keep' | 'Drop' | 'Rename' | 'Sort' | 'Limit' | 'Stats' }
>;

function printFurther(command: Further): string {
  switch (command.kind) {
    case 'Dissect': {
      const options = command.options.map((item) => `${printName(item.name)} = ${printExpression(item.value)}`);
      const tail = options.length > 0 ? ` ${options.join(', ')}` : '';
      return `DISSECT ${input(command.input)} ${printString(command.pattern)}${tail}`;
    }
    case 'Grok':
      return `GROK ${input(command.input)} ${command.patterns.map(printString).join(', ')}`;
    case 'MvExpand':
      return `MV_EXPAND ${plain(command.column)}`;
    case 'Enrich':
      return enrich(command);
    case 'LookupJoin': {
      const alias = command.alias ? ` AS ${plain(command.alias)}` : '';
      return `LOOKUP JOIN ${printIndex(command.index)}${alias} ON ${command.on.map(printExpression).join(', ')}`;
    }
    case 'Sample':
      return `SAMPLE ${printExpression(command.probability)}`;
    case 'ChangePoint':
      return changePoint(command);
    case 'Fork':
      return `FORK ${command.branches.map((item) => `(${item.commands.map(printCommand).join(' | ')})`).join(' ')}`;
    default:
      return printAssistant(command);
  }
}

type Assistant = Extract<Further, { kind: 'Fuse' | 'Completion' | 'Rerank' | 'TakeApart' }>;

function printAssistant(command: Assistant): string {
  const options = command.options ? ` WITH ${printMap(command.options)}` : '';
  switch (command.kind) {
    case 'Fuse':
      return [
        `FUSE${command.method ? ` ${command.method}` : ''}`,
        command.score ? ` SCORE BY ${plain(command.score)}` : '',
        command.group ? ` GROUP BY ${plain(command.group)}` : '',
        command.keys.length > 0 ? ` KEY BY ${command.keys.map(plain).join(', ')}` : '',
        options,
      ].join('');
    case 'Completion': {
      const inference = command.inferenceId ? ` WITH ${printName(command.inferenceId.name)}` : options;
      return `COMPLETION ${assigned(command.target)}${input(command.prompt)}${inference}`;
    }
    case 'Rerank': {
      const inference = command.inferenceId ? ` WITH ${printName(command.inferenceId.name)}` : options;
      return `RERANK ${assigned(command.target)}${input(command.query)} ON ${fields(command.fields)}${inference}`;
    }
    case 'TakeApart':
      return `${command.command} ${printName(command.prefix.name)} = ${printExpression(command.input)}${options}`;
    default:
      return unreachable(command);
  }
}

function printFrom(command: From): string {
  const indices = command.indices.map((item) =>
    item.kind === 'Subquery' ? `(${printSubquery(item)})` : printIndex(item),
  );
  const metadata =
    command.metadata.length > 0 ? ` METADATA ${command.metadata.map((item) => item.name).join(', ')}` : '';
  return `${command.timeSeries ? 'TS' : 'FROM'} ${indices.join(', ')}${metadata}`;
}

function printSubquery(query: Subquery): string {
  return printPipeline(query.source, query.commands, ' | ');
}

/** An index pattern, in quotes where its name has characters that end an unquoted one. */
function printIndex(index: IndexPattern): string {
  const parts = [index.cluster, index.name, index.selector];
  const text =
    (index.cluster === undefined ? '' : `${index.cluster}:`) +
    index.name +
    (index.selector === undefined ? '' : `::${index.selector}`);
  const plainParts = parts.every((part) => part === undefined || /^(?:[^:"=|,[\]()/ \t\r\n;]|\/(?![/*]))+$/.test(part));
  return plainParts && index.name.toLowerCase() !== 'metadata' ? text : printString(text);
}

function fields(items: readonly Field[]): string {
  return items.map(printField).join(', ');
}

/** `name = expression`, or the expression alone. */
function printField(item: Field): string {
  return (item.alias ? `${printName(item.alias.name)} = ` : '') + printExpression(item.expression);
}

function by(items: readonly Field[]): string {
  return items.length > 0 ? ` BY ${fields(items)}` : '';
}

function printPattern(pattern: NamePattern): string {
  return pattern.parts
    .map((part) => part.split('.'))
    .map((pieces) => pieces.map(patternPiece).join('.'))
    .join('*');
}

function patternPiece(piece: string): string {
  return /^[a-z0-9_@]*$/i.test(piece) && !/^[0-9]|^[_@]$|.@/.test(piece) ? piece : `\`${piece.replaceAll('`', '``')}\``;
}

function plain(name: Name): string {
  return printName(name.name, false);
}

function renaming(item: Extract<ProcessingCommand, { kind: 'Rename' }>['renamings'][number]): string {
  return item.form === 'as' ? `${plain(item.from)} AS ${plain(item.to)}` : `${plain(item.to)} = ${plain(item.from)}`;
}

function sortKey(key: Extract<ProcessingCommand, { kind: 'Sort' }>['keys'][number]): string {
  const direction = key.direction ? ` ${key.direction.toUpperCase()}` : '';
  return printExpression(key.expression) + direction + (key.nulls ? ` NULLS ${key.nulls.toUpperCase()}` : '');
}

function stats(command: Extract<ProcessingCommand, { kind: 'Stats' }>): string {
  const aggregates = command.aggregates.map(
    (item) => printField(item.field) + (item.filter ? ` WHERE ${printExpression(item.filter)}` : ''),
  );
  const head = command.inline ? 'INLINE STATS' : 'STATS';
  return `${head}${aggregates.length > 0 ? ` ${aggregates.join(', ')}` : ''}${by(command.groupings)}`;
}

/** Commands take a primary expression: anything else stands in parentheses. */
function input(expression: Parameters<typeof printExpression>[0]): string {
  const text = printExpression(expression);
  const compound = ['Logical', 'Not', 'In', 'IsNull', 'Like', 'Match', 'Comparison', 'Arithmetic', 'Negate'];
  return compound.includes(expression.kind) ? `(${text})` : text;
}

function enrich(command: Extract<ProcessingCommand, { kind: 'Enrich' }>): string {
  const mode = command.mode ? `${command.mode}:` : '';
  const policy = /^[^\\/?"<>| ,#\t\r\n:;]+$/.test(command.policy.name)
    ? command.policy.name
    : printString(command.policy.name);
  const on = command.on ? ` ON ${plain(command.on)}` : '';
  const items = command.fields.map((item) => (item.alias ? `${plain(item.alias)} = ` : '') + plain(item.field));
  return `ENRICH ${mode}${policy}${on}${items.length > 0 ? ` WITH ${items.join(', ')}` : ''}`;
}

function changePoint(command: Extract<ProcessingCommand, { kind: 'ChangePoint' }>): string {
  const on = command.on ? ` ON ${plain(command.on)}` : '';
  const target = command.target ? ` AS ${plain(command.target.type)}, ${plain(command.target.pvalue)}` : '';
  return `CHANGE_POINT ${plain(command.value)}${on}${target}`;
}

function assigned(name: Name | undefined): string {
  return name ? `${printName(name.name)} = ` : '';
}
