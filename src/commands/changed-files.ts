import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Options } from 'yargs';
import type { Arguments } from './command.js';
import { UsageError } from './usage-error.js';

/** The option that limits a command to what differs from a commit. */
export const CHANGED: Readonly<Record<string, Options>> = {
  changed: {
    type: 'string',
    requiresArg: false,
    describe: 'Report only files that differ from a git commit or branch (without a value: HEAD), new files included',
  },
};

/** The commit that `--changed` names; undefined without the option. */
export function changedSince(args: Arguments): string | undefined {
  const ref = args['changed'] as string | undefined;
  return ref === '' ? 'HEAD' : ref;
}

const run = promisify(execFile);
const MAXIMUM_OUTPUT = 64 * 1024 * 1024;

/** Files below `root` that differ from a commit, or that git does not track yet; paths count from `root`, with `/`. */
export async function changedFiles(root: string, ref: string): Promise<ReadonlySet<string>> {
  // A leading dash would be an option of git.
  if (ref.startsWith('-')) throw new UsageError(`--changed ${ref} is no commit or branch.`);
  const lists = await Promise.all([
    git(root, ['diff', '--name-only', '-z', '--relative', '--end-of-options', ref, '--'], ref),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z'], ref),
  ]);
  return new Set(lists.flatMap((list) => list.split('\0').filter((file) => file !== '')));
}

async function git(root: string, args: readonly string[], ref: string): Promise<string> {
  try {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: MAXIMUM_OUTPUT });
    return stdout;
  } catch (error) {
    const { code, stderr = '' } = error as { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new UsageError('--changed needs git, which is not installed.');
    if (!(await isRepository(root)))
      throw new UsageError(
        `--changed ${ref}: ${root} is not in a git repository. Run git init, or leave --changed out.`,
      );
    const reason = stderr.trim().split('\n')[0] ?? '';
    throw new UsageError(`--changed ${ref}: git says "${reason}". Name a commit or branch of this repository.`);
  }
}

async function isRepository(root: string): Promise<boolean> {
  try {
    await run('git', ['rev-parse', '--git-dir'], { cwd: root });
    return true;
  } catch {
    return false;
  }
}
