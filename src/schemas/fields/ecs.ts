import { EcsFlat } from '@elastic/ecs';
import type { FieldCatalogue, FieldMapping } from './catalogue.js';

interface EcsField {
  readonly flat_name: string;
  readonly type: string;
  readonly ignore_above?: number;
  readonly scaling_factor?: number;
  readonly object_type?: string;
  readonly multi_fields?: readonly { readonly name: string; readonly type: string; readonly normalizer?: string }[];
  readonly index?: boolean;
  readonly doc_values?: boolean;
  readonly normalize?: readonly string[];
}

let catalogue: FieldCatalogue | undefined;

/** All fields of the Elastic Common Schema with their multi-fields, as its index templates map them. https://www.elastic.co/docs/reference/ecs */
export function ecsCatalogue(): FieldCatalogue {
  catalogue ??= new Map(
    Object.values(EcsFlat as unknown as Readonly<Record<string, EcsField>>).map((field) => [field.flat_name, toMapping(field)]),
  );
  return catalogue;
}

/** The types of the fields of the Elastic Common Schema as it names them, `object` and `nested` included. */
export function ecsRawTypes(): ReadonlyMap<string, string> {
  return new Map(
    Object.values(EcsFlat as unknown as Readonly<Record<string, EcsField>>).map((field) => [field.flat_name, field.type]),
  );
}

let arrays: ReadonlySet<string> | undefined;

/** The fields of the Elastic Common Schema that hold a list of values (`normalize: array`): `event.category`, `host.ip`. */
export function ecsArrayFields(): ReadonlySet<string> {
  arrays ??= new Set(
    Object.values(EcsFlat as unknown as Readonly<Record<string, EcsField>>).flatMap(({ flat_name: name, normalize = [] }) =>
      normalize.includes('array') ? [name] : [],
    ),
  );
  return arrays;
}

function toMapping(field: EcsField): FieldMapping {
  const { type, ignore_above: ignoreAbove, scaling_factor: scale, multi_fields: multi = [], index, doc_values: docValues } = field;
  return {
    type,
    ...(ignoreAbove === undefined ? {} : { ignore_above: ignoreAbove }),
    ...(scale === undefined ? {} : { scaling_factor: scale }),
    ...(index === undefined ? {} : { index }),
    ...(docValues === undefined ? {} : { doc_values: docValues }),
    ...(multi.length === 0
      ? {}
      : {
          fields: Object.fromEntries(
            multi.map(({ name, type: inner, normalizer }) => [name, { type: inner, ...(normalizer === undefined ? {} : { normalizer }) }]),
          ),
        }),
  };
}
