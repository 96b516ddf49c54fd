import type { Definition, KnownRules } from '../definitions/load-definitions.js';
import type { DefinitionResult, LintMemory } from '../lint/check-definitions.js';
import type { Profile } from '../lint/profiles.js';
import type { Rule } from '../model/rule.js';
import { isJsonObject } from '../values/json.js';
import type { JsonValue } from '../values/json.js';
import { CacheFile, cacheKey, hashOf } from './cache-file.js';
import { readDefinitionResult, readRuleDigest, storedResult } from './definition-result.js';
import type { RepositorySettings } from './repository.js';

/** Results of an earlier validation, for files that have not changed since. */
export interface ValidationCache extends LintMemory {
  /** The rules that were in order then. */
  readonly known: KnownRules;
  /** Writes what the next run may want of these rules and of the rest; what cannot be written is left, since nothing depends on it. */
  save(rules: readonly Definition<Rule>[]): Promise<void>;
}

/** Goes up when the form of the file changes. */
const FORM = 2;

const FILE = 'validate.json';

/**
 * Opens the cache of a repository: a `CacheFile` with two lines of JSON, what it is of, and the results. A result is used only for the same file name and
 * text, version and build of dragnet, configuration, catalogues, ATT&CK, stacks and profile. Anything else, and whatever is no such result, counts as not
 * there.
 */
export async function openValidationCache(settings: RepositorySettings, profile: Profile): Promise<ValidationCache> {
  const { root, isWhole } = settings;
  const key = await keyOf(settings, profile);
  const cache = await CacheFile.of(root, FILE);
  const stored = storedIn((await cache.read()) ?? '', key);
  const sources = new Map<string, { readonly id: string; readonly length: number }>();
  const used = new Map<string, JsonValue>();
  const fresh = new Map<string, DefinitionResult>();
  const note = (file: string, text: string): string => {
    const id = hashOf(`${file}\0${text}`);
    sources.set(file, { id, length: text.length });
    return id;
  };
  const sourceOf = (file: string, text: string): { readonly id: string; readonly length: number } => {
    const known = sources.get(file);
    return known ?? { id: note(file, text), length: text.length };
  };
  return {
    known: (file, text) => readRuleDigest(stored.get(note(file, text))),
    recall(file, text) {
      const { id, length } = sourceOf(file, text);
      const found = stored.get(id);
      const result = readDefinitionResult(found, file, length);
      if (result && found !== undefined) used.set(id, found);
      return result;
    },
    keep(file, result) {
      fresh.set(file, result);
    },
    async save(rules) {
      if (fresh.size === 0 && (!isWhole || used.size === stored.size)) return;
      const digests = new Map(rules.flatMap(({ file, value }) => (fresh.has(file) ? [[file, value] as const] : [])));
      const lines = [...fresh].flatMap(([file, result]) => {
        const source = sources.get(file);
        const rule = digests.get(file);
        const line = source && storedResult(result, rule);
        return line === undefined ? [] : [`${JSON.stringify(source?.id)}:${line}`];
      });
      // A run over some of the files says nothing of the others.
      const kept = isWhole ? used : new Map([...stored, ...used]);
      const body = `{${[...[...kept].map(([id, value]) => `${JSON.stringify(id)}:${JSON.stringify(value)}`), ...lines].join(',')}}`;
      const text = `${JSON.stringify({ form: FORM, key, sum: hashOf(body) })}\n${body}\n`;
      await cache.write(text);
    },
  };
}

async function keyOf({ config, catalogues, attack, stacks }: RepositorySettings, profile: Profile): Promise<string> {
  const settings = JSON.stringify(
    [config, catalogues, [...(attack?.entries.values() ?? [])], attack?.version, stacks, profile],
    (_, value: unknown) => (value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value),
  );
  return cacheKey(settings);
}

function storedIn(text: string, key: string): ReadonlyMap<string, JsonValue> {
  try {
    const [head = '', body = ''] = text.split('\n', 2);
    const about = JSON.parse(head) as JsonValue;
    if (!isJsonObject(about) || about['form'] !== FORM || about['key'] !== key || about['sum'] !== hashOf(body))
      return new Map();
    const results = JSON.parse(body) as JsonValue;
    return new Map(isJsonObject(results) ? Object.entries(results) : []);
  } catch {
    return new Map();
  }
}
