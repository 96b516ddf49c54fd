import type { Automaton } from './automaton.js';
import { MAX_CODE_POINT } from './automaton.js';
import { collapseQuantifiers } from './collapse-quantifiers.js';
import { determinize, TooComplexError } from './determinize.js';
import { withoutDeadStates } from './minimize.js';
import { regexpAutomaton } from './regexp-automaton.js';
import type { RegexpFlag, RegexpNode } from './regexp-syntax.js';
import { ALL_REGEXP_FLAGS, parseRegexp, RegexpSyntaxError } from './regexp-syntax.js';
import type { TextMatcher } from './wildcard.js';

/** How {@link compileLuceneRegexp} reads and bounds a pattern; the defaults are those of the `regexp` query. */
export interface RegexpOptions {
  /** Which optional operators are on; default all of them. */
  readonly flags?: ReadonlySet<RegexpFlag>;
  /** Ignore the case of ASCII letters, ranges such as `[a-z]` excepted; default false. */
  readonly caseInsensitive?: boolean;
  /** `max_determinized_states`: bounds the work of compiling; default 10000. */
  readonly maxDeterminizedStates?: number;
}

/** Why a pattern cannot be used, in Elasticsearch's words; `at` is a UTF-16 offset where the place is known. */
export interface RegexpError {
  readonly type: 'illegal_argument_exception' | 'number_format_exception' | 'too_complex_to_determinize_exception';
  readonly reason: string;
  readonly at?: number;
}

/** A compiled pattern, or the reason why there is none. */
export type CompiledRegexp =
  { readonly matches: TextMatcher; readonly error?: never } | { readonly error: RegexpError; readonly matches?: never };

/** Default of `max_determinized_states`. */
const DEFAULT_MAX_DETERMINIZED_STATES = 10_000;

/** Texts without loops may be this long: Elasticsearch checks them by recursion. */
const MAX_FINITE_LENGTH = 1000;

/**
 * Compiles a regular expression of Lucene's dialect, as the `regexp` query of Elasticsearch 8.19 reads it: it has to match the whole text,
 * `.` matches line ends too, `^` and `$` are literal, `\d \s \w` and their capitals are classes, `"…"` is literal text; by flag `~` is
 * complement, `&` intersection, `<1-10>` a range of numbers, `@` any text, `#` no text at all. Never throws. Matching takes time linear in
 * the text; a pattern that would need more work than the limit to compile is an error of type `too_complex_to_determinize_exception`.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/regexp-syntax.html
 */
export function compileLuceneRegexp(pattern: string, options: RegexpOptions = {}): CompiledRegexp {
  const limit = options.maxDeterminizedStates ?? DEFAULT_MAX_DETERMINIZED_STATES;
  const text = collapseQuantifiers(pattern);
  try {
    const automaton = deterministic(text, limit, options);
    if (!isTooLongToCheck(automaton)) return { matches: matcherOf(automaton) };
    const reason = `input automaton is too large: ${MAX_FINITE_LENGTH + 1}`;
    return { error: { type: 'illegal_argument_exception', reason } };
  } catch (error) {
    if (error instanceof RegexpSyntaxError) return { error: { type: error.type, reason: error.message, at: error.at } };
    if (error instanceof TooComplexError) {
      return { error: { type: 'too_complex_to_determinize_exception', reason: error.message } };
    }
    throw error;
  }
}

/** The deterministic automaton of such a pattern, without dead ends; undefined where {@link compileLuceneRegexp} gives an error. */
export function luceneAutomaton(pattern: string, options: RegexpOptions = {}): Automaton | undefined {
  if (compileLuceneRegexp(pattern, options).error !== undefined) return undefined;
  const limit = options.maxDeterminizedStates ?? DEFAULT_MAX_DETERMINIZED_STATES;
  return deterministic(collapseQuantifiers(pattern), limit, options);
}

function deterministic(text: string, limit: number, options: RegexpOptions): Automaton {
  const { flags = ALL_REGEXP_FLAGS, caseInsensitive = false } = options;
  return withoutDeadStates(determinize(whole(parseRegexp(text, flags, caseInsensitive)), limit));

  function whole(node: RegexpNode): Automaton {
    try {
      return regexpAutomaton(node, limit, caseInsensitive);
    } catch (error) {
      // Lucene names the pattern here, but the automaton if the last step of all is too much.
      if (error instanceof TooComplexError) throw error.naming(text);
      throw error;
    }
  }
}

/** Whether Elasticsearch gives up on the automaton: a first path of more than a thousand steps before any loop. */
function isTooLongToCheck(automaton: Automaton): boolean {
  if (isSingleText(automaton)) return false;
  const done = new Set<number>();
  const path: { readonly state: number; next: number }[] = [];
  const onPath = new Set<number>();
  const enter = (state: number): void => {
    path.push({ state, next: 0 });
    onPath.add(state);
  };
  if (automaton.states.length > 0) enter(0);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    if (path.length > MAX_FINITE_LENGTH + 1) return true;
    const edge = automaton.state(top.state).edges[top.next++];
    if (edge === undefined) {
      path.pop();
      onPath.delete(top.state);
      done.add(top.state);
    } else if (onPath.has(edge.to)) return false;
    else if (!done.has(edge.to)) enter(edge.to);
  }
  return false;
}

function isSingleText(automaton: Automaton): boolean {
  return automaton.states.every(({ accept, edges: [edge, second] }) =>
    accept ? edge === undefined : edge !== undefined && second === undefined && edge.min === edge.max,
  );
}

/** Runs a deterministic automaton; ASCII is looked up in a table, the rest by bisection. */
function matcherOf(automaton: Automaton): TextMatcher {
  const size = automaton.states.length;
  if (size === 0) return () => false;
  const table = new Int32Array(size * ASCII).fill(-1);
  const accepting = automaton.states.map((state) => state.accept);
  const isSink = automaton.states.map(
    ({ accept, edges: [edge] }, number) =>
      accept && edge?.to === number && edge.min === 0 && edge.max === MAX_CODE_POINT,
  );
  const edges = automaton.states.map((state) => [...state.edges].sort((a, b) => a.min - b.min));
  edges.forEach((list, number) => {
    for (const { min, max, to } of list) {
      for (let code = min; code <= max && code < ASCII; code++) table[number * ASCII + code] = to;
    }
  });
  const step = (state: number, code: number): number => {
    if (code < ASCII) return table[state * ASCII + code] ?? -1;
    const list = edges[state] ?? [];
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const edge = list[middle];
      if (edge === undefined || edge.min > code) high = middle - 1;
      else if (edge.max < code) low = middle + 1;
      else return edge.to;
    }
    return -1;
  };
  return (text) => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      // Nothing that follows can change the answer.
      if (isSink[state] === true) return true;
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      state = step(state, code);
      if (state < 0) return false;
    }
    return accepting[state] === true;
  };
}

const ASCII = 128;
