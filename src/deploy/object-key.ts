import type { JsonObject, JsonValue } from '../values/json.js';
import type { ObjectKind } from './kibana.js';

/**
 * The key of an object in Kibana's form: what names it in plans, states and reports, on every Kibana the same. The namespace of exceptions is `single`
 * where they say none.
 */
export function objectKey(kind: ObjectKind, body: JsonObject): string {
  const namespace = text(body['namespace_type'] ?? 'single');
  switch (kind) {
    case 'rule':
      return `rule/${text(body['rule_id'])}`;
    case 'exception-list':
      return `exception-list/${namespace}/${text(body['list_id'])}`;
    case 'exception-item':
      return `exception-item/${namespace}/${text(body['item_id'])}`;
    case 'value-list':
    case 'connector':
      return `${kind}/${text(body['id'])}`;
  }
}

/** The parts of a key: `namespace` is empty but for exceptions. An id may hold slashes. */
export function keyParts(key: string): { readonly kind: string; readonly namespace: string; readonly id: string } {
  const [, kind = '', rest = ''] = /^([^/]*)\/(.*)$/su.exec(key) ?? [];
  if (!kind.startsWith('exception-')) return { kind, namespace: '', id: rest };
  const [, namespace = '', id = ''] = /^([^/]*)\/(.*)$/su.exec(rest) ?? [];
  return { kind, namespace, id };
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
