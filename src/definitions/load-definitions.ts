import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { ActionConnector } from '../model/action-connector.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import type { Hunt } from '../model/hunt.js';
import type { Overlay } from '../model/overlay.js';
import type { Rule } from '../model/rule.js';
import { isJsonObject } from '../values/json.js';
import type { JsonObject } from '../values/json.js';
import { checkNow } from './check-now.js';
import { checkTestValues } from './check-test-values.js';
import { lazyRule } from './lazy-rule.js';
import type { RuleDigest } from './lazy-rule.js';
import { readFileText, textOf } from './load.js';
import { parseTomlText } from './parse-toml.js';
import type { TomlFile } from './parse-toml.js';
import { RULE_TYPES } from '../schemas/rule-types.js';
import type { FileKind } from '../schemas/file-schemas.js';
import { toActionConnectors, toExceptionLists, toValueLists } from './to-exceptions.js';
import { toHunt, toRule } from './to-model.js';
import { toOverlay } from './to-overlay.js';
import { validateTable } from './validate.js';

/** A definition that its schema has accepted. */
export interface Definition<T> {
  readonly file: string;
  readonly value: T;
}

/** All definitions of a run, in the order of their files, and everything that is wrong with any of them. */
export interface Definitions {
  readonly rules: readonly Definition<Rule>[];
  readonly hunts: readonly Definition<Hunt>[];
  /** Tables of test files. */
  readonly tests: readonly Definition<JsonObject>[];
  /** Files of exception lists, of value lists and of action connectors, each with all that it holds. */
  readonly exceptions: readonly Definition<readonly ExceptionList[]>[];
  readonly valueLists: readonly Definition<readonly ValueList[]>[];
  readonly actionConnectors: readonly Definition<readonly ActionConnector[]>[];
  readonly overlays: readonly Definition<Overlay>[];
  /** Rules that their schema refuses, as far as their query can be told: it is checked all the same, nothing else of them is. */
  readonly refused: readonly Definition<Rule>[];
  /** Texts of all files that hold definitions or do not parse, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rules that an earlier run has found to be in order: the same file with the same text, read when somebody asks for more than the digest. */
export type KnownRules = (file: string, text: string) => RuleDigest | undefined;

/** Kinds of definitions, each known by the key that its file has. */
const KINDS = {
  rule: 'rule',
  hunt: 'hunt',
  test: 'test',
  exceptions: 'exceptions',
  value_lists: 'value-lists',
  action_connectors: 'action-connectors',
  overlay: 'overlay',
} as const satisfies Readonly<Record<string, FileKind>>;

type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Files read at a time. */
const AT_ONCE = 100;

/**
 * Loads TOML files. What a file defines is decided by its content; a file with none of the keys is none of ours. A broken
 * file never hides the others. Files of more than `maxFileSize` bytes (1 MiB) are refused. `edited` has texts that take
 * the place of what is on disk. Of `known` rules neither the schema is checked nor the text parsed.
 */
export async function loadDefinitions(
  files: readonly string[],
  root: string,
  maxFileSize?: number,
  edited: ReadonlyMap<string, string> = new Map(),
  known?: KnownRules,
): Promise<Definitions> {
  const rules: Definition<Rule>[] = [];
  const refused: Definition<Rule>[] = [];
  const hunts: Definition<Hunt>[] = [];
  const tests: Definition<JsonObject>[] = [];
  const exceptions: Definition<readonly ExceptionList[]>[] = [];
  const valueLists: Definition<readonly ValueList[]>[] = [];
  const actionConnectors: Definition<readonly ActionConnector[]>[] = [];
  const overlays: Definition<Overlay>[] = [];
  const keep: Readonly<Record<Kind, (file: string, table: JsonObject) => unknown>> = {
    rule: (file, table) => rules.push({ file, value: toRule(table) }),
    hunt: (file, table) => hunts.push({ file, value: toHunt(table) }),
    test: (file, table) => tests.push({ file, value: table }),
    exceptions: (file, table) => exceptions.push({ file, value: toExceptionLists(table) }),
    'value-lists': (file, table) => valueLists.push({ file, value: toValueLists(table) }),
    'action-connectors': (file, table) => actionConnectors.push({ file, value: toActionConnectors(table) }),
    overlay: (file, table) => overlays.push({ file, value: toOverlay(table) }),
  };
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const sort = (toml: TomlFile): void => {
    const { file, table } = toml;
    const kinds = Object.entries(KINDS).flatMap(([key, kind]) =>
      table !== undefined && Object.hasOwn(table, key) ? [kind] : [],
    );
    if (table !== undefined && kinds.length === 0) return;
    texts.set(file, toml.text);
    const problems = table === undefined ? toml.diagnostics : check({ ...toml, table }, kinds);
    if (table === undefined || !isDeprecated(table)) diagnostics.push(...problems);
    if (table === undefined) return;
    if (problems.length > 0) {
      const rule = kinds.length === 1 && !isDeprecated(table) ? queryAlone(table) : undefined;
      if (rule) refused.push({ file, value: rule });
      return;
    }
    keep[kinds[0] ?? 'rule'](file, table);
  };
  for (const [at, name] of files.entries()) {
    // Signals and timers have their turn.
    if (at % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
    const source = readText(name, root, maxFileSize, edited);
    const rule = knownRule(source, known);
    if (rule) {
      texts.set(source.file, source.text);
      rules.push({ file: source.file, value: rule });
    } else sort(source.diagnostics.length === 0 ? parseTomlText(source.file, source.text) : source);
  }
  return { rules, refused, hunts, tests, exceptions, valueLists, actionConnectors, overlays, texts, diagnostics };
}

/** A rule that is known to be in order; undefined for any other file. */
function knownRule({ file, text, diagnostics }: TomlFile, known: KnownRules | undefined): Rule | undefined {
  const digest = diagnostics.length === 0 ? known?.(file, text) : undefined;
  return digest && lazyRule(digest, () => toRule(parseTomlText(file, text).table ?? {}));
}

function readText(
  file: string,
  root: string,
  maxFileSize: number | undefined,
  edited: ReadonlyMap<string, string>,
): TomlFile {
  const text = edited.get(file);
  return text === undefined ? readFileText(file, root, maxFileSize) : textOf(file, Buffer.from(text));
}

function check(toml: TomlFile & { readonly table: JsonObject }, kinds: readonly Kind[]): readonly Diagnostic[] {
  const { file } = toml;
  const [kind = 'rule', second] = kinds;
  if (second !== undefined) {
    const span = { file, start: 0, end: 0 };
    return [
      {
        code: 'schema/mixed-file',
        severity: 'error',
        span,
        what: `The file defines a ${kind} and a ${second}.`,
        why: 'One file is one definition, so that its name, tests and pages are its own.',
        fix: 'Split the file.',
      },
    ];
  }
  const mistakes = validateTable(kind, toml);
  return kind === 'test' && mistakes.length === 0 ? [...checkNow(toml), ...checkTestValues(toml)] : mistakes;
}

/** The query of a rule that its schema refuses, in a rule that has nothing else; undefined where it cannot be told. */
function queryAlone({ rule }: JsonObject): Rule | undefined {
  if (!isJsonObject(rule)) return undefined;
  const { type, language, query } = rule;
  const known = RULE_TYPES.some((name) => name === type);
  if (!known || typeof language !== 'string' || typeof query !== 'string') return undefined;
  return toRule({ rule: { type, language, query } as JsonObject });
}

/**
 * Deprecated rules are kept for their ids and follow the schema of their time. Those that today's schema refuses are none of the rules of
 * a run; elastic/detection-rules leaves them unchecked too.
 */
function isDeprecated({ metadata, rule }: JsonObject): boolean {
  return isJsonObject(metadata) && metadata['maturity'] === 'deprecated' && isJsonObject(rule);
}
