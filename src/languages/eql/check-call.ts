import { nearest } from '../../diagnostics/did-you-mean.js';
import type { EqlCall, EqlExpression } from './ast.js';
import type { CheckContext, Ordinal } from './check-context.js';
import type { EqlDataType } from './data-type.js';
import { isStringType, isWholeType } from './data-type.js';
import { constantValue } from './evaluate.js';
import type { EqlFunction, EqlParameter } from './functions/function.js';
import { EQL_FUNCTIONS, eqlFunction } from './functions/functions.js';
import { suggestion } from './suggestion.js';

const ORDINALS: readonly Ordinal[] = ['first ', 'second ', 'third ', 'fourth ', 'fifth '];

/** The type of a call; undefined after a report. */
export function checkCall(node: EqlCall, checker: CheckContext): EqlDataType | undefined {
  const definition = eqlFunction(node.name);
  if (definition === undefined) {
    unknownFunction(node, checker);
    return undefined;
  }
  if (definition.removed !== undefined) removedFunction(node, definition.removed, checker);
  if (node.insensitive && definition.caseAware !== true) {
    checker.report({
      code: 'eql/no-insensitive-form',
      severity: 'error',
      range: node.range,
      what: `Function [${definition.name}] does not have a case-insensitive form [${node.name}~]`,
      why: 'Only functions that compare text can ignore case.',
      fix: `Write ${node.name} without the tilde.`,
    });
    return undefined;
  }
  const { parameters, variadic = false } = definition;
  const required = parameters.filter(({ optional }) => optional !== true).length;
  if (node.arguments.length < required || (!variadic && node.arguments.length > parameters.length)) {
    wrongCount(node, definition, required, checker);
    return undefined;
  }
  const types = node.arguments.map((argument, at) => {
    const parameter = parameters[Math.min(at, parameters.length - 1)];
    const ordinal = parameters.length === 1 && !variadic ? '' : (ORDINALS[Math.min(at, ORDINALS.length - 1)] ?? '');
    return parameter === undefined ? undefined : argumentType(argument, parameter, ordinal, node, checker);
  });
  if (types.includes(undefined)) return undefined;
  return RESULTS[definition.returns];
}

const RESULTS = { boolean: 'boolean', string: 'keyword', integer: 'integer', numeric: 'double' } as const;

function argumentType(
  argument: EqlExpression,
  { type, constant }: EqlParameter,
  ordinal: Ordinal,
  node: EqlCall,
  checker: CheckContext,
): EqlDataType | undefined {
  if (constant === true && constantValue(argument) === undefined) {
    checker.mismatch(
      argument.range,
      `${ordinal}argument of [${checker.source(node.range)}] must be a constant, received [${checker.source(argument.range)}]`,
      'constant',
    );
    return undefined;
  }
  switch (type) {
    case 'string':
      return checker.string(argument, node, ordinal);
    case 'numeric':
      return checker.numeric(argument, node, ordinal);
    case 'boolean':
      return checker.boolean(argument, node, ordinal);
    case 'integer':
      return checker.require(argument, node, ordinal, 'integer', isWholeType);
    case 'ip':
      return addressType(argument, ordinal, node, checker);
    case 'exact': {
      const found = checker.typeOf(argument);
      return found !== undefined && checker.exact(argument, node, ordinal) ? found : undefined;
    }
  }
}

/** Elasticsearch wants a field of addresses; dragnet also reads addresses that are kept as text. */
function addressType(
  argument: EqlExpression,
  ordinal: Ordinal,
  node: EqlCall,
  checker: CheckContext,
): EqlDataType | undefined {
  const type = checker.typeOf(argument);
  if (type === undefined || type === 'null' || type === 'ip') return type;
  const isText = isStringType(type);
  checker.report({
    code: isText ? 'eql/address-as-text' : 'eql/type-mismatch',
    severity: 'error',
    range: argument.range,
    what: `${ordinal}argument of [${checker.source(node.range)}] must be [ip], found value [${checker.source(argument.range)}] type [${type}]`,
    why: isText
      ? 'Elasticsearch refuses the query; the embedded engine reads the address from the text.'
      : 'Elasticsearch refuses the query: values of this type are no addresses.',
    fix: 'Use a field of type ip.',
  });
  return isText && checker.exact(argument, node, ordinal) ? type : undefined;
}

/** Reported, and yet answered by the embedded engine. */
function removedFunction(
  node: EqlCall,
  { version, instead }: NonNullable<EqlFunction['removed']>,
  checker: CheckContext,
): void {
  checker.report({
    code: 'eql/removed-function',
    severity: 'error',
    range: { start: node.range.start, end: node.range.start + node.name.length },
    what: `Unknown function [${node.name}]`,
    why: `Elasticsearch ${version} took the function away; the embedded engine still answers.`,
    fix: `Write the field, ${instead} and the patterns: field ${instead} ("…", "…").`,
  });
}

function unknownFunction(node: EqlCall, checker: CheckContext): void {
  const similar = nearest(
    node.name,
    EQL_FUNCTIONS.flatMap(({ name, removed }) => (removed === undefined ? [name] : [])),
  );
  checker.report({
    code: 'eql/unknown-function',
    severity: 'error',
    range: { start: node.range.start, end: node.range.start + node.name.length },
    what: `Unknown function [${node.name}]${suggestion(similar)}`,
    why: 'Elasticsearch refuses a query with a function that it does not have.',
    fix: similar[0] === undefined ? 'Use a function of the EQL function reference.' : `Write ${similar[0]}.`,
  });
}

function wrongCount(node: EqlCall, definition: EqlFunction, required: number, checker: CheckContext): void {
  const most = definition.variadic === true ? undefined : definition.parameters.length;
  checker.report({
    code: 'eql/argument-count',
    severity: 'error',
    range: node.range,
    what: `error building [${definition.name.toLowerCase()}]: expects ${expectation(required, most)}`,
    why: `The call has ${node.arguments.length} argument${node.arguments.length === 1 ? '' : 's'}.`,
    fix: `Write ${definition.name}(${definition.parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(', ')}).`,
  });
}

const WORDS = ['no', 'one', 'two', 'three', 'four'];

function expectation(least: number, most: number | undefined): string {
  const word = (count: number): string => WORDS[count] ?? String(count);
  if (most === undefined) return `at least ${word(least)} argument${least === 1 ? '' : 's'}`;
  if (most === least) return `exactly ${word(least)} argument${least === 1 ? '' : 's'}`;
  return `${word(least)} or ${word(most)} arguments`;
}
