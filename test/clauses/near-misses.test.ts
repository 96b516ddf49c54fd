import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Clause } from '../../src/clauses/clause.js';
import { clauseTruth } from '../../src/clauses/clause-truth.js';
import { clausesOf } from '../../src/clauses/clauses-of.js';
import { findCulprit } from '../../src/clauses/culprit.js';
import { loadDefinitions } from '../../src/definitions/load-definitions.js';
import { findFiles } from '../../src/definitions/find.js';
import { EmbeddedCluster } from '../../src/engine/embedded/embedded-cluster.js';
import { filterQuery } from '../../src/detections/filter-query.js';
import { isRuleError } from '../../src/detections/rule-error.js';
import { parseEql } from '../../src/languages/eql/parse.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import type { Rule } from '../../src/model/rule.js';
import { languageOf, queryOf } from '../../src/model/rule-defaults.js';
import { toIndexDefinition } from '../../src/schemas/fields/to-index-definition.js';
import type { FieldCatalogue } from '../../src/schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { printJson } from '../../src/values/json.js';
import type { JsonObject } from '../../src/values/json.js';
import { eqlWitnesses } from '../../src/witness/eql-witnesses.js';
import { kqlWitnesses } from '../../src/witness/kql-witnesses.js';
import { ruleFields } from '../../src/witness/rule-fields.js';

/** Rules kept beside the repository, read in place. */
const folder = path.resolve(import.meta.dirname, '../../../shared/corpus');

/** A document made for a rule, whether it satisfies the query, and the clause that it fails alone. */
interface Made {
  readonly document: JsonObject;
  readonly matches: boolean;
  readonly miss?: { readonly start: number; readonly end: number };
}

async function rules(): Promise<readonly { readonly file: string; readonly value: Rule }[]> {
  const { files } = await findFiles(['rules'], folder, folder, undefined);
  const { rules: loaded } = await loadDefinitions(files, folder);
  return loaded;
}

function made(rule: Rule, catalogue: FieldCatalogue): readonly Made[] {
  const text = queryOf(rule) ?? '';
  if (languageOf(rule) === 'kuery') {
    const tree = parseKql(text).value;
    const all = tree === undefined ? [] : kqlWitnesses(tree, catalogue, { matches: 3 });
    return all.map(({ document, matches, purpose, clause }) => ({
      document,
      matches,
      ...(purpose === 'near-miss' && clause !== undefined ? { miss: clause } : {}),
    }));
  }
  const tree = parseEql(text).value;
  if (tree?.source.kind !== 'EventFilter') return [];
  return eqlWitnesses(tree, catalogue, { matches: 3 }).flatMap(({ documents, matches, purpose, clause }) =>
    documents.map((document) => ({
      document,
      matches,
      ...(purpose === 'near-miss' && clause !== undefined ? { miss: clause } : {}),
    })),
  );
}

describe.skipIf(!existsSync(folder))(
  'the rules beside the repository (skipped where ../shared/corpus is absent)',
  () => {
    it('say of every document made for them what the engine says, and name the clause of every near miss', async () => {
      const builtIn = catalogueOf(PROFILE_NAMES);
      const wrong: string[] = [];
      const counts = { documents: 0, misses: 0, exact: 0 };
      for (const { file, value: rule } of await rules()) {
        const language = languageOf(rule);
        if (language !== 'kuery' && language !== 'eql') continue;
        const catalogue = catalogueFor(rule, builtIn);
        const all = made(rule, catalogue);
        if (all.length === 0) continue;
        for (const problem of await compare(rule, all, catalogue, counts)) wrong.push(`${file}: ${problem}`);
      }
      const { documents, misses, exact } = counts;
      expect(wrong).toEqual([]);
      expect(documents).toBeGreaterThan(1000);
      // The rest are alternatives that are equally near: their `or` is named, which holds the clause.
      expect(exact / misses).toBeGreaterThan(0.6);
    }, 600_000);
  },
);

function catalogueFor(rule: Rule, builtIn: FieldCatalogue): FieldCatalogue {
  const used = [...ruleFields(rule, builtIn)].map(
    ([name, field]) => [name, field.type === 'constant_keyword' ? { type: 'keyword' } : field] as const,
  );
  return new Map([...used, ['@timestamp', { type: 'date' }] as const]);
}

/** What the clauses say otherwise than the engine or the witnesses. */
async function compare(
  rule: Rule,
  all: readonly Made[],
  catalogue: FieldCatalogue,
  counts: { documents: number; misses: number; exact: number },
): Promise<readonly string[]> {
  const cluster = new EmbeddedCluster({ clock: () => new Date('2024-01-01T00:00:00Z') });
  await cluster.createIndex('events', toIndexDefinition(catalogue));
  await cluster.bulk(
    all.map(({ document }, at) => ({ _index: 'events', _id: String(at), source: printJson(document) })),
  );
  const query = queryOf(rule) ?? '';
  const clauses = clausesOf({ language: rule.type === 'eql' ? 'eql' : 'kuery', query });
  const truth = await clauseTruth(clauses, cluster, ['events']);
  const [root] = clauses;
  const found = await search(rule, cluster);
  if (root === undefined) return [];
  return all.flatMap(({ matches, miss, document }, at) => {
    const place = truth.documentAt('events', String(at)) ?? -1;
    const truthOf = (clause: number): boolean | null => truth.of(clause, place);
    const holds = truthOf(root.id) === true;
    counts.documents += 1;
    if (holds !== found.has(String(at))) return [`the root is ${holds} for ${printJson(document)}`];
    if (miss === undefined || matches) return [];
    counts.misses += 1;
    const culprit = findCulprit(clauses, truthOf, root)?.clause;
    if (culprit !== undefined && isAt(culprit, miss)) counts.exact += 1;
    else if (culprit === undefined || !holdsClause(culprit, miss))
      return [`${String(culprit?.text)} instead of ${query.slice(miss.start, miss.end)}`];
    return [];
  });
}

async function search(rule: Rule, cluster: EmbeddedCluster): Promise<ReadonlySet<string>> {
  if (rule.type === 'eql') {
    const { hits } = await cluster.eql({ index: 'events', query: rule.query, size: 10_000 });
    return new Set((hits.events ?? []).map(({ _id }) => _id));
  }
  const query = await filterQuery(
    { language: 'kuery', query: queryOf(rule) ?? '', filters: [], index: ['events'] },
    cluster,
  );
  expect(isRuleError(query)).toBe(false);
  const { hits } = await cluster.search({ index: 'events', query: query as JsonObject, size: 10_000, _source: false });
  return new Set(hits.hits.map(({ _id }) => _id));
}

/** The clause itself, its negation, or a value of it. */
function isAt({ range }: Clause, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return range !== undefined && range.start >= start && range.end <= end;
}

function holdsClause({ range }: Clause, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return range !== undefined && range.start <= start && range.end >= end;
}
