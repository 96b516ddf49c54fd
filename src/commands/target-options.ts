import type { Options } from 'yargs';

/** Options of every command that works on a target. */
export const TARGET_OPTIONS: Readonly<Record<string, Options>> = {
  target: {
    type: 'string',
    describe: 'Name of the target in dragnet.toml; the only one without it',
  },
  kibana: {
    type: 'string',
    describe:
      'URL of Kibana, in place of that of the target (credentials: KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD; with _PROD behind it for the target prod)',
  },
  space: { type: 'string', describe: 'Id of the space, in place of that of the target' },
  state: { type: 'string', describe: 'File that keeps what was applied, in place of that of the target' },
};

/** Options of the commands that write to a target. */
export const LOCK_OPTIONS: Readonly<Record<string, Options>> = {
  'break-lock': {
    type: 'boolean',
    default: false,
    describe: 'Take the state of the target from a run that has died without giving it back',
  },
};
