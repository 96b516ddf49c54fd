import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pick, seededRandom } from '../seeded-random.js';
import { workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const version = vi.hoisted(() => ({ now: '0.1.0' }));
vi.mock('../../src/commands/package-version.js', () => ({ packageVersion: () => version.now }));

/** Rules and hunts kept beside the repository and read in place. */
const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpus');
const CACHE = '.dragnet/cache/validate.json';
const FILES = 40;
const ROUNDS = 30;

type Texts = Map<string, string>;

/** Some of the corpus, spread over its folders. */
function someOfCorpus(): Texts {
  const names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.toml'))
    .sort();
  const step = names.length / FILES;
  const chosen = Array.from({ length: FILES }, (_, at) => names[Math.floor(at * step)] ?? '');
  return new Map(chosen.map((name) => [`rules/${name}`, readFileSync(path.join(CORPUS, name), 'utf8')]));
}

/** What somebody may do to a file between two runs: each edit gives the new text. */
const EDITS: readonly ((text: string, random: () => number, others: readonly string[]) => string)[] = [
  (text) => text.replace(/^name = "/mu, 'name = "New '),
  (text) => text.replace(/^severity = "\w+"/mu, 'severity = "low"'),
  (text) => text.replace(/^risk_score = \d+/mu, 'risk_score = 1'),
  (text) => text.replace(/ and /u, ' and and '),
  (text) => text.replace(/ and /u, ' and process.nme : "x" and '),
  (text) => text.replace(/^\[rule\]$/mu, '[rule]\nunheard_of = 1'),
  (text) => text.replace(/^tags = \[/mu, 'tags = ["os:linux", '),
  (text) => text.replace('maturity = "production"', 'maturity = "deprecated"'),
  (text) => `# dragnet-ignore-file lint/severity-matches-risk-score -- ours\n${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.slice(0, Math.floor(text.length / 2)),
  (text) => `${text}\n# a comment\n`,
  (text) => text.replace(/^updated_date = "[^"]*"/mu, 'updated_date = "2026/02/31"'),
  (_, random, others) => pick(random, others),
  (text, random) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(random, ['"', ')', '=', 'x', ' or ', "'''", '\n']) + text.slice(at + 1);
  },
];

const CONFIGS = [
  'paths = ["rules"]\n',
  'paths = ["rules"]\nprofile = "strict"\n',
  'paths = ["rules"]\n[checks]\n"lint/unique-name" = "error"\n"lint/mixed-and-or" = "off"\n',
  'paths = ["rules"]\nprofile = "elastic"\nstacks = ["8.18", "9.1"]\n',
];

const CALLS: readonly (readonly string[])[] = [[], ['--profile', 'strict'], ['--stack', '8.14'], ['rules/rules']];

if (!existsSync(CORPUS)) {
  test('the cache of dragnet validate, over a corpus', (context) => {
    context.skip('no ../shared/corpus beside the repository');
  });
} else
  describe('the cache of dragnet validate, over a corpus beside the repository', () => {
    let space: Workspace;
    let texts: Texts;
    beforeEach(async () => {
      version.now = '0.1.0';
      texts = someOfCorpus();
      space = await workspace({ 'dragnet.toml': CONFIGS[0] ?? '', ...Object.fromEntries(texts) });
    });
    afterEach(async () => {
      await space.remove();
    });

    const run = async (...args: readonly string[]): Promise<string> => {
      const { code, out, err } = await space.run(['validate', '--format', 'json', ...args]);
      return `${code}\n${out}\n${err}`;
    };
    const same = async (...args: readonly string[]): Promise<void> => {
      const plain = await run('--no-cache', ...args);
      expect(await run('--cache', ...args)).toBe(plain);
      expect(await run('--cache', ...args)).toBe(plain);
    };

    /** A few files are edited, and now and then one taken away or added. */
    const edit = async (random: () => number): Promise<void> => {
      for (let count = 0; count < 3; count += 1) {
        const file = pick(random, [...texts.keys()]);
        const text = pick(random, EDITS)(texts.get(file) ?? '', random, [...texts.values()]);
        texts.set(file, text);
        await space.write({ [file]: text });
      }
      if (random() < 0.3) {
        const gone = pick(random, [...texts.keys()]);
        texts.delete(gone);
        await rm(path.join(space.root, gone));
      }
      if (random() < 0.3) {
        const file = `rules/added_${Math.floor(random() * 1000)}.toml`;
        texts.set(file, pick(random, [...texts.values()]));
        await space.write({ [file]: texts.get(file) ?? '' });
      }
    };

    test('it changes nothing, whatever is edited, asked or set', { timeout: 240_000 }, async () => {
      const random = seededRandom(20261124);
      for (let round = 0; round < ROUNDS; round += 1) {
        await edit(random);
        await space.write({ 'dragnet.toml': pick(random, CONFIGS) });
        await same(...pick(random, CALLS));
      }
    });

    test('nor with a baseline, and when that is outdated', { timeout: 120_000 }, async () => {
      const random = seededRandom(20261125);
      await edit(random);
      await run('--cache', '--baseline', 'known.json', '--update-baseline');
      await same('--baseline', 'known.json');
      await edit(random);
      await same('--baseline', 'known.json');
    });

    test('nor with repairs', { timeout: 120_000 }, async () => {
      const random = seededRandom(20261126);
      for (const [file, text] of texts) {
        if (random() < 0.5) await space.write({ [file]: text.replace(/^tags = \[/mu, 'tags = ["OS:Linux", ') });
      }
      await run('--cache');
      const diff = await run('--no-cache', '--fix', '--diff');
      expect(diff).toContain('OS: Linux');
      expect(await run('--cache', '--fix', '--diff')).toBe(diff);
      await run('--cache', '--fix');
      await same();
    });

    test('results of another version are not used', { timeout: 120_000 }, async () => {
      await run('--cache');
      const before = await readFile(path.join(space.root, CACHE), 'utf8');
      version.now = '0.2.0';
      await same();
      const after = await readFile(path.join(space.root, CACHE), 'utf8');
      expect(after.split('\n')[0]).not.toBe(before.split('\n')[0]);
    });

    test('a file that is cut off or damaged is none', { timeout: 240_000 }, async () => {
      const random = seededRandom(20261127);
      const plain = await run('--no-cache');
      await run('--cache');
      const whole = await readFile(path.join(space.root, CACHE));
      for (let round = 0; round < 6; round += 1) {
        const damaged = Buffer.from(whole);
        const at = Math.floor(random() * damaged.length);
        damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 7));
        await writeFile(path.join(space.root, CACHE), round % 2 === 0 ? damaged : damaged.subarray(0, at));
        expect(await run('--cache')).toBe(plain);
      }
    });
  });
