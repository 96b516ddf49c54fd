import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { translateDetectionRulesConfig } from '../definitions/detection-rules-config.js';
import type { TranslatedConfig } from '../definitions/detection-rules-config.js';
import { isJsonObject, type JsonValue } from '../values/json.js';
import { exists } from './file-exists.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** A repository that elastic/detection-rules works on, with its settings as those of dragnet. */
export interface DetectionRulesRepository {
  readonly root: string;
  /** The file that the settings come from, relative to the root. */
  readonly file: string;
  readonly translated: TranslatedConfig;
}

/** Where the settings are, in a folder of one's own rules and in a checkout of elastic/detection-rules. */
const OWN = '_config.yaml';
const CHECKOUT = 'detection_rules/etc/_config.yaml';

/**
 * Finds the `_config.yaml` of elastic/detection-rules: in the folder that CUSTOM_RULES_DIR names, else in this folder or one above it.
 * Undefined where there is none with `rule_dirs`. Folders that are not there are left out, as are locks.
 */
export async function findDetectionRules(terminal: Terminal): Promise<DetectionRulesRepository | undefined> {
  const custom = terminal.env['CUSTOM_RULES_DIR'];
  if (custom !== undefined && custom !== '') return read(resolve(terminal.cwd, custom), OWN);
  for (let folder = resolve(terminal.cwd); ; folder = dirname(folder)) {
    for (const file of [OWN, CHECKOUT]) {
      if (!(await exists(join(folder, file)))) continue;
      const found = await read(folder, file);
      if (found) return found;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

async function read(root: string, file: string): Promise<DetectionRulesRepository | undefined> {
  const path = join(root, file);
  let value: JsonValue;
  try {
    // Most repositories have no such file.
    const { parse } = await import('yaml');
    const text = await readFile(path, 'utf8');
    // Other tools have files of that name.
    if (!text.includes('rule_dirs')) return undefined;
    value = parse(text, { schema: 'core', maxAliasCount: 0 }) as JsonValue;
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UsageError(`${path} cannot be read: ${sentence}`);
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, 'rule_dirs')) return undefined;
  const translated = translateDetectionRulesConfig(value, file === CHECKOUT ? dirname(CHECKOUT) : '.');
  return { root, file, translated: await withWhatIsThere(translated, root, file === CHECKOUT) };
}

/** A checkout has hunts, which no setting names. */
async function withWhatIsThere(
  translated: TranslatedConfig,
  root: string,
  isCheckout: boolean,
): Promise<TranslatedConfig> {
  const { paths = [], version_lock: lock, ...config } = translated.config;
  const present: string[] = [];
  for (const path of isCheckout ? [...paths, 'hunting'] : paths)
    if (await exists(resolve(root, path))) present.push(path);
  const hasLock = lock !== undefined && (await exists(resolve(root, lock)));
  return {
    ...translated,
    config: {
      ...config,
      ...(present.length === 0 ? {} : { paths: present }),
      ...(hasLock ? { version_lock: lock } : {}),
      ...(isCheckout ? { profile: 'elastic' } : {}),
    },
  };
}
