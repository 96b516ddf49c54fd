import { type Failure, argumentFailure } from '../cells.js';

/** The failure of a function of single values that meets a multi-value. */
export function multiValueFailure(): Failure {
  return argumentFailure('single-value function encountered multi-value');
}
