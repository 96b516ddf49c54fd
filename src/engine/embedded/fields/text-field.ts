import { foldAsciiCase } from '../../../values/patterns/ascii-case.js';
import { jsonText } from '../json-text.js';
import type { JsonValue } from '../../../values/json.js';
import { DocSet } from '../documents/doc-set.js';
import { compareCodePoints } from '../text/code-point-order.js';
import { phraseMatches } from '../text/phrase.js';
import { standardTokens } from '../text/standard-tokenizer.js';
import { type RangeBounds, type TextPattern } from './field.js';
import { StringField } from './string-field.js';
import { withinBounds } from './within-bounds.js';

/**
 * `text` and `match_only_text` with the standard analyser. The words are looked up when the first query asks for them.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/text.html
 */
export class TextField extends StringField {
  /** Word → ordinals of the strings that have it. */
  private readonly words = new Map<string, number[]>();
  private analyzed = 0;

  override get family(): string {
    return 'text';
  }

  override get aggregatable(): boolean {
    return false;
  }

  protected override readonly takesAll = true;

  override values(doc: number): readonly string[] {
    return this.raw.valuesOf(doc);
  }

  /** The words of a text, as the field's analyser finds them in values and queries. */
  analyze(text: string): string[] {
    return standardTokens(text);
  }

  override exists(): DocSet {
    // A text without a word, even an empty one, is still a value.
    return this.raw.selectWhere(() => true);
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    const text = jsonText(value);
    if (!caseInsensitive) return this.withOrdinals(this.ordinals().get(text) ?? []);
    const folded = foldAsciiCase(text);
    return this.withWord((word) => foldAsciiCase(word) === folded);
  }

  override range(bounds: RangeBounds): DocSet {
    return this.withWord(withinBounds(bounds, jsonText, compareCodePoints));
  }

  override matching(pattern: TextPattern): DocSet {
    return this.withWord(pattern.compile(pattern.pattern));
  }

  /** The documents with a string that has the words in this order, at most `slop` moves apart; `prefix` lets the last word be a beginning. */
  phrase(words: readonly string[], slop: number, prefix = false): DocSet {
    const index = this.ordinals();
    const exact = prefix ? words.slice(0, -1) : words;
    const lists = exact.map((word) => index.get(word) ?? []);
    if (lists.some((list) => list.length === 0)) return DocSet.empty(this.space.size);
    const shortest = lists.toSorted((a, b) => a.length - b.length)[0];
    const candidates = shortest ?? this.raw.values.map((_, ordinal) => ordinal);
    return this.withOrdinals(
      candidates.filter((ordinal) =>
        phraseMatches(standardTokens(this.raw.values[ordinal] ?? ''), words, slop, prefix),
      ),
    );
  }

  /** The documents with a word that passes the test. */
  withWord(test: (word: string) => boolean): DocSet {
    const accepted = new Uint8Array(this.raw.values.length);
    for (const [word, ordinals] of this.ordinals()) {
      if (test(word)) for (const ordinal of ordinals) accepted[ordinal] = 1;
    }
    return this.raw.select(accepted);
  }

  private withOrdinals(ordinals: readonly number[]): DocSet {
    if (ordinals.length === 0) return DocSet.empty(this.space.size);
    const accepted = new Uint8Array(this.raw.values.length);
    for (const ordinal of ordinals) accepted[ordinal] = 1;
    return this.raw.select(accepted);
  }

  private ordinals(): ReadonlyMap<string, number[]> {
    for (; this.analyzed < this.raw.values.length; this.analyzed++) {
      for (const word of new Set(standardTokens(this.raw.values[this.analyzed] ?? ''))) {
        const ordinals = this.words.get(word);
        if (ordinals) ordinals.push(this.analyzed);
        else this.words.set(word, [this.analyzed]);
      }
    }
    return this.words;
  }
}
