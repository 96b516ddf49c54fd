import { validateTable } from '../definitions/validate.js';
import { fitToStack } from '../kibana-form/stack-limits.js';
import { without } from '../kibana-form/server-fields.js';
import { toKibana } from '../kibana-form/to-kibana.js';
import { isJsonObject, type JsonObject } from '../values/json.js';
import { objectsOf } from '../values/objects-of.js';
import { problemOf } from './definition-file.js';
import type { DefinitionFile } from './definition-file.js';
import { distinctLists, unfitFor, usesOf } from './desired-rules.js';
import type { DesiredRule, RuleContext } from './desired-rules.js';
import { withIndexPrefix } from './index-prefix.js';
import { objectKey } from './object-key.js';
import { overlayForm } from './overlay-form.js';
import type { TargetSettings } from './target.js';

/**
 * What a file sets on a prebuilt rule, as a target wants it. Of the target's overrides `index_prefix` counts, `enabled` and `exceptions_list` where the
 * overlay sets these; `tags` do not. Exception lists whose files name the rule in `rule_ids` come along.
 */
export function desiredOverlay(file: DefinitionFile, { settings, kibanaVersion, attached }: RuleContext): DesiredRule {
  const mistakes = validateTable('overlay', file);
  if (mistakes.length > 0) return { problems: mistakes.map((one) => problemOf(file, one)) };
  const table = isJsonObject(file.table['overlay']) ? file.table['overlay'] : {};
  const { rule: whole } = toKibana({ rule: table });
  const { notes, obstacles } = fitToStack(whole, kibanaVersion.split('.').slice(0, 2).join('.'));
  if (notes.length + obstacles.length > 0) {
    const problems = [...notes, ...obstacles].map(({ path, what }) =>
      unfitFor(file, ['overlay', ...path.slice(1)], what, kibanaVersion),
    );
    return { problems };
  }
  const key = objectKey('rule', table);
  const id = table['rule_id'];
  // Fields of a new query belong to Elastic's query no less than to this one: they are not made up here.
  const made = new Set(['rule_id', ...(Object.hasOwn(table, 'required_fields') ? [] : ['required_fields'])]);
  const fields = without(whole, made);
  const body = forTarget(fields, settings, (typeof id === 'string' ? attached.get(id) : undefined) ?? []);
  const uses = usesOf(body, { rule: table }).map((use) => ({ ...use, path: ['overlay', ...use.path.slice(1)] }));
  const object = {
    key,
    kind: 'rule',
    name: `overlay of ${typeof id === 'string' ? id : ''}`,
    file: file.file,
    path: ['overlay', 'rule_id'],
    body,
    comparable: overlayForm(body, Object.keys(body)),
    isOverlay: true,
    uses,
  } as const;
  return { object, problems: [] };
}

function forTarget(fields: JsonObject, { override = {} }: TargetSettings, attached: readonly JsonObject[]): JsonObject {
  const lists = [...objectsOf(fields['exceptions_list']), ...attached];
  const setsLists = Object.hasOwn(fields, 'exceptions_list') || lists.length > 0;
  const enabled = fields['enabled'] === undefined ? undefined : (override.enabled ?? fields['enabled']);
  return withIndexPrefix(
    {
      ...fields,
      ...(setsLists ? { exceptions_list: distinctLists([...lists, ...(override.exceptions_list ?? [])]) } : {}),
      ...(enabled === undefined ? {} : { enabled }),
    },
    override.index_prefix ?? '',
  );
}
