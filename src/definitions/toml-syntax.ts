import type { Message } from '../diagnostics/diagnostic.js';

type Sentence = Pick<Message, 'what' | 'fix'>;

/** What is said of a key or table that stands there already. */
export const DEFINED_TWICE = 'A key or table is defined twice.';

/** Parts of what the two parsers say, and the sentences that we make of it; the first that fits counts. */
const SENTENCES: readonly (readonly [readonly string[], Sentence])[] = [
  [
    ['redefine', 'multiple times', 'extend an inline'],
    { what: DEFINED_TWICE, fix: 'Remove one of the two, or give it another name.' },
  ],
  [
    ['expecting string, number'],
    { what: 'What stands here is not a value.', fix: 'Put texts in quotes; write true, false and numbers without.' },
  ],
  [
    ['Unterminated multi-line string'],
    { what: 'A text starts here and never ends.', fix: 'Close it with the three quotes that it starts with.' },
  ],
  [
    ['Unterminated string', 'Three or more quotes'],
    {
      what: 'A text does not end on its line.',
      fix: 'Close the quote, or put the text in three quotes to write it over several lines.',
    },
  ],
  [
    ['Unterminated inline array', 'Unterminated array', 'close bracket', 'Expected comma'],
    { what: 'A list or inline table is not closed, or a comma is missing.', fix: 'Add the comma or the bracket.' },
  ],
  [
    ['Unterminated inline table', 'No newlines are allowed between', 'inline tables', 'inline table'],
    {
      what: 'An inline table is not well formed.',
      fix: 'Keep it on one line, with commas between its keys and none behind the last.',
    },
  ],
  [
    ['Key without value', 'Unspecified values', 'must be on the same line'],
    { what: 'A key has no value.', fix: 'Write the value behind the = on the same line, or remove the key.' },
  ],
  [
    ['Key ended without value', 'expected "="', 'Expected equal'],
    { what: 'A key is not followed by =.', fix: 'Write key = value; a key with spaces needs quotes.' },
  ],
  [
    ['till end of line', 'Must be a newline'],
    {
      what: 'Something follows where the line should end.',
      fix: 'Start a new line, or look for a quote that ends its text too early.',
    },
  ],
  [
    ['bare keys', 'dots in keys', 'dots are not permitted', 'end with a dot', 'start with a dot'],
    { what: 'A key is empty.', fix: 'Name the key, or put it in quotes.' },
  ],
  [
    ['expected whitespace, . or ]', 'Unterminated table-key'],
    {
      what: 'The name of a table is not closed.',
      fix: 'Close [table] with one bracket, [[array of tables]] with two.',
    },
  ],
  [['boolean'], { what: 'This is not a value.', fix: 'Write true or false in lower case, and put texts in quotes.' }],
  [
    ['escape', 'unicode', 'code point'],
    {
      what: 'A backslash starts no escape that TOML knows.',
      fix: "Write it twice (\\\\), or put the text in single quotes ('), where it has no meaning.",
    },
  ],
  [
    ['Control characters', 'within comments'],
    { what: 'A control character stands in a text or comment.', fix: 'Remove it, or write it as an escape (\\u001b).' },
  ],
  [
    [
      'datetime',
      'Incomplete time',
      'Invalid Datetime',
      'invalid date',
      'invalid time',
      'zero padded',
      'milliseconds',
      'of date',
      'of a date',
    ],
    {
      what: 'This is not a date or time.',
      fix: 'Write 2026-05-31T12:00:00Z, or put a text such as 2026/05/31 in quotes.',
    },
  ],
  [
    ['number', 'digit', 'Leading zeros', 'Underscores', '"inf"', '"nan"'],
    { what: 'This is not a number.', fix: 'Write digits, or put texts in quotes.' },
  ],
  [
    ['Unexpected', 'Unknown character'],
    {
      what: 'This cannot stand here.',
      fix: 'Put texts in quotes, and look for a quote or bracket that is missing before this place.',
    },
  ],
];

/** What is wrong with a TOML text at an offset and how to mend it, made from the words of its parser. */
export function syntaxSentence(text: string, at: number, reason: string): Sentence {
  const words = wordsFor(text, at, reason);
  const found = SENTENCES.find(([parts]) => parts.some((part) => words.includes(part)));
  return (
    found?.[1] ?? {
      what: 'This is not TOML.',
      fix: 'Mend the syntax here or just before; https://toml.io/en/v1.0.0 has the rules.',
    }
  );
}

/** The parser says the same of a missing value as of a wrong one, and of a missing bracket as of a missing `=`; the text knows better. */
function wordsFor(text: string, at: number, reason: string): string {
  if (reason.includes('expecting string, number') && (text[at] ?? '\n') === '\n') return 'Key without value';
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimStart();
  return reason.includes('Key ended without value') && line.startsWith('[') ? 'Unterminated table-key' : reason;
}
