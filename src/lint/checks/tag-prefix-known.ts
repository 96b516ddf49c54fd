import { didYouMean } from '../../diagnostics/did-you-mean.js';
import type { Check } from '../check.js';
import { knownTag, TAG_VOCABULARY } from '../tag-vocabulary.js';

/** See `summary`. */
export const tagPrefixKnown: Check = {
  name: 'tag-prefix-known',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Begin every tag with a word of the vocabulary, such as `Domain:` or `Use Case:`.',
  rationale:
    "The repository elastic/detection-rules sorts its tags so, and refuses others. Elsewhere tags of one's own are as good: the check runs in the profile `elastic` alone.",
  references: ['https://github.com/elastic/detection-rules/blob/main/docs-dev/tags.md'],
  examples: {
    invalid: ['tags = ["Ours"]', 'tags = ["Team: Blue"]', 'tags = ["Data Sorce: Okta"]'],
    valid: ['tags = ["Domain: Endpoint", "Use Case: Threat Detection", "Threat: A new one"]'],
  },
  *rule({ tags = [] }) {
    for (const [at, tag] of tags.entries()) {
      if (knownTag(tag) !== undefined) continue;
      const prefixes = [...TAG_VOCABULARY.keys()];
      yield {
        path: ['rule', 'tags', at],
        what: `The tag "${tag}" begins with no word of the vocabulary.${didYouMean(tag.split(':')[0] ?? '', prefixes)}`,
        why: 'Nobody finds the rule by the groups of tags that Elastic has.',
        fix: `Begin it with one of ${prefixes.join(', ')} and a colon.`,
      };
    }
  },
};
