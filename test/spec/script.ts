/** A script of documents, queries and what they find; README.md tells the format. */
export interface Script {
  readonly blocks: readonly Block[];
}

/** One index and what is asked of it. */
export interface Block {
  readonly mapping: string;
  readonly documents: readonly { readonly id: string; readonly source: string; readonly rejection?: string }[];
  readonly queries: readonly SpecQuery[];
}

/** A query and its answer: ids in any order, or the error's status. */
export interface SpecQuery {
  readonly language: 'kql' | 'lucene' | 'dsl';
  readonly text: string;
  readonly line: number;
  readonly expected: { readonly ids: readonly string[] } | { readonly status: number };
}

const QUERY = /^(kql|lucene|dsl): (.*)$/u;

/** Reads a script; throws for lines that are not of the format. */
export function parseScript(text: string): Script {
  const blocks: { mapping: string; documents: Block['documents'][number][]; queries: SpecQuery[] }[] = [];
  let section: 'mapping' | 'documents' | SpecQuery | undefined;
  text.split('\n').forEach((line, index) => {
    const fail = (what: string): never => {
      throw new Error(`line ${index + 1}: ${what}: ${line}`);
    };
    const block = blocks.at(-1);
    if (line.trim() === '' || line.startsWith('#')) return;
    const query = QUERY.exec(line);
    if (line === 'index') {
      blocks.push({ mapping: '', documents: [], queries: [] });
      section = 'mapping';
    } else if (!block) fail('a script starts with "index"');
    else if (line === 'documents') section = 'documents';
    else if (query)
      section = { language: query[1] as 'kql', text: query[2] ?? '', line: index + 1, expected: { ids: [] } };
    else if (!line.startsWith('  ')) fail('expected "index", "documents" or a query');
    else if (section === 'mapping') block.mapping += line.trim();
    else if (section === 'documents') block.documents.push(readDocument(line.trim()));
    else if (section) {
      block.queries.push({ ...section, expected: readExpected(line.trim()) });
      section = undefined;
    } else fail('one line of answer is enough');
  });
  return { blocks };
}

function readDocument(line: string): Block['documents'][number] {
  const [, id = '', rejection, source = ''] = /^(\S+) (?:!(\w+) )?(\{.*)$/u.exec(line) ?? [];
  if (id === '') throw new Error(`not a document: ${line}`);
  return rejection === undefined ? { id, source } : { id, source, rejection };
}

function readExpected(line: string): SpecQuery['expected'] {
  const error = /^error (\d+)$/u.exec(line);
  if (error) return { status: Number(error[1]) };
  return { ids: line === 'none' ? [] : line.split(' ') };
}

/** Prints a script in its format. */
export function printScript(script: Script, comment: string): string {
  const lines = comment.split('\n').map((line) => `# ${line}`);
  for (const { mapping, documents, queries } of script.blocks) {
    lines.push('', 'index', `  ${mapping}`, '', 'documents');
    for (const { id, source, rejection } of documents)
      lines.push(`  ${id} ${rejection === undefined ? '' : `!${rejection} `}${source}`);
    lines.push('');
    for (const { language, text, expected } of queries) {
      const answer =
        'status' in expected ? `error ${expected.status}` : expected.ids.length === 0 ? 'none' : expected.ids.join(' ');
      lines.push(`${language}: ${text}`, `  ${answer}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
