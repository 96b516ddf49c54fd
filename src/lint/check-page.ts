import { codeOf } from './check.js';
import type { Check, CheckExample } from './check.js';

/** The reference page of a check, Markdown. */
export function checkPage(check: Check): string {
  const { name, severity, since, summary, rationale, references = [], examples } = check;
  return [
    `# ${name}`,
    summary,
    `Code \`${codeOf(check)}\` · severity ${severity} · since ${since}`,
    '## Why',
    rationale,
    '## Avoid',
    ...examples.invalid.map(exampleText),
    '## Prefer',
    ...examples.valid.map(exampleText),
    '## Settings',
    'In `dragnet.toml`, with `off`, `info`, `warning` or `error`:',
    fence(`[checks]\n"${codeOf(check)}" = "${severity === 'error' ? 'warning' : 'off'}"`),
    ...(references.length > 0 ? ['## References', references.map((url) => `- <${url}>`).join('\n')] : []),
    '',
  ].join('\n\n');
}

/** The page that lists all checks, Markdown. */
export function checksIndex(checks: readonly Check[]): string {
  return [
    '# Checks',
    'What `dragnet validate` checks in definitions besides their schemas. Errors fail a run, warnings and infos do not; `[checks]` in `dragnet.toml` sets the severity of each code, or switches it off.',
    '| Check | Severity | What it demands |\n| --- | --- | --- |\n' +
      checks
        .map(({ name, severity, summary }) => `| [${name}](${name}.md) | ${severity} | ${cell(summary)} |`)
        .join('\n'),
    '',
  ].join('\n\n');
}

/** Markdown in a cell of a table: a bare `|`, as that of ES|QL, would end the cell, also inside a code span. */
function cell(markdown: string): string {
  return markdown.replaceAll('|', String.raw`\|`);
}

function exampleText(example: CheckExample): string {
  if (typeof example === 'string') return fence(example);
  return Object.entries(example)
    .map(([file, text]) => `\`${file}\`:\n\n${fence(text)}`)
    .join('\n\n');
}

function fence(text: string): string {
  return `\`\`\`toml\n${text.trim()}\n\`\`\``;
}
