import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInAttack } from '../../src/schemas/attack.js';
import { readAttackFile } from '../../src/schemas/attack-file.js';
import { parseJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { RULE, workspace } from './run-cli.js';
import type { Workspace } from './run-cli.js';

const SHARED = new URL('../../../shared/data/attack/enterprise-attack-18.1.json', import.meta.url);

let space: Workspace;
beforeEach(async () => {
  space = await workspace();
});
afterEach(() => space.remove());

const references = (id: string): JsonObject => ({
  external_references: [{ source_name: 'mitre-attack', external_id: id }],
});

function tactic(id: string, name: string, more: JsonObject = {}): JsonObject {
  const shortname = name.toLowerCase().replaceAll(' ', '-');
  return {
    type: 'x-mitre-tactic',
    id: `x-mitre-tactic--${id}`,
    name,
    x_mitre_shortname: shortname,
    ...references(id),
    ...more,
  };
}

function technique(id: string, name: string, phases: readonly string[], more: JsonObject = {}): JsonObject {
  return {
    type: 'attack-pattern',
    id: `attack-pattern--${id}`,
    name,
    ...references(id),
    kill_chain_phases: phases.map((phase) => ({ kill_chain_name: 'mitre-attack', phase_name: phase })),
    ...more,
  };
}

const revokedBy = (source: string, target: string): JsonObject => ({
  type: 'relationship',
  id: `relationship--${source}`,
  relationship_type: 'revoked-by',
  source_ref: `attack-pattern--${source}`,
  target_ref: `attack-pattern--${target}`,
});

/** A version of ATT&CK of our own. */
const OBJECTS: readonly JsonObject[] = [
  { type: 'x-mitre-collection', id: 'x-mitre-collection--1', x_mitre_version: '99.2' },
  {
    type: 'marking-definition',
    id: 'marking-definition--1',
    definition: { statement: 'Copyright 2099, The MITRE Corporation.\nAll of it.' },
  },
  { type: 'x-mitre-matrix', id: 'm', tactic_refs: ['x-mitre-tactic--TA0002', 'x-mitre-tactic--TA0901'] },
  tactic('TA0901', 'Sabotage'),
  tactic('TA0002', 'Execution'),
  tactic('TA0902', 'Forgotten', { x_mitre_deprecated: true }),
  technique('T1901', 'Cut the Cable', ['sabotage', 'execution']),
  technique('T1901.001', 'Cut It Twice', ['sabotage'], { x_mitre_is_subtechnique: true }),
  technique('T1902', 'Old Way', ['sabotage'], { revoked: true }),
  revokedBy('T1902', 'T1901.001'),
  technique('T1903', 'No Way', ['sabotage'], { x_mitre_deprecated: true }),
  technique('T0904', 'Of Another Domain', ['sabotage'], { x_mitre_domains: ['ics-attack'] }),
  { type: 'malware', id: 'malware--1', name: 'not read' },
];

const bundle = (objects: readonly unknown[] = OBJECTS): string =>
  JSON.stringify({ type: 'bundle', id: 'bundle--1', objects });
const written = (file = 'attack-enterprise.json'): string => readFileSync(join(space.root, file), 'utf8');
const CONFIG = '[attack]\ndata = "attack-enterprise.json"\n';

function entry(header: string, [id, name]: readonly [string, string]): string {
  const folder = id.startsWith('TA') ? 'tactics' : 'techniques';
  return `${header}\nid = "${id}"\nname = "${name}"\nreference = "https://attack.mitre.org/${folder}/${id.replace('.', '/')}/"\n`;
}

const ruleWith = (id: string, name: string): string =>
  `${RULE}\n[[rule.threat]]\nframework = "MITRE ATT&CK"\n${entry('[rule.threat.tactic]', ['TA0901', 'Sabotage'])}\n${entry('[[rule.threat.technique]]', [id, name])}`;

describe('dragnet attack import', () => {
  it('writes tactics in the order of the matrix and techniques in that of their ids', async () => {
    await space.write({ 'b.json': bundle() });
    const { code, out, err } = await space.run(['attack', 'import', 'b.json']);
    expect(err).toContain('ATT&CK 99.2: 2 tactics, 2 techniques and sub-techniques, 1 revoked, 1 deprecated');
    expect(err).toContain(CONFIG);
    expect([code, out]).toEqual([0, 'attack-enterprise.json\n']);
    expect(JSON.parse(written())).toEqual({
      form: 1,
      framework: 'MITRE ATT&CK',
      domain: 'enterprise-attack',
      version: '99.2',
      copyright: 'Copyright 2099, The MITRE Corporation. All of it.',
      tactics: [
        { id: 'TA0002', name: 'Execution' },
        { id: 'TA0901', name: 'Sabotage' },
      ],
      techniques: [
        { id: 'T1901', name: 'Cut the Cable', tactics: ['TA0002', 'TA0901'] },
        { id: 'T1901.001', name: 'Cut It Twice', tactics: ['TA0901'] },
        { id: 'T1902', name: 'Old Way', revoked: true, revoked_by: 'T1901.001' },
        { id: 'T1903', name: 'No Way', deprecated: true },
      ],
    });
  });

  it('writes the same from gzip, in any order, and from what it wrote', async () => {
    await space.write({ 'b.json': bundle(), 'turned.json': bundle([...OBJECTS].reverse()) });
    writeFileSync(join(space.root, 'b.json.gz'), gzipSync(bundle()));
    await space.run(['attack', 'import', 'b.json']);
    const whole = written();
    for (const file of ['b.json.gz', 'turned.json', 'attack-enterprise.json']) {
      const { code } = await space.run(['attack', 'import', file, '--output', 'data/again.json']);
      expect([file, code, written('data/again.json')]).toEqual([file, 0, whole]);
    }
  });

  it('takes an id that was given a second time for the technique that counts', async () => {
    const old = technique('T1901', 'Once', ['sabotage'], { id: 'attack-pattern--old', revoked: true });
    await space.write({ 'b.json': bundle([old, ...OBJECTS]) });
    await space.run(['attack', 'import', 'b.json']);
    expect(written()).toContain('"Cut the Cable"');
    expect(written()).not.toContain('"Once"');
  });

  it('asks for the version where neither the bundle nor its name says it', async () => {
    const objects = OBJECTS.slice(1);
    await space.write({ 'b.json': bundle(objects), 'enterprise-attack-17.1.json': bundle(objects) });
    expect((await space.run(['attack', 'import', 'b.json'])).err).toContain('--attack-version 17.1');
    expect((await space.run(['attack', 'import', 'b.json', '--attack-version', '12.0'])).err).toContain('ATT&CK 12.0:');
    expect((await space.run(['attack', 'import', 'enterprise-attack-17.1.json'])).err).toContain('ATT&CK 17.1:');
  });

  it('gives from the data of the built-in version the built-in table', async (context) => {
    if (!existsSync(SHARED)) return context.skip('no ../shared/data/attack beside the repository');
    interface Item extends JsonObject {
      readonly id: string;
      readonly name: string;
    }
    const data = JSON.parse(readFileSync(SHARED, 'utf8')) as { tactics: readonly Item[]; techniques: readonly Item[] };
    const objects = [
      OBJECTS[0],
      ...data.tactics.map(({ id, name, shortname = null }) => tactic(id, name, { x_mitre_shortname: shortname })),
      ...data.techniques.flatMap(({ id, name, tactics, revoked_by: successor, deprecated }) => [
        technique(id, name, (tactics ?? []) as readonly string[], {
          revoked: successor !== undefined,
          x_mitre_deprecated: deprecated === true,
        }),
        ...(typeof successor === 'string' ? [revokedBy(id, successor)] : []),
      ]),
    ];
    await space.write({ 'stix.json': bundle(objects), 'trimmed.json': JSON.stringify(data) });
    for (const file of ['stix.json', 'trimmed.json']) {
      expect((await space.run(['attack', 'import', file])).code).toBe(0);
      const read = readAttackFile(parseJson(written()));
      if ('problem' in read) throw new Error(read.problem);
      const { entries, tactics } = builtInAttack();
      expect([...read.attack.entries]).toEqual([...entries]);
      expect(read.attack.tactics).toEqual(tactics);
    }
  });

  const without = (...types: readonly string[]): readonly JsonObject[] =>
    OBJECTS.filter(({ type }) => !types.includes(type as string));
  it.each([
    ['no JSON', '{', 'is not JSON'],
    ['nesting without end', '['.repeat(200_000), 'is not JSON'],
    ['another value', '[]', 'no STIX bundle'],
    ['no list of objects', '{"type":"bundle","objects":{}}', 'no STIX bundle'],
    ['an object that is none', bundle([...OBJECTS, 7]), 'This is not an object (at objects[13])'],
    ['an object without a type', bundle([{ __proto__: null, id: 'x' }]), 'This object has no type (at objects[0])'],
    ['no tactics', bundle(without('x-mitre-tactic')), 'There is no list of tactics'],
    ['no techniques', bundle(without('attack-pattern')), 'There is no list of techniques'],
    [
      'two of one id',
      bundle([...OBJECTS, technique('T1901', 'Again', ['sabotage'])]),
      'T1901 stands twice (at objects[13])',
    ],
    [
      'a technique without an id',
      bundle([...OBJECTS, { type: 'attack-pattern', id: 'a', name: 'b' }]),
      'has no id of ATT&CK',
    ],
    [
      'a technique without a name',
      bundle([...OBJECTS, { ...technique('T1905', 'x', []), name: 5 }]),
      'T1905 has no name',
    ],
    [
      'no id of a technique',
      bundle([...OBJECTS, technique('T1905/../x', 'x', ['sabotage'])]),
      'is not the id of a technique',
    ],
    [
      'an unknown tactic',
      bundle([...OBJECTS, technique('T1905', 'x', ['__proto__'])]),
      'T1905 serves "__proto__", which is none',
    ],
    [
      'names with control characters',
      bundle([...OBJECTS, technique('T1905', 'a\u001b[2J', ['sabotage'])]),
      'T1905 has no name',
    ],
  ])('refuses %s', async (_, text, message) => {
    await space.write({ 'b.json': text });
    const { code, out, err } = await space.run(['attack', 'import', 'b.json']);
    expect(err).toContain(message);
    expect([code, out]).toEqual([2, '']);
  });

  it.each([
    [['b.json', '--output', '../a.json'], '--output leads outside the repository'],
    [['b.json', '--output', 'away/a.json'], '--output leads outside the repository'],
    [['b.json', '--output', 'a.toml'], '--output leads outside the repository'],
    [['missing.json'], 'missing.json does not exist'],
  ])('refuses %j', async (args, message) => {
    await space.write({ 'b.json': bundle() });
    symlinkSync(join(space.root, '..'), join(space.root, 'away'));
    const { code, err } = await space.run(['attack', 'import', ...args]);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('imported data of ATT&CK', () => {
  beforeEach(async () => {
    await space.write({ 'b.json': bundle() });
    await space.run(['attack', 'import', 'b.json']);
  });
  const validate = async (): Promise<string> => {
    const { out, err } = await space.run(['validate', 'r.toml', '--cache']);
    return out + err;
  };

  it('count instead of the built-in ones in every check', async () => {
    await space.write({ 'r.toml': ruleWith('T1901', 'Cut the Cable'), 'dragnet.toml': '' });
    expect(await validate()).toContain('has no "T1901"');
    await space.write({ 'dragnet.toml': CONFIG });
    expect(await validate()).not.toContain('lint/attack');
    await space.write({ 'r.toml': ruleWith('T1902', 'Old Way') });
    expect(await validate()).toContain('T1902 (Old Way) is revoked in MITRE ATT&CK 99.2');
    await space.write({ 'r.toml': ruleWith('T1903', 'No Way') });
    expect(await validate()).toContain('T1903 (No Way) is deprecated in MITRE ATT&CK 99.2');
    await space.write({ 'r.toml': ruleWith('T1901', 'Cut a Cable') });
    expect(await validate()).toContain('"Cut the Cable"');
    await space.write({ 'r.toml': ruleWith('T1059', 'Command and Scripting Interpreter') });
    expect(await validate()).toContain('MITRE ATT&CK 99.2 has no "T1059"');
  });

  it('are what validate --fix and new take names from', async () => {
    await space.write({ 'r.toml': ruleWith('T1902', 'Old Way'), 'dragnet.toml': CONFIG });
    await space.run(['validate', 'r.toml', '--fix']);
    expect(readFileSync(join(space.root, 'r.toml'), 'utf8')).toContain('name = "Cut It Twice"');
    const made = await space.run(['new', 'rule', '--name', 'Cables', '--technique', 'T1901.001']);
    expect([made.code, readFileSync(join(space.root, made.out.split('\n')[0] ?? ''), 'utf8')]).toEqual([
      0,
      expect.stringContaining('name = "Sabotage"'),
    ]);
    expect((await space.run(['new', 'hunt', '--name', 'Cables', '--technique', 'T1059'])).err).toContain(
      'There is no technique "T1059" in ATT&CK 99.2',
    );
  });

  it('count again when they change, whatever the cache holds', async () => {
    await space.write({ 'r.toml': ruleWith('T1901', 'Cut the Cable'), 'dragnet.toml': CONFIG });
    expect(await validate()).not.toContain('lint/attack');
    await space.write({ 'attack-enterprise.json': written().replace('Cut the Cable', 'Cut the Cord') });
    expect(await validate()).toContain('lint/attack-names-agree');
  });

  it.each([
    ['text cut off', (text: string) => text.slice(0, 60), ':4:13', 'This is not JSON'],
    ['another form', (text: string) => text.replace('"form": 1', '"form": 2'), ':2:11', 'The form is 2'],
    ['no copyright line', (text: string) => text.replace('"copyright"', '"copy"'), ':1:1', 'copyright line is missing'],
    [
      'a technique of no tactic',
      (text: string) => text.replace('["TA0901"]', '[]'),
      ':13:5',
      'T1901.001 serves no tactic',
    ],
    ['an id twice', (text: string) => text.replace('T1903', 'T1901'), ':15:5', 'T1901 stands twice'],
  ])('are one message with its place where they are broken: %s', async (_, change, place, message) => {
    await space.write({
      'r.toml': ruleWith('T1901', 'Cut the Cable'),
      'dragnet.toml': CONFIG,
      'attack-enterprise.json': change(written()),
    });
    const { code, out, err } = await space.run(['validate']);
    expect(err).toContain(`attack-enterprise.json${place}`);
    expect(err).toContain(message);
    expect(err.match(/config\/attack-data/gu)).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });

  it.each([
    ['missing.json', 'does not exist. Write it with dragnet attack import'],
    ['../a.json', 'lies outside the repository'],
    ['.', 'lies outside the repository'],
  ])('%s in dragnet.toml', async (file, message) => {
    await space.write({ 'r.toml': RULE, 'dragnet.toml': `[attack]\ndata = "${file}"\n` });
    const { code, err } = await space.run(['validate']);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});
