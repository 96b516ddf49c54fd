import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The commit that a folder is at, with `-dirty` behind it where files differ from it; undefined without git. */
export async function headCommit(root: string): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'], {
      cwd: root,
    });
    return stdout.trim() === '' ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}
