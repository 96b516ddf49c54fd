// Trims ATT&CK data to what the checks need and writes it as a module: `node .config/tools/import-attack.mjs FILE`. FILE is JSON of the
// form {version, copyright, tactics: [{id, name, shortname}], techniques: [{id, name, tactics?, revoked_by?, deprecated?}]}.
import { readFile, writeFile } from 'node:fs/promises';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file with the data.');
const data = JSON.parse(await readFile(file, 'utf8'));

const tab = (...cells) => {
  if (cells.some((cell) => /[\t\n`\\]|\$\{/.test(cell))) throw new Error(`A cell needs escaping: ${cells}`);
  return cells.join('\t').trimEnd();
};
const shortnames = new Map(data.tactics.map(({ id, shortname }) => [shortname, id]));
const tactics = data.tactics.map(({ id, name }) => tab(id, name));
const techniques = data.techniques.map(({ id, name, tactics: under = [], revoked_by: successor, deprecated }) => {
  const ids = under.map((shortname) => shortnames.get(shortname)).sort();
  return tab(id, name, successor === undefined ? (deprecated ? 'deprecated' : ids.join(' ')) : `revoked ${successor}`);
});
await writeFile(
  new URL('../../src/schemas/data/attack-enterprise.ts', import.meta.url),
  `// Written by .config/tools/import-attack.mjs; do not edit. ${data.framework} (${data.domain}), version ${data.version}:
// ${data.copyright}

/** The version of the data below. */
export const ATTACK_VERSION = '${data.version}';

/** Tactics, a line each: id, name. */
export const TACTICS = \`${tactics.join('\n')}\`;

/** Techniques and sub-techniques, a line each: id, name, and the ids of its tactics, or \`deprecated\`, or \`revoked\` and its successor. */
export const TECHNIQUES = \`${techniques.join('\n')}\`;
`,
);
