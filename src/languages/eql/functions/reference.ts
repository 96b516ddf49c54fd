/** What the reference says about a function of EQL. */
export interface EqlFunctionText {
  /** One sentence. */
  readonly summary: string;
  /** An expression of constants, and what it gives. */
  readonly example: readonly [expression: string, result: string];
}

/** By name: https://www.elastic.co/docs/reference/query-languages/eql/eql-function-ref */
export const EQL_FUNCTION_TEXTS: Readonly<Record<string, EqlFunctionText>> = {
  add: { summary: 'Add two numbers.', example: ['add(4, 0.5)', '4.5'] },
  between: {
    summary: 'The text between two others; greedy matching takes the last of the right ones.',
    example: ['between("a=1; b=2;", "b=", ";")', '"2"'],
  },
  cidrMatch: {
    summary: 'Whether an address lies in one of the blocks.',
    example: ['cidrMatch("10.1.2.3", "10.0.0.0/8", "192.168.0.0/16")', 'true'],
  },
  concat: { summary: 'Join values into a text.', example: ['concat("process is ", 4)', '"process is 4"'] },
  divide: {
    summary: 'Divide two numbers; of two whole numbers the fraction is cut off.',
    example: ['divide(7, 2)', '3'],
  },
  endsWith: { summary: 'Whether a text ends with another.', example: ['endsWith("regsvr32.exe", ".exe")', 'true'] },
  indexOf: {
    summary: 'The first place of a text in another, counted from 0, at or after a start; null where it is not.',
    example: ['indexOf("subdomain.example.com", ".", 10)', '17'],
  },
  length: { summary: 'How many characters a text has.', example: ['length("explorer.exe")', '12'] },
  match: {
    summary: 'Whether a text matches one of several regular expressions.',
    example: ['match("cmd.exe", "c.d\\\\.exe")', 'true'],
  },
  modulo: { summary: 'The rest of a division.', example: ['modulo(10, 3)', '1'] },
  multiply: { summary: 'Multiply two numbers.', example: ['multiply(2, 2.5)', '5.0'] },
  number: {
    summary: 'Read a number from a text, in base 10 or another.',
    example: ['number("0xff", 16)', '255'],
  },
  startsWith: { summary: 'Whether a text starts with another.', example: ['startsWith("cmd.exe", "cmd")', 'true'] },
  string: { summary: 'Make a text of a value.', example: ['string(42)', '"42"'] },
  stringContains: {
    summary: 'Whether a text contains another.',
    example: ['stringContains("start regsvr32.exe", "regsvr")', 'true'],
  },
  substring: {
    summary: 'A part of a text by its places, counted from 0; negative ones count from the end.',
    example: ['substring("start regsvr32.exe", -4)', '".exe"'],
  },
  subtract: { summary: 'Subtract a number from another.', example: ['subtract(10, 2)', '8'] },
  wildcard: {
    summary: 'Whether a text matches one of several patterns with `*` and `?`.',
    example: ['wildcard("cmd.exe", "*.exe")', 'true'],
  },
};
