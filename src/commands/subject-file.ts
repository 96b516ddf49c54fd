/** Path of the definition that a test file tests: `a.toml` for `a.test.toml`. */
export function subjectFile(testFile: string): string {
  return testFile.replace(/\.test\.toml$/, '.toml');
}
