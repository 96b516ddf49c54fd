/**
 * A script of ES|QL queries and the answers of a real Elasticsearch. README.md tells the format.
 * Everything is kept line by line, so that recording new answers changes nothing else.
 */
export interface EsqlScript {
  readonly indices: readonly ScriptIndex[];
  readonly questions: readonly Question[];
}

/** An index that the queries read; lookup indices have a mode of their own. */
export interface ScriptIndex {
  readonly name: string;
  readonly lookup: boolean;
  readonly mapping: string;
  readonly documents: readonly string[];
}

/** A query and the lines of its answer. */
export interface Question {
  /** The line on which the query begins, counted from 1. */
  readonly line: number;
  /** Number of lines above the answer. */
  readonly end: number;
  readonly query: string;
  /** JSON of the request's `params`. */
  readonly params?: string;
  /** Why the embedded engine answers otherwise; docs/parity.md tells the gap. */
  readonly gap?: string;
  readonly answer: readonly string[];
}

const ANSWER = /^(?:[=!~] ?|  \[)/u;

interface Pending {
  line?: number;
  query?: string;
  params?: string;
  gap?: string;
}

/** Reads a script; throws for lines that are not of the format. */
export function readScript(text: string): EsqlScript {
  const indices: (ScriptIndex & { documents: string[] })[] = [];
  const questions: (Question & { answer: string[] })[] = [];
  let pending: Pending = {};
  const ask = (end: number): void => {
    const { line, query } = pending;
    if (line === undefined || query === undefined) return;
    questions.push({ line, end, query, ...optional(pending), answer: [] });
    pending = {};
  };
  text.split('\n').forEach((content, at) => {
    const [word = ''] = content.split(' ', 1);
    const rest = content.slice(word.length + 1);
    if (ANSWER.test(content)) {
      ask(at);
      questions.at(-1)?.answer.push(content);
    } else if (word === '>') {
      ask(at);
      pending = { ...pending, line: at + 1, query: rest };
    } else if (word === '+') {
      pending.query = `${pending.query ?? ''}\n${rest}`;
    } else {
      ask(at);
      if (word === '>json') pending = { ...pending, line: at + 1, query: JSON.parse(rest) as string };
      else if (word === 'params' || word === 'gap') pending[word] = rest;
      else if (!readData(word, rest, indices)) throw new Error(`line ${at + 1}: no such kind of line: ${content}`);
    }
  });
  ask(text.split('\n').length);
  return { indices, questions };
}

/** Reads a line that is no part of a question; false if there is none such. */
function readData(word: string, rest: string, indices: (ScriptIndex & { documents: string[] })[]): boolean {
  if (word === 'index' || word === 'lookup') indices.push(readIndex(word, rest));
  else if (word === 'doc') indices.at(-1)?.documents.push(rest);
  else return word === '' || word === '#';
  return true;
}

function optional({ params, gap }: Pending): Pick<Question, 'params' | 'gap'> {
  return { ...(params !== undefined && { params }), ...(gap !== undefined && { gap }) };
}

function readIndex(word: string, rest: string): ScriptIndex & { documents: string[] } {
  const [name = ''] = rest.split(' ', 1);
  return { name, lookup: word === 'lookup', mapping: rest.slice(name.length + 1), documents: [] };
}

/** The script's text with other answers, given in the order of its questions; a question without an answer goes away. */
export function withAnswers(text: string, answers: readonly (readonly string[] | undefined)[]): string {
  const { questions } = readScript(text);
  const lines = text.split('\n');
  const kept: string[] = [];
  let at = 0;
  for (const [number, question] of questions.entries()) {
    const answer = answers[number];
    const end = answer === undefined ? question.line - 1 : question.end;
    for (; at < end; at += 1) if (!ANSWER.test(lines[at] ?? '')) kept.push(lines[at] ?? '');
    at = question.end;
    kept.push(...(answer ?? []));
  }
  kept.push(...lines.slice(at).filter((line) => !ANSWER.test(line)));
  return kept.join('\n');
}

/** The line or lines that ask a query. */
export function questionLines(query: string): string[] {
  // Anything that a text file would not keep as it is goes into JSON.
  if (/[^\P{C}\n]/u.test(query) || /^\n|\n$|[ \t](?:\n|$)/u.test(query) || query === '')
    return [`>json ${JSON.stringify(query)}`];
  return query.split('\n').map((line, at) => `${at === 0 ? '>' : '+'} ${line}`);
}
