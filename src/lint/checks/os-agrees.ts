import type { EqlExpression } from '../../languages/eql/ast.js';
import type { KqlNode } from '../../languages/kql/ast.js';
import { isJsonArray } from '../../values/json.js';
import type { Check, Violation } from '../check.js';
import { queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

const FIELD = 'host.os.type';
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['linux', 'OS: Linux'],
  ['macos', 'OS: macOS'],
  ['windows', 'OS: Windows'],
]);

/** See `summary`. */
export const osAgrees: Check = {
  name: 'os-agrees',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Tag a rule with the operating system that its query asks for.',
  rationale:
    'A KQL query or an EQL query of single events that demands one `host.os.type` finds hosts of that system only. A tag `OS: …`, or `os_type_list`, that has others and not this one misleads whoever filters by it. Rules without either are left alone.',
  examples: {
    invalid: [
      'query = "host.os.type: linux and process.name: sh"\ntags = ["OS: Windows"]',
      'type = "eql"\nlanguage = "eql"\nquery = \'process where host.os.type == "windows"\'\n\n[metadata]\nos_type_list = ["linux"]',
    ],
    valid: [
      'query = "host.os.type: linux and process.name: sh"\ntags = ["OS: Linux"]',
      'query = "host.os.type: (linux or macos) and process.name: sh"\ntags = ["OS: Linux", "OS: macOS"]',
    ],
  },
  *rule(rule) {
    const [query] = queriesOfRule(rule);
    const system = query && demanded(query);
    if (system === undefined) return;
    const tags = (rule.tags ?? []).filter((tag) => [...SYSTEMS.values()].includes(tag));
    const listed = rule.metadata.raw['os_type_list'];
    const found: Violation[] = [];
    const message = {
      what: `The query demands hosts with ${system}, which stands not here.`,
      why: 'Whoever filters by operating system is misled.',
    };
    if (tags.length > 0 && !tags.includes(SYSTEMS.get(system) ?? '')) {
      const at = (rule.tags ?? []).indexOf(tags[0] ?? '');
      found.push({
        ...message,
        path: ['rule', 'tags', at],
        fix: `Use the tag "${SYSTEMS.get(system) ?? ''}", or correct the query.`,
      });
    }
    if (isJsonArray(listed) && listed.length > 0 && !listed.includes(system))
      found.push({ ...message, path: ['metadata', 'os_type_list'], fix: `Add "${system}", or correct the query.` });
    yield* found;
  },
};

/** The system that every document of a query is of; undefined where there are several, or none is named. */
function demanded({ language, tree }: ParsedQuery): string | undefined {
  if (tree === undefined) return undefined;
  if (language === 'kuery') return inKql(tree);
  return language === 'eql' && tree.source.kind === 'EventFilter' ? inEql(tree.source.condition) : undefined;
}

function inKql(node: KqlNode): string | undefined {
  if (node.kind === 'And') return node.clauses.map(inKql).find((system) => system !== undefined);
  if (node.kind !== 'Match' || node.field.kind !== 'Literal' || node.field.value !== FIELD) return undefined;
  return node.value.kind === 'Literal' ? known(String(node.value.value)) : undefined;
}

function inEql(node: EqlExpression): string | undefined {
  if (node.kind === 'And') return node.clauses.map(inEql).find((system) => system !== undefined);
  if (node.kind !== 'Comparison' || node.operator !== '==') return undefined;
  const { left, right } = node;
  return left.kind === 'Field' && left.name === FIELD && right.kind === 'String' ? known(right.value) : undefined;
}

function known(system: string): string | undefined {
  return SYSTEMS.has(system) ? system : undefined;
}
