import type { Rule } from '../model/rule.js';

/** What a look at all rules needs of each: plain JSON. */
export type RuleDigest = Pick<Rule, 'ruleId' | 'name' | 'metadata' | 'version'>;

/** The digest of a rule. */
export function digestOf({ ruleId, name, metadata, version }: Rule): RuleDigest {
  return { ruleId, name, metadata, ...(version === undefined ? {} : { version }) };
}

/** A rule of which the digest is at hand; whatever else is asked of it, `load` reads the whole rule, once. It is like any other rule. */
export function lazyRule({ ruleId, name, metadata, version }: RuleDigest, load: () => Rule): Rule {
  const known: ReadonlyMap<string | symbol, unknown> = new Map<string | symbol, unknown>([
    ['ruleId', ruleId],
    ['name', name],
    ['metadata', metadata],
    ['version', version],
  ]);
  let rule: Rule | undefined;
  const whole = (): Rule => (rule ??= load());
  return new Proxy<Rule>({} as Rule, {
    get: (_, key) => (known.has(key) ? known.get(key) : (Reflect.get(whole(), key) as unknown)),
    has: (_, key) => Reflect.has(whole(), key),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(whole(), key),
  });
}
