import { codeOf } from './check.js';
import type { Check, CheckExample } from './check.js';
import { PROFILES, severityIn } from './profiles.js';

/** The reference page of a check, Markdown. */
export function checkPage(check: Check): string {
  const { name, severity, since, summary, rationale, references = [], examples } = check;
  return [
    `# ${name}`,
    summary,
    `Code \`${codeOf(check)}\` · severity ${severity} · since ${since}${profilesText(check)}`,
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

/** Where the check weighs another thing in some profile, or does not run. */
function profilesText(check: Check): string {
  const differing = PROFILES.filter((profile) => severityIn(check, profile) !== check.severity);
  if (differing.length === 0) return '';
  return ` · ${differing.map((profile) => `${severityIn(check, profile)} in the profile \`${profile}\``).join(', ')}`;
}

/** The page that lists all checks, Markdown. */
export function checksIndex(checks: readonly Check[]): string {
  return [
    '# Checks',
    'What `dragnet validate` checks in definitions besides their schemas. Errors fail a run, warnings and infos do not; `[checks]` in `dragnet.toml` sets the severity of each code, or switches it off; `profile` sets them all: `recommended`, `strict` or `elastic`. Severities are those of the profile `recommended`, else of the first one that has the check.',
    '| Check | Severity | What it demands |\n| --- | --- | --- |\n' +
      checks
        .map((check) => `| [${check.name}](${check.name}.md) | ${usual(check)} | ${cell(check.summary)} |`)
        .join('\n'),
    '',
  ].join('\n\n');
}

/** The severity in the first profile that has the check; its name where that is not the usual one. */
function usual(check: Check): string {
  const profile = PROFILES.find((name) => severityIn(check, name) !== 'off') ?? 'recommended';
  return `${severityIn(check, profile)}${profile === 'recommended' ? '' : ` (${profile})`}`;
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
