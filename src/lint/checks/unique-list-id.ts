import type { Check, FileViolation, LintInput } from '../check.js';

const LIST = (id: string): string => `[[value_lists]]\nid = "${id}"\ntype = "ip"\nvalues = ["10.0.0.1"]`;

/** See `summary`. */
export const uniqueListId: Check = {
  name: 'unique-list-id',
  since: '0.1.0',
  severity: 'error',
  summary: 'Give every exception list, value list and connector an id of its own.',
  rationale:
    'Rules and exceptions name lists and connectors by their ids. Of two with one id, the second overwrites the first when they are imported.',
  examples: {
    invalid: [{ 'a.toml': LIST('scanners'), 'b.toml': LIST('scanners') }],
    valid: [{ 'a.toml': LIST('scanners'), 'b.toml': LIST('printers') }],
  },
  *repository(input): Generator<FileViolation, void, undefined> {
    const first = new Map<string, string>();
    for (const { kind, id, ...place } of idsOf(input)) {
      const key = `${kind} ${id}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, place.file);
      else
        yield {
          ...place,
          what: `${before === place.file ? 'This file' : before} has ${kind} "${id}" already.`,
          why: 'The second overwrites the first when they are imported.',
          fix: 'Give one of them another id.',
        };
    }
  },
};

interface Identified {
  readonly kind: string;
  readonly id: string;
  readonly file: string;
  readonly path: FileViolation['path'];
}

function idsOf({ exceptions = [], valueLists = [], actionConnectors = [] }: LintInput): readonly Identified[] {
  return [
    ...exceptions.flatMap(({ file, value }) =>
      value.map(({ listId }, at) => ({
        kind: 'an exception list',
        id: listId,
        file,
        path: ['exceptions', at, 'container', 'list_id'],
      })),
    ),
    ...valueLists.flatMap(({ file, value }) =>
      value.map(({ id }, at) => ({ kind: 'a value list', id, file, path: ['value_lists', at, 'id'] })),
    ),
    ...actionConnectors.flatMap(({ file, value }) =>
      value.map(({ id }, at) => ({ kind: 'a connector', id, file, path: ['action_connectors', at, 'id'] })),
    ),
  ];
}
