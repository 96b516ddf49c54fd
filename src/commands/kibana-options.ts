import type { Options } from 'yargs';

/** Options of tests through Kibana. */
export const KIBANA_OPTIONS: Readonly<Record<string, Options>> = {
  kibana: {
    type: 'string',
    describe:
      'URL of the Kibana in front of --cluster: it previews each rule over the documents of the tests, and its alerts are compared with those of the embedded engine (credentials: KIBANA_API_KEY, or KIBANA_USERNAME and KIBANA_PASSWORD)',
  },
  'kibana-space': {
    type: 'string',
    default: 'default',
    describe: 'Space of the previews; one that is not there is made, and deleted at the end',
  },
};
