import { compileWildcard } from '../values/patterns/wildcard.js';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import type { TargetSettings } from './target.js';

/** Whether a rule goes to a target, by its file and its tables; the paths that a call names (`named`) narrow further. */
export type Selects = (file: string, table: JsonObject) => boolean;

/** What `select` of a target and the paths of a call let through. */
export function selectionOf({ select = {} }: TargetSettings, named?: (file: string) => boolean): Selects {
  const { tags, paths, maturity = ['production'] } = select;
  const isInPaths = paths === undefined ? undefined : pathMatcher(paths);
  return (file, { metadata, rule: whole, overlay }) => {
    const rule = whole ?? overlay;
    if (named?.(file) === false || isInPaths?.(file) === false) return false;
    if (!maturity.includes(textOf(metadata, 'maturity') ?? 'production')) return false;
    if (tags === undefined) return true;
    const own = isJsonObject(rule) && isJsonArray(rule['tags']) ? rule['tags'] : [];
    return tags.some((tag) => own.includes(tag));
  };
}

/** Whether a file (`rules/aws/a.toml`, relative) is one of these files, in one of these folders, or fits one of these patterns with `*`. */
export function pathMatcher(paths: readonly string[]): (file: string) => boolean {
  const forms = paths.map((path) => {
    const clean = path.replace(/^\.\//, '').replace(/\/+$/, '');
    if (clean === '' || clean === '.') return () => true;
    const isOne = clean.includes('*') ? compileWildcard(clean, { escape: false }) : (file: string) => file === clean;
    return (file: string) => isOne(file) || (!clean.includes('*') && file.startsWith(`${clean}/`));
  });
  return (file) => forms.some((fits) => fits(file));
}

function textOf(table: JsonValue | undefined, key: string): string | undefined {
  const value = isJsonObject(table) ? table[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}
