import { fieldsOfEql } from '../../languages/eql/fields.js';
import { fieldsOfKql } from '../../languages/kql/fields.js';
import type { Check, Violation } from '../check.js';
import { foldersOf } from '../file-names.js';
import { queriesOfRule } from '../queries.js';
import type { ParsedQuery } from '../queries.js';

/** Folders of operating systems, and the tag of each. */
const SYSTEMS: ReadonlyMap<string, string> = new Map([
  ['linux', 'OS: Linux'],
  ['macos', 'OS: macOS'],
  ['windows', 'OS: Windows'],
]);

const FIELD = 'host.os.type';
const LINUX = 'rules/linux/a.toml';
const TAGS = 'tags = ["OS: Linux"]';

/** See `summary`. */
export const osFolderAgrees: Check = {
  name: 'os-folder-agrees',
  since: '0.1.0',
  severity: 'warning',
  profiles: { recommended: 'off', strict: 'off' },
  summary: 'Let rules in the folder of an operating system ask for it, and tag them with it.',
  rationale:
    'The repository elastic/detection-rules keeps rules of one system in `linux`, `macos` and `windows`. Indices such as `logs-endpoint.events.*` hold events of all of them, so that a query without `host.os.type` finds those of other systems, too. Queries in KQL and EQL are looked at; on Windows a field `winlog.…` says as much.',
  references: ['https://github.com/elastic/detection-rules/blob/main/tests/test_all_rules.py'],
  examples: {
    invalid: [
      { [LINUX]: `query = "process.name: sh"\n${TAGS}` },
      { [LINUX]: 'query = "host.os.type: linux and process.name: sh"\ntags = ["Domain: Endpoint"]' },
    ],
    valid: [
      { [LINUX]: `query = "host.os.type: linux and process.name: sh"\n${TAGS}` },
      { 'rules/windows/a.toml': 'query = "winlog.event_id: 4624"\ntags = ["OS: Windows"]' },
      { 'rules/cross-platform/a.toml': 'query = "process.name: sh"' },
    ],
  },
  *rule(rule, { file }) {
    const folder = foldersOf(file).at(-1) ?? '';
    const tag = SYSTEMS.get(folder);
    if (tag === undefined) return;
    const { tags = [] } = rule;
    if (!tags.includes(tag)) yield withoutTag(folder, tag, tags.length);
    const [query] = queriesOfRule(rule);
    const fields = query && fieldsOf(query);
    if (query === undefined || fields === undefined || fields.includes(FIELD)) return;
    if (folder === 'windows' && fields.some((name) => name.startsWith('winlog.'))) return;
    yield {
      path: query.path,
      what: `The query does not ask for ${FIELD}, but the rule is one for ${folder}.`,
      why: 'Events of other systems in the same indices are found, too.',
      fix: `Add ${FIELD} to the query, or move the file.`,
    };
  },
};

function withoutTag(folder: string, tag: string, count: number): Violation {
  return {
    path: ['rule', 'tags'],
    what: `The rule is one for ${folder}, but has no tag "${tag}".`,
    why: 'Whoever filters rules by operating system does not find it.',
    fix: `Add "${tag}" to tags.`,
    repair: { isSafe: true, edits: [{ kind: 'insert', path: ['rule', 'tags', count], value: tag }] },
  };
}

/** The fields of a query in KQL or EQL that can be read. */
function fieldsOf({ language, tree }: ParsedQuery): readonly string[] | undefined {
  if (tree === undefined) return undefined;
  if (language === 'kuery') return fieldsOfKql(tree);
  return language === 'eql' ? fieldsOfEql(tree) : undefined;
}
