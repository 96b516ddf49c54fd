import type { LuceneClause, LuceneNode, LuceneRange } from './ast.js';

/**
 * Prints a tree on one line: `AND`, `OR`, `+` and `-` as operators, everything that needs a backslash with one. Reading the text again
 * gives the same tree, positions aside.
 */
export function printLucene(node: LuceneNode): string {
  if (node.kind === 'Group' && node.field === undefined && node.boost === undefined) return printClauses(node.clauses);
  return printNode(node);
}

function printClauses(clauses: readonly LuceneClause[]): string {
  return clauses.map(printClause).join(' ');
}

function printClause({ conjunction, modifier, node }: LuceneClause): string {
  const sign = modifier === undefined ? '' : modifier === 'required' ? '+' : '-';
  return `${conjunction === undefined ? '' : `${conjunction} `}${sign}${printNode(node)}`;
}

function printNode(node: LuceneNode): string {
  const field = node.field === undefined ? '' : `${node.field.name === '*' ? '*' : printWord(node.field.name)}:`;
  return `${field}${printBody(node)}${node.boost === undefined ? '' : `^${printNumber(node.boost)}`}`;
}

function printBody(node: LuceneNode): string {
  switch (node.kind) {
    case 'Group':
      return `(${printClauses(node.clauses)})`;
    case 'Words':
      return printWords(node.words);
    case 'Phrase':
      return `"${escape(node.text, IN_QUOTES)}"${node.slop === undefined ? '' : `~${printNumber(node.slop)}`}`;
    case 'Prefix':
      return `${printWord(node.text)}*`;
    case 'Wildcard':
      return node.pattern;
    case 'Regexp':
      return `/${node.pattern}/`;
    case 'Fuzzy':
      return `${printWord(node.text)}~${escape(node.fuzziness, IN_WORD)}`;
    case 'Range':
      return printRange(node);
  }
}

/** An operator is a word if white space follows; escaped it would join the words after it. */
function printWords(words: readonly string[]): string {
  const [first = ''] = words;
  const isBare = words.length === 1 && (first === '+' || first === '-' || first === '!');
  return isBare ? `${first} ` : words.map(printWord).join(' ');
}

function printRange({ from, to, includeFrom, includeTo }: LuceneRange): string {
  return `${includeFrom ? '[' : '{'}${printBound(from)} TO ${printBound(to)}${includeTo ? ']' : '}'}`;
}

function printBound(bound: string | undefined): string {
  if (bound === undefined) return '*';
  const escaped = escape(bound, new Set('\\'));
  const isPlain =
    bound !== '' && bound !== 'TO' && !Array.from(bound).some((char) => ' ]}\t\n\r\u3000"'.includes(char));
  return isPlain ? escaped : `"${escape(bound, IN_QUOTES)}"`;
}

function printWord(word: string): string {
  if (word === '') return '""';
  const escaped = escape(word, IN_WORD);
  return OPERATOR_WORDS.has(word) ? `\\${escaped}` : escaped;
}

/** Without an exponent, which the syntax does not have. */
function printNumber(value: number): string {
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}

function escape(text: string, chars: ReadonlySet<string>): string {
  return Array.from(text, (char) => (chars.has(char) ? `\\${char}` : char)).join('');
}

const IN_QUOTES: ReadonlySet<string> = new Set('"\\');
const IN_WORD: ReadonlySet<string> = new Set('+-!():^[]"{}~*?\\/ \t\n\r\u3000');
const OPERATOR_WORDS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', '&&', '||']);
