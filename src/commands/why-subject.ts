import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { KeyPositions } from '../definitions/locate.js';
import type { KeyPath } from '../definitions/locate.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Range } from '../diagnostics/diagnostic.js';
import { reportPretty } from '../diagnostics/reporters/pretty.js';
import { SourceText } from '../diagnostics/source-text.js';
import type { Hunt } from '../model/hunt.js';
import type { Rule, RuleBase } from '../model/rule.js';
import type { Arguments } from './command.js';
import { openRepository } from './repository.js';
import type { Repository } from './repository.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** The rule, or the query of a hunt as a rule, that is asked about. */
export interface WhySubject {
  readonly repository: Repository;
  readonly file: string;
  readonly name: string;
  readonly rule: Rule;
  readonly kind: 'rule' | 'hunt';
  /** A range of the query as a range of its file. */
  place(range: Range): { readonly source: SourceText; readonly range: Range };
}

/** Finds the rule or hunt that a path, an id or a name means; throws a {@link UsageError} where there is none, or several. */
export async function whySubject(args: Arguments, terminal: Terminal): Promise<WhySubject> {
  const wanted = String(args['rule']);
  const isPath = await access(resolve(terminal.cwd, wanted)).then(
    () => true,
    () => false,
  );
  const repository = await openRepository({ ...args, paths: isPath ? [wanted] : [] }, terminal);
  const rules = repository.rules.filter(({ value }) => isPath || value.ruleId === wanted || value.name === wanted);
  const hunts = repository.hunts.filter(({ value }) => isPath || value.uuid === wanted || value.name === wanted);
  if (rules.length + hunts.length === 0) throw new UsageError(nothingFound(wanted, isPath, repository, terminal));
  if (rules.length + hunts.length > 1) {
    const files = [...rules, ...hunts].map(({ file }) => file).slice(0, 5);
    throw new UsageError(
      `${wanted} means ${rules.length + hunts.length} definitions (${files.join(', ')}). Name one file.`,
    );
  }
  const [rule] = rules;
  if (rule !== undefined) {
    const { file, value } = rule;
    return {
      repository,
      file,
      name: value.name,
      rule: value,
      kind: 'rule',
      place: placer(repository, file, ['rule', 'query']),
    };
  }
  const [hunt] = hunts;
  if (hunt === undefined) throw new UsageError(`There is no rule or hunt ${JSON.stringify(wanted)}.`);
  const number = Number(args['query'] ?? 1);
  const { file, value } = hunt;
  return {
    repository,
    file,
    name: value.name,
    rule: huntAsRule(value, number),
    kind: 'hunt',
    place: placer(repository, file, ['hunt', 'query', number - 1]),
  };
}

function nothingFound(wanted: string, isPath: boolean, repository: Repository, terminal: Terminal): string {
  const { diagnostics, texts, rules, hunts } = repository;
  if (isPath) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) terminal.err(`${reportPretty(errors, texts, { color: terminal.colour.err })}\n`);
    return `${wanted} holds no rule or hunt that can be run.`;
  }
  const known = [
    ...rules.flatMap(({ value }) => [value.name, value.ruleId]),
    ...hunts.flatMap(({ value }) => [value.name, value.uuid]),
  ];
  return `There is no file, rule or hunt ${JSON.stringify(wanted)}.${didYouMean(wanted, known)} Name the TOML file, the rule_id or the name.`;
}

function placer(repository: Repository, file: string, path: KeyPath): WhySubject['place'] {
  const text = repository.texts.get(file) ?? '';
  const source = new SourceText(text);
  let positions: KeyPositions | undefined;
  return (range) => {
    positions ??= new KeyPositions({ file, text });
    return { source, range: positions.inside(path, range) };
  };
}

/** A hunt's query as a rule that looks at all times. */
function huntAsRule(hunt: Hunt, number: number): Rule {
  const query = hunt.query[number - 1];
  if (query === undefined)
    throw new UsageError(
      `The hunt has ${hunt.query.length} queries; there is no query ${number}. Choose with --query.`,
    );
  const base: RuleBase = {
    ruleId: hunt.uuid,
    name: hunt.name,
    description: hunt.description,
    author: [hunt.author],
    severity: 'low',
    riskScore: 0,
    from: '1970-01-01T00:00:00Z',
    maxSignals: 3000,
    metadata: { creationDate: '', updatedDate: '', maturity: '', integration: [], raw: {} },
  };
  if (hunt.language.includes('ES|QL')) return { ...base, type: 'esql', language: 'esql', query };
  if (hunt.language.includes('EQL')) return { ...base, type: 'eql', language: 'eql', query, index: ['*'] };
  throw new UsageError(`Hunts in ${hunt.language.join(', ')} do not run here: ES|QL and EQL do.`);
}
