import type { Check } from '../check.js';

const TEST = '[[test]]\nname = "stays silent"\nnow = 2026-05-01T12:00:00Z\nexpect = { alerts = 0 }';

/** See `summary`. */
export const testHasDefinition: Check = {
  name: 'test-has-definition',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name a test file after the rule or hunt that it tests, beside it.',
  rationale:
    'The tests of `name.toml` stand in `name.test.toml` in the same folder; nothing else says what a test file tests. Without its definition it cannot run.',
  examples: {
    invalid: [{ 'rules/a.test.toml': TEST }, { 'rules/a.toml': 'name = "A"', 'rules/a_tests.toml': TEST }],
    valid: [{ 'rules/a.toml': 'name = "A"', 'rules/a.test.toml': TEST }],
  },
  *repository({ tests, texts }) {
    const files = new Set(tests.map(({ file }) => file));
    for (const { file } of tests) {
      const wellNamed = file.endsWith('.test.toml');
      const definition = file.replace(/\.test\.toml$/u, '.toml');
      // A broken definition counts: its own errors are reported.
      if (wellNamed && texts.has(definition) && !files.has(definition)) continue;
      yield {
        file,
        path: ['test', 0],
        at: 'key',
        what: wellNamed
          ? `There is no rule or hunt ${definition}.`
          : 'The name of the test file does not end in .test.toml.',
        why: 'What a test file tests is the definition of the same name beside it; without it the tests do not run.',
        fix: wellNamed
          ? 'Name the test file after its rule or hunt, and put it in the same folder.'
          : 'Rename the file to that of its rule or hunt with .test.toml instead of .toml.',
      };
    }
  },
};
