import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';
import { knownTag } from '../tag-vocabulary.js';

/** Prefixes whose values are all known. */
const CLOSED: ReadonlySet<string> = new Set(['OS']);

/** See `summary`. */
export const tagForm: Check = {
  name: 'tag-form',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write the tags that Elastic uses as Elastic writes them.',
  rationale:
    "Kibana filters rules by whole tags: `OS:linux` and `Os: Linux` are others than `OS: Linux`, and rules with them are not among its rules. Checked are case and spaces of what stands before the colon, and of values that Elastic uses behind it (`Use Case: Threat Detection`, `Data Source: Okta`); behind `OS:` there are no others. Tags of one's own may be as they like.",
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules'],
  examples: {
    invalid: [
      'tags = ["OS:Linux"]',
      'tags = ["Use case: Threat Detection"]',
      'tags = ["OS: Mac"]',
      'tags = ["Data Source: okta"]',
      'tags = ["Use Case: Threat detection"]',
      'tags = ["OS: Linux "]',
    ],
    valid: ['tags = ["OS: Linux", "Use Case: Threat Detection", "Use Case: Our own", "team: blue", "Ours"]'],
  },
  *rule({ tags = [] }) {
    for (const [at, tag] of tags.entries()) {
      const known = knownTag(tag);
      if (known === undefined) continue;
      const { prefix, value, values, usual } = known;
      const path = ['rule', 'tags', at];
      if (CLOSED.has(prefix) && usual === undefined) {
        yield {
          path,
          what: `"${value}" is none of ${values.join(', ')}.${didYouMean(value, values)}`,
          why: 'Filters by operating system miss the rule.',
          fix: `Use one of ${values.map((name) => `"${prefix}: ${name}"`).join(', ')}.`,
        };
        continue;
      }
      const right = `${prefix}: ${usual ?? value}`;
      // A tag that stands there in its usual form as well is the matter of `unique-tags`.
      if (right === tag || tags.includes(right)) continue;
      yield {
        path,
        what: `The tag "${tag}" is usually written "${right}".`,
        why: 'Filters take them for different tags.',
        fix: `Write "${right}".`,
        repair: setting(path, right),
      };
    }
  },
};
