import { dirname } from 'node:path';
import type { IndexDefinition } from '../engine/cluster.js';
import type { Rule } from '../model/rule.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import { fixtureLines } from './fixture-lines.js';
import type { FixtureLine } from './fixture-lines.js';
import { readInside } from './fixtures.js';
import { indexDefinitionFor } from './index-definition.js';
import { parseRuleLists } from './rule-lists.js';
import type { RuleLists } from './rule-lists.js';
import type { TestInputs } from './run-test.js';

/** Characters of fixtures that are kept parsed; parsed they take several times as much. */
const MOST_KEPT = 16 * 1024 * 1024;

/**
 * What the tests of one run take from files: each fixture, list and mapping is read and parsed once, as long as fixtures are not too large
 * to be kept. Paths count from the test file and stay inside `root`; what is wrong with a file rejects with a {@link FixtureError}.
 */
export class InputFiles {
  readonly #root: string;
  readonly #imported: readonly ImportedCatalogue[];
  readonly #listsOfRule: ((rule: Rule) => RuleLists) | undefined;
  readonly #fixtures = new Map<string, Promise<readonly FixtureLine[]>>();
  readonly #lists = new Map<string, Promise<RuleLists>>();
  readonly #definitions = new Map<string, Promise<IndexDefinition>>();
  #kept = 0;

  constructor(root: string, imported: readonly ImportedCatalogue[], listsOfRule?: (rule: Rule) => RuleLists) {
    this.#listsOfRule = listsOfRule;
    this.#root = root;
    this.#imported = imported;
  }

  /** The inputs of the tests of a file. */
  of(file: string): TestInputs {
    const folder = dirname(file);
    return {
      ...(this.#listsOfRule ? { listsOfRule: this.#listsOfRule } : {}),
      readFixture: (path) => once(this.#fixtures, `${folder}\0${path}`, () => this.#fixture(path, file)),
      readLists: (path) =>
        once(this.#lists, `${folder}\0${path}`, async () => parseRuleLists(path, await this.#text(path, file))),
      indexDefinition: (index, mappings) =>
        once(this.#definitions, [folder, index, ...mappings].join('\0'), async () => {
          const text = (path: string): Promise<string> => this.#text(path, file);
          const definition = await indexDefinitionFor(index, mappings, text, this.#imported);
          // Frozen, so that the engine reads it once for all its indices.
          return { ...definition, ...(definition.mappings && { mappings: Object.freeze(definition.mappings) }) };
        }),
    };
  }

  async #fixture(path: string, file: string): Promise<readonly FixtureLine[]> {
    const text = await this.#text(path, file);
    this.#kept += text.length;
    if (this.#kept > MOST_KEPT) {
      this.#fixtures.clear();
      this.#kept = 0;
    }
    return fixtureLines(path, text);
  }

  #text(path: string, file: string): Promise<string> {
    return readInside(path, file, this.#root);
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
