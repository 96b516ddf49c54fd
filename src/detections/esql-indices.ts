import { parseEsql } from '../languages/esql/parse.js';
import type { IndexPattern, SourceCommand, Subquery } from '../languages/esql/ast.js';

/** The index patterns of an ES|QL query; none where it does not parse. */
export function esqlIndices(query: string): readonly string[] {
  const tree = parseEsql(query).value;
  return tree ? sourcePatterns(tree.source) : [];
}

function sourcePatterns(source: SourceCommand): readonly string[] {
  if (source.kind !== 'From') return [];
  return source.indices.flatMap((index: IndexPattern | Subquery) =>
    index.kind === 'Subquery' ? sourcePatterns(index.source) : [index.name],
  );
}
