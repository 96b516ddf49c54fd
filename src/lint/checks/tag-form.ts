import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';
import { setting } from '../repairs.js';

/** What tags of Elastic's rules begin with, and the values of those that have few. */
const PREFIXES: ReadonlyMap<string, readonly string[] | undefined> = new Map([
  ['Data Source', undefined],
  ['Domain', undefined],
  ['Mitre Atlas', undefined],
  ['OS', ['Linux', 'macOS', 'Windows']],
  ['Promotion', undefined],
  ['Resources', undefined],
  ['Rule Type', undefined],
  ['Tactic', undefined],
  ['Threat', undefined],
  ['Use Case', undefined],
]);

/** See `summary`. */
export const tagForm: Check = {
  name: 'tag-form',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write the tags that Elastic uses as Elastic writes them.',
  rationale:
    'Kibana filters rules by whole tags: `OS:linux` and `Os: Linux` are others than `OS: Linux`, and rules with them are not among its rules. Checked are case and spaces of what stands before the colon, of `OS: …` also what stands behind it; other tags may be as they like.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/manage-detection-rules'],
  examples: {
    invalid: [
      'tags = ["OS:Linux"]',
      'tags = ["Use case: Threat Detection"]',
      'tags = ["OS: Mac"]',
      'tags = ["OS: Linux "]',
    ],
    valid: ['tags = ["OS: Linux", "Use Case: Threat Detection", "team: blue", "Ours"]'],
  },
  *rule({ tags = [] }) {
    for (const [at, tag] of tags.entries()) {
      const known = partsOf(tag);
      if (known === undefined) continue;
      const { prefix, value, values } = known;
      const path = ['rule', 'tags', at];
      const usual = values?.find((name) => plainOf(name) === plainOf(value));
      if (values !== undefined && usual === undefined) {
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

interface Parts {
  /** As Elastic writes it. */
  readonly prefix: string;
  readonly value: string;
  /** The values that there are, where they are few. */
  readonly values: readonly string[] | undefined;
}

/** What stands before and behind the colon; undefined for a tag of one's own. */
function partsOf(tag: string): Parts | undefined {
  const colon = tag.indexOf(':');
  if (colon < 0) return undefined;
  const plain = plainOf(tag.slice(0, colon));
  const known = PLAIN_PREFIXES.get(plain);
  return known && { ...known, value: tag.slice(colon + 1).trim() };
}

const PLAIN_PREFIXES: ReadonlyMap<string, Omit<Parts, 'value'>> = new Map(
  [...PREFIXES].map(([prefix, values]) => [plainOf(prefix), { prefix, values }]),
);

function plainOf(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]+/gu, '');
}
