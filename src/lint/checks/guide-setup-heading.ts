import type { Check } from '../check.js';

/** See `summary`. */
export const guideSetupHeading: Check = {
  name: 'guide-setup-heading',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off' },
  summary: 'Head a setup section of the investigation guide with `## Setup`.',
  rationale:
    'Exports move the section from `note` into `setup`, where Kibana shows it. They find it by its heading, of level two and exactly that word; "Config", "Configuration" or "setup" stay where they are.',
  examples: {
    invalid: ["note = '''\n# Setup\n\nInstall.\n'''", "note = '''\n## Config\n\nSet.\n'''"],
    valid: ["note = '''\n## Setup\n\nInstall.\n'''", "note = '''\n### Possible misconfiguration\n\nLook.\n'''"],
  },
  *rule({ note = '' }) {
    for (const { 0: heading, 1: marks = '', 2: text = '', index } of note.matchAll(/^(#{1,6})[ \t]+([^\n]*)$/gmu)) {
      const title = text.trim();
      const isSetup = title.toLowerCase() === 'setup' && (marks !== '##' || title !== 'Setup');
      const isConfig = marks === '##' && title.toLowerCase().includes('config');
      if (!isSetup && !isConfig) continue;
      yield {
        path: ['rule', 'note'],
        range: { start: index, end: index + heading.length },
        what: `The section is headed "${heading.trim()}".`,
        why: 'Exports do not find it, and Kibana does not show it as setup guide.',
        fix: 'Head it with "## Setup", or move it into setup.',
      };
    }
  },
};
