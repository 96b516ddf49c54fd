import { createHash } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DefinitionResult, LintMemory } from '../lint/check-definitions.js';
import type { Profile } from '../lint/profiles.js';
import { isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { buildStamp } from './build-stamp.js';
import { readDefinitionResult } from './definition-result.js';
import { packageVersion } from './package-version.js';
import type { Repository } from './repository.js';

/** Results of an earlier validation, for files that have not changed since. */
export interface ValidationCache extends LintMemory {
  /** Writes what the next run may want; what cannot be written is left, since nothing depends on it. */
  save(): Promise<void>;
}

/** Goes up when the form of the file changes. */
const FORM = 1;

/** Bytes of the largest cache that is read: one of 100,000 files with some findings. */
const LARGEST = 64 * 1024 * 1024;

const FILE = 'validate.json';

/**
 * Opens the cache of a repository: one JSON file in `node_modules/.cache/dragnet` where the repository has `node_modules` of its own, else
 * in `.dragnet/cache`, which git is told to ignore. A result is used only for the same file name and text, version and build of dragnet,
 * configuration, catalogues, ATT&CK, stacks and profile. Anything else, and whatever is no such result, counts as not there; links are not followed.
 */
export async function openValidationCache(repository: Repository, profile: Profile): Promise<ValidationCache> {
  const { root, texts, isWhole } = repository;
  const key = await keyOf(repository, profile);
  const folders = (await isFolder(join(root, 'node_modules')))
    ? ['node_modules', '.cache', 'dragnet']
    : ['.dragnet', 'cache'];
  const stored = await readStored(root, folders, key);
  const used = new Map<string, DefinitionResult>();
  let isNew = false;
  const idOf = (file: string): string => hashOf(`${file}\0${texts.get(file) ?? ''}`);
  return {
    recall(file) {
      const id = idOf(file);
      const result = readDefinitionResult(stored.get(id), file, texts.get(file)?.length ?? 0);
      if (result) used.set(id, result);
      return result;
    },
    keep(file, result) {
      used.set(idOf(file), result);
      isNew = true;
    },
    async save() {
      if (!isNew && (!isWhole || used.size === stored.size)) return;
      // A run over some of the files says nothing of the others.
      const kept = isWhole ? used : new Map<string, unknown>([...stored, ...used]);
      const text = JSON.stringify({ form: FORM, key, results: Object.fromEntries(kept) });
      if (text.length <= LARGEST) await writeStored(root, folders, text);
    },
  };
}

async function keyOf({ config, catalogues, attack, stacks }: Repository, profile: Profile): Promise<string> {
  const settings = JSON.stringify(
    [config, catalogues, [...(attack?.entries.values() ?? [])], attack?.version, stacks, profile],
    (_, value: unknown) => (value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value),
  );
  return hashOf([packageVersion(), await buildStamp(), settings].join('\0'));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

async function readStored(
  root: string,
  folders: readonly string[],
  key: string,
): Promise<ReadonlyMap<string, JsonValue>> {
  try {
    for (let depth = 1; depth <= folders.length; depth += 1) {
      if (!(await isFolder(join(root, ...folders.slice(0, depth))))) return new Map();
    }
    const path = join(root, ...folders, FILE);
    const found = await lstat(path);
    if (!found.isFile() || found.size > LARGEST) return new Map();
    const stored = JSON.parse(await readFile(path, 'utf8')) as JsonValue;
    if (!isJsonObject(stored) || stored['form'] !== FORM || stored['key'] !== key) return new Map();
    const { results } = stored;
    return new Map(isJsonObject(results) ? Object.entries(results) : []);
  } catch {
    return new Map();
  }
}

async function writeStored(root: string, folders: readonly string[], text: string): Promise<void> {
  let folder = root;
  let draft: string | undefined;
  try {
    for (const name of folders) {
      folder = join(folder, name);
      await mkdir(folder).catch(() => undefined);
      // A link may lead anywhere.
      if (!(await isFolder(folder))) return;
    }
    if (folders[0] === '.dragnet') {
      await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
    }
    const own = join(folder, `${FILE}.${process.pid}.tmp`);
    await writeFile(own, text, { flag: 'wx' });
    draft = own;
    await rename(own, join(folder, FILE));
  } catch {
    if (draft !== undefined) await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
