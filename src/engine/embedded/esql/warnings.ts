import type { Failure } from '../../../languages/esql/cells.js';

/** Failures of one expression that are told. */
const MAX_FAILURES = 20;

/** Collects the warnings of a run, in Elasticsearch's words and each once. */
export class Warnings {
  private readonly text: string;
  private readonly told = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
  }

  /** Notes that an expression has no value in some row. */
  failed(
    node: { readonly text: string; readonly range: { readonly start: number } },
    failure: Failure,
    instead = 'null',
  ): void {
    const place = `Line ${this.position(node.range.start)}`;
    const count = this.counts.get(`${place} ${node.text}`) ?? 0;
    if (count >= MAX_FAILURES) return;
    this.counts.set(`${place} ${node.text}`, count + 1);
    this.add(
      `${place}: evaluation of [${node.text}] failed, treating result as ${instead}. Only first 20 failures recorded.`,
    );
    this.add(`${place}: ${failure.exception}: ${failure.message}`);
  }

  add(message: string): void {
    this.told.add(message);
  }

  /** All of them, in the order in which they came. */
  list(): string[] {
    return [...this.told];
  }

  private position(offset: number): string {
    return positionOf(this.text, offset);
  }
}

/** `line:column` of an offset, both counted from 1. */
export function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
