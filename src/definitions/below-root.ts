import * as platform from 'node:path';

/** The part of `node:path` that says where a path lies; that of another platform in tests. */
export type PathRules = Pick<typeof platform, 'isAbsolute' | 'relative' | 'sep'>;

/**
 * Whether a path lies below a root, both absolute, by their names alone: whoever reads or writes there compares the real paths (`realpath`), too. The root
 * itself is not below. Names that begin with two dots (`..rules/a.toml`) are names like others; another drive of Windows is elsewhere.
 */
export function isBelowRoot(path: string, root: string, rules: PathRules = platform): boolean {
  const way = rules.relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${rules.sep}`) && !rules.isAbsolute(way);
}
