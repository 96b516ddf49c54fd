/** A definition and what it should have for itself; anything but a text is left out. */
export interface Keyed {
  readonly file: string;
  readonly key: unknown;
}

/** A definition that shares its key; `others` names the other files, for a message. */
export interface Duplicate {
  readonly file: string;
  readonly key: string;
  readonly others: string;
}

/** How many other files a message names. */
const NAMED = 3;

/** All definitions that share their key with another one, in the order given. */
export function duplicates(definitions: readonly Keyed[]): readonly Duplicate[] {
  const files = new Map<string, string[]>();
  for (const { file, key } of definitions) {
    if (typeof key !== 'string') continue;
    const same = files.get(key);
    if (same) same.push(file);
    else files.set(key, [file]);
  }
  return [...files]
    .filter(([, same]) => same.length > 1)
    .flatMap(([key, same]) =>
      same.map((file) => ({ file, key, others: listed(same.filter((other) => other !== file)) })),
    );
}

function listed(files: readonly string[]): string {
  const more = files.length - NAMED;
  return more > 0 ? `${files.slice(0, NAMED).join(', ')} and ${more} more` : files.join(', ');
}
