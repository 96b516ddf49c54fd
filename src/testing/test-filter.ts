import { compileWildcard } from '../values/patterns/wildcard.js';
import type { TextMatcher } from '../values/patterns/wildcard.js';
import type { Subject } from './subject.js';
import type { TestCase, TestFile } from './test-case.js';

/** What a name in the text of a file may be written with, besides its own characters. */
const ESCAPE = /\\(?:u[\da-fA-F]{4}|U[\da-fA-F]{8}|[ \t]*\n)/;

/** Says which tests a run is asked for. */
export interface TestFilter {
  /** Whether anything of a file can be meant, from its path and text alone: true where that cannot be told. */
  readonly mayHold: (path: string, text: string) => boolean;
  /** The tests of a file that are meant: all where the file, the name or the id of its definition is meant. */
  readonly choose: (file: TestFile, subject: Subject) => readonly TestCase[];
}

/**
 * A filter of texts: each is looked for, in any case, in the name of a test, in the paths of its file and definition, and in the definition's
 * name and id; a text with `*` (any text) or `?` (one character) must match one of them as a whole. Any of several texts will do.
 */
export function testFilter(texts: readonly string[]): TestFilter {
  const matchers = texts.map(matcherOf);
  const isMeant = (value: string): boolean => matchers.some((matches) => matches(value));
  const pieces = texts.map((text) => text.split(/[*?]/).map((piece) => piece.toLowerCase()));
  return {
    mayHold: (path, text) => {
      // An escape can spell anything.
      if (ESCAPE.test(text) || texts.some((each) => /[^\u0020-\u007e]|[\\"']/.test(each))) return true;
      const haystack = `${path}\n${text}`.toLowerCase();
      return pieces.some((each) => each.every((piece) => haystack.includes(piece)));
    },
    choose: (file, subject) => {
      const definition = subject.kind === 'rule' ? subject.rule : subject.hunt;
      const id = subject.kind === 'rule' ? subject.rule.ruleId : subject.hunt.uuid;
      if ([file.file, subject.file, definition.name, id].some(isMeant)) return file.tests;
      return file.tests.filter(({ name }) => isMeant(name));
    },
  };
}

function matcherOf(text: string): TextMatcher {
  if (/[*?]/.test(text)) return compileWildcard(text, { caseInsensitive: true, escape: false });
  const wanted = text.toLowerCase();
  return (value) => value.toLowerCase().includes(wanted);
}
