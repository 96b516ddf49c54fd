import type { Check } from '../check.js';
import { removing } from '../repairs.js';

/** See `summary`. */
export const uniqueTags: Check = {
  name: 'unique-tags',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Tag a rule with each tag once.',
  rationale:
    'A repeated tag adds nothing; two tags that differ only in case or spaces split the rules that belong together, because filters take them for different ones.',
  examples: {
    invalid: ['tags = ["Domain: Cloud", "Domain: Cloud"]', 'tags = ["OS: Linux", "os: linux"]'],
    valid: ['tags = ["Domain: Cloud", "Domain: Endpoint"]'],
  },
  *rule({ tags = [] }) {
    const first = new Map<string, string>();
    for (const [at, tag] of tags.entries()) {
      const plain = tag.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
      const before = first.get(plain);
      if (before === undefined) first.set(plain, tag);
      else {
        const same = before === tag;
        yield {
          path: ['rule', 'tags', at],
          what: same ? `The tag "${tag}" stands twice.` : `The tags "${before}" and "${tag}" mean the same.`,
          why: same ? 'The second one adds nothing.' : 'Filters take them for different tags.',
          fix: 'Take one away.',
          repair: removing(['rule', 'tags', at], same),
        };
      }
    }
  },
};
