import { EQL_FUNCTIONS } from '../languages/eql/functions/functions.js';
import type { EqlFunction } from '../languages/eql/functions/function.js';
import { EQL_FUNCTION_TEXTS } from '../languages/eql/functions/reference.js';
import { commandSince, ESQL_COMMANDS } from '../languages/esql/command-reference.js';
import type { EsqlFunction, Parameter } from '../languages/esql/functions/function.js';
import { ESQL_FUNCTIONS, ESQL_OPERATORS } from '../languages/esql/functions/registry.js';

/** The languages that have a reference. */
export type ReferenceLanguage = 'esql' | 'eql';

/** What the reference says about one command, function or operator. */
export interface ReferenceEntry {
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly group: ReferenceGroup;
  /** How it is written. */
  readonly syntax: string;
  /** One sentence. */
  readonly summary: string;
  /** Parameters with what they take, the result, versions: each a line of Markdown. */
  readonly facts: readonly string[];
  readonly examples: readonly { readonly text: string; readonly result?: string }[];
}

/** Entries that stand on one page. */
export type ReferenceGroup = 'commands' | 'functions' | 'aggregates' | 'groupings' | 'searches' | 'operators';

const TITLES: Readonly<Record<ReferenceGroup, string>> = {
  commands: 'Commands',
  functions: 'Functions',
  aggregates: 'Aggregate functions',
  groupings: 'Grouping functions',
  searches: 'Full-text functions',
  operators: 'Operators',
};

/** Everything that the reference of a language has, in order of groups and names. */
export function referenceEntries(language: ReferenceLanguage): readonly ReferenceEntry[] {
  if (language === 'eql') return EQL_FUNCTIONS.map(ofEql).sort(byName);
  const functions = ESQL_FUNCTIONS.map(ofEsql).sort(byName);
  const operators = ESQL_OPERATORS.filter(({ examples }) => examples.length > 0).map((item): ReferenceEntry => ({
    ...ofEsql(item),
    group: 'operators',
    syntax: item.name,
  }));
  return [...ESQL_COMMANDS.map(ofCommand), ...functions, ...operators];
}

/** The pages of the reference of a language, Markdown by file name, `README.md` the list of all entries. */
export function referencePages(language: ReferenceLanguage): ReadonlyMap<string, string> {
  const entries = referenceEntries(language);
  const groups = [...new Set(entries.map(({ group }) => group))];
  const title = language === 'eql' ? 'EQL' : 'ES|QL';
  const lists = groups.map((group) => {
    const links = entries
      .filter((entry) => entry.group === group)
      .map(({ name, summary }) => `- [\`${name}\`](${group}.md#${anchor(name)}) – ${summary}`);
    return `## ${TITLES[group]}\n\n${links.join('\n')}`;
  });
  const intro = `What dragnet knows of ${title}. \`dragnet docs ${language} NAME\` prints an entry; the examples are run by dragnet's own tests.`;
  return new Map([
    ['README.md', [`# ${title}`, intro, ...lists, ''].join('\n\n')],
    ...groups.map((group): [string, string] => {
      const own = entries.filter((entry) => entry.group === group);
      return [`${group}.md`, [`# ${title}: ${TITLES[group].toLowerCase()}`, ...own.map(markdown), ''].join('\n\n')];
    }),
  ]);
}

function markdown({ name, syntax, summary, facts, examples }: ReferenceEntry): string {
  return [
    // A name of signs alone gives no link by itself.
    `<a id="${anchor(name)}"></a>\n\n## \`${name}\``,
    `\`\`\`text\n${syntax}\n\`\`\``,
    summary,
    ...(facts.length === 0 ? [] : [facts.map((fact) => `- ${fact}`).join('\n')]),
    ...examples.map(({ text, result }) => `\`\`\`text\n${text}${result === undefined ? '' : `\n→ ${result}`}\n\`\`\``),
  ].join('\n\n');
}

/** An entry as a terminal shows it. */
export function referenceText({ otherNames, syntax, summary, facts, examples }: ReferenceEntry): string {
  return [
    syntax,
    `  ${summary}`,
    ...(otherNames.length === 0 ? [] : [`  Also called ${otherNames.join(', ')}.`]),
    ...facts.map((fact) => `  - ${fact.replaceAll('`', '')}`),
    ...examples.flatMap(({ text, result }) => ['', `  ${text}`, ...(result === undefined ? [] : [`  → ${result}`])]),
    '',
  ].join('\n');
}

function ofCommand(entry: (typeof ESQL_COMMANDS)[number]): ReferenceEntry {
  const { since, preview } = commandSince(entry);
  return {
    name: entry.name,
    otherNames: [],
    group: 'commands',
    syntax: entry.syntax,
    summary: entry.summary,
    facts: versionFacts(since, preview),
    examples: [{ text: entry.example }],
  };
}

const GROUPS = { scalar: 'functions', aggregate: 'aggregates', grouping: 'groupings', search: 'searches' } as const;

function ofEsql(item: EsqlFunction): ReferenceEntry {
  const { name, aliases = [], kind, summary, parameters, returns, since, preview, examples } = item;
  return {
    name,
    otherNames: aliases,
    group: GROUPS[kind],
    syntax: `${name}(${signature(parameters.map((parameter) => [parameter.name, parameter.optional === true]))}${parameters.at(-1)?.variadic === true ? ', …' : ''})`,
    summary,
    facts: [
      ...parameters.map(parameterFact),
      ...(typeof returns === 'function' ? [] : [`gives ${returns}`]),
      ...(aliases.length === 0 ? [] : [`also called ${aliases.map((alias) => `\`${alias}\``).join(', ')}`]),
      ...versionFacts(since, preview === true),
    ],
    examples: examples.map(({ query, result }) => ({ text: query, result: shown(result) })),
  };
}

function parameterFact({ name, type, optional, variadic, constant }: Parameter): string {
  const marks = [
    ...(optional === true ? ['optional'] : []),
    ...(variadic === true ? ['any number'] : []),
    ...(constant === true ? ['constant'] : []),
  ];
  return `\`${name}\`: ${type.words}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}

function versionFacts(since: string | undefined, preview: boolean): readonly string[] {
  return [...(since === undefined ? [] : [`since ${since}`]), ...(preview ? ['a technical preview'] : [])];
}

function ofEql({ name, parameters, variadic, returns, caseAware, removed }: EqlFunction): ReferenceEntry {
  const { summary = '', example } = EQL_FUNCTION_TEXTS[name] ?? {};
  const takes = parameters.map(
    ({ name: parameter, type, optional, constant }) =>
      `\`${parameter}\`: ${type === 'exact' ? 'any value' : type}${optional === true ? ' (optional)' : ''}${constant === true ? ' (constant)' : ''}`,
  );
  return {
    name,
    otherNames: [],
    group: 'functions',
    syntax: `${name}${caseAware === true ? '[~]' : ''}(${signature(parameters.map((parameter) => [parameter.name, parameter.optional === true]))}${variadic === true ? ', …' : ''})`,
    summary,
    facts: [
      ...takes,
      `gives ${returns}`,
      ...(caseAware === true ? [`\`${name}~\` ignores case`] : []),
      ...(removed === undefined ? [] : [`gone since ${removed.version}: ${removed.instead}`]),
    ],
    examples: example === undefined ? [] : [{ text: example[0], result: example[1] }],
  };
}

function signature(parameters: readonly (readonly [name: string, optional: boolean])[]): string {
  return parameters.map(([name, optional]) => (optional ? `[${name}]` : name)).join(', ');
}

/** A value as JSON, 64-bit integers as they are. */
function shown(value: unknown): string {
  if (value === undefined) return 'null';
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner));
}

function byName(left: ReferenceEntry, right: ReferenceEntry): number {
  return left.name.toLowerCase() < right.name.toLowerCase() ? -1 : 1;
}

function anchor(name: string): string {
  return [...new TextEncoder().encode(name.toLowerCase())]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[a-z0-9_]/u.test(sign) ? sign : `-${byte.toString(16)}`;
    })
    .join('');
}
