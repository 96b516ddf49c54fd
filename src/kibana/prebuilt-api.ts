import { KibanaError } from '../deploy/kibana-error.js';
import type { BulkResult, LiveObject, PrebuiltVersion } from '../deploy/kibana.js';
import type { InstallableRule, PrebuiltCounts, PrebuiltRules, RuleUpgrade } from '../deploy/prebuilt-rules.js';
import { isJsonObject, printJson } from '../values/json.js';
import type { JsonObject, JsonValue } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { query, textOf } from './object-api.js';
import type { ApiContext } from './object-api.js';
import { messagesOf } from './refusal.js';
import { found } from './rules-api.js';

const INTERNAL = '/internal/detection_engine/prebuilt_rules';
/** Rules on a page of a review; older Kibanas give all on one. */
const REVIEWED = 100;
/** Rules installed in one request. */
const INSTALLED = 100;

/** {@link PrebuiltRules} over HTTP. */
export class PrebuiltApi implements PrebuiltRules {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  async counts(): Promise<PrebuiltCounts> {
    const { requests, base } = this.#context;
    const path = `${base}/api/detection_engine/rules/prepackaged/_status`;
    const status = await requests.object({ method: 'GET', path }, { doing: 'count the prebuilt rules' });
    const [installed, installable] = [numberOf(status['rules_installed']), numberOf(status['rules_not_installed'])];
    return {
      installed,
      installable,
      inPackage: installed + installable,
      upgradable: numberOf(status['rules_not_updated']),
    };
  }

  async *installable(): AsyncGenerator<readonly InstallableRule[]> {
    for await (const rules of this.#review('installation')) {
      yield rules.map((body) => ({
        ruleId: textOf(body['rule_id']),
        name: textOf(body['name']),
        version: numberOf(body['version']),
        body,
      }));
    }
  }

  async *upgrades(): AsyncGenerator<readonly RuleUpgrade[]> {
    for await (const rules of this.#review('upgrade')) {
      yield rules.map((rule) => {
        const [current, target] = [objectOf(rule['current_rule']), objectOf(rule['target_rule'])];
        return {
          ruleId: textOf(rule['rule_id']),
          name: textOf(current['name']),
          installed: numberOf(current['version']),
          available: numberOf(target['version']),
          isCustomized: objectOf(current['rule_source'])['is_customized'] === true,
          conflicts: numberOf(objectOf(rule['diff'])['num_fields_with_conflicts']),
          current,
          target,
        };
      });
    }
  }

  async base({ body }: LiveObject): Promise<JsonObject | undefined> {
    const { requests, base } = this.#context;
    const path = `${base}${INTERNAL}/base_version${query({ id: textOf(body['id']) })}`;
    const doing = `read the version that ${textOf(body['rule_id'])} was installed from`;
    const answer = await found(() => requests.object({ method: 'GET', path, isInternal: true }, { doing }));
    const version = answer?.['base_version'];
    return isJsonObject(version) ? version : undefined;
  }

  async install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]> {
    const results: BulkResult[] = [];
    for (let at = 0; at < rules.length; at += INSTALLED) {
      results.push(...(await this.#install(rules.slice(at, at + INSTALLED))));
    }
    return results;
  }

  async #install(rules: readonly PrebuiltVersion[]): Promise<readonly BulkResult[]> {
    const asked = rules.map(({ ruleId, version }) => ({ rule_id: ruleId, version }));
    const doing = `install ${rules.length} prebuilt rules`;
    const answer = await this.#post('installation/_perform', { mode: 'SPECIFIC_RULES', rules: asked }, doing);
    const failed = this.#failures(answer['errors']);
    return rules.map(({ ruleId }) => {
      const error = failed.get(ruleId);
      return { key: `rule/${ruleId}`, ...(error === undefined ? {} : { error }) };
    });
  }

  #failures(errors: JsonValue | undefined): ReadonlyMap<string, KibanaError> {
    const failed = new Map<string, KibanaError>();
    for (const error of objectsOf(errors)) {
      const messages = messagesOf(error);
      for (const rule of objectsOf(error['rules'])) {
        const ruleId = textOf(rule['rule_id']);
        const what = `${this.#context.requests.url} cannot install the prebuilt rule ${ruleId}: ${messages.join(' ')}`;
        failed.set(ruleId, new KibanaError('failed', 200, what, messages));
      }
    }
    return failed;
  }

  /** The rules of a review; a Kibana that knows no pages gives the same ones again, or all at once. */
  async *#review(of: 'installation' | 'upgrade'): AsyncGenerator<readonly JsonObject[]> {
    const doing = of === 'upgrade' ? 'list the upgrades of prebuilt rules' : 'list the prebuilt rules to install';
    const seen = new Set<string>();
    for (let page = 1; ; page += 1) {
      const answer = await this.#post(`${of}/_review`, { page, per_page: REVIEWED }, doing);
      const fresh = objectsOf(answer['rules']).filter((rule) => !seen.has(textOf(rule['rule_id'])));
      for (const rule of fresh) seen.add(textOf(rule['rule_id']));
      if (fresh.length > 0) yield fresh;
      if (fresh.length === 0 || seen.size >= (totalOf(answer) ?? seen.size)) return;
    }
  }

  #post(path: string, body: JsonObject, doing: string): Promise<JsonObject> {
    const { requests, base } = this.#context;
    const request = {
      method: 'POST' as const,
      path: `${base}${INTERNAL}/${path}`,
      body: printJson(body),
      isInternal: true,
    };
    // Reviews only read; a rule that is installed is left alone the second time.
    return requests.object(request, { doing, isRepeatable: true });
  }
}

function totalOf({ total }: JsonObject): number | undefined {
  return typeof total === 'number' ? total : undefined;
}

function numberOf(value: JsonValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}
