import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../values/json.js';
import type { Config } from './config.js';

/** A setting that dragnet has in another form, or not at all. */
export interface ConfigRemark {
  readonly key: string;
  /** A sentence. */
  readonly what: string;
}

/** A `_config.yaml` of elastic/detection-rules as settings of dragnet. */
export interface TranslatedConfig {
  readonly config: Config;
  /** Folders for new rules, exception lists and connectors. */
  readonly into: string;
  readonly exceptionsInto?: string;
  readonly connectorsInto?: string;
  readonly withTactic: boolean;
  /** Where the version lock is or is to be; absent where none is used. */
  readonly lockFile?: string;
  /** Versions are kept in the files, and no lock is used. */
  readonly bypassesLock: boolean;
  readonly remarks: readonly ConfigRemark[];
}

/** Switches of `_config.yaml` → the checks that they switch off. */
const BYPASSED: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'bypass_note_validation_and_parse',
    ['lint/guide-names-rule', 'lint/guide-placeholders-filled', 'lint/setup-in-one-place'],
  ],
  ['bypass_bbr_lookback_validation', ['lint/lookback-covers-interval']],
  ['bypass_tags_validation', ['lint/tactic-tags-agree', 'lint/unique-tags']],
  ['bypass_timeline_template_validation', ['lint/timeline-has-id']],
  ['bypass_esql_keep_validation', ['lint/esql-keeps-document-id']],
  ['bypass_esql_metadata_validation', ['lint/esql-keeps-document-id']],
]);

/** What has no counterpart, and why that is no loss or what to do instead. */
const WITHOUT_COUNTERPART: ReadonlyMap<string, string> = new Map([
  ['normalize_kql_keywords', 'dragnet never rewrites queries.'],
  ['auto_gen_schema_file', 'Fields of your indices come from dragnet schemas import.'],
  ['attack_version_maps_dir', 'ATT&CK is built in; dragnet attack import takes other versions.'],
  ['threat_mapping_framework', 'ATT&CK is built in; dragnet attack import takes other versions.'],
  ['threat_mapping_version', 'ATT&CK is built in; dragnet attack import takes other versions.'],
]);

/** Other keys that are read here. */
const READ = new Set([
  'rule_dirs',
  'bbr_rules_dirs',
  'directories',
  'files',
  'testing',
  'bypass_version_lock',
  'bypass_optional_elastic_validation',
  'no_tactic_filename',
]);

/**
 * Translates a `_config.yaml`. Its paths count from `base`, the folder of the file relative to the repository's root; those of the result
 * from the root. What is no mapping has no settings. Keys that nobody knows become remarks.
 */
export function translateDetectionRulesConfig(value: JsonValue, base: string): TranslatedConfig {
  const yaml = isJsonObject(value) ? value : {};
  const { directories: dirs, files: named } = yaml;
  const [directories, files] = [dirs, named].map((entry): JsonObject => (isJsonObject(entry) ? entry : {}));
  const at = (folder: string): string => joined(base, folder);
  const rules = texts(yaml['rule_dirs']).map(at);
  const folder = (key: string): readonly string[] => texts(directories?.[key]).map(at);
  const [exceptions, connectors] = [folder('exception_dir'), folder('action_connector_dir')];
  const paths = [
    ...rules,
    ...texts(yaml['bbr_rules_dirs']).map(at),
    ...exceptions,
    ...folder('action_dir'),
    ...connectors,
  ];
  const bypassesLock = yaml['bypass_version_lock'] === true;
  const [lock] = texts(files?.['version_lock']);
  const checks = Object.fromEntries(
    [...BYPASSED].flatMap(([key, codes]) =>
      yaml[key] === true || yaml['bypass_optional_elastic_validation'] === true
        ? codes.map((code): [string, 'off'] => [code, 'off'])
        : [],
    ),
  );
  const [exceptionsInto, connectorsInto] = [exceptions[0], connectors[0]];
  return {
    config: {
      paths: [...new Set(paths)],
      ...(lock === undefined || bypassesLock ? {} : { version_lock: at(lock) }),
      ...(Object.keys(checks).length === 0 ? {} : { checks }),
    },
    ...(lock === undefined || bypassesLock ? {} : { lockFile: at(lock) }),
    into: rules[0] ?? at('rules'),
    ...(exceptionsInto === undefined ? {} : { exceptionsInto }),
    ...(connectorsInto === undefined ? {} : { connectorsInto }),
    withTactic: yaml['no_tactic_filename'] !== true,
    bypassesLock,
    remarks: remarksOn(yaml),
  };
}

function remarksOn(yaml: JsonObject): readonly ConfigRemark[] {
  const remarks: ConfigRemark[] = [];
  for (const key of Object.keys(yaml)) {
    const what = WITHOUT_COUNTERPART.get(key);
    if (what !== undefined) remarks.push({ key, what });
    else if (!READ.has(key) && !BYPASSED.has(key)) remarks.push({ key, what: 'This key is not known.' });
  }
  if (yaml['bypass_version_lock'] === true) {
    remarks.push({
      key: 'bypass_version_lock',
      what: 'Versions stand in the files (version): do not run dragnet lock.',
    });
  }
  if (isJsonObject(yaml['testing'])) {
    const what =
      'Which tests run is decided by severities in [checks]; a rule is left out of a check by a comment: # dragnet-ignore.';
    remarks.push({ key: 'testing', what });
  }
  if (isJsonObject(yaml['files']) && Object.hasOwn(yaml['files'], 'stack_schema_map')) {
    const what = 'Versions of the stack stand in stack; fields of your own come from dragnet schemas import.';
    remarks.push({ key: 'files.stack_schema_map', what });
  }
  return remarks;
}

/** One text or several. */
function texts(value: JsonValue | undefined): readonly string[] {
  return (isJsonArray(value) ? value : [value]).filter((item) => typeof item === 'string');
}

/** `detection_rules/etc` and `../../rules` make `rules`. */
function joined(base: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : `${base}/${path}`).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + (parts.join('/') || '.');
}
