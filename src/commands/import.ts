import { parseToml } from '../definitions/parse-toml.js';
import { validateTable } from '../definitions/validate.js';
import { plural } from '../diagnostics/plural.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { importConnectors, importExceptionLists } from './import-companions.js';
import { readImport } from './import-input.js';
import type { ImportInput } from './import-input.js';
import { importRuleObjects } from './import-rules.js';
import type { ImportReport, ImportSettings } from './import-rules.js';
import { fromRoot, ImportTarget } from './import-target.js';
import { readAll } from './read-input.js';
import { selectFiles } from './repository.js';
import type { SelectedFiles } from './repository.js';
import { loadTables, showDiagnostics } from './rule-tables.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `dragnet import`: definitions from what Kibana exported, or from JSON or YAML. */
export const importRules: Command = {
  positionals: {
    files: {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'NDJSON that Kibana exported, JSON or YAML; - for standard input',
    },
  },
  options: {
    into: { type: 'string', describe: 'Folder for new rules (default: rules)' },
    'exceptions-into': { type: 'string', describe: 'Folder for new exception lists (default: exceptions)' },
    'connectors-into': { type: 'string', describe: 'Folder for new action connectors (default: action_connectors)' },
    force: { type: 'boolean', describe: 'Change files that have one of the rules already, where they differ' },
    'tactic-filename': { type: 'boolean', describe: 'Begin file names with the first tactic' },
    'dry-run': { type: 'boolean', describe: 'Write nothing; say what would be' },
  },
  examples: [
    ['$0 import rules_export.ndjson', 'What Kibana exported, into rules/, exceptions/ and action_connectors/'],
    ['$0 import rules_export.ndjson --force', 'The same again: files that have a rule change where it differs'],
  ],
  async run(args, terminal) {
    const { inputs, texts } = await readInputs(args['files'] as readonly string[], terminal);
    const selected = await selectFiles({}, terminal);
    const { tables, rules } = await loadTables(selected);
    const settings = settingsOf(args, selected, terminal);
    const objects = inputs.flatMap((input) => input.objects);
    const report: ImportReport = {
      diagnostics: inputs.flatMap(({ diagnostics }) => diagnostics),
      notes: [],
      counts: { new: 0, updated: 0, unchanged: 0, refused: inputs.flatMap(({ diagnostics }) => diagnostics).length },
    };
    const target = new ImportTarget(selected.root, selected.files);
    const ruleObjects = objects.filter(({ kind }) => kind === 'rule' || kind === 'tables');
    await importRuleObjects(ruleObjects, rules, target, settings, report);
    await importExceptionLists({ objects, tables }, target, settings, report);
    await importConnectors({ objects, tables }, target, settings, report);
    if (args['dryRun'] !== true) await target.write();
    showDiagnostics(report.diagnostics, texts, terminal);
    for (const note of [...report.notes, ...mistakesIn(target)]) terminal.err(`${note}\n`);
    terminal.err(summary(report, args['dryRun'] === true));
    return report.diagnostics.length > 0 ? EXIT.findings : EXIT.clean;
  },
};

async function readInputs(
  files: readonly string[],
  terminal: Terminal,
): Promise<{ readonly inputs: readonly ImportInput[]; readonly texts: ReadonlyMap<string, string> }> {
  const texts = new Map<string, string>();
  const inputs: ImportInput[] = [];
  for (const file of files) {
    if (/\.toml$/i.test(file)) throw new UsageError(`${file} is TOML already: put it into the folder of your rules.`);
    const text = await readAll(file, terminal);
    texts.set(file, text);
    inputs.push(readImport(file, text));
  }
  return { inputs, texts };
}

function settingsOf(args: Arguments, { root, translated }: SelectedFiles, terminal: Terminal): ImportSettings {
  const folder = (name: string, otherwise: string): string => {
    const named = args[name] as string | undefined;
    return named === undefined ? otherwise : fromRoot(root, terminal.cwd, named);
  };
  return {
    today: new Date().toISOString().slice(0, 10).replaceAll('-', '/'),
    into: folder('into', translated?.into ?? 'rules'),
    exceptionsInto: folder('exceptionsInto', translated?.exceptionsInto ?? 'exceptions'),
    connectorsInto: folder('connectorsInto', translated?.connectorsInto ?? 'action_connectors'),
    force: args['force'] === true,
    withTactic: (args['tacticFilename'] as boolean | undefined) ?? translated?.withTactic ?? true,
  };
}

/** What the schemas say about the new texts; they are written all the same, so that nothing is lost. */
function mistakesIn(target: ImportTarget): readonly string[] {
  return target.planned.flatMap(({ file, text }) => {
    const toml = parseToml(file, text);
    const { table } = toml;
    if (table === undefined) return [];
    const kind = 'rule' in table ? 'rule' : 'exceptions' in table ? 'exceptions' : 'action-connectors';
    const source = new SourceText(toml.text);
    return validateTable(kind, { ...toml, table }).map(({ span, what, fix }) => {
      const { line, column } = source.position(span.start);
      return `${file}:${line}:${column}  ${what} ${fix}`;
    });
  });
}

function summary({ counts }: ImportReport, isDry: boolean): string {
  const parts = [`${counts.new} new`, `${counts.updated} updated`, `${counts.unchanged} unchanged`];
  if (counts.refused > 0) parts.push(`${plural(counts.refused, 'object')} refused`);
  return `import: ${parts.join(', ')}${isDry ? ' (nothing was written)' : ''}\n`;
}
