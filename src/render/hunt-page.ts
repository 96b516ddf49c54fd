import type { Hunt } from '../model/hunt.js';
import { codeFence, codeSpan, oneLine, relativeTarget } from './markdown.js';
import { safeInline, safeMarkdown } from './safe-markdown.js';

// A page of an integration stands at its dotted name, except for these.
const INTEGRATION_PAGES: ReadonlyMap<string, string> = new Map([['aws_bedrock.invocation', 'aws_bedrock']]);

/**
 * The Markdown page of a hunt, in the format of the hunting pages of elastic/detection-rules, byte for byte: metadata, queries,
 * notes, MITRE techniques, references, licence.
 *
 * `source` is where the hunt's file stands, seen from the page (`../queries/x.toml`). Sections that the hunt lacks are left out;
 * without notes two more blank lines stand before the next heading, as in the original. Text that a browser would run
 * (scripts, `javascript:` links) is made harmless; text without such is never changed.
 */
export function huntPage(hunt: Hunt, source: string): string {
  const name = line(hunt.name);
  const sections = [
    hunt.notes === undefined || hunt.notes.length === 0 ? '' : `## Notes\n\n${bullets(hunt.notes)}`,
    section('MITRE ATT&CK Techniques', (hunt.mitre ?? []).map(technique)),
    section('References', hunt.references ?? []),
    section('License', [codeSpan(hunt.license)]),
  ];
  return `${header(hunt, name, source)}## Query\n\n${hunt.query.map(query).join('')}${sections.join('')}\n`;
}

function header(hunt: Hunt, name: string, source: string): string {
  return [
    `# ${name}\n\n---\n\n## Metadata\n`,
    `- **Author:** ${line(hunt.author)}`,
    text(`- **Description:** ${hunt.description}`),
    `- **UUID:** ${codeSpan(hunt.uuid)}`,
    `- **Integration:** ${hunt.integration.map(integration).join(', ')}`,
    `- **Language:** ${codeSpan(`[${hunt.language.join(', ').replace(/['"]/g, '')}]`)}`,
    `- **Source File:** [${linkText(hunt.name)}](${relativeTarget(source)})\n\n`,
  ].join('\n');
}

function integration(name: string): string {
  const path = INTEGRATION_PAGES.get(name) ?? name.replaceAll('.', '/');
  return `[${linkText(name)}](https://docs.elastic.co/integrations/${relativeTarget(path)})`;
}

function query(queryText: string): string {
  return `${codeFence(queryText, 'sql')}\n\n`;
}

// ATLAS ids keep their dot in the address; ATT&CK has a folder for the sub-techniques of a technique.
function technique(id: string): string {
  const address = id.startsWith('AML')
    ? `https://atlas.mitre.org/techniques/${relativeTarget(id)}`
    : `https://attack.mitre.org/techniques/${relativeTarget(id.replaceAll('.', '/'))}`;
  return `[${linkText(id)}](${address})`;
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n\n## ${title}\n\n${bullets(items)}`;
}

function bullets(items: readonly string[]): string {
  return items.map((item) => text(`- ${item}`)).join('\n');
}

function text(markdown: string): string {
  return safeMarkdown(markdown.replace(/\r\n?/g, '\n'), 'keep placeholders');
}

function line(markdown: string): string {
  return safeInline(oneLine(markdown), 'keep placeholders');
}

function linkText(markdown: string): string {
  return safeInline(oneLine(markdown), 'keep placeholders', 'link');
}
