import { explainRule } from '../clauses/explain-rule.js';
import { isRuleError } from '../detections/rule-error.js';
import { searchWindowOf } from '../detections/search-window.js';
import { nearest } from '../diagnostics/did-you-mean.js';
import { printable } from '../diagnostics/printable.js';
import { EmbeddedCluster } from '../engine/embedded/embedded-cluster.js';
import { absoluteTime } from '../values/dates/absolute-time.js';
import type { Arguments, Command } from './command.js';
import { EXIT } from './exit-codes.js';
import { MAX_MEMORY, maxMemory } from './max-memory.js';
import { STACK_OPTION } from './stack-option.js';
import { loadTables, TABLE_OPTIONS } from './table-options.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { nowAfter, patternsOfRule, placeEvents, readEvents } from './why-documents.js';
import type { PlaceOptions } from './why-documents.js';
import { SHOWN, whyJson, whyText } from './why-report.js';
import { whySubject } from './why-subject.js';

/** `dragnet why`: which clause of a rule is true and which false for the documents of a file. */
export const why: Command = {
  positionals: {
    rule: { type: 'string', demandOption: true, describe: 'The TOML file of a rule or hunt, its id, or its name' },
    events: {
      type: 'string',
      array: true,
      describe: 'Files of documents: NDJSON, a JSON array, or the answer of a search; - is standard input',
      default: ['-'],
    },
  },
  options: {
    now: {
      type: 'string',
      describe: 'When the rule runs, ISO 8601 (default: the time of the latest event and a second)',
    },
    id: { type: 'string', array: true, describe: 'Ask about the documents of these ids only' },
    history: { type: 'string', array: true, describe: 'Files of earlier documents, for new terms' },
    indicators: { type: 'string', array: true, describe: 'Files of indicators, for indicator match' },
    mappings: {
      type: 'string',
      array: true,
      describe: 'Mapping profiles, such as aws.cloudtrail, or a JSON file (default: by index name)',
    },
    query: { type: 'number', default: 1, describe: 'Which query of a hunt' },
    format: { choices: ['text', 'json'], default: 'text', describe: 'Output' },
    verbose: { alias: 'v', type: 'boolean', default: false, describe: 'Show all documents in detail' },
    ...TABLE_OPTIONS,
    ...STACK_OPTION,
    ...MAX_MEMORY,
  },
  examples: [
    ['$0 why rules/new_program.toml events.ndjson', 'Clause by clause, true or false, with the values'],
    ['$0 why "New program" - --id 4f2a < events.ndjson', 'One document of standard input, by the name of the rule'],
  ],
  async run(args, terminal) {
    const subject = await whySubject(args, terminal);
    const { rule, repository } = subject;
    const events = await readEvents(list(args, 'events'), terminal);
    const now = timeOf(args, nowAfter(events, rule), terminal);
    const cluster = new EmbeddedCluster({ clock: () => now, maxMemory: maxMemory(args), stacks: repository.stacks });
    const { catalogues } = repository;
    const options: PlaceOptions = {
      patterns: await patternsOfRule(rule),
      mappings: list(args, 'mappings'),
      catalogues,
      now,
    };
    const created = new Set<string>();
    const placed = await placeEvents(cluster, events, created, options, terminal);
    await placeEvents(cluster, await readEvents(list(args, 'history'), terminal), created, options, terminal);
    const threat = { ...options, patterns: rule.type === 'threat_match' ? rule.threatIndex : options.patterns };
    await placeEvents(cluster, await readEvents(list(args, 'indicators'), terminal), created, threat, terminal);
    await loadTables(cluster, args, catalogues, terminal);
    const documents = withIds(placed, list(args, 'id'));
    const window = searchWindowOf(rule, now);
    if (subject.kind === 'rule' && !isRuleError(window))
      terminal.err(`the run looks at ${window.from} to ${window.to}\n`);
    const isVerbose = args['verbose'] === true;
    const isJson = args['format'] === 'json';
    const told = await explainRule(rule, cluster, {
      now,
      documents,
      ...(isVerbose || isJson ? {} : { detailed: SHOWN }),
    });
    for (const warning of told.warnings) terminal.err(`warning: ${printable(warning)}\n`);
    terminal.out(
      isJson ? whyJson(told, subject, now) : whyText(told, subject, { isColoured: terminal.colour.out, isVerbose }),
    );
    return EXIT.clean;
  },
};

function list(args: Arguments, name: string): readonly string[] {
  return (args[name] as readonly string[] | undefined) ?? [];
}

function timeOf(args: Arguments, after: Date | undefined, terminal: Terminal): Date {
  const given = args['now'];
  if (typeof given === 'string') {
    const now = absoluteTime(given, new Date());
    if (now === undefined) throw new UsageError(`--now ${given} is not a time. Write it like 2026-05-01T12:00:00Z.`);
    return new Date(now);
  }
  if (after === undefined) return new Date();
  terminal.err(`now is ${after.toISOString()}, a second after the latest event; --now says otherwise\n`);
  return after;
}

function withIds<T extends { readonly id: string }>(documents: readonly T[], ids: readonly string[]): readonly T[] {
  if (ids.length === 0) return documents;
  const known = new Set(documents.map(({ id }) => id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) {
    const [similar = [...known][0]] = nearest(unknown, known, 1);
    throw new UsageError(
      `No document has the id ${JSON.stringify(unknown)}.${similar === undefined ? '' : ` Did you mean ${JSON.stringify(similar)}?`}`,
    );
  }
  return documents.filter(({ id }) => ids.includes(id));
}
