import { resolve } from 'node:path';
import type { Definition } from '../definitions/load-definitions.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Hunt } from '../model/hunt.js';
import { exists } from './file-exists.js';
import { brokenDefinitions, openRepository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The hunts that a call names. */
export interface NamedHunts {
  readonly hunts: readonly Definition<Hunt>[];
  /** Whether files could not be read; they are named on standard error. */
  readonly isBroken: boolean;
}

/** The hunts of the files and folders that are named, in the order of their files; what is no path is the uuid or the name of a hunt of the repository. */
export async function huntsNamed(names: readonly string[], terminal: Terminal): Promise<NamedHunts> {
  const paths: string[] = [];
  const others: string[] = [];
  for (const name of names) ((await exists(resolve(terminal.cwd, name))) ? paths : others).push(name);
  const found = new Map<string, Definition<Hunt>>();
  let isBroken = false;
  if (paths.length > 0) {
    const repository = await openRepository({ paths }, terminal);
    isBroken = brokenDefinitions(repository, terminal);
    if (repository.hunts.length === 0 && !isBroken)
      throw new UsageError(`No hunt found in ${paths.join(', ')}: no TOML file there has [hunt].`);
    for (const hunt of repository.hunts) found.set(hunt.file, hunt);
  }
  if (others.length > 0) {
    const { hunts } = await openRepository({}, terminal);
    for (const name of others) {
      const hunt = hunts.find(({ value }) => isNamed(value, name));
      if (hunt === undefined) {
        const known = hunts.flatMap(({ value }) => [value.name, value.uuid]);
        throw new UsageError(`${name} is neither a path nor the uuid or name of a hunt.${didYouMean(name, known)}`);
      }
      found.set(hunt.file, hunt);
    }
  }
  return { hunts: [...found.values()], isBroken };
}

function isNamed({ uuid, name }: Hunt, text: string): boolean {
  return [uuid, name].some((each) => each.toLowerCase() === text.toLowerCase());
}
