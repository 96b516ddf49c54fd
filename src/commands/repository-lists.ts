import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFiles } from '../definitions/find.js';
import { loadDefinitions } from '../definitions/load-definitions.js';
import type { Definitions } from '../definitions/load-definitions.js';
import { printable } from '../diagnostics/printable.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import type { Rule } from '../model/rule.js';
import type { RuleLists } from '../testing/rule-lists.js';
import { CONFIG_FILE } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import type { PlannedFile } from './planned-file.js';

/** The agent's own list, which filters no rule. */
const ENDPOINT_LIST = 'endpoint_list';

/** Ids of the lists that a rule names in `exceptions_list`. */
export function exceptionListIds({ exceptionsList = [] }: Rule): readonly string[] {
  return exceptionsList.flatMap(({ list_id: id }) => (typeof id === 'string' && id !== ENDPOINT_LIST ? [id] : []));
}

/**
 * The exception lists of the repository that a rule names in `exceptions_list`, and the value lists that these name. Files outside of the selection
 * are read only where a rule of the plan names a list that is not among those loaded. A list that no file holds is warned of, once.
 */
export async function repositoryLists(
  repository: Repository,
  planned: readonly PlannedFile[],
  terminal: Terminal,
): Promise<(rule: Rule) => RuleLists> {
  const rules = planned.flatMap(({ subject, file }) =>
    subject.kind === 'rule' && file.tests.some(({ exceptions }) => exceptions === undefined) ? [subject.rule] : [],
  );
  return listsOfRules(
    repository,
    rules,
    'tests run without it. Import it, or say exceptions = [] in [defaults] of the test file.',
    terminal,
  );
}

/** The same for rules that are run as they are; `consequence` ends the warning of a list that no file holds. */
export async function listsOfRules(
  repository: Repository,
  rules: readonly Rule[],
  consequence: string,
  terminal: Terminal,
): Promise<(rule: Rule) => RuleLists> {
  const wanted = new Set(rules.flatMap(exceptionListIds));
  if (wanted.size === 0) return () => ({ exceptions: [], valueLists: [] });
  const lists = new Lists(repository);
  if ([...wanted].some((id) => !lists.exceptions.has(id)) || lists.lacksValues(wanted)) {
    lists.add(await otherFiles(repository));
  }
  for (const id of wanted) {
    if (lists.exceptions.has(id)) continue;
    const name = rules.find((rule) => exceptionListIds(rule).includes(id))?.name ?? '';
    terminal.err(
      `warning: no file has the exception list "${printable(id)}" that the rule "${printable(name)}" names; ${consequence}\n`,
    );
  }
  return (rule) => {
    const exceptions = exceptionListIds(rule).flatMap((id) => lists.exceptions.get(id) ?? []);
    return { exceptions, valueLists: lists.valuesOf(exceptions) };
  };
}

/** Exception lists and value lists by id; of equal ids the first counts. */
class Lists {
  readonly exceptions = new Map<string, ExceptionList>();
  readonly #values = new Map<string, ValueList>();

  constructor(definitions: Pick<Definitions, 'exceptions' | 'valueLists'>) {
    this.add(definitions);
  }

  add({ exceptions, valueLists }: Pick<Definitions, 'exceptions' | 'valueLists'>): void {
    for (const list of exceptions.flatMap(({ value }) => value)) {
      if (!this.exceptions.has(list.listId)) this.exceptions.set(list.listId, list);
    }
    for (const list of valueLists.flatMap(({ value }) => value)) {
      if (!this.#values.has(list.id)) this.#values.set(list.id, list);
    }
  }

  valuesOf(exceptions: readonly ExceptionList[]): readonly ValueList[] {
    return [...new Set(exceptions.flatMap(valueListIds))].flatMap((id) => this.#values.get(id) ?? []);
  }

  lacksValues(ids: ReadonlySet<string>): boolean {
    return [...ids].some((id) =>
      valueListIds(this.exceptions.get(id) ?? { items: [] }).some((list) => !this.#values.has(list)),
    );
  }
}

function valueListIds({ items }: Pick<ExceptionList, 'items'>): readonly string[] {
  return items.flatMap(({ entries }) =>
    entries
      .flatMap((entry) => (entry.type === 'nested' ? entry.entries : [entry]))
      .flatMap((entry) => (entry.type === 'list' ? [entry.list.id] : [])),
  );
}

const LISTS = /^[ \t]*\[\[[ \t]*(?:exceptions|value_lists)[ \t]*\]\]/m;

/** Whether a text may be that of a file with exception lists or value lists. */
export function mayHoldLists(text: string): boolean {
  return LISTS.test(text);
}

/** The files with lists that the repository has and the selection has not. */
async function otherFiles({ root, config, texts }: Repository): Promise<Definitions> {
  const { files } = await findFiles(config.paths ?? ['.'], root, root, config.exclude);
  const others = files.filter((file) => file !== CONFIG_FILE && !texts.has(file));
  const found: string[] = [];
  for (const file of others) {
    if (mayHoldLists(await readFile(join(root, file), 'utf8').catch(() => ''))) found.push(file);
  }
  return loadDefinitions(found, root, config.max_file_size);
}
