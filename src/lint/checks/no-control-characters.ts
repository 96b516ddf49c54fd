import type { KeyPath } from '../../definitions/locate.js';
import { isJsonArray, isJsonObject } from '../../values/json.js';
import type { JsonValue } from '../../values/json.js';
import type { Check, Violation } from '../check.js';

/**
 * Control characters but tabs and line ends; line and paragraph separators; what turns the direction of a text round; what has no width and
 * no use in a script (joiners have one).
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e001f}]|\r(?!\n)/u;

/** See `summary`. */
export const noControlCharacters: Check = {
  name: 'no-control-characters',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Keep control characters, and others that nobody sees, out of names, descriptions, guides and notes.',
  rationale:
    'Control characters other than tabs and line ends cannot be seen, get into texts by copying, and act instead of showing: on terminals they recolour or overwrite what is there, XML reports cannot hold them, and two names that look the same differ. So do line separators (U+2028), spaces without width and the signs that turn the direction of a text round (U+202E), behind which a name reads as another one. Queries are left alone: they may look for such signs.',
  examples: {
    invalid: [
      'name = "Shell\\u0007"',
      'note = "Run\\u001b[2J this"',
      'name = "Shell of \\u202exe.gpj"',
      'description = "One line\\u2028another line."',
      '[hunt]\nname = "Shells"\nnotes = ["First", "Then\\u0000"]',
      '[[test]]\nname = "a\\u0001case"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 0 }',
    ],
    valid: ['name = "Shell"\nnote = "First line\\n\\tsecond line\\r\\nthird line"', '[hunt]\nname = "Shells"'],
  },
  *rule({ name, description, note, setup }) {
    yield* inTexts(['rule'], { name, description, note, setup });
  },
  *hunt({ name, description, notes = [] }) {
    yield* inTexts(['hunt'], { name, description });
    for (const [at, text] of notes.entries()) yield* inText(['hunt', 'notes', at], text);
  },
  *test(table) {
    for (const [at, entry] of (isJsonArray(table['test']) ? table['test'] : []).entries()) {
      if (!isJsonObject(entry)) continue;
      const { name, todo, skip } = entry;
      yield* inTexts(['test', at], { name, todo, skip });
    }
  },
};

function* inTexts(
  path: KeyPath,
  texts: Readonly<Record<string, JsonValue | undefined>>,
): Generator<Violation, void, undefined> {
  for (const [key, text] of Object.entries(texts)) yield* inText([...path, key], text);
}

function* inText(path: KeyPath, text: JsonValue | undefined): Generator<Violation, void, undefined> {
  const code = typeof text === 'string' ? UNSEEN.exec(text)?.[0].codePointAt(0) : undefined;
  if (code === undefined) return;
  yield {
    path,
    what: `The text has the ${code < 0xa0 ? 'control' : 'invisible'} character U+${code.toString(16).toUpperCase().padStart(4, '0')}.`,
    why: 'It cannot be seen, and acts on terminals and in reports instead of showing.',
    fix: 'Remove it, or write what it was to show.',
  };
}
