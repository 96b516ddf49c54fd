import { describe, expect, test } from 'vitest';
import { planMarkdown } from '../../src/deploy/plan-markdown.js';
import { parsePlanFile, printPlanFile } from '../../src/deploy/plan-file.js';
import { printPlan } from '../../src/deploy/print-plan.js';
import { sealPlan } from '../../src/deploy/plan.js';
import type { Plan, PlannedAction } from '../../src/deploy/plan.js';

const EVIL = 'Evil\u001b[31m @everyone <img src=x onerror=alert(1)> `x` | </code></summary> #1';

const UPDATE: PlannedAction = {
  key: 'rule/a',
  kind: 'rule',
  action: 'update',
  name: EVIL,
  file: 'rules/a.toml',
  fields: [
    { path: 'query', class: 'git', git: 'a\nb\nc\nd', applied: 'a\nb\nd', live: 'a\nb\nd' },
    { path: 'tags', class: 'git', git: ['x', 'y'], applied: ['x', 'z'], live: ['x', 'z'] },
    { path: 'severity', class: 'drift', git: 'low', applied: 'low', live: 'high' },
    { path: 'name', class: 'conflict', git: 'By git', applied: 'Old', live: EVIL },
    { path: 'actions', class: 'unmanaged', git: [], live: [{ id: 'x' }] },
    {
      path: 'threat',
      class: 'unknown',
      git: [{ framework: 'f', tactic: { id: 'TA0001', name: 'A name that is long enough' } }],
    },
  ],
  body: { name: 'x' },
  live: 'hash',
};

function planOf(actions: readonly PlannedAction[], more: Partial<Plan> = {}): Plan {
  return sealPlan({
    version: 1,
    target: 'prod',
    space: 'default',
    kibana: { url: 'https://kibana.example', version: '8.19.4' },
    made: { by: 'dragnet 0' },
    onConflict: 'fail',
    tag: 'T',
    actions,
    bookkeeping: [],
    problems: [],
    unchanged: 3,
    ...more,
  });
}

const PROBLEM = {
  code: 'deploy/conflict',
  severity: 'error',
  key: 'rule/a',
  place: 'rules/a.toml:6:1',
  what: 'Git and @somebody changed it.',
  why: 'One is lost.',
  fix: 'Choose.',
} as const;

const CREATE: PlannedAction = {
  key: 'rule/n',
  kind: 'rule',
  action: 'create',
  name: 'New',
  file: 'rules/n.toml',
  fields: [],
  body: { type: 'eql', severity: 'low', language: 'eql', query: 'any where true\n```' },
  live: null,
};
const DELETE: PlannedAction = {
  key: 'connector/c',
  kind: 'connector',
  action: 'delete',
  name: 'C',
  fields: [],
  live: 'h',
};

describe('a plan for a terminal', () => {
  test('tells apart who changed what, lines of long texts, entries of lists', () => {
    const text = printPlan(planOf([CREATE, UPDATE, DELETE], { problems: [PROBLEM] }));
    expect(text).toBe(`Plan for prod: https://kibana.example, space default, Kibana 8.19.4

+ create rule New  rules/n.toml
    eql, severity low, disabled

~ update rule Evil␛[31m @everyone <img src=x onerror=alert(1)> \`x\` | </code></summary> #1  rules/a.toml
    query:
      @@ -1,3 +1,4 @@
       a
       b
      +c
       d
    tags:
      - "z"
      + "y"
    changed by somebody, nothing is known of an earlier apply:
    threat:
      @@ -1,1 +1,9 @@
      -
      +[
      +  {
      +    "framework": "f",
      +    "tactic": {
      +      "id": "TA0001",
      +      "name": "A name that is long enough"
      +    }
      +  }
      +]
    changed by hand in Kibana, will be reset:
    severity: "high" → "low"
    conflict, changed in git and by hand in Kibana:
    name:
      @@ -1,1 +1,1 @@
      -Evil␛[31m @everyone <img src=x onerror=alert(1)> \`x\` | </code></summary> #1
      +By git
      last applied: "Old"
    kept as Kibana has it: actions

- delete connector C  connector/c

rules/a.toml:6:1  error  deploy/conflict  Git and @somebody changed it.
  why  One is lost.
  fix  Choose.

1 to create, 1 to update, 1 to delete; 3 unchanged; 1 problem.
`);
  });

  test('has no escape of its own without colour, and those of colour only with it', () => {
    const plan = planOf([UPDATE]);
    expect(printPlan(plan)).not.toContain('\u001b');
    expect(printPlan(plan, { color: true })).toContain('\u001b[3');
    expect(printPlan(plan, { color: true })).not.toContain('\u001b[31m @everyone');
  });
});

describe('a plan as a comment', () => {
  test('folds each change, and shows problems and deletions open', () => {
    const text = planMarkdown(planOf([CREATE, UPDATE, DELETE], { problems: [PROBLEM] }));
    expect(text).toContain('<!-- dragnet plan: prod -->\n\n## Plan for `prod`\n');
    expect(text).toContain('| rules | 1 | 1 | 0 |\n| connectors | 0 | 0 | 1 |\n');
    expect(text).toContain('- `rules/a.toml:6:1` · error · `deploy/conflict`: Git and @\u200bsomebody changed it.');
    expect(text).toContain('### Deletions\n\n- connector `C` (`connector/c`)\n');
    expect(text).toContain('````eql\nany where true\n```\n````');
    expect(text).toContain('```diff\n  query:\n');
  });

  test('reads no text of Kibana as Markdown or HTML', () => {
    const text = planMarkdown(planOf([UPDATE]));
    expect(text).toContain(
      '<summary>update rule <code>Evil␛[31m @everyone &lt;img src=x onerror=alert(1)&gt; `x` | &lt;/code&gt;&lt;/summary&gt; #1</code> (<b>conflict</b>, drift)</summary>',
    );
    const outside = text.replaceAll(/```diff[^]*?```/g, '');
    expect(outside).not.toContain('<img');
    expect(text).not.toContain('\u001b');
  });

  test('keeps below what GitHub takes, and says what it left out', () => {
    const many = Array.from({ length: 2000 }, (_, at) => ({ ...UPDATE, key: `rule/${at}` }));
    const problems = Array.from({ length: 2000 }, (_, at) => ({ ...PROBLEM, place: `rules/${at}.toml:1:1` }));
    for (const plan of [planOf(many), planOf(many, { problems })]) {
      const text = planMarkdown(plan);
      expect(text.length).toBeLessThan(65_000);
      expect(text).toMatch(/_\d+ more (?:changes|problems) not shown here/);
    }
    const huge = { ...UPDATE, fields: [{ path: 'note', class: 'git', git: 'x'.repeat(100_000), live: '' } as const] };
    expect(planMarkdown(planOf([huge]))).toContain('_1 changes not shown here');
  });
});

describe('a plan in a file', () => {
  test('is read as it was written', () => {
    const plan = planOf([CREATE, UPDATE], { problems: [PROBLEM] });
    expect(parsePlanFile(printPlanFile(plan))).toEqual(plan);
  });

  test('is refused when it is none, or was changed', () => {
    expect(parsePlanFile('{')).toContain('It is not JSON');
    expect(parsePlanFile('{}')).toContain('It is no plan of dragnet.');
    const text = printPlanFile(planOf([CREATE]));
    expect(parsePlanFile(text.replace('"version": 1', '"version": 2'))).toContain('another version');
    expect(parsePlanFile(text.replace('any where true', 'any where false'))).toContain(
      'It was changed after it was made.',
    );
  });
});
