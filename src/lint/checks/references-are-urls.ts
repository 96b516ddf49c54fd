import type { KeyPath } from '../../definitions/locate.js';
import type { Check, Violation } from '../check.js';

/** See `summary`. */
export const referencesAreUrls: Check = {
  name: 'references-are-urls',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give references as URLs with http or https.',
  rationale: 'Kibana and the pages show `references` as links; a text that is no URL is a dead link.',
  examples: {
    invalid: [
      'references = ["www.example.org/post"]',
      'references = ["https://example.org/a page"]',
      '[hunt]\nreferences = ["see the wiki"]',
    ],
    valid: ['references = ["https://example.org/post?id=1#top"]'],
  },
  *rule({ references = [] }) {
    yield* dead(references, ['rule', 'references']);
  },
  *hunt({ references = [] }) {
    yield* dead(references, ['hunt', 'references']);
  },
};

function* dead(references: readonly string[], path: KeyPath): Generator<Violation, void, undefined> {
  for (const [at, reference] of references.entries()) {
    if (/^https?:\/\/[^\s/]\S*$/iu.test(reference)) continue;
    yield {
      path: [...path, at],
      what: `"${reference.trim()}" is not a URL.`,
      why: 'It is shown as a link that leads nowhere.',
      fix: /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(reference)
        ? `Write "https://${reference}".`
        : 'Write the URL of the page, or move the text into description or note.',
    };
  }
}
