import { KibanaError } from '../../src/deploy/kibana-error.js';
import type {
  BulkResult,
  Kibana,
  LiveObject,
  ObjectKind,
  PrebuiltVersion,
  ValueChanges,
} from '../../src/deploy/kibana.js';
import { objectKey } from '../../src/deploy/object-key.js';
import type { InstallableRule, PrebuiltRules } from '../../src/deploy/prebuilt-rules.js';
import type { JsonObject } from '../../src/values/json.js';
import { MemoryKibana } from './memory-kibana.js';

/** A Kibana in memory that takes writes as the interface says, keeps a log of them, and can be told to fail. */
export class WritableKibana extends MemoryKibana implements Kibana {
  readonly log: string[] = [];
  /** Called before each write, with the line that goes into the log; what it throws is the answer. */
  before: (line: string) => void = () => undefined;

  version(): Promise<string> {
    return Promise.resolve('8.19.4');
  }

  read(_kind: ObjectKind, key: string): Promise<LiveObject | undefined> {
    return Promise.resolve(this.objects.get(key));
  }

  async create(kind: ObjectKind, body: JsonObject): Promise<LiveObject> {
    const key = objectKey(kind, body);
    await this.#write(`create ${key}`);
    if (this.objects.has(key)) throw new KibanaError('conflict', 409, `${key}: one is there already.`);
    if (kind === 'value-list') this.lists.set(key, []);
    return this.put(kind, kind === 'rule' ? { enabled: false, ...body } : body).objects.get(key)!;
  }

  async replace(kind: ObjectKind, key: string, body: JsonObject): Promise<LiveObject> {
    await this.#write(`replace ${key}`);
    const live = this.objects.get(key);
    if (live === undefined) throw new KibanaError('missing', 404, `${key} is not there.`);
    return this.put(kind, {
      ...(kind === 'rule' ? { enabled: live.body['enabled'] ?? false } : {}),
      ...body,
    }).objects.get(key)!;
  }

  /** Rules of Elastic's package, by `rule_id`. */
  readonly package: Map<string, JsonObject> = new Map<string, JsonObject>();
  readonly prebuilt: Pick<PrebuiltRules, 'installable'> = {
    installable: () => this.#installable(),
  };

  async *#installable(): AsyncIterable<readonly InstallableRule[]> {
    for (const [ruleId, body] of this.package) {
      const { version, name } = body as { readonly version: number; readonly name: string };
      if (!this.objects.has(`rule/${ruleId}`)) yield await Promise.resolve([{ ruleId, name, version, body }]);
    }
  }

  async install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]> {
    await this.#write(`install ${rules.map(({ ruleId, version }) => `${ruleId} ${version}`).join(' ')}`);
    for (const { ruleId } of rules) {
      const body = this.package.get(ruleId)!;
      this.put('rule', { ...body, enabled: false, immutable: true, revision: 0, rule_source: { type: 'external' } });
    }
    return rules.map(({ ruleId }) => ({ key: `rule/${ruleId}` }));
  }

  async patch(key: string, fields: JsonObject): Promise<LiveObject> {
    await this.#write(`patch ${key} ${Object.keys(fields).join(',')}`);
    if (!this.objects.has(key)) throw new KibanaError('missing', 404, `${key} is not there.`);
    const { revision = 0 } = this.objects.get(key)!.body;
    return this.edit(key, { ...fields, revision: Number(revision) + 1 }).objects.get(key)!;
  }

  async remove(_kind: ObjectKind, key: string): Promise<void> {
    await this.#write(`remove ${key}`);
    this.objects.delete(key);
    this.lists.delete(key);
  }

  async setEnabled(rules: readonly LiveObject[], enabled: boolean): Promise<readonly BulkResult[]> {
    await this.#write(`${enabled ? 'enable' : 'disable'} ${rules.map(({ key }) => key).join(' ')}`);
    for (const { key } of rules) this.edit(key, { enabled });
    return rules.map(({ key }) => ({ key }));
  }

  async changeValues(key: string, { add, remove }: ValueChanges): Promise<void> {
    await this.#write(`values ${key} +${add.join(',')} -${remove.join(',')}`);
    const values = new Set(this.lists.get(key));
    for (const value of add) values.add(value);
    for (const value of remove) values.delete(value);
    this.lists.set(key, [...values]);
  }

  exportRules(): Promise<string> {
    return Promise.resolve('');
  }

  #write(line: string): Promise<void> {
    this.before(line);
    this.log.push(line);
    return Promise.resolve();
  }
}
