import { readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isBelowRoot } from '../definitions/below-root.js';
import type { RepositoryFiles } from '../lint/check.js';

/** The files below a folder as they are on disk when they are asked for; links that lead out of it are no files of it. */
export function repositoryFiles(root: string): RepositoryFiles {
  const real = (path: string): string | undefined => {
    try {
      const [found, top] = [realpathSync(resolve(root, path)), realpathSync(root)];
      return found === top || isBelowRoot(found, top) ? found : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    has(path) {
      const found = real(path);
      return found !== undefined && statSync(found, { throwIfNoEntry: false })?.isFile() === true;
    },
    names(folder) {
      const found = real(folder);
      try {
        return found === undefined ? [] : readdirSync(found);
      } catch {
        return [];
      }
    },
  };
}
