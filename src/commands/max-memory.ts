import type { Options } from 'yargs';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

const BYTES: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

/** The option of commands that run queries on the embedded engine. */
export const MAX_MEMORY: { readonly 'max-memory': Options } = {
  'max-memory': {
    type: 'string',
    default: '1gb',
    describe: 'Most memory for what a query holds while it runs (groups, sorted rows, …); more ends it',
  },
};

/** Reads the option: bytes, with a unit of Elasticsearch's sizes or without. */
export function maxMemory(args: Arguments): number {
  const given = args['maxMemory'];
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '1gb';
  const [, digits = '', unit = 'b'] = /^(\d{1,15}(?:\.\d{1,9})?)\s*([kmg]?b)?$/u.exec(text.trim().toLowerCase()) ?? [];
  const bytes = Math.floor(Number(digits) * (BYTES[unit] ?? 1));
  if (digits === '' || bytes <= 0 || !Number.isSafeInteger(bytes)) {
    throw new UsageError(`--max-memory ${text} is not a size. Write it like 512mb, 1gb, or a number of bytes above 0.`);
  }
  return bytes;
}
