import type { RuleOutcome } from '../backtest/backtest.js';
import { UsageError } from './usage-error.js';

/** A condition on which a backtest fails, and whether it holds. */
export interface FailOn {
  readonly text: string;
  holds(outcomes: readonly RuleOutcome[]): boolean;
}

const MEASURES: Readonly<Record<string, (outcomes: readonly RuleOutcome[]) => readonly number[]>> = {
  alerts: (outcomes) => [sum(outcomes.map(({ tally }) => tally.alerts))],
  errors: (outcomes) => [outcomes.filter(({ errors }) => errors.length > 0).length],
  'rule.alerts': (outcomes) => outcomes.map(({ tally }) => tally.alerts),
  rules: (outcomes) => [outcomes.filter(({ tally }) => tally.alerts > 0).length],
};

const OPERATORS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

/** Reads `alerts > 100`: what is measured (`alerts` of all rules, `rule.alerts` of any, `rules` that fire, rules with `errors`), and a number. */
export function readFailOn(text: string): FailOn {
  const [, name = '', operator = '', number = ''] =
    /^\s*([a-z.]+)\s*(>=|<=|==|!=|>|<)\s*(\d{1,12})\s*$/.exec(text) ?? [];
  const measure = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
  const compare = OPERATORS[operator];
  if (measure === undefined || compare === undefined) {
    throw new UsageError(
      `--fail-on ${text} is no condition. Write it like 'alerts > 100'; measures are ${Object.keys(MEASURES).join(', ')}.`,
    );
  }
  return { text: text.trim(), holds: (outcomes) => measure(outcomes).some((value) => compare(value, Number(number))) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
