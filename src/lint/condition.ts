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
export function allConditions(condition: Condition): readonly Condition[] {
  const all: Condition[] = [];
  addConditions(condition, all);
  return all;
}

function addConditions(condition: Condition, all: Condition[]): void {
  all.push(condition);
  if (condition.kind === 'not') addConditions(condition.part, all);
  else if (condition.kind !== 'leaf') for (const part of condition.parts) addConditions(part, all);
}

/** A tree without its places, as a text: two trees have the same one if they differ in nothing else. */
export function treeText(node: object): string {
  return textOf(node);
}

function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      // With its length no text can be taken for another one and what follows it.
      return `${value.length}"${value}`;
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(textOf).join()}]`;
      return tableText(value);
    case 'bigint':
      return `${value}n`;
    default:
      return String(value);
  }
}

function tableText(table: object): string {
  let text = '{';
  for (const [key, value] of Object.entries(table) as readonly (readonly [string, unknown])[]) {
    if (key !== 'range' && value !== undefined) text += `${key}:${textOf(value)},`;
  }
  return `${text}}`;
}
