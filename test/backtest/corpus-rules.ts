import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { chooseIndex } from '../../src/testing/choose-index.js';
import { inputIndices } from '../../src/detections/input-indices.js';
import type { Rule } from '../../src/model/rule.js';
import { catalogueOfIndex } from '../../src/schemas/fields/profiles.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { esqlAttempts, esqlFieldTypes } from '../../src/witness/esql-sets.js';
import type { RuleCase } from '../../src/witness/rule-case.js';
import { ruleWitness } from '../../src/witness/rule-witness.js';
import type { BacktestDocument } from '../../src/backtest/backtest-document.js';

const root = path.resolve(import.meta.dirname, '../..');

/** Rules kept beside the repository, read in place; none where the folder is absent. */
export const CORPUS: string = path.resolve(root, '../shared/corpus');

/** Events of real logs beside the repository. */
export const EVENTS: string = path.resolve(root, '../shared/data/events');

/** The rules of the repository, and those beside it. */
export async function allRules(): Promise<readonly Rule[]> {
  const folders = [root, CORPUS].filter((folder) => existsSync(folder));
  const rules = await Promise.all(
    folders.map(async (folder) => {
      const files = ['rules', 'rules_building_block'].flatMap((part) =>
        existsSync(path.join(folder, part))
          ? readdirSync(path.join(folder, part), { recursive: true, encoding: 'utf8' })
              .filter((file) => file.endsWith('.toml') && !file.endsWith('.test.toml'))
              .map((file) => path.join(part, file))
          : [],
      );
      const loaded = await loadDefinitions(files.sort(), folder);
      return loaded.rules.map(({ value }) => value);
    }),
  );
  const byId = new Map(rules.flat().map((rule) => [rule.ruleId, rule]));
  return [...byId.values()];
}

/** The documents that are made for a rule, positive and near misses, each with an id of its own and a few milliseconds apart. */
export async function madeFor(rule: Rule, now: Date): Promise<readonly BacktestDocument[]> {
  const patterns = await inputIndices(rule);
  const own = catalogueOfIndex(chooseIndex({}, patterns));
  const cases =
    rule.type === 'esql'
      ? (esqlAttempts(
          rule.query,
          new Map([...[...esqlFieldTypes(rule.query, own)].map(([name, type]) => [name, { type }] as const), ...own]),
          new Date(now.getTime() - 60_000),
        )[0]?.cases ?? [])
      : ruleWitness(rule, own, { now }).cases;
  return cases.flatMap((each, at) => documentsOf(rule, each, patterns, at));
}

function documentsOf(rule: Rule, made: RuleCase, patterns: readonly string[], at: number): readonly BacktestDocument[] {
  const indicators = rule.type === 'threat_match' ? rule.threatIndex : [];
  return [
    ...placed(rule, made.events, patterns, `${at}-event`),
    ...placed(rule, made.history, patterns, `${at}-history`),
    ...placed(rule, made.indicators, indicators, `${at}-indicator`),
    ...placed(rule, made.anomalies, ['.ml-anomalies-shared'], `${at}-anomaly`),
  ];
}

function placed(
  { ruleId }: Rule,
  documents: readonly JsonObject[],
  patterns: readonly string[],
  name: string,
): readonly BacktestDocument[] {
  return documents.map((source, at) => ({
    index: chooseIndex(source, patterns),
    id: `${ruleId}-${name}-${at}`,
    text: printJson(source),
  }));
}

/** Real events as documents of the minutes before a time. */
export function realEvents(now: Date): readonly BacktestDocument[] {
  if (!existsSync(EVENTS)) return [];
  return readdirSync(EVENTS)
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) =>
      readFileSync(path.join(EVENTS, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line, at): BacktestDocument => {
          const source = JSON.parse(line) as JsonObject;
          const time = new Date(now.getTime() - 200_000 + at * 100).toISOString();
          return {
            index: chooseIndex(source, ['logs-*']),
            id: `${file}:${at + 1}`,
            text: printJson({ ...source, '@timestamp': time }),
          };
        }),
    );
}
