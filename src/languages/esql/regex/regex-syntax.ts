/** A parsed regular expression of the dialect that Java and Oniguruma share, as far as REPLACE and GROK need it. */
export type RegexNode =
  | { readonly kind: 'Empty' }
  | { readonly kind: 'Set'; readonly set: CharSet }
  | { readonly kind: 'Sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'Choice'; readonly options: readonly RegexNode[] }
  | {
      readonly kind: 'Repeat';
      readonly item: RegexNode;
      readonly least: number;
      readonly most: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'Group'; readonly item: RegexNode; readonly index: number }
  | { readonly kind: 'Atomic'; readonly item: RegexNode }
  | { readonly kind: 'Look'; readonly item: RegexNode; readonly ahead: boolean; readonly negated: boolean }
  | {
      readonly kind: 'Anchor';
      readonly anchor: 'start' | 'end' | 'lineStart' | 'lineEnd' | 'word' | 'notWord' | 'last';
    }
  | { readonly kind: 'Back'; readonly index: number };

/** A set of code points. */
export interface CharSet {
  has(code: number): boolean;
}

/** A parsed pattern with its capturing groups. */
export interface ParsedRegex {
  readonly node: RegexNode;
  /** Number of capturing groups. */
  readonly groups: number;
  /** Named groups in order; a name may have several. */
  readonly names: readonly { readonly name: string; readonly index: number }[];
}

/** A pattern that is no regular expression; the message is for the user. */
export class RegexSyntaxError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
