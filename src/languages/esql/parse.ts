import type { Checked, Finding } from '../../diagnostics/diagnostic.js';
import type { EsqlQuery, Setting } from './ast.js';
import { patternFinding } from './check-patterns.js';
import { processingCommand } from './parser/commands.js';
import type { Grammar } from './parser/cursor.js';
import { Cursor, ParseFailure } from './parser/cursor.js';
import { constant } from './parser/literals.js';
import { qualifiedName } from './parser/names.js';
import type { EsqlParameters } from './parser/parameters.js';
import { sourceCommand } from './parser/sources.js';
import { pipeline, subquery } from './parser/subqueries.js';
import { commandsOf } from './visit.js';

/** Length beyond which Elasticsearch refuses a query. */
const MAX_LENGTH = 1_000_000;

const GRAMMAR: Grammar = { subquery, command: processingCommand };

/** What a parse may be given. */
export interface ParseOptions {
  /** Values of `?` parameters; without them parameters stay in the tree. */
  readonly parameters?: EsqlParameters;
}

/**
 * Parses one ES|QL query of any version up to 9.x into a tree; never throws.
 * The first syntax error ends the parse and is the only finding, worded as Elasticsearch words it.
 * Depth is bounded at 400 levels and length at 1,000,000 characters, as in Elasticsearch.
 * https://www.elastic.co/docs/reference/query-languages/esql/esql-syntax-reference
 */
export function parseEsql(text: string, options: ParseOptions = {}): Checked<EsqlQuery, Finding> {
  if (text.length > MAX_LENGTH) return { diagnostics: [tooLarge(text)] };
  const cursor = new Cursor(text, GRAMMAR, options.parameters);
  try {
    const value = query(cursor);
    for (const command of commandsOf(value)) {
      const finding = patternFinding(command);
      if (finding !== undefined) return { diagnostics: [finding] };
    }
    return { value, diagnostics: [] };
  } catch (error) {
    if (error instanceof ParseFailure) return { diagnostics: [error.finding] };
    throw error;
  }
}

function query(cursor: Cursor): EsqlQuery {
  const start = cursor.peek().start;
  const settings: Setting[] = [];
  while (cursor.isWord('set')) settings.push(setting(cursor));
  const source = sourceCommand(cursor);
  const commands = pipeline(cursor);
  if (cursor.peek().type !== 'end') cursor.unexpected("{<EOF>, '|'}");
  return { kind: 'Query', text: cursor.text, settings, source, commands, range: cursor.rangeFrom(start) };
}

function setting(cursor: Cursor): Setting {
  const start = cursor.expectWord('set').start;
  const name = qualifiedName(cursor).name;
  cursor.expectSymbol('=');
  const value = constant(cursor);
  cursor.expectSymbol(';');
  return { kind: 'Setting', name, value, range: cursor.rangeFrom(start) };
}

function tooLarge(text: string): Finding {
  return {
    code: 'esql/too-large',
    severity: 'error',
    what: `ESQL statement is too large [${text.length} characters > ${MAX_LENGTH}]`,
    why: 'Elasticsearch refuses queries of that length.',
    fix: 'Move long value lists into a lookup index, or split the query.',
    range: { start: 0, end: text.length },
  };
}
