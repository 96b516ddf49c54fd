import { unreachable } from '../../../values/unreachable.js';
import { isWordCode } from './char-sets.js';
import type { ParsedRegex, RegexNode } from './regex-syntax.js';

/** A match: where it lies, and where each group lies (-1 for a group that took no part). */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** Start and end of group `i` at `2 * i` and `2 * i + 1`; group 0 is the match. */
  readonly groups: Int32Array;
}

/** Ends a search that takes more steps than it may: hostile patterns and texts cannot hang the engine. */
export class RegexBudgetError extends Error {}

/** Continues a match at a position; the answer is where the whole pattern ended, or -1. */
type Next = (at: number) => number;
type Matcher = (at: number, next: Next) => number;

interface State {
  text: string;
  groups: Int32Array;
  steps: number;
  depth: number;
}

/** Steps after which a search ends, and nesting of continuations (long texts nest deep under a repeated group). */
const MAX_STEPS = 2_000_000;
const MAX_DEPTH = 1_000;

/** A compiled pattern; matching backtracks, as Java and Oniguruma do, within a budget of steps. */
export class Regex {
  readonly parsed: ParsedRegex;
  private readonly state: State;
  private readonly matcher: Matcher;
  private readonly anchored: boolean;

  constructor(parsed: ParsedRegex) {
    this.parsed = parsed;
    this.state = { text: '', groups: new Int32Array(0), steps: 0, depth: 0 };
    this.matcher = compile(parsed.node, this.state);
    this.anchored = startsAnchored(parsed.node);
  }

  /** The first match at or after `from`; throws a `RegexBudgetError` if the search takes too many steps. */
  search(text: string, from = 0): RegexMatch | undefined {
    const { state } = this;
    state.text = text;
    state.steps = 0;
    for (let start = from; start <= text.length; start += 1) {
      state.groups = new Int32Array(2 * (this.parsed.groups + 1)).fill(-1);
      state.depth = 0;
      const end = this.attempt(start);
      if (end >= 0) {
        state.groups[0] = start;
        state.groups[1] = end;
        return { start, end, groups: state.groups };
      }
      if (this.anchored) return undefined;
    }
    return undefined;
  }

  private attempt(start: number): number {
    try {
      return this.matcher(start, (at) => at);
    } catch (error) {
      // The stack is a budget too: a pattern of many thousand characters needs more of it than there is.
      if (error instanceof RangeError) throw new RegexBudgetError('The match nests too deep');
      throw error;
    }
  }
}

function startsAnchored(node: RegexNode): boolean {
  if (node.kind === 'Sequence') return node.items[0] !== undefined && startsAnchored(node.items[0]);
  return node.kind === 'Anchor' && node.anchor === 'start';
}

function tick(state: State): void {
  if ((state.steps += 1) > MAX_STEPS) throw new RegexBudgetError('The match takes too many steps');
}

function compile(node: RegexNode, state: State): Matcher {
  switch (node.kind) {
    case 'Empty':
      return (at, next) => next(at);
    case 'Set':
      return (at, next) => {
        tick(state);
        const code = state.text.codePointAt(at);
        return code !== undefined && node.set.has(code) ? next(at + width(code)) : -1;
      };
    case 'Sequence':
      return sequence(node.items.map((item) => compile(item, state)));
    case 'Choice':
      return choice(node.options.map((option) => compile(option, state)));
    case 'Repeat':
      return repeat(node, state);
    case 'Group':
      return group(compile(node.item, state), node.index, state);
    case 'Atomic':
      return atomic(compile(node.item, state));
    case 'Look':
      return look(node, state);
    case 'Anchor':
      return (at, next) => (holds(node.anchor, state.text, at) ? next(at) : -1);
    case 'Back':
      return back(node.index, state);
    default:
      return unreachable(node);
  }
}

function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function sequence(items: readonly Matcher[]): Matcher {
  return items.reduceRight<Matcher>(
    (rest, item) => (at, next) => item(at, (middle) => rest(middle, next)),
    (at, next) => next(at),
  );
}

function choice(options: readonly Matcher[]): Matcher {
  return (at, next) => {
    for (const option of options) {
      const end = option(at, next);
      if (end >= 0) return end;
    }
    return -1;
  };
}

type Repeat = Extract<RegexNode, { kind: 'Repeat' }>;

function repeat(node: Repeat, state: State): Matcher {
  if (node.item.kind === 'Set') return repeatSet(node, state);
  const item = compile(node.item, state);
  if (node.mode === 'possessive') return atomic(repeatGroup({ ...node, mode: 'greedy' }, item, state));
  return repeatGroup(node, item, state);
}

/** Repeating one character needs no recursion: count, then give back one at a time. */
function repeatSet(node: Repeat, state: State): Matcher {
  const set = node.item.kind === 'Set' ? node.item.set : undefined;
  const step = (at: number): number => {
    const code = state.text.codePointAt(at);
    tick(state);
    return code !== undefined && set?.has(code) === true ? at + width(code) : -1;
  };
  const backwards = (at: number): number => {
    const low = state.text.charCodeAt(at - 1);
    return low >= 0xdc00 && low < 0xe000 && at >= 2 ? at - 2 : at - 1;
  };
  return (start, next) => {
    let at = start;
    let count = 0;
    const most = node.mode === 'lazy' ? node.least : node.most;
    for (let to = 0; count < most && (to = step(at)) >= 0; count += 1) at = to;
    if (count < node.least) return -1;
    if (node.mode === 'possessive') return next(at);
    for (;;) {
      tick(state);
      const end = next(at);
      if (end >= 0) return end;
      if (node.mode === 'lazy') {
        if (count >= node.most || (at = step(at)) < 0) return -1;
        count += 1;
      } else {
        if (count <= node.least) return -1;
        at = backwards(at);
        count -= 1;
      }
    }
  };
}

function repeatGroup(node: Repeat, item: Matcher, state: State): Matcher {
  const attempt = (at: number, count: number, next: Next): number => {
    tick(state);
    if (state.depth > MAX_DEPTH) throw new RegexBudgetError('The match nests too deep');
    const more = (): number => {
      if (count >= node.most) return -1;
      state.depth += 1;
      // An iteration that matches nothing would repeat for ever.
      const end = item(at, (to) => (to === at && count >= node.least ? -1 : attempt(to, count + 1, next)));
      state.depth -= 1;
      return end;
    };
    if (count < node.least) return more();
    if (node.mode === 'lazy') {
      const end = next(at);
      return end >= 0 ? end : more();
    }
    const end = more();
    return end >= 0 ? end : next(at);
  };
  return (at, next) => attempt(at, 0, next);
}

function group(item: Matcher, index: number, state: State): Matcher {
  return (start, next) => {
    const { groups } = state;
    return item(start, (end) => {
      const [oldStart = -1, oldEnd = -1] = [groups[2 * index], groups[2 * index + 1]];
      groups[2 * index] = start;
      groups[2 * index + 1] = end;
      const result = next(end);
      if (result < 0) {
        groups[2 * index] = oldStart;
        groups[2 * index + 1] = oldEnd;
      }
      return result;
    });
  };
}

function atomic(item: Matcher): Matcher {
  return (at, next) => {
    const end = item(at, (to) => to);
    return end < 0 ? -1 : next(end);
  };
}

function look(node: Extract<RegexNode, { kind: 'Look' }>, state: State): Matcher {
  const item = compile(node.item, state);
  const found = node.ahead
    ? (at: number): boolean => item(at, (to) => to) >= 0
    : (at: number): boolean => {
        for (let start = at; start >= 0; start -= 1) if (item(start, (to) => (to === at ? to : -1)) >= 0) return true;
        return false;
      };
  return (at, next) => (found(at) === node.negated ? -1 : next(at));
}

function back(index: number, state: State): Matcher {
  return (at, next) => {
    const [start = -1, end = -1] = [state.groups[2 * index], state.groups[2 * index + 1]];
    if (start < 0) return -1;
    const text = state.text.slice(start, end);
    return state.text.startsWith(text, at) ? next(at + text.length) : -1;
  };
}

function holds(anchor: Extract<RegexNode, { kind: 'Anchor' }>['anchor'], text: string, at: number): boolean {
  switch (anchor) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    case 'last':
      return at === text.length || (at === text.length - 1 && text.endsWith('\n')) || isFinalLineEnd(text, at);
    case 'lineStart':
      return at === 0 || (text.charAt(at - 1) === '\n' && at < text.length);
    case 'lineEnd':
      return at === text.length || text.charAt(at) === '\n';
    case 'word':
      return isWordAt(text, at - 1) !== isWordAt(text, at);
    case 'notWord':
      return isWordAt(text, at - 1) === isWordAt(text, at);
    default:
      return unreachable(anchor);
  }
}

function isFinalLineEnd(text: string, at: number): boolean {
  return text.endsWith('\r\n') && at === text.length - 2;
}

/** `\b` knows letters of all scripts, other than `\w`. */
function isWordAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return isWordCode(unit);
  const isSecondHalf = unit >= 0xdc00 && unit < 0xe000 && at > 0;
  return /^[\p{L}\p{M}\p{N}\p{Pc}]/u.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0));
}
