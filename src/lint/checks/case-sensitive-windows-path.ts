import type { EqlExpression } from '../../languages/eql/ast.js';
import type { Check, Violation } from '../check.js';
import { eqlExpressions } from '../eql-expressions.js';
import { excerpt } from '../excerpt.js';
import { queriesOfHunt, queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const eql = (condition: string): string => `type = "eql"\nlanguage = "eql"\nquery = '''process where ${condition}'''`;

/** See `summary`. */
export const caseSensitiveWindowsPath: Check = {
  name: 'case-sensitive-windows-path',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Compare Windows paths in EQL without regard to case.',
  rationale:
    'Windows keeps the case of paths and does not care about it: `C:\\Windows\\System32\\cmd.exe` and `c:\\windows\\system32\\CMD.EXE` are one file, and a process that is started by either has that spelling in its event. In EQL `==`, `!=`, `in`, `like` and `regex` compare exactly; `:`, `in~`, `like~` and `regex~` do not. Values are taken for Windows paths when they begin with a drive (`C:\\`, `?:\\`), `\\\\` or `\\Device\\`.',
  references: ['https://www.elastic.co/docs/reference/query-languages/eql/eql-syntax'],
  examples: {
    invalid: [
      eql('process.executable == "C:\\\\Windows\\\\System32\\\\cmd.exe"'),
      eql('process.executable in ("C:\\\\Windows\\\\cmd.exe", "C:\\\\Windows\\\\sc.exe")'),
      eql('process.executable like "?:\\\\Users\\\\*\\\\a.exe"'),
    ],
    valid: [
      eql('process.executable : "C:\\\\Windows\\\\System32\\\\cmd.exe"'),
      eql('process.executable in~ ("C:\\\\Windows\\\\cmd.exe", "C:\\\\Windows\\\\sc.exe")'),
      eql('process.executable == "/bin/sh"'),
    ],
  },
  *rule(rule) {
    for (const query of queriesOfRule(rule)) yield* violations(query);
  },
  *hunt(hunt) {
    for (const query of queriesOfHunt(hunt)) yield* violations(query);
  },
};

/** What ignores case, for each operator that does not. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['==', ':'],
  ['!=', 'not … :'],
  ['in', 'in~'],
  ['like', 'like~'],
  ['regex', 'regex~'],
]);

function* violations(query: ParsedQuery): Generator<Violation, void, undefined> {
  if (query.language !== 'eql' || query.tree === undefined) return;
  for (const node of eqlExpressions(query.tree)) {
    const { operator, values } = comparisonOf(node);
    const instead = INSTEAD.get(operator);
    const path = values.find((value) => value.kind === 'String' && isWindowsPath(value.value));
    if (instead === undefined || path === undefined) continue;
    yield {
      path: query.path,
      range: node.range,
      what: `${excerpt(query.text, node.range)} tells capitals from small letters in a Windows path.`,
      why: 'Windows does not: the same file in another spelling is missed.',
      fix: `Use ${instead}.`,
    };
  }
}

function comparisonOf(node: EqlExpression): { readonly operator: string; readonly values: readonly EqlExpression[] } {
  switch (node.kind) {
    case 'Comparison':
      return { operator: node.operator, values: [node.left, node.right] };
    case 'In':
      return { operator: node.insensitive ? 'in~' : 'in', values: node.items };
    case 'Match':
      return { operator: node.operator, values: node.patterns };
    default:
      return { operator: '', values: [] };
  }
}

function isWindowsPath(text: string): boolean {
  return /^(?:[a-z?*]:\\|\\\\|\\device\\)/iu.test(text);
}
