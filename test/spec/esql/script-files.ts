import { readdirSync } from 'node:fs';

/** Name and address of each script, those written by hand first. */
export function scriptFiles(): (readonly [string, URL])[] {
  return ['./', './generated/'].flatMap((part) => {
    const folder = new URL(part, import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.spec'));
    return names.map((name) => [name, new URL(name, folder)] as const);
  });
}
