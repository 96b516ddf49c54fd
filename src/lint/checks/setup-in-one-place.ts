import type { Check } from '../check.js';

/** See `summary`. */
export const setupInOnePlace: Check = {
  name: 'setup-in-one-place',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write the setup guide in `setup`, not in `note` as well.',
  rationale:
    'Kibana shows `setup` and `note` apart. A `## Setup` section in `note` beside a `setup` gives readers two guides, of which one is out of date sooner or later.',
  examples: {
    invalid: ["note = '''\n## Triage\n\nLook.\n\n## Setup\n\nInstall.\n'''\nsetup = \"Install.\""],
    valid: ["note = '''\n## Triage\n\nLook.\n'''\nsetup = \"Install.\""],
  },
  *rule({ note, setup }) {
    const heading = /^#{1,3}[ \t]+setup[ \t]*$/imu.exec(note ?? '');
    if (!heading || setup === undefined || setup.trim() === '') return;
    yield {
      path: ['rule', 'note'],
      range: { start: heading.index, end: heading.index + heading[0].length },
      what: 'The investigation guide has a setup section, and the rule has setup.',
      why: 'Readers get two setup guides.',
      fix: 'Move the section into setup.',
    };
  },
};
