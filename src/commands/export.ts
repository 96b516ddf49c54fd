import { resolve } from 'node:path';
import { plural } from '../diagnostics/plural.js';
import { connectorsToKibana } from '../kibana-form/connectors.js';
import { exceptionsToKibana } from '../kibana-form/exceptions.js';
import type { KibanaExceptionList } from '../kibana-form/exceptions.js';
import { exportLines, idsNamed } from '../kibana-form/export-lines.js';
import type { ExportedObjects } from '../kibana-form/export-lines.js';
import type { JsonObject } from '../values/json.js';
import type { Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { companionsOf, EXPORT_OPTIONS, stackOf } from './export-options.js';
import type { Companion } from './export-options.js';
import { PATHS, readVersionLock, selectFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { TableFile } from './rule-tables.js';
import { rulesForExport } from './rules-for-export.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** `dragnet export`: rules as NDJSON that Kibana imports. */
export const exportRules: Command = {
  positionals: PATHS,
  options: EXPORT_OPTIONS,
  examples: [
    ['$0 export rules/aws --output aws.ndjson', 'The rules of a folder, for Import rules in Kibana'],
    ['$0 export --with exceptions,connectors --stack 8.19', 'All that belongs to the rules, for an older Kibana'],
  ],
  async run(args, terminal) {
    const [stack, companions] = [stackOf(args), companionsOf(args)];
    const selected = await selectFiles(args, terminal);
    const { tables, rules, diagnostics, texts } = await loadTables(selected);
    const lock = await readVersionLock(selected.config, selected.root);
    const exported = rulesForExport(rules, lock, stack);
    const failed = showDiagnostics([...diagnostics, ...exported.diagnostics], texts, terminal);
    for (const note of exported.notes) terminal.err(`${note}\n`);
    if (rules.length === 0 && !failed) throw new UsageError('No rules found: no TOML file there has [rule].');
    // A selection of rules names lists and connectors that stand elsewhere in the repository.
    const all =
      companions.size === 0 || selected.isWhole
        ? tables
        : [
            ...tables,
            ...(await loadTables(await selectFiles({}, terminal))).tables.filter(({ file }) => !texts.has(file)),
          ];
    const objects = { rules: exported.rules, ...companionsFor(exported.rules, companions, all, selected.isWhole) };
    const text = exportLines(objects);
    const output = args['output'] as string | undefined;
    if (output === undefined) terminal.out(text);
    else await writeWhole(resolve(terminal.cwd, output), text);
    terminal.err(summary(objects, companions));
    return failed || exported.isPartial ? EXIT.findings : EXIT.clean;
  },
};

/** The lists and connectors that the rules name; of a whole repository all. */
function companionsFor(
  rules: readonly JsonObject[],
  companions: ReadonlySet<Companion>,
  tables: readonly TableFile[],
  isWhole: boolean,
): Omit<ExportedObjects, 'rules'> {
  const listIds = idsNamed(rules, 'exceptions_list', 'list_id');
  const connectorIds = idsNamed(rules, 'actions', 'id');
  const lists = companions.has('exceptions') ? tables.flatMap(({ table }) => exceptionsToKibana(table)) : [];
  const connectors = companions.has('connectors') ? tables.flatMap(({ table }) => connectorsToKibana(table)) : [];
  return {
    exceptionLists: lists.filter(({ list }) => isWhole || listIds.has(textOf(list['list_id']))),
    connectors: connectors.filter(({ id }) => isWhole || connectorIds.has(textOf(id))),
  };
}

function textOf(value: JsonObject[string] | undefined): string {
  return typeof value === 'string' ? value : '';
}

function summary(objects: ExportedObjects, companions: ReadonlySet<Companion>): string {
  const { rules, exceptionLists = [], connectors = [] } = objects;
  const items = exceptionLists.reduce((sum: number, list: KibanaExceptionList) => sum + list.items.length, 0);
  const parts = [plural(rules.length, 'rule')];
  if (companions.has('exceptions'))
    parts.push(`${plural(exceptionLists.length, 'exception list')} with ${plural(items, 'item')}`);
  if (companions.has('connectors')) parts.push(plural(connectors.length, 'connector'));
  return `export: ${parts.join(', ')}\n`;
}
