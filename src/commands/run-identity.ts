import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RunIdentity } from '../deploy/state.js';

/** Who this run is, for the lock of a state: the job of CI where there is one, else the user. */
export function runIdentity(env: Readonly<Record<string, string | undefined>>): RunIdentity {
  const { GITHUB_ACTOR, GITHUB_RUN_ID, GITLAB_USER_LOGIN, CI_JOB_ID, USER, USERNAME } = env;
  const job = GITHUB_RUN_ID ?? CI_JOB_ID;
  const user = GITHUB_ACTOR ?? GITLAB_USER_LOGIN ?? USER ?? USERNAME ?? '';
  return {
    run: randomUUID(),
    host: hostname(),
    pid: process.pid,
    who: job === undefined ? user : `${user} in job ${job}`.trimStart(),
    since: new Date().toISOString(),
  };
}
