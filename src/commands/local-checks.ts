import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isBelowRoot } from '../definitions/below-root.js';
import { KeyPositions } from '../definitions/locate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Check } from '../lint/check.js';
import { localChecks } from '../lint/local-check.js';
import type { Repository } from './repository.js';
import { UsageError } from './usage-error.js';

/** Checks of the repository's own, and what there is to say about them. */
export interface LoadedChecks {
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Loads the modules that `[checks] local` names, only where the call allows it: a definition, or a configuration, of a stranger's pull
 * request never runs code. Without the permission one message says so.
 */
export async function loadLocalChecks(
  { root, config, configText = '' }: Pick<Repository, 'root' | 'config' | 'configText'>,
  isAllowed: boolean,
): Promise<LoadedChecks> {
  const modules = config.localChecks ?? [];
  if (modules.length === 0) return { checks: [], diagnostics: [] };
  if (!isAllowed) return { checks: [], diagnostics: [notAllowed(configText)] };
  const checks: Check[] = [];
  for (const path of modules) {
    const exports = await load(root, path);
    const found = typeof exports === 'string' ? exports : localChecks(exports);
    if (typeof found === 'string') throw new UsageError(`[checks] local: ${path} cannot be used: ${found}.`);
    checks.push(...found);
  }
  return { checks, diagnostics: [] };
}

function notAllowed(text: string): Diagnostic {
  const file = 'dragnet.toml';
  return {
    code: 'config/local-checks-off',
    severity: 'info',
    span: new KeyPositions({ file, text }).key(['checks', 'local']),
    what: 'The checks of [checks] local did not run.',
    why: 'They are code, which runs only where the call allows it.',
    fix: 'Call with --allow-local-checks where the repository is trusted.',
  };
}

/** What the module exports; a text says why it cannot be loaded, without a stack. */
async function load(root: string, path: string): Promise<Readonly<Record<string, unknown>> | string> {
  const file = await realpath(resolve(root, path)).catch(() => undefined);
  if (file === undefined) return 'there is no such file';
  if (!isBelowRoot(file, await realpath(root))) return 'it lies outside the repository';
  try {
    return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return message;
  }
}
