import type { Subject } from '../testing/subject.js';
import type { TestFile } from '../testing/test-case.js';

/** A test file with the tests of it that run, and what they test. */
export interface PlannedFile {
  readonly file: TestFile;
  readonly subject: Subject;
}
