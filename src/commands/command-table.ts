import type { Command } from './command.js';

/** A command or a group of them, as the help shows it. */
export interface Entry {
  readonly usage: string;
  readonly summary: string;
  /** Imported only when the command is called: start-up stays short. */
  readonly load?: () => Promise<Command>;
  readonly children?: readonly Entry[];
}

/** Beside the commands, and among those that make fixtures: there it is looked for. */
const CONVERT: Entry = {
  usage: 'convert',
  summary: 'Convert raw logs into ECS documents',
  children: [
    {
      usage: 'cloudtrail [files..]',
      summary: 'Raw CloudTrail into documents of the aws.cloudtrail integration',
      load: async () => (await import('./convert-cloudtrail.js')).convertCloudtrail,
    },
  ],
};

/** All commands, in the order of the help. */
export const COMMANDS: readonly Entry[] = [
  {
    usage: 'check [paths..]',
    summary: 'Validate, test and compare the pages: the whole job of CI',
    load: async () => (await import('./check.js')).check,
  },
  {
    usage: 'validate [paths..]',
    summary: 'Check definitions against schemas, languages and ATT&CK',
    load: async () => (await import('./validate.js')).validate,
  },
  {
    usage: 'test [paths..]',
    summary: 'Run the unit tests of rules and hunts, offline or on a cluster',
    load: async () => (await import('./test.js')).test,
    children: [
      {
        usage: 'new <rule>',
        summary: 'Write a first test file for a rule: documents on which it fires, and near misses',
        load: async () => (await import('./test-new.js')).testNew,
      },
    ],
  },
  {
    usage: 'docs',
    summary: 'Render definitions into Markdown pages; print the reference of ES|QL and EQL',
    children: [
      {
        usage: 'build [paths..]',
        summary: 'Write the pages',
        load: async () => (await import('./docs.js')).docsBuild,
      },
      {
        usage: 'check [paths..]',
        summary: 'Fail when a page is missing or stale',
        load: async () => (await import('./docs.js')).docsCheck,
      },
      {
        usage: 'esql [name]',
        summary: 'Print the reference of ES|QL, or of one command or function',
        load: async () => (await import('./docs-language.js')).docsEsql,
      },
      {
        usage: 'eql [name]',
        summary: 'Print the functions of EQL, or one of them',
        load: async () => (await import('./docs-language.js')).docsEql,
      },
    ],
  },
  {
    usage: 'init',
    summary: 'Write a dragnet.toml, from the settings of elastic/detection-rules where there are any',
    load: async () => (await import('./init.js')).init,
  },
  {
    usage: 'new',
    summary: 'Write a definition to start from',
    children: [
      {
        usage: 'rule',
        summary: 'A valid rule of any type, names and pages of ATT&CK filled in, with its first tests',
        load: async () => (await import('./new-rule.js')).newRule,
      },
      {
        usage: 'hunt',
        summary: 'A valid hunt',
        load: async () => (await import('./new-hunt.js')).newHunt,
      },
    ],
  },
  {
    usage: 'fmt [paths..]',
    summary: 'Give definitions one layout; values and comments stay',
    load: async () => (await import('./fmt.js')).fmt,
  },
  {
    usage: 'lock [paths..]',
    summary: 'Give changed rules their next version, in version.lock.json',
    load: async () => (await import('./lock.js')).lock,
    children: [
      {
        usage: 'hash [paths..]',
        summary: 'Print the hashes that the version lock holds for rules',
        load: async () => (await import('./lock-hash.js')).lockHash,
      },
    ],
  },
  {
    usage: 'export [paths..]',
    summary: 'Write rules as NDJSON that Kibana imports',
    load: async () => (await import('./export.js')).exportRules,
  },
  {
    usage: 'plan [paths..]',
    summary: 'Show what it takes to make Kibana equal to git: new, changed, drifted and deleted objects',
    load: async () => (await import('./plan.js')).plan,
  },
  {
    usage: 'apply [plan]',
    summary: 'Make a Kibana equal to git: what dragnet plan shows, or exactly a plan of a file',
    load: async () => (await import('./apply.js')).apply,
  },
  {
    usage: 'drift [paths..]',
    summary: 'Show what was changed by hand in Kibana since the last apply',
    load: async () => (await import('./drift.js')).drift,
  },
  {
    usage: 'prebuilt',
    summary:
      "Compare overlays and forks with Elastic's prebuilt rules: installed and available versions, changed fields",
    load: async () => (await import('./prebuilt.js')).prebuilt,
  },
  {
    usage: 'pull [paths..]',
    summary: 'Take what was changed and made in Kibana into the files of the repository',
    load: async () => (await import('./pull.js')).pull,
  },
  {
    usage: 'status',
    summary: 'Show how the rules of a target do: failures, warnings, gaps, alerts, false positives',
    load: async () => (await import('./status.js')).status,
  },
  {
    usage: 'import <files..>',
    summary: 'Make definitions of rules that Kibana exported, or of JSON or YAML',
    load: async () => (await import('./import.js')).importRules,
  },
  {
    usage: 'hunt',
    summary: 'Run hunts',
    children: [
      {
        usage: 'run <hunts..>',
        summary: 'Run the queries of hunts against a cluster, and print their rows',
        load: async () => (await import('./hunt-run.js')).huntRun,
      },
    ],
  },
  {
    usage: 'push',
    summary: 'Write rules and hunts where they can be searched and charted',
    children: [
      {
        usage: 'elasticsearch [paths..]',
        summary: 'Rules and hunts as documents of an index: changed ones written, gone ones removed',
        load: async () => (await import('./push-elasticsearch.js')).pushElasticsearch,
      },
    ],
  },
  {
    usage: 'why <rule> [events..]',
    summary: 'Say clause by clause why a rule fires or stays silent on documents',
    load: async () => (await import('./why.js')).why,
  },
  {
    usage: 'search <query> [paths..]',
    summary: 'Find rules and hunts by a KQL query over their own keys',
    load: async () => (await import('./search.js')).search,
  },
  {
    usage: 'edit [paths..]',
    summary: 'Change a key in all rules and hunts that a query finds, layout kept',
    load: async () => (await import('./edit.js')).edit,
  },
  {
    usage: 'backtest [paths..]',
    summary: 'Run rules over a log: what they would have caught, and how much noise they would make',
    load: async () => (await import('./backtest.js')).backtest,
  },
  {
    usage: 'query <query> [files..]',
    summary: 'Run a KQL, Lucene, EQL or ES|QL query over NDJSON files',
    load: async () => (await import('./query.js')).query,
  },
  {
    usage: 'explain [code]',
    summary: 'Say what the code of a message means, and what to write instead',
    load: async () => (await import('./explain.js')).explain,
  },
  {
    usage: 'serve',
    summary: 'Run the embedded engine as a server for any Elasticsearch client',
    load: async () => (await import('./serve.js')).serve,
  },
  {
    usage: 'schemas',
    summary: 'Say which fields your indices have',
    children: [
      {
        usage: 'import',
        summary: 'Import fields from a cluster, an integration package or sample documents',
        load: async () => (await import('./schemas-import.js')).schemasImport,
      },
    ],
  },
  {
    usage: 'attack',
    summary: 'Say which version of MITRE ATT&CK counts',
    children: [
      {
        usage: 'import <file>',
        summary: 'Write the data of a version of MITRE ATT&CK from its STIX bundle into the repository',
        load: async () => (await import('./attack-import.js')).attackImport,
      },
    ],
  },
  CONVERT,
  {
    usage: 'fixture',
    summary: 'Make documents for tests',
    children: [
      {
        usage: 'generate <rule>',
        summary: 'The smallest documents on which a rule fires, and one near miss for each clause',
        load: async () => (await import('./fixture-generate.js')).fixtureGenerate,
      },
      {
        usage: 'pull',
        summary: 'Documents of a cluster by a query, with names, addresses, accounts and keys redacted',
        load: async () => (await import('./fixture-pull.js')).fixturePull,
      },
      {
        usage: 'redact [files..]',
        summary: 'Redact documents that are there already',
        load: async () => (await import('./fixture-redact.js')).fixtureRedact,
      },
      CONVERT,
    ],
  },
  {
    usage: 'completion [shell]',
    summary: 'Print a completion script for bash or zsh',
    load: async () => (await import('./completion.js')).completion,
  },
];
