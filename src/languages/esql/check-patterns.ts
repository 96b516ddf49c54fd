import type { Finding } from '../../diagnostics/diagnostic.js';
import type { Command, Dissect, Grok } from './ast.js';
import { type DissectKey, parseDissect } from './dissect/dissect.js';
import { compileGrok, isProblem } from './grok/grok.js';

/** What is wrong with the pattern or the options of a DISSECT or GROK, which Elasticsearch refuses while it parses. */
export function patternFinding(command: Command): Finding | undefined {
  if (command.kind === 'Grok') return grokFinding(command);
  return command.kind === 'Dissect' ? dissectFinding(command) : undefined;
}

function grokFinding({ patterns, range }: Grok): Finding | undefined {
  const compiled = compileGrok(patterns);
  if (!isProblem(compiled)) return undefined;
  const why = 'GROK cannot read the pattern.';
  return { code: 'esql/grok', severity: 'error', what: compiled.problem, why, fix: 'Correct the pattern.', range };
}

function dissectFinding({ pattern: text, options, range }: Dissect): Finding | undefined {
  const finding = (what: string, why: string, fix: string): Finding => ({
    ...{ code: 'esql/dissect', severity: 'error', what, why, fix, range },
  });
  for (const { name, value } of options) {
    if (name.toLowerCase() !== 'append_separator') {
      return finding(
        `Invalid option for dissect: [${name}]`,
        'DISSECT has one option.',
        'Use append_separator = "text".',
      );
    }
    if (value.kind !== 'String') {
      const given =
        value.kind === 'Integer' || value.kind === 'Decimal' ? String(value.value) : value.kind.toLowerCase();
      const what = `Invalid value for dissect append_separator: expected a string, but was [${given}]`;
      return finding(what, 'The separator stands between texts.', 'Write it in quotes.');
    }
  }
  const pattern = parseDissect(text);
  const fix = 'Write %{name} for the parts to extract, with a delimiter between two.';
  if (typeof pattern === 'string') return finding(`Invalid pattern for dissect: [${text}]`, pattern, fix);
  const reference = pattern.keys.find((key) => key.reference !== undefined);
  if (reference === undefined) return undefined;
  const why = 'A key cannot take its name from the text: columns are known before the query runs.';
  const what = isPaired(pattern.keys)
    ? `Reference keys not supported in dissect patterns: [%{${reference.reference ?? ''}${reference.name}}]`
    : `Invalid pattern for dissect: [${text}]`;
  return finding(what, why, fix);
}

/** Whether each `*name` has its `&name`. */
function isPaired(keys: readonly DissectKey[]): boolean {
  const names = (mark: '*' | '&'): string =>
    keys.filter((key) => key.reference === mark).map((key) => key.name).sort().join('\n'); // prettier-ignore
  return names('*') === names('&');
}
