import { isJsonArray, isJsonObject, type JsonObject } from '../values/json.js';

/** Longest name without its extension. */
const LONGEST = 120;

/**
 * The file name of a rule, without extension, as elastic/detection-rules names its files: the first tactic and the name, in lower case, with
 * `_` for what is no ASCII letter or digit. It never leads out of a folder; a rule without any of these signs has its id.
 */
export function ruleFileName(rule: JsonObject, withTactic: boolean): string {
  const { threat, name, rule_id: id } = rule;
  const [first] = isJsonArray(threat) ? threat : [];
  const tactic = isJsonObject(first) && isJsonObject(first['tactic']) ? first['tactic']['name'] : undefined;
  const stem = fileStem(typeof name === 'string' ? name : '');
  const prefix = withTactic && typeof tactic === 'string' ? fileStem(tactic) : '';
  const parts = [
    stem.startsWith(`${prefix}_`) ? '' : prefix,
    stem === '' ? fileStem(typeof id === 'string' ? id : 'rule') : stem,
  ];
  return parts
    .filter((part) => part !== '')
    .join('_')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
}

/** A text as part of a file name: lower-case ASCII letters and digits, with `_` between them. */
export function fileStem(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST);
}
