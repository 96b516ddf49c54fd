import type { KeyPath } from '../../definitions/locate.js';
import type { Check, Violation } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const referencesUseHttps: Check = {
  name: 'references-use-https',
  since: '0.1.0',
  severity: 'info',
  profiles: { recommended: 'off', elastic: 'off' },
  summary: 'Give references with https.',
  rationale: 'Analysts follow these links during an incident; over http anybody between can read and change the page.',
  examples: {
    invalid: ['references = ["http://example.org/post"]'],
    valid: ['references = ["https://example.org/post"]'],
  },
  *rule({ references = [] }) {
    yield* plain(references, ['rule', 'references']);
  },
  *hunt({ references = [] }) {
    yield* plain(references, ['hunt', 'references']);
  },
};

function* plain(references: readonly string[], path: KeyPath): Generator<Violation, void, undefined> {
  for (const [at, reference] of references.entries()) {
    if (!/^http:\/\//iu.test(reference)) continue;
    const better = reference.replace(/^http/iu, 'https');
    yield {
      path: [...path, at],
      what: 'The link has no https.',
      why: 'Anybody between can read and change the page.',
      fix: `Write "${better}", where the site has it.`,
      repair: setting([...path, at], better, false),
    };
  }
}
