// The corpus beside the repository, copied until there are as many files as a bench wants, each as clean as the one it comes from.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the corpus lies, if it is there. */
export const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/**
 * Writes the files below `rules/`, and a dragnet.toml: each rule and hunt has an id and a name of its own, a guide that has this name, and
 * other values in its queries.
 * @param {string} root the folder
 * @param {number} count how many files
 * @returns {Promise<string>} the path of one of them, relative to the folder
 */
export async function copyCorpus(root, count) {
  await writeFile(join(root, 'dragnet.toml'), 'paths = ["rules"]\n');
  const names = (await readdir(CORPUS, { recursive: true })).filter((name) => name.endsWith('.toml')).sort();
  for (let at = 0; at < count; at += 1) {
    const name = names[at % names.length];
    const round = Math.floor(at / names.length);
    const text = await readFile(join(CORPUS, name), 'utf8');
    const path = join(root, 'rules', `round_${round}`, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, round === 0 ? text : renamed(text, round));
  }
  return join('rules', 'round_0', names[0]);
}

function renamed(text, round) {
  const id = String(round).padStart(4, '0');
  return text
    .replace(/^(rule_id|uuid) = "[0-9a-f]{4}/m, `$1 = "${id}`)
    .replace(/^name = "([^"]*)"/m, `name = "$1 ${round}"`)
    .replace(/^(#{1,6}[ \t]+Investigating[ \t]+\S[^\n]*?)([ #:.]*)$/m, `$1 ${round}$2`)
    .replace(
      /^((?:threat_)?query = ('''|"""))([\s\S]*?)\2/gm,
      (_, start, quotes, query) => start + ofItsOwn(query, round) + quotes,
    );
}

/** A query with other values, so that nothing is gained by keeping what was found out about the same query of another copy. */
function ofItsOwn(query, round) {
  return query.replace(/"([^"\n]{4,})"/g, (quoted, value) =>
    /[A-Za-z]{4}/.test(value) && !/^\d|year|yyyy|month|week|day|hour|minute|second/.test(value)
      ? `"${value.replace(/[A-Za-z]{4,}/, (word) => word + round)}"`
      : quoted,
  );
}
