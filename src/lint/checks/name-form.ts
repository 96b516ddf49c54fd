import type { KeyPath } from '../../definitions/locate.js';
import type { Check, Violation } from '../check.js';
import { setting } from '../repairs.js';

/** See `summary`. */
export const nameForm: Check = {
  name: 'name-form',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Begin and end names with a letter, a digit or a bracket, with one space between words.',
  rationale:
    'Alerts, lists and pages show the name. Spaces at its ends or in a row cannot be seen, so that two names look the same; a full stop at the end reads as if the name were a sentence.',
  examples: {
    invalid: ['name = "Shell of  a server "', 'name = "A shell was started."', '[hunt]\nname = " Shells"'],
    valid: ['name = "Shell (web) of a server [Linux]"', 'name = "Überwachung: C#"'],
  },
  *rule({ name }) {
    yield* problem(name, ['rule', 'name']);
  },
  *hunt({ name }) {
    yield* problem(name, ['hunt', 'name']);
  },
};

function* problem(name: string, path: KeyPath): Generator<Violation, void, undefined> {
  const spaced = name.trim().replaceAll(/\s+/gu, ' ');
  if (spaced !== name) {
    yield {
      path,
      what: 'The name has spaces at its ends, or more than one in a row.',
      why: 'They cannot be seen, so that two names look the same.',
      fix: `Write "${spaced}".`,
      repair: setting(path, spaced),
    };
  } else if (/^[^\p{L}\p{N}([{"'.$/]|[.,;:]$/u.test(name)) {
    yield {
      path,
      what: `The name ${/[.,;:]$/u.test(name) ? 'ends' : 'begins'} with a sign.`,
      why: 'Lists sort and show names: signs at their ends are noise there.',
      fix: 'Begin with a letter or digit, and end without a full stop, comma or colon.',
    };
  }
}
