import type { Terminal } from './terminal.js';

/** Whether the run is one of a CI system: they all set `CI`, and people unset it, or say `false` or `0`. */
export function isCi({ env }: Pick<Terminal, 'env'>): boolean {
  const { CI: ci } = env;
  return ci !== undefined && !['', '0', 'false'].includes(ci.toLowerCase());
}
