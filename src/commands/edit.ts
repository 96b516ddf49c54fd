import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editToml } from '../definitions/edit-toml.js';
import type { TomlEdit } from '../definitions/edit-toml.js';
import { readToml } from '../definitions/load.js';
import { validateTable } from '../definitions/validate.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/plural.js';
import { printable } from '../diagnostics/printable.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { isJsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { editRequests, editsFor } from './edit-values.js';
import type { EditRequest } from './edit-values.js';
import { EXIT } from './exit-codes.js';
import { findDefinitions } from './find-definitions.js';
import { today } from './new-file.js';
import { paintedDiff } from './painted-diff.js';
import { PATHS, selectFiles } from './repository.js';
import type { TableFile } from './rule-tables.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Lines of a diff that are shown of one file. */
const MOST_LINES = 400;

const LIST = { type: 'string', array: true, nargs: 1 } as const;

/** `dragnet edit`: the same change in all rules and hunts that a query finds, layout kept. */
export const edit: Command = {
  positionals: PATHS,
  options: {
    where: { type: 'string', describe: 'KQL over the keys of rules and hunts, as dragnet search takes it' },
    set: {
      ...LIST,
      describe:
        'KEY=VALUE: gives a key of [rule] (or [hunt]; metadata.KEY: of [metadata]) a value, TOML or a bare text',
    },
    unset: { ...LIST, describe: 'KEY: takes a key away' },
    add: { ...LIST, describe: 'KEY=VALUE: adds a value to a list that does not have it' },
    remove: { ...LIST, describe: 'KEY=VALUE: takes a value out of a list' },
    touch: { type: 'boolean', default: false, describe: 'Set metadata.updated_date of what changes to today' },
    'dry-run': { type: 'boolean', default: false, describe: 'Show the changes, write nothing' },
    yes: { type: 'boolean', default: false, describe: 'Write without asking; needed where nobody can be asked' },
  },
  examples: [
    [`$0 edit --where 'type: eql and tags: "OS: Linux"' --add tags='Team: Hosts' --dry-run`, 'What would change'],
    [`$0 edit --where 'risk_score >= 73' --set severity=high --touch --yes rules`, 'Without a question'],
  ],
  async run(args, terminal) {
    const requests = editRequests(args);
    const { where } = args as { readonly where?: string };
    if (requests.length === 0) throw new UsageError('Nothing to change: give --set, --unset, --add or --remove.');
    const selected = await selectFiles(args, terminal);
    if (where === undefined && selected.isWhole)
      throw new UsageError(
        'Say which definitions are meant: --where QUERY, or files and folders. --where "*: *" means all.',
      );
    const { found, asked, isBroken } = await findDefinitions(where ?? '', selected, terminal);
    const touch = args['touch'] === true ? today() : undefined;
    const { plans, refused } = await planAll(
      found.map(({ toml }) => toml),
      selected.root,
      { requests, touch },
    );
    const summary = `edit: ${found.length} of ${plural(asked, 'definition')} found, ${plans.length} to change`;
    if (refused.length > 0) {
      showRefusals(refused, terminal);
      terminal.err(`${summary}, ${refused.length} refused. Nothing is written.\n`);
      return EXIT.findings;
    }
    const isWritten = await writeAll(plans, args, terminal);
    terminal.err(`${summary}${isWritten ? ', written' : plans.length > 0 ? '; nothing is written' : ''}\n`);
    return isBroken ? EXIT.findings : EXIT.clean;
  },
};

/** What is to be changed in every file. */
interface Change {
  readonly requests: readonly EditRequest[];
  /** The day that `metadata.updated_date` gets. */
  readonly touch: string | undefined;
}

async function planAll(
  files: readonly TableFile[],
  root: string,
  change: Change,
): Promise<{ readonly plans: readonly Plan[]; readonly refused: readonly Refusal[] }> {
  const plans: Plan[] = [];
  const refused: Refusal[] = [];
  for (const toml of files) {
    const path = join(root, toml.file);
    const plan = planned(toml, await readFile(path, 'utf8'), path, change);
    if ('path' in plan) plans.push(plan);
    else if ('diagnostics' in plan) refused.push(plan);
  }
  return { plans, refused };
}

/** Shows what changes, and writes it where the call or an answer says so; whether it did. */
async function writeAll(plans: readonly Plan[], args: Arguments, terminal: Terminal): Promise<boolean> {
  for (const { file, raw, text } of plans)
    terminal.out(`${printable(file)}\n${paintedDiff(raw, text, terminal.colour.out, MOST_LINES)}\n`);
  if (plans.length === 0 || args['dryRun'] === true || !(await agreed(plans.length, args, terminal))) return false;
  for (const { path, text } of plans) await writeWhole(path, text);
  return true;
}

interface Plan {
  readonly file: string;
  readonly path: string;
  readonly raw: string;
  readonly text: string;
}

/** Why a file cannot be changed so, as diagnostics of the text that it would have. */
interface Refusal {
  readonly file: string;
  readonly edited: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The new text of a file, if it changes and its schema has nothing against it that it had not before. */
function planned(
  toml: TableFile,
  raw: string,
  path: string,
  { requests, touch }: Change,
): Plan | Refusal | { readonly same: true } {
  const { file, table } = toml;
  const refuse = (what: string): Refusal => ({ file, edited: toml.text, diagnostics: [refusal(file, what)] });
  const made = editsFor(table, requests);
  if ('problem' in made) return refuse(made.problem);
  const first = editToml(raw, made.edits);
  if (first.text === undefined) return refuse(first.problem);
  if (first.text === raw) return { same: true };
  const touches: readonly TomlEdit[] =
    touch === undefined || !isJsonObject(table['metadata'])
      ? []
      : [{ kind: 'set', path: ['metadata', 'updated_date'], value: touch }];
  const { text, problem } = editToml(first.text, touches);
  if (text === undefined) return refuse(problem);
  const before = new Set(mistakes(file, raw).diagnostics.map(keyOf));
  const after = mistakes(file, text);
  const diagnostics = after.diagnostics.filter((diagnostic) => !before.has(keyOf(diagnostic)));
  return diagnostics.length > 0 ? { file, edited: after.text, diagnostics } : { file, path, raw, text };
}

function mistakes(file: string, raw: string): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const toml = readToml(file, Buffer.from(raw));
  const { table, text } = toml;
  if (table === undefined) return { text, diagnostics: toml.diagnostics };
  return { text, diagnostics: validateTable(isJsonObject(table['rule']) ? 'rule' : 'hunt', { ...toml, table }) };
}

function keyOf({ code, what }: Diagnostic): string {
  return `${code} ${what}`;
}

function refusal(file: string, what: string): Diagnostic {
  return {
    code: 'edit/not-possible',
    severity: 'error',
    span: { file, start: 0, end: 0 },
    what,
    why: 'Either all files are changed or none.',
    fix: 'Narrow --where so that the file is left out, or change the edit.',
  };
}

function showRefusals(refused: readonly Refusal[], terminal: Terminal): void {
  const texts = new Map(refused.map(({ file, edited }) => [file, edited]));
  const groups = new Map<string, Diagnostic[]>();
  for (const diagnostic of refused.flatMap((each) => each.diagnostics)) {
    const same = groups.get(keyOf(diagnostic));
    if (same) same.push(diagnostic);
    else groups.set(keyOf(diagnostic), [diagnostic]);
  }
  // What many files share is said once, at the first of them.
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    terminal.err(`${reportPretty([first], texts, { color: terminal.colour.err })}\n`);
    const files = [...new Set(others.map(({ span }) => span.file))].filter((file) => file !== first.span.file);
    if (files.length > 0)
      terminal.err(`  The same in ${plural(files.length, 'more file')}: ${files.map(printable).join(', ')}\n\n`);
  }
}

async function agreed(count: number, args: Arguments, terminal: Terminal): Promise<boolean> {
  if (args['yes'] === true) return true;
  if (!terminal.stdinIsTerminal)
    throw new UsageError(
      `${plural(count, 'file')} would change, and nobody can be asked here. Give --yes, or --dry-run.`,
    );
  terminal.err(`Write ${plural(count, 'file')}? [y/N] `);
  for await (const chunk of terminal.stdin()) {
    const answer = typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
    return /^\s*y(?:es)?\s*$/i.test(answer.split('\n')[0] ?? '');
  }
  return false;
}
