import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { changedFiles } from './changed-files.js';
import { UsageError } from './usage-error.js';

/** A commit, and when it was made (ISO 8601). */
export interface Commit {
  readonly id: string;
  readonly time: string;
}

const run = promisify(execFile);
const MAXIMUM_OUTPUT = 256 * 1024 * 1024;

/**
 * The last commit of each file below `root` that is as git has it; none of files that differ from it. Without git, or where its history is not all there
 * (a shallow clone, whose oldest commit would seem to have written everything), none at all.
 */
export async function lastCommits(root: string): Promise<ReadonlyMap<string, Commit>> {
  const commits = new Map<string, Commit>();
  const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
  if (shallow?.trim() !== 'false') return commits;
  const changed = await changedFiles(root, 'HEAD').catch((error: unknown) => {
    if (error instanceof UsageError) return undefined;
    throw error;
  });
  const log = await git(root, ['log', '--format=%x01%H %cI', '--name-only', '-z', '--relative', '--', '.']);
  if (changed === undefined || log === undefined) return commits;
  for (const entry of log.split('\u0001').slice(1)) {
    const [head = '', ...names] = entry.split('\0');
    const [id = '', time = ''] = head.trim().split(' ');
    for (const name of names) {
      const file = name.replace(/^\n/u, '');
      if (file !== '' && !commits.has(file) && !changed.has(file)) commits.set(file, { id, time });
    }
  }
  return commits;
}

/** The name of a repository: `owner/name` of its remote `origin`, else the name of its folder. No credentials of the remote's URL are in it. */
export async function repositoryName(root: string): Promise<string> {
  const url = (await git(root, ['config', '--get', 'remote.origin.url']))?.trim() ?? '';
  const parts = url.replace(/\/+$|\.git\/*$/gu, '').split(/[/:]/u);
  // The last but one could hold a user and password where the address has no path.
  const [owner = '', name = ''] = parts.slice(-2);
  const isPlain = (part: string): boolean => /^[\w.-]+$/u.test(part);
  if (/^(?:https?|ssh|git):\/\/[^/]+\/.+\/|^[\w.-]+@[\w.-]+:[^/]/u.test(url) && isPlain(owner) && isPlain(name))
    return `${owner}/${name}`;
  return basename(root) === '' ? 'repository' : basename(root);
}

/** What git prints; undefined where there is no git, or it refuses. */
async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', args, { cwd: root, maxBuffer: MAXIMUM_OUTPUT });
    return stdout;
  } catch {
    return undefined;
  }
}
