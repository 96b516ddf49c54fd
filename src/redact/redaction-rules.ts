import { compileWildcard } from '../values/patterns/wildcard.js';
import type { TextMatcher } from '../values/patterns/wildcard.js';

/**
 * What becomes of a field: `hash` gives every value a stand-in of the same form, equal values the same one; `replace` gives all values one
 * constant; `keep` leaves the field alone; `remove` leaves it out.
 */
export type RedactionAction = 'hash' | 'replace' | 'keep' | 'remove';

/** The actions, as configuration and command line name them. */
export const REDACTION_ACTIONS: readonly RedactionAction[] = ['hash', 'replace', 'keep', 'remove'];

/** What a value is: it decides the form of its stand-in. */
export type ValueKind =
  'user' | 'email' | 'address' | 'host' | 'domain' | 'account' | 'access key' | 'secret' | 'identifier' | 'text';

/** One rule: `field` is a dotted path, `*` any text in it; the case of letters does not count. */
export interface RedactionRule {
  readonly field: string;
  readonly action: RedactionAction;
}

/** What is done with one field. */
export interface FieldTreatment {
  readonly action: RedactionAction;
  /** What the field holds; absent where only the value can tell. */
  readonly kind?: ValueKind;
}

/** Fields that are redacted unless a rule says otherwise, by what they hold. The names are those of ECS, its integrations, and raw logs; `_` stands for `-`, too. */
export const DEFAULT_FIELDS: readonly (readonly [kind: ValueKind, fields: readonly string[]])[] = [
  [
    'user',
    [
      'user.name',
      '*.user.name',
      'user.effective.name',
      'user.target.name',
      'user.changes.name',
      'user.full_name',
      '*.user.full_name',
      '*user_name',
      '*username',
      '*role_session_name',
      '*rolesessionname',
      'related.user',
      '*.actor.display_name',
    ],
  ],
  ['email', ['email', '*.email', '*_email', '*emailaddress', '*email_address']],
  ['address', ['ip', '*.ip', '*_ip', '*ip_address', '*ipaddress', '*.address', 'related.ip']],
  [
    'host',
    [
      'host.name',
      '*.host.name',
      'hostname',
      '*.hostname',
      '*computer_name',
      '*computername',
      'agent.name',
      'observer.name',
      'related.hosts',
      '*workstation',
      '*workstationname',
    ],
  ],
  ['domain', ['host.domain', 'user.domain', '*.user.domain', '*userdomain', '*domainname']],
  [
    'account',
    [
      'cloud.account.id',
      '*.account.id',
      '*account_id',
      '*accountid',
      '*owner_id',
      '*ownerid',
      'account',
      '*.account',
      'cloud.account.name',
    ],
  ],
  ['access key', ['*access_key_id', '*accesskeyid']],
  [
    'secret',
    [
      '*password',
      '*passwd',
      '*passphrase',
      'secret',
      '*.secret',
      '*client_secret',
      '*clientsecret',
      '*session_token',
      '*sessiontoken',
      '*security_token',
      '*securitytoken',
      '*secret_access_key',
      '*secretaccesskey',
      '*secret_key',
      '*secretkey',
      '*api_key',
      '*apikey',
      '*private_key',
      '*privatekey',
      '*authorization',
      'cookie',
      '*.cookie',
      '*set_cookie',
      'token',
      '*.token',
      '*auth_token',
      '*authtoken',
      '*access_token',
      '*accesstoken',
      '*refresh_token',
      '*refreshtoken',
      '*id_token',
    ],
  ],
  [
    'identifier',
    [
      'host.id',
      'agent.id',
      'agent.ephemeral_id',
      'elastic.agent.id',
      'host.mac',
      '*.mac',
      'user.id',
      '*.user.id',
      '*principal_id',
      '*principalid',
      '*usersid',
      '*.sid',
    ],
  ],
];

/** Fields that are left out unless a rule says otherwise: the raw record repeats everything, in a form of its own. */
const REMOVED_FIELDS: readonly string[] = ['event.original'];

/** Says what is done with a field, by its dotted path; undefined where no rule names it. */
export type Treatments = (path: string) => FieldTreatment | undefined;

/**
 * The treatments that the defaults and the given rules make together: the last rule that names a field decides, the defaults come first. A rule
 * of the defaults still says what the field holds.
 */
export function treatmentsOf(rules: readonly RedactionRule[]): Treatments {
  const own = rules.map(({ field, action }) => ({ matches: matcher(field), action })).reverse();
  const removed = REMOVED_FIELDS.map(matcher);
  const known = DEFAULT_FIELDS.map(([kind, fields]) => ({ kind, matchers: fields.map(matcher) }));
  const seen = new Map<string, FieldTreatment | undefined>();
  const find = (path: string): FieldTreatment | undefined => {
    const name = path.replaceAll('-', '_');
    const kind = known.find(({ matchers }) => matchers.some((matches) => matches(name)))?.kind;
    const chosen = own.find(({ matches }) => matches(path))?.action;
    const byDefault = removed.some((matches) => matches(path)) ? 'remove' : kind === undefined ? undefined : 'hash';
    const action = chosen ?? byDefault;
    if (action === undefined) return undefined;
    return kind === undefined ? { action } : { action, kind };
  };
  return (path) => {
    if (!seen.has(path)) seen.set(path, find(path));
    return seen.get(path);
  };
}

function matcher(field: string): TextMatcher {
  return compileWildcard(field, { caseInsensitive: true, escape: false, singleCharacter: false });
}
