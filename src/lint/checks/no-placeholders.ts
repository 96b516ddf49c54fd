import type { KeyPath } from '../../definitions/locate.js';
import type { Check, Violation } from '../check.js';

const PLACEHOLDER = /\b(?:TODO|FIXME|TBD|XXX|lorem ipsum|change ?me)\b/iu;

/** See `summary`. */
export const noPlaceholders: Check = {
  name: 'no-placeholders',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write what a rule is about where a template had a placeholder.',
  rationale:
    'Analysts read name, description and guide in the middle of an incident. `TODO`, `TBD`, `FIXME`, `XXX`, `change me` and `lorem ipsum` say that somebody meant to write something there. Checked are names, descriptions and references of rules and hunts; rules in development are left alone.',
  examples: {
    invalid: [
      'description = "TODO"',
      'references = ["https://example.org/TBD"]',
      '[hunt]\ndescription = "Lorem ipsum."',
    ],
    valid: ['description = "Finds todo lists."\n\n[metadata]\nmaturity = "development"'],
  },
  *rule({ name, description, references = [], metadata }) {
    if (metadata.maturity === 'development') return;
    yield* placeholders([name], ['rule', 'name'], false);
    yield* placeholders([description], ['rule', 'description'], false);
    yield* placeholders(references, ['rule', 'references'], true);
  },
  *hunt({ name, description, references = [] }) {
    yield* placeholders([name], ['hunt', 'name'], false);
    yield* placeholders([description], ['hunt', 'description'], false);
    yield* placeholders(references, ['hunt', 'references'], true);
  },
};

function* placeholders(
  texts: readonly string[],
  path: KeyPath,
  isList: boolean,
): Generator<Violation, void, undefined> {
  for (const [at, text] of texts.entries()) {
    const match = PLACEHOLDER.exec(text);
    if (!match) continue;
    yield {
      path: isList ? [...path, at] : path,
      range: { start: match.index, end: match.index + match[0].length },
      what: `"${match[0]}" is a placeholder.`,
      why: 'Whoever gets the alert learns nothing here.',
      fix: 'Write what belongs here, or set maturity to "development".',
    };
  }
}
