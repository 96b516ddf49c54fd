/** When something came to ES|QL. */
export interface Availability {
  /** The first version that has it, such as `9.2`; `8.19` is in 9.1 and later, too. Absent: 8.18 (which is 9.0) or earlier. */
  readonly since?: string;
  /** The last version that takes it in this form. */
  readonly until?: string;
  /** A technical preview in the newest version. */
  readonly preview?: boolean;
}

/** The newest version whose ES|QL is known here. */
export const NEWEST_STACK = '9.5';

/** Whether a version of the stack (`8.19`, `9.2.1`) has what came with a version; 8.18 is 9.0, and 8.19 is 9.1. */
export function isAvailable(stack: string, { since, until }: Availability): boolean {
  return (since === undefined || order(stack) >= order(since)) && (until === undefined || order(stack) <= order(until));
}

/** The 8.x versions from 8.18 on have those of 9.x beside them: 8.18 comes just before 9.0, and 8.19 just before 9.1. */
function order(version: string): number {
  const [major, minor] = numbers(version);
  return major === 8 ? 9000 + (minor - 18) * 10 - 5 : major * 1000 + minor * 10;
}

function numbers(version: string): [number, number] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return [major, minor];
}
