import { codeFence, codeSpan, escapeText } from '../render/markdown.js';
import type { Drift, DriftedObject } from './drift.js';
import { DRIFT_WORDS, driftedLines, driftSummary } from './print-drift.js';
import { KIND_WORDS } from './plan-summary.js';

/** GitHub refuses texts of more characters than 65,536. */
const MOST_CHARACTERS = 60_000;
/** Lines of one diff. */
const MOST_LINES = 100;

/** Drift as the text of an issue or a comment. What does not fit is left out, and counted; no text of a rule is read as Markdown, mention or HTML. */
export function driftMarkdown(drift: Drift): string {
  const { target, kibana, space, objects, problems } = drift;
  let text = `${[
    `<!-- dragnet drift: ${target.replace(/[^\w.-]/gu, '_')} -->`,
    `## Drift of ${codeSpan(target)}`,
    `${codeSpan(kibana.url)}, space ${codeSpan(space)}, Kibana ${escapeText(kibana.version)}`,
    `**${driftSummary(drift)}.**`,
  ].join('\n\n')}\n`;
  const parts = [
    ...problems.map(
      ({ code, place = '', key = '', what, fix }) =>
        `- ${codeSpan(place === '' ? key : place)} ${codeSpan(code)}: ${quiet(`${what} ${fix}`)}`,
    ),
    ...objects.map(objectItem),
  ];
  for (const [at, part] of parts.entries()) {
    if (text.length + part.length > MOST_CHARACTERS) {
      return `${text}\n_${parts.length - at} more not shown here: a comment holds no more. \`dragnet drift\` shows all of them._\n`;
    }
    text += `\n${part}\n`;
  }
  return text;
}

function objectItem({ change, kind, name, file, key, fields }: DriftedObject): string {
  const lines = fields.flatMap((field) => driftedLines(field, MOST_LINES));
  const title = `**${DRIFT_WORDS[change]}**: ${KIND_WORDS[kind][0]} ${codeSpan(name)} (${codeSpan(file ?? key)})`;
  return lines.length === 0 ? title : `${title}\n\n${codeFence(lines.join('\n'), 'diff')}`;
}

/** Text in which nobody is mentioned and no issue referred to. */
function quiet(text: string): string {
  return escapeText(text).replace(/[@#](?=\w)/gu, (sign) => `${sign}\u200b`);
}
