import type { RequiredField } from '../model/rule.js';

/**
 * The `required_fields` of a rule: the fields that its query names, each once, sorted, with their type in ECS; a field that ECS does
 * not have is `unknown`.
 *
 * `ecsType` answers with the type of an ECS field (`keyword`), undefined for others.
 * https://www.elastic.co/docs/solutions/security/detect-and-alert/create-detection-rule
 */
export function requiredFields(
  names: Iterable<string>,
  ecsType: (name: string) => string | undefined,
): RequiredField[] {
  return [...new Set(names)].sort().map((name) => {
    const type = ecsType(name);
    return { ecs: type !== undefined, name, type: type ?? 'unknown' };
  });
}
