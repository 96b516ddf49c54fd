import type { Config } from '../definitions/config.js';
import type { Definition } from '../definitions/load-definitions.js';
import type { KeyPath } from '../definitions/locate.js';
import type { DiagnosticCode, Message, Range, Repair, Severity } from '../diagnostics/diagnostic.js';
import type { ActionConnector } from '../model/action-connector.js';
import type { ExceptionList, ValueList } from '../model/exception-list.js';
import type { Hunt } from '../model/hunt.js';
import type { Overlay } from '../model/overlay.js';
import type { Rule } from '../model/rule.js';
import type { Attack } from '../schemas/attack.js';
import type { ImportedCatalogue } from '../schemas/fields/catalogue-file.js';
import type { FieldKnowledge } from '../schemas/fields/index-fields.js';
import type { JsonObject } from '../values/json.js';
import type { Ignore } from './ignores.js';
import type { Profile } from './profiles.js';

/** Which files there are in the repository; paths count from its root, with `/`. */
export interface RepositoryFiles {
  /** Whether a path is a file that tests may read. */
  has(path: string): boolean;
  /** The names in a folder (`''` is the root); none where it is not there. */
  names(folder: string): readonly string[];
}

/** What the checks look at: definitions that their schemas have accepted, and the texts they come from. */
export interface LintInput {
  readonly rules: readonly Definition<Rule>[];
  readonly hunts: readonly Definition<Hunt>[];
  /** Tables of test files. */
  readonly tests: readonly Definition<JsonObject>[];
  /** Files of exception lists, of value lists and of action connectors. */
  readonly exceptions?: readonly Definition<readonly ExceptionList[]>[];
  readonly valueLists?: readonly Definition<readonly ValueList[]>[];
  readonly actionConnectors?: readonly Definition<readonly ActionConnector[]>[];
  readonly overlays?: readonly Definition<Overlay>[];
  /** Texts of all files, also of those that are broken and stand in none of the lists. */
  readonly texts: ReadonlyMap<string, string>;
  /** Its `checks` change severities, or switch checks off. */
  readonly config?: Pick<Config, 'checks'>;
  /** The text of `dragnet.toml`, for the places of its settings. */
  readonly configText?: string;
  /** `recommended` unless it says otherwise. */
  readonly profile?: Profile;
  /** What is there besides definitions; without it nothing that a definition names counts as missing. */
  readonly files?: RepositoryFiles;
  /** Whether these are all definitions of the repository: only then is it known what nothing names. True unless it says otherwise. */
  readonly isWhole?: boolean;
  /** The present, in milliseconds since 1970: what has expired is known with it alone. */
  readonly now?: number;
  /** The fields of indices, as `dragnet schemas import` writes them: where they cover the indices of a query, unknown fields are errors. */
  readonly catalogues?: readonly ImportedCatalogue[];
  /** MITRE ATT&CK as `dragnet attack import` wrote it; the built-in version unless it is given. */
  readonly attack?: Attack;
  /** Versions of the stack (`8.19`) that must take the queries; none means the newest alone. */
  readonly stacks?: readonly string[];
}

/** What a check may ask besides the definition. */
export interface LintContext {
  /** The fields of indices by their patterns. */
  readonly fields: FieldKnowledge;
  /** Tactics and techniques of MITRE ATT&CK. */
  readonly attack: Attack;
  /** Versions of the stack that must take the queries. */
  readonly stacks: readonly string[];
  /** The file of the definition, relative to the root, with `/`. */
  readonly file: string;
  /** All definitions: for what one says of another. */
  readonly input: LintInput;
}

/** What a check has found in a definition: what, why, fix; and the place. */
export interface Violation extends Pick<Message, 'what' | 'why' | 'fix'> {
  /** Keys of the TOML file that lead to the place; of a place that the file does not have, the nearest key before it is shown. */
  readonly path: KeyPath;
  /** Where the same stands in files that write it in another form and do not have `path`. */
  readonly otherPath?: KeyPath;
  /** Offsets of the file, for what is neither key nor value. */
  readonly place?: Range;
  /** Whether the key is at fault, not its value (the default). */
  readonly at?: 'key' | 'value';
  /** A part of a string value, counted in its characters, escapes resolved. */
  readonly range?: Range;
  /** How it is mended, where that can be told. */
  readonly repair?: Repair;
  /** Set by checks that pass on the messages of others; otherwise the code and the severity are those of the check. */
  readonly code?: DiagnosticCode;
  readonly severity?: Severity;
}

/** A violation in a file that a check across files names itself. */
export interface FileViolation extends Violation {
  readonly file: string;
}

/**
 * An example, in TOML: keys of `[rule]`, or tables of a rule, hunt or test file; what the schema demands besides is left out.
 * An example of several files gives each its name.
 */
export type CheckExample = string | Readonly<Record<string, string>>;

/**
 * One check: its logic, its documentation and its tests in one object. A check has one or more of the functions at the end; all are pure
 * and report everything they find. Rules that are deprecated only reach `repository`, their fields unchecked.
 */
export interface Check {
  /** Kebab case, as the file; the code of its diagnostics is `lint/<name>`. */
  readonly name: string;
  /** Whether it is a check of the repository's own, from a module that `[checks] local` names. */
  readonly isLocal?: boolean;
  /** The first version of dragnet that has the check. */
  readonly since: string;
  /** `error` only for what certainly breaks. */
  readonly severity: Severity;
  /** Where it weighs more or less, or does not run: profile → severity. */
  readonly profiles?: Readonly<Partial<Record<Profile, Severity | 'off'>>>;
  /** What the check demands, in one sentence in the imperative. */
  readonly summary: string;
  /** Why, and how it decides: Markdown, one or more paragraphs. */
  readonly rationale: string;
  /** Pages that the check follows. */
  readonly references?: readonly string[];
  /** Each invalid example must yield a violation of this check, no valid one may. */
  readonly examples: { readonly invalid: readonly CheckExample[]; readonly valid: readonly CheckExample[] };
  rule?(rule: Rule, context: LintContext): Iterable<Violation>;
  hunt?(hunt: Hunt, context: LintContext): Iterable<Violation>;
  test?(table: JsonObject, context: LintContext): Iterable<Violation>;
  exceptions?(lists: readonly ExceptionList[], context: LintContext): Iterable<Violation>;
  valueLists?(lists: readonly ValueList[], context: LintContext): Iterable<Violation>;
  actionConnectors?(connectors: readonly ActionConnector[], context: LintContext): Iterable<Violation>;
  repository?(input: LintInput, context: LintContext): Iterable<FileViolation>;
  /** Called with each comment that asks to leave something out, when all else is done. */
  ignore?(ignore: IgnoreOutcome): Iterable<Violation>;
}

/** A comment `dragnet-ignore`, and what came of it. */
export interface IgnoreOutcome extends Ignore {
  /** Whether it has left something out; undefined where the check did not run, so that nobody knows. */
  readonly used: boolean | undefined;
  /** All codes that checks have, for suggestions. */
  readonly codes: readonly string[];
}

/** The code of the diagnostics of a check, and its key in `checks` of `dragnet.toml`. */
export function codeOf({ name, isLocal }: Pick<Check, 'name' | 'isLocal'>): DiagnosticCode {
  return `${isLocal === true ? 'local' : 'lint'}/${name}`;
}
