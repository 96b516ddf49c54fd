import { dirname, join } from 'node:path';
import { parseToml } from '../definitions/parse-toml.js';
import { ruleTemplate } from '../definitions/new-rule-template.js';
import { newThreat } from '../definitions/new-threat.js';
import { toRule } from '../definitions/to-model.js';
import type { RuleType } from '../model/rule.js';
import { RULE_TYPES } from '../schemas/rule-types.js';
import { newTest } from '../testing/new-test.js';
import type { JsonObject } from '../values/json.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { exists } from './file-exists.js';
import { NEW_OPTIONS, newFile, newId, texts, today } from './new-file.js';
import type { NewFile } from './new-file.js';
import { looksLikeEql, refuseMistakes } from './query-text.js';
import { openAttack, openCatalogues } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write-whole.js';

/** Risk score of each severity, as Elastic's own rules have them. */
const RISK_SCORES = { low: 21, medium: 47, high: 73, critical: 99 } as const;

/** Where rules usually are. */
const FOLDERS: readonly string[] = ['rules', 'detections'];

const DESCRIPTION = 'TODO: what the rule detects, and why it matters.';

/** `dragnet new rule`: a valid rule to start from, and its first tests. */
export const newRule: Command = {
  options: {
    ...NEW_OPTIONS,
    type: { choices: RULE_TYPES, describe: 'Type of the rule (default: by the query, else query)' },
    tactic: {
      type: 'string',
      array: true,
      nargs: 1,
      describe: 'Tactic of ATT&CK, by id or name (default: that of --technique)',
    },
    tag: { type: 'string', array: true, nargs: 1, describe: 'Tag; that of the tactic is added' },
    severity: {
      choices: ['low', 'medium', 'high', 'critical'],
      default: 'medium',
      describe: 'Severity; the risk score follows',
    },
  },
  examples: [
    [
      `$0 new rule --name 'Shell of a Web Server' --technique T1059.004 --index 'logs-endpoint.events.*' --query 'process where …'`,
      'rules/execution_shell_of_a_web_server.toml, and tests of it beside it',
    ],
    [`$0 new rule --type threshold --name 'Many Refused Logins'`, 'An example of a type, to change'],
  ],
  async run(args, terminal) {
    const query = args['query'] as string | undefined;
    const type = typeOf(args, query);
    if (query !== undefined) refuseMistakes({ query, language: LANGUAGES[type] });
    const attack = await openAttack(terminal);
    const filled = newThreat(texts(args, 'technique'), texts(args, 'tactic'), attack);
    const { threat, tactics, problem } = { tactics: [], ...filled };
    if (problem !== undefined) throw new UsageError(problem);
    const table = ruleTable(args, type, { threat, tactics });
    const file = await newFile(args, { kind: 'rule', folders: FOLDERS, prefix: tactics[0] ?? '', table }, terminal);
    const made = await firstTest(file, terminal);
    await writeWhole(file.path, file.text);
    for (const { path, text } of made.files) await writeWhole(path, text);
    terminal.out([file.file, ...made.names].map((name) => `${name}\n`).join(''));
    terminal.err(`new: wrote ${[file.file, ...made.names].join(' and ')}\n${made.note}${leftToDo(args, type)}`);
    return EXIT.clean;
  },
};

/** How `refuseMistakes` names the language of a type's query. */
const LANGUAGES = {
  query: 'kql',
  saved_query: 'kql',
  threshold: 'kql',
  new_terms: 'kql',
  threat_match: 'kql',
  machine_learning: 'kql',
  eql: 'eql',
  esql: 'esql',
} as const satisfies Readonly<Record<RuleType, 'kql' | 'eql' | 'esql'>>;

function typeOf(args: Arguments, query: string | undefined): RuleType {
  const given = args['type'] as RuleType | undefined;
  if (given === 'machine_learning' && query !== undefined)
    throw new UsageError('A rule of type machine_learning has no query: leave --query out.');
  if (given !== undefined) return given;
  if (query === undefined) return 'query';
  if (/^\s*from\b/i.test(query)) return 'esql';
  return looksLikeEql(query) ? 'eql' : 'query';
}

interface Threat {
  readonly threat: readonly JsonObject[];
  readonly tactics: readonly string[];
}

function ruleTable(args: Arguments, type: RuleType, { threat, tactics }: Threat): JsonObject {
  const { severity, description } = args as {
    readonly severity: keyof typeof RISK_SCORES;
    readonly description?: string;
  };
  const given = texts(args, 'index');
  const index = given.length > 0 ? given : ['logs-endpoint.events.*'];
  const authors = texts(args, 'author');
  const integration = texts(args, 'integration');
  const reads =
    integration.length > 0 ? integration : given.length > 0 || type === 'machine_learning' ? [] : ['endpoint'];
  const query = args['query'] as string | undefined;
  const tags = [...new Set([...texts(args, 'tag'), ...tactics.map((name) => `Tactic: ${name}`)])];
  return {
    metadata: {
      creation_date: today(),
      ...(reads.length === 0 ? {} : { integration: [...reads] }),
      maturity: 'development',
      updated_date: today(),
    },
    rule: {
      author: authors.length > 0 ? [...authors] : ['Security Team'],
      description: description ?? DESCRIPTION,
      from: 'now-9m',
      license: 'Apache-2.0',
      name: String(args['name']),
      risk_score: RISK_SCORES[severity],
      rule_id: newId(),
      severity,
      tags,
      type,
      ...ruleTemplate(type, { index, ...(query === undefined ? {} : { query }) }),
      ...(threat.length === 0 ? {} : { threat: [...threat] }),
    },
  };
}

interface FirstTest {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly names: readonly string[];
  readonly note: string;
}

/** The tests of the rule as it will be written, as `dragnet test new` makes them; none where no documents can be made. */
async function firstTest({ file, path, text }: NewFile, terminal: Terminal): Promise<FirstTest> {
  const rule = toRule(parseToml(file, text).table ?? {});
  const made = await newTest(rule, {
    file,
    imported: await openCatalogues(terminal),
    embedded: async (now) => {
      const { EmbeddedCluster } = await import('../engine/embedded/embedded-cluster.js');
      return new EmbeddedCluster({ clock: () => now });
    },
    signal: terminal.interrupted,
  });
  if (made.none !== undefined) return { files: [], names: [], note: `No test is written: ${made.none}\n` };
  const { mapping } = made;
  const files = [{ path: path.replace(/\.toml$/, '.test.toml'), text: made.text }];
  const names = [file.replace(/\.toml$/, '.test.toml')];
  if (mapping !== undefined) {
    const beside = join(dirname(path), mapping.name);
    if (await exists(beside)) throw new UsageError(`${beside} is there already. Give another --name or --into.`);
    files.push({ path: beside, text: mapping.text });
    names.push(mapping.name);
  }
  return { files, names, note: '' };
}

/** What only the author knows. */
function leftToDo(args: Arguments, type: RuleType): string {
  const todo = [
    ...(args['description'] === undefined ? ['description'] : []),
    ...(type === 'machine_learning' ? ['machine_learning_job_id', 'anomaly_threshold'] : []),
    ...(type === 'saved_query' ? ['saved_id'] : []),
    ...(args['query'] === undefined && type !== 'machine_learning' && type !== 'saved_query' ? ['query'] : []),
    ...(type === 'threshold' ? ['threshold'] : type === 'new_terms' ? ['new_terms'] : []),
    ...(type === 'threat_match' ? ['threat_index', 'threat_query', 'threat_mapping'] : []),
    ...(texts(args, 'technique').length === 0 ? ['threat'] : []),
  ];
  return `Fill in: ${[...todo, 'tags', 'note', 'false_positives'].join(', ')}; then set maturity to "production".\n`;
}
