import type { JsonObject } from '../values/json.js';

/*
 * What is on a page, without any markup: `printPage` makes Markdown of it. Texts are plain unless a comment says otherwise.
 */

/** A page: a title, blocks below it, then sections. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

/** A titled part of a page; one without blocks is left out. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a section. Those that hold nothing are left out; facts that follow each other are one list. */
export type Block =
  | { readonly kind: 'Facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'Paragraph'; readonly text: Inlines }
  | { readonly kind: 'Warning'; readonly text: Inlines }
  /** An author's short Markdown. */
  | { readonly kind: 'Prose'; readonly markdown: string }
  | { readonly kind: 'ProseList'; readonly items: readonly string[] }
  /** An author's guide in Markdown, and what fills its placeholders. `title` is that of the section. */
  | {
      readonly kind: 'Guide';
      readonly title: string;
      readonly markdown: string;
      readonly transform: JsonObject | undefined;
    }
  | { readonly kind: 'List'; readonly items: readonly ListItem[] }
  | { readonly kind: 'Table'; readonly head: readonly string[]; readonly rows: readonly (readonly Inlines[])[] }
  | { readonly kind: 'Code'; readonly language: string; readonly text: string }
  | { readonly kind: 'Image'; readonly text: string; readonly target: string };

/** A label and its value; with `items` a list below the label. A fact without either is left out. */
export interface Fact {
  readonly label: string;
  readonly value: Inlines;
  readonly items?: readonly Inlines[];
}

/** An entry of a list, with entries below it. */
export interface ListItem {
  readonly text: Inlines;
  readonly items?: readonly ListItem[];
}

/** Pieces of a line. */
export type Inlines = readonly Inline[];

/** A piece of a line; a string is plain text. */
export type Inline =
  | string
  | { readonly kind: 'Code'; readonly text: string }
  | { readonly kind: 'Strong'; readonly text: string }
  /** To the web. */
  | { readonly kind: 'Link'; readonly text: string; readonly url: string }
  /** An address with the words that may follow it, as authors write references. */
  | { readonly kind: 'Reference'; readonly text: string }
  /** To a file, seen from the page; the text is code for a definition, a name (in which backticks mean code) for a page. */
  | { readonly kind: 'File'; readonly text: string; readonly target: string; readonly as: 'code' | 'name' };

/** Pieces of a line out of a template: its words, and what stands between them. */
export function say(words: TemplateStringsArray, ...values: readonly (Inline | Inlines)[]): Inlines {
  return words.flatMap((word, at): Inlines => {
    const value = values[at];
    return [word, ...(value === undefined ? [] : isInlines(value) ? value : [value])];
  });
}

/** Code in a line. */
export function code(text: string): Inline {
  return { kind: 'Code', text };
}

/** Texts as code, with commas between them. */
export function codes(texts: readonly string[] | undefined): Inlines {
  return (texts ?? []).flatMap((text, at) => (at === 0 ? [code(text)] : [', ', code(text)]));
}

/** A fact of text; an empty one is left out. */
export function fact(label: string, value: Inline | Inlines): Fact {
  return { label, value: isInlines(value) ? value : [value] };
}

/** Facts as a block. */
export function facts(...list: readonly Fact[]): Block {
  return { kind: 'Facts', facts: list };
}

/** A paragraph. */
export function paragraph(text: Inline | Inlines): Block {
  return { kind: 'Paragraph', text: isInlines(text) ? text : [text] };
}

/** A section of blocks. */
export function section(title: string, blocks: readonly Block[]): Section {
  return { title, blocks };
}

/** Whether nothing of a line can be seen. */
export function isEmptyLine(line: Inlines): boolean {
  return line.every((piece) => (typeof piece === 'string' ? piece : piece.text).trim() === '');
}

function isInlines(value: Inline | Inlines): value is Inlines {
  return Array.isArray(value);
}
