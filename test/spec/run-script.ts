import type { Cluster } from '../../src/engine/cluster.js';
import { ClusterError } from '../../src/engine/cluster-error.js';
import { kqlToQueryDsl } from '../../src/languages/kql/to-query-dsl.js';
import { parseKql } from '../../src/languages/kql/parse.js';
import { type JsonObject, parseJson } from '../../src/values/json.js';
import type { Block, Script, SpecQuery } from './script.js';

/** An answer to compare, with the place of the question. */
export interface Answer {
  readonly query: SpecQuery;
  readonly block: number;
  readonly given: SpecQuery['expected'];
}

/** Runs a script on a cluster and gives its own answers; documents that fare otherwise than the script says throw. */
export async function answerScript(
  script: Script,
  cluster: Cluster,
  indexPrefix: string,
  check = true,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [at, block] of script.blocks.entries()) {
    const index = `${indexPrefix}-${at}`;
    await cluster.createIndex(index, { mappings: JSON.parse(block.mapping) as JsonObject });
    try {
      const { items } = await cluster.bulk(
        block.documents.map(({ id, source }) => ({ _index: index, _id: id, source })),
      );
      if (check) checkDocuments(block, items);
      for (const query of block.queries) answers.push({ query, block: at, given: await answer(cluster, index, query) });
    } finally {
      await cluster.deleteIndex(index);
    }
  }
  return answers;
}

function checkDocuments(block: Block, items: Awaited<ReturnType<Cluster['bulk']>>['items']): void {
  items.forEach(({ error }, at) => {
    const document = block.documents[at]!;
    if (error?.type !== document.rejection) {
      throw new Error(
        `document ${document.id}: expected ${document.rejection ?? 'no error'}, got ${error ? `${error.type}: ${error.reason}` : 'none'}`,
      );
    }
  });
}

async function answer(cluster: Cluster, index: string, query: SpecQuery): Promise<SpecQuery['expected']> {
  try {
    const { hits } = await cluster.search({ index, query: dsl(cluster, query), size: 10_000 });
    return { ids: hits.hits.map(({ _id }) => _id).sort(byNumber) };
  } catch (error) {
    if (error instanceof ClusterError) return { status: error.status };
    throw error;
  }
}

const byNumber = (left: string, right: string): number => left.localeCompare(right, 'en', { numeric: true });

/** A real Elasticsearch 8.19 knows no value lists in KQL: it gets Kibana's translation of those. */
function dsl(cluster: Cluster, { language, text }: SpecQuery): JsonObject {
  if (language === 'dsl') return parseJson(text) as JsonObject;
  if (language === 'lucene') return { query_string: { query: text } };
  const tree = parseKql(text).value;
  const needsTranslation = cluster.engine === 'elasticsearch' && /:\s*\(/u.test(text) && tree !== undefined;
  return needsTranslation ? kqlToQueryDsl(tree) : { kql: { query: text } };
}
