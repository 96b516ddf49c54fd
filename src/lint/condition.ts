import type { Range } from '../diagnostics/diagnostic.js';

/**
 * A condition of any query language, as far as its `and`, `or` and `not` go. Within one query `shape` is the same number for conditions that
 * are written the same but for space, brackets and letter case of keywords. A chain of `and`s is one node.
 */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[]; readonly shape: number; readonly range: Range }
  | { readonly kind: 'not'; readonly part: Condition; readonly shape: number; readonly range: Range }
  | { readonly kind: 'leaf'; readonly shape: number; readonly range: Range };

/** A node of the tree of a language. */
export type TreeNode = object & { readonly range: Range };

/** Makes the conditions of one query. Shapes are numbers, so that those of deeply nested conditions stay small. */
export class ConditionBuilder {
  readonly #shapes = new Map<string, number>();

  /** A condition without `and`, `or`, `not`, known by its text. */
  leaf(text: string, range: Range): Condition {
    return { kind: 'leaf', shape: this.#shape(text), range };
  }

  /** `and` or `or`; parts of the same kind are taken in. */
  joined(kind: 'and' | 'or', items: readonly Condition[], range: Range): Condition {
    const parts = items.flatMap((item) => (item.kind === kind ? item.parts : [item]));
    return { kind, parts, range, shape: this.#shape(`${kind} ${parts.map(({ shape }) => shape).join(' ')}`) };
  }

  /** `not`; two of them are none. */
  negated(part: Condition, range: Range): Condition {
    if (part.kind === 'not') return part.part;
    return { kind: 'not', part, range, shape: this.#shape(`not ${part.shape}`) };
  }

  /** A list of values as the `or` that it is: `left` and each of the items is a condition. */
  listed(left: string, items: readonly TreeNode[], range: Range): Condition {
    const [only, ...more] = items.map((item) => this.leaf(left + treeText(item), item.range));
    if (only && more.length === 0) return { ...only, range };
    return this.joined('or', only ? [only, ...more] : [], range);
  }

  #shape(text: string): number {
    const known = this.#shapes.get(text);
    if (known !== undefined) return known;
    this.#shapes.set(text, this.#shapes.size);
    return this.#shapes.size - 1;
  }
}

/** Every condition inside another, that itself included, outer ones first. */
export function* allConditions(condition: Condition): Generator<Condition, void, undefined> {
  yield condition;
  if (condition.kind === 'not') yield* allConditions(condition.part);
  else if (condition.kind !== 'leaf') for (const part of condition.parts) yield* allConditions(part);
}

/** A tree without its places, as a text. */
export function treeText(node: object): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key === 'range') return undefined;
    return typeof value === 'bigint' ? `${value}n` : value;
  });
}
