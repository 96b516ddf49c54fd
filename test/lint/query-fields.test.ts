import { describe, expect, it } from 'vitest';
import { ordered } from '../../src/diagnostics/order.js';
import { lint } from '../../src/lint/run.js';
import type { FieldMapping } from '../../src/schemas/fields/catalogue.js';
import type { ImportedCatalogue } from '../../src/schemas/fields/catalogue-file.js';
import { completed, inputOf } from './lint-files.js';

function catalogue(
  name: string,
  indices: readonly string[],
  fields: Readonly<Record<string, string>>,
  addsEcs = false,
): ImportedCatalogue {
  const mappings = Object.entries(fields).map(([field, type]): [string, FieldMapping] => [field, { type }]);
  return { name, indices, addsEcs, fields: new Map(mappings) };
}

const DOORS = catalogue('acme.door', ['logs-acme.door-*'], {
  '@timestamp': 'date',
  'event.category': 'keyword',
  'acme.door.state': 'keyword',
  'acme.door.count': 'long',
  'acme.door.address': 'ip',
  'acme.door.note': 'text',
  'acme.door.raw': 'flattened',
});

/** What is said about a rule, each with the text that it points at, and its line. */
function found(toml: string, catalogues: readonly ImportedCatalogue[] = [DOORS]): readonly string[] {
  const checks = { 'lint/esql-keeps-document-id': 'off' } as const;
  const input = { ...inputOf({ 'a.toml': completed(`license = "x"\n${toml}`) }, { checks }), catalogues };
  const text = input.texts.get('a.toml') ?? '';
  return ordered(lint(input)).map(({ severity, code, what, span }) => {
    const query = text.indexOf('query = ');
    const line = text.slice(query, span.start).split('\n').length;
    return `${severity} ${code} ${line} «${text.slice(span.start, span.end)}» ${what}`;
  });
}

const esql = (query: string): string => `type = "esql"\nlanguage = "esql"\nquery = """\n${query}\n"""`;
const DOOR_EVENTS = 'from logs-acme.door-* metadata _id, _index, _version';
const eql = (query: string, indices = '"logs-acme.door-*"'): string =>
  `type = "eql"\nlanguage = "eql"\nindex = [${indices}]\nquery = """\n${query}\n"""`;

describe('objects that take any key', () => {
  const kuery = (query: string): string =>
    `type = "query"\nlanguage = "kuery"\nindex = ["logs-acme.door-*"]\nquery = """\n${query}\n"""`;
  const listed = catalogue(
    'acme.door',
    ['logs-acme.door-*'],
    { '@timestamp': 'date', 'event.category': 'keyword', 'acme.door.tally.all': 'long', 'acme.door.empty': 'object' },
    true,
  );
  const objects: readonly [string, FieldMapping][] = [
    ['acme.door.tally', { type: 'object', dynamic: true }],
    ['acme.door.shut', { type: 'object', dynamic: 'strict' }],
    ['acme.door.off', { type: 'object', enabled: false }],
  ];
  const catalogues = [{ ...listed, fields: new Map([...listed.fields, ...objects]) }];

  it('may have the fields below them, whatever the language', () => {
    // ECS has labels as an object with keywords under names of your own.
    const clauses = 'labels.team: red and acme.door.tally.red > 1 and acme.door.empty.by: me';
    expect(found(kuery(clauses), catalogues)).toEqual([]);
    expect(found(eql('any where labels.team == "red" and acme.door.tally.red > 1'), catalogues)).toEqual([]);
    expect(found(esql(`${DOOR_EVENTS} | where labels.team == "red" | keep _id`), catalogues)).toEqual([]);
  });

  it('do not hide what lies beside them, or in an object that takes no more keys', () => {
    const clauses = 'acme.door.tallies.red: 1 or acme.door.shut.a: 1 or acme.door.off.b: 1';
    expect(found(kuery(clauses), catalogues)).toEqual([
      expect.stringContaining('error kql/unknown-field 2 «acme.door.tallies.red»'),
      expect.stringContaining('error kql/unknown-field 2 «acme.door.shut.a»'),
      expect.stringContaining('error kql/unknown-field 2 «acme.door.off.b»'),
    ]);
  });
});

describe('ES|QL over indices whose fields are all known', () => {
  it('reports all unknown columns at once, in the words of Elasticsearch, at their places', () => {
    const query = [
      DOOR_EVENTS,
      '| where acme.door.stat == "open"',
      '  and acme.anything > 1',
      '| keep _id, acme.door.coun*',
    ];
    expect(found(esql(query.join('\n')))).toEqual([
      'error esql/unknown-column 3 «acme.door.stat» Unknown column [acme.door.stat], did you mean any of [acme.door.state, acme.door.raw, acme.door.count]?',
      'error esql/unknown-column 4 «acme.anything» Unknown column [acme.anything]',
    ]);
    const few = [catalogue('few', ['logs-acme.door-*'], { 'acme.door.state': 'keyword', '@timestamp': 'date' })];
    expect(found(esql(`${DOOR_EVENTS} | where acme.door.stat == "open"`), few)).toEqual([
      'error esql/unknown-column 2 «acme.door.stat» Unknown column [acme.door.stat], did you mean [acme.door.state]?',
    ]);
  });

  it('takes types from the catalogue, as errors', () => {
    expect(found(esql(`${DOOR_EVENTS} | where acme.door.count == "three" | keep _id`))).toEqual([
      'error esql/type 2 «acme.door.count == "three"» first argument of [acme.door.count == "three"] is [numeric] so second argument must also be [numeric] but was [keyword]',
    ]);
    expect(found(esql(`${DOOR_EVENTS} | where acme.door.raw == "x" | keep _id`)).join('\n')).toContain(
      'Cannot use field [acme.door.raw] with unsupported type [flattened]',
    );
  });

  it('reports patterns that fit no field', () => {
    expect(found(esql(`${DOOR_EVENTS} | keep _id, acme.window.*`))).toEqual([
      'error esql/unknown-column 2 «acme.window.*» No matches found for pattern [acme.window.*]',
    ]);
    expect(found(esql(`${DOOR_EVENTS} | keep _id, acme.door.*`))).toEqual([]);
  });

  it('tells a column that a command took away from a field that never was', () => {
    expect(found(esql(`${DOOR_EVENTS} | drop acme.door.state | where acme.door.state == "a" and acme.x == 1`))).toEqual(
      [
        'error esql/unknown-column 2 «acme.door.state» Unknown column [acme.door.state], did you mean any of [acme.door.note, acme.door.raw, acme.door.count]?',
        'error esql/unknown-column 2 «acme.x» Unknown column [acme.x]',
      ],
    );
  });

  it('names the command that took a column away', () => {
    const query = [DOOR_EVENTS, '| stats n = count(*) by acme.door.state', '| where acme.door.count > 1'].join('\n');
    const input = { ...inputOf({ 'a.toml': completed(`license = "x"\n${esql(query)}`) }), catalogues: [DOORS] };
    expect(lint(input)).toMatchObject([
      {
        code: 'esql/unknown-column',
        why: 'The column is there at first, but STATS in line 2 of the query takes it away. Elasticsearch refuses the query.',
        fix: 'Add acme.door.count after BY, aggregate it, or use it before.',
      },
    ]);
  });

  it('says nothing about columns that ENRICH may have brought', () => {
    expect(found(esql(`${DOOR_EVENTS} | enrich staff on acme.door.state | where department == "it"`))).toEqual([]);
  });

  it('knows the fields of ECS where the catalogue stands on them', () => {
    const onTop = { ...DOORS, addsEcs: true };
    expect(found(esql(`${DOOR_EVENTS} | where user.name == "ann"`), [onTop])).toEqual([]);
    expect(found(esql(`${DOOR_EVENTS} | where user.name == "ann"`))).toEqual([
      'error esql/unknown-column 2 «user.name» Unknown column [user.name]',
    ]);
  });

  it('cannot use a field that two catalogues give different types', () => {
    const other = catalogue('acme.gate', ['logs-acme.gate-*'], { 'acme.door.state': 'long', '@timestamp': 'date' });
    const both = found(esql('from logs-acme.door-*, logs-acme.gate-* metadata _id | where acme.door.state == "a"'), [
      DOORS,
      other,
    ]);
    expect(both.join('\n')).toContain('Cannot use field [acme.door.state] due to ambiguities being mapped as [2]');
  });

  it.each([
    ['a pattern that is a little shorter', 'logs-acme.door*'],
    ['one of its indices', 'logs-acme.door-default'],
    ['its indices in another cluster', 'remote:logs-acme.door-*'],
    ['its indices but some', 'logs-acme.door-*,-logs-acme.door-test'],
  ])('is covered by %s', (_, pattern) => {
    expect(found(esql(`from ${pattern} metadata _id | where acme.x == 1`))).toEqual([
      'error esql/unknown-column 2 «acme.x» Unknown column [acme.x]',
    ]);
  });
});

describe('ES|QL over indices of which nobody knows all fields', () => {
  const query =
    'from logs-*, logs-acme.door-* metadata _id, _index, _version | where acme.x == 1 and acme.door.state == "open"';

  it('says once for each pattern what was not checked', () => {
    const input = {
      ...inputOf({
        'a.toml': completed(`license = "x"\n${esql(query)}`),
        'b.toml': completed(
          `license = "x"\nname = "B"\nrule_id = "0f616aee-8161-4120-857e-742366f5eeb4"\n${esql(query.replace('acme.x', 'acme.y'))}`,
        ),
      }),
      catalogues: [DOORS],
    };
    expect(lint(input)).toMatchObject([
      {
        code: 'lint/index-has-catalogue',
        severity: 'warning',
        what: 'No catalogue covers the indices logs-*: not checked are acme.x, acme.y.',
        span: { file: 'a.toml' },
      },
    ]);
  });

  it('warns of what is hardly meant', () => {
    expect(found(esql('from logs-* metadata _id | where user.nmae == "ann"'))).toEqual([
      'warning esql/unknown-column 2 «user.nmae» Unknown column [user.nmae], did you mean [user.name]?',
    ]);
  });

  it('takes types from ECS, as warnings', () => {
    expect(found(esql('from logs-* metadata _id | where process.pid == "four"')).join('\n')).toMatch(
      /^warning esql\/type 2/u,
    );
  });
});

describe('EQL', () => {
  it('reports unknown fields, but those that may be missing', () => {
    expect(found(eql('any where acme.door.stat == "open" and ?acme.x == 1\n  and acme.y == 2'))).toEqual([
      'error eql/unknown-field 2 «acme.door.stat» Unknown column [acme.door.stat], did you mean any of [acme.door.state, acme.door.raw, acme.door.count]?',
      'error eql/unknown-field 3 «acme.y» Unknown column [acme.y]',
    ]);
  });

  it('reports text without keyword, types, and steps that no event can reach', () => {
    expect(found(eql('any where acme.door.note == "x"')).join('\n')).toMatch(
      /^error eql\/text-without-keyword 2 «acme/u,
    );
    expect(found(eql('any where startsWith(acme.door.count, "4")')).join('\n')).toMatch(
      /^error eql\/type-mismatch 2 «acme/u,
    );
    const sequence = 'sequence with maxspan=1m\n  [any where acme.door.count == 1]\n  [any where ?acme.x == 1]';
    expect(found(eql(sequence)).join('\n')).toMatch(/^warning eql\/unreachable-step 4/u);
  });

  it('names the field that the rule takes for the time', () => {
    const rule = `${eql('any where acme.door.count == 1')}\ntimestamp_field = "acme.time"`;
    expect(found(rule).join('\n')).toContain('Unknown column [acme.time]');
  });

  it('asks all indices of the rule', () => {
    const gate = catalogue('acme.gate', ['logs-acme.gate-*'], { 'acme.gate.open': 'boolean' });
    const rule = eql('any where acme.gate.open == true', '"logs-acme.door-*", "logs-acme.gate-*"');
    expect(found(rule, [DOORS, gate])).toEqual([]);
    expect(found(rule, [DOORS])).toEqual([
      'warning lint/index-has-catalogue 2 «acme.gate.open» No catalogue covers the indices logs-acme.gate-*: not checked is acme.gate.open.',
    ]);
  });
});

describe('KQL', () => {
  const kql = (query: string): string => `index = ["logs-acme.door-*"]\nquery = '''\n${query}\n'''`;

  it('reports unknown fields', () => {
    expect(found(kql('acme.door.stat: open and\n  not acme.y: (a or b) and acme.window.*: x'))).toEqual([
      'error kql/unknown-field 2 «acme.door.stat» Unknown field [acme.door.stat], did you mean any of [acme.door.state, acme.door.raw, acme.door.count]?',
      'error kql/unknown-field 3 «acme.y» Unknown field [acme.y]',
      'error kql/unknown-field 3 «acme.window.*» Unknown field [acme.window.*]',
    ]);
    expect(found(kql('acme.door.sta*: open and acme.door.raw.key: 1 and acme.door: *'))).toEqual([]);
  });

  it('reports values that their field cannot have, as Elasticsearch refuses them', () => {
    expect(found(kql('acme.door.count: (1 or many) and acme.door.address: (10.0.0.0/8 or 10.*)'))).toEqual([
      'error kql/value-type 2 «many» failed to create query: For input string: "many"',
      'error kql/value-type 2 «10.*» Can only use prefix queries on keyword, text and wildcard fields - not on [acme.door.address] which is of type [ip]',
    ]);
    expect(found(kql('@timestamp > now-1d/d and @timestamp < 2026/01/01')).join()).toContain('[2026/01/01]');
  });

  it('takes the format of dates from the catalogue', () => {
    const days = new Map<string, FieldMapping>([['acme.day', { type: 'date', format: 'yyyy/MM/dd' }]]);
    const own = [{ name: 'door', indices: ['logs-acme.door-*'], addsEcs: false, fields: days }];
    expect(found(kql('acme.day > 2026/01/01'), own)).toEqual([]);
    expect(found(kql('acme.day > 2026-01-01'), own)).not.toEqual([]);
  });

  it('warns where only ECS knows', () => {
    expect(found('index = ["logs-*"]\nquery = "process.pid: many and user.nmae: x"')).toEqual([
      'warning kql/value-type 1 «many» failed to create query: For input string: "many"',
      'warning kql/unknown-field 1 «user.nmae» Unknown field [user.nmae], did you mean [user.name]?',
    ]);
  });
});

describe('Lucene', () => {
  it('reports unknown fields, and values that find nothing', () => {
    const query =
      'acme.door.stat:open AND _exists_:acme.y AND acme.door.count:(1 OR many) AND acme.door.count:[1 TO 3]';
    expect(found(`language = "lucene"\nindex = ["logs-acme.door-*"]\nquery = '''${query}'''`)).toEqual([
      'error lucene/unknown-field 1 «acme.door.stat» Unknown field [acme.door.stat], did you mean any of [acme.door.state, acme.door.raw, acme.door.count]?',
      'error lucene/unknown-field 1 «_exists_:acme.y» Unknown field [acme.y]',
      'warning lucene/value-type 1 «many» failed to create query: For input string: "many"',
    ]);
  });
});

describe('a threat query', () => {
  it('is checked against the indicators, not against the events', () => {
    const feed = catalogue('ti', ['logs-ti_*'], { 'threat.indicator.ip': 'ip' });
    const rule = (query: string): string =>
      `type = "threat_match"\nindex = ["logs-acme.door-*"]\nquery = "acme.door.state: open"\nthreat_query = "${query}"\nthreat_language = "kuery"\nthreat_mapping = [{ entries = [{ field = "acme.door.address", type = "mapping", value = "threat.indicator.ip" }] }]`;
    expect(found(rule('threat.indicator.ip: *'), [DOORS, feed])).toEqual([]);
    expect(found(rule('acme.door.state: open'), [DOORS, feed]).join()).toContain('Unknown field [acme.door.state]');
  });
});

describe('fields that a rule names outside its query', () => {
  const rule = (more: string): string => `index = ["logs-acme.door-*"]\nquery = "acme.door.state: open"\n${more}`;

  it.each([
    ['type = "new_terms"\nnew_terms_fields = ["acme.door.state", "acme.x"]', 'error', 'acme.x'],
    [
      'type = "new_terms"\n[rule.new_terms]\nfield = "new_terms_fields"\nvalue = ["acme.x"]\n[[rule.new_terms.history_window_start]]\nfield = "history_window_start"\nvalue = "now-7d"',
      'error',
      'acme.x',
    ],
    ['type = "threshold"\nthreshold = { field = ["acme.x"], value = 2 }', 'error', 'acme.x'],
    ['type = "threshold"\nthreshold = { field = ["acme.door.note"], value = 2 }', 'error', 'acme.door.note'],
    [
      'type = "threshold"\nthreshold = { field = [], value = 2, cardinality = [{ field = "acme.x", value = 2 }] }',
      'error',
      'acme.x',
    ],
    ['alert_suppression = { group_by = ["acme.x"] }', 'error', 'acme.x'],
    ['rule_name_override = "acme.x"', 'warning', 'acme.x'],
    [
      'severity_mapping = [{ field = "acme.x", operator = "equals", value = "1", severity = "low" }]',
      'warning',
      'acme.x',
    ],
    ['required_fields = [{ name = "acme.x", type = "keyword", ecs = false }]', 'warning', 'acme.x'],
  ])('are looked up: %s', (more, severity, name) => {
    const [first, ...others] = found(rule(more)).filter((line) => line.includes('lint/rule-fields-known'));
    expect(others).toEqual([]);
    expect(first).toMatch(new RegExp(`^${severity} lint/rule-fields-known -?\\d+ «"${name}"» `, 'u'));
  });

  it('are looked up among the indicators where they are of these', () => {
    const feed = catalogue('ti', ['logs-ti_*'], { 'threat.indicator.ip': 'ip' });
    const mapping = (field: string, value: string): string =>
      rule(
        `type = "threat_match"\nthreat_mapping = [{ entries = [{ field = "${field}", type = "mapping", value = "${value}" }] }]`,
      );
    expect(found(mapping('acme.door.address', 'threat.indicator.ip'), [DOORS, feed])).toEqual([]);
    expect(found(mapping('threat.indicator.ip', 'acme.door.address'), [DOORS, feed])).toHaveLength(2);
  });
});

describe('functions of ES|QL that do not exist', () => {
  const unknown = (query: string): readonly string[] =>
    found(esql(`${DOOR_EVENTS} ${query}`)).filter((finding) => finding.includes('unknown-function'));

  it('are told also in families of which not all are known, where the name is much like a known one', () => {
    expect(unknown('| where to_uper(event.category) == "DOOR"')).toEqual([
      expect.stringContaining('«to_uper(event.category)» Unknown function [to_uper], did you mean'),
    ]);
    expect(unknown('| where mv_contain(event.category, "door")')).toHaveLength(1);
    expect(
      unknown('| eval a = mv_except(event.category, "door"), b = to_text(event.category), c = st_new(event.category)'),
    ).toEqual([]);
  });

  it('are told whatever stands in their brackets', () => {
    expect(unknown('| stats n = cuont(*) by event.category')).toEqual([
      expect.stringContaining('error esql/unknown-function 2 «cuont(*)»'),
    ]);
  });

  it('are not the only mistakes with a star that are told', () => {
    expect(found(esql(`${DOOR_EVENTS} | where acme.door.count == "4*"`))).toEqual([
      expect.stringContaining('esql/type 2 «acme.door.count == "4*"»'),
      expect.stringContaining('lint/wildcard-taken-literally 2'),
    ]);
    expect(found(esql(`${DOOR_EVENTS} | keep acme.door.nosuch*, _id, _index, _version`))).toEqual([
      expect.stringContaining('error esql/unknown-column 2 «acme.door.nosuch*»'),
    ]);
    expect(found(esql(`${DOOR_EVENTS} | keep acme.door.st*, _id, _index, _version`))).toEqual([]);
  });
});
