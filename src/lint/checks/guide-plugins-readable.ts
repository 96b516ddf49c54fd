import type { Check } from '../check.js';

/** Plugins of Kibana's guides that have JSON in their brackets. */
const PLUGIN = /!\{(osquery|investigate)/gu;

/** See `summary`. */
export const guidePluginsReadable: Check = {
  name: 'guide-plugins-readable',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Write the plugins of an investigation guide as JSON that Kibana can read.',
  rationale:
    'Behind `!{osquery` and `!{investigate` Kibana expects a JSON object and the closing bracket: `!{osquery{"label":"…","query":"…"}}`. What it cannot read is shown as text, without a button. In `[transform]` the same can be written as TOML.',
  references: ['https://www.elastic.co/docs/solutions/security/detect-and-alert/write-investigation-guides'],
  examples: {
    invalid: [
      'note = \'\'\'\n!{osquery{"label": "Services", "query": }}\n\'\'\'',
      "note = '''\n!{investigate{\"label\": \"Look\"\n'''",
    ],
    valid: ['note = \'\'\'\n!{osquery{"label": "Services", "query": "SELECT 1"}}\n\'\'\''],
  },
  *rule({ note = '' }) {
    for (const { 0: start, 1: plugin = '', index } of note.matchAll(PLUGIN)) {
      const from = index + start.length;
      const line = note.indexOf('\n', from);
      const rest = note.slice(from, line < 0 ? undefined : line);
      if (isObject(rest.slice(0, closingOf(rest)))) continue;
      yield {
        path: ['rule', 'note'],
        range: { start: index, end: from + rest.trimEnd().length },
        what: `What stands behind !{${plugin} is no JSON object.`,
        why: 'Kibana shows the text as it stands, and no button.',
        fix: `Write !{${plugin}{"label":"…", …}} on one line, or use [transform].`,
      };
    }
  },
};

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Where the object ends: behind the bracket that closes its first one, texts left out. */
function closingOf(text: string): number {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText && character === '\\') at += 1;
    else if (character === '"') inText = !inText;
    else if (!inText && character === '{') depth += 1;
    else if (!inText && character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}
