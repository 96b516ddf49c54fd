import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { parseToml } from './parse-toml.js';
import type { TomlFile } from './parse-toml.js';

/** Largest file that is read, in bytes: the largest rule of Elastic's has 40 kB. */
const LARGEST = 4 * 1024 * 1024;

/** Reads one TOML file, named relative to the root. What cannot be read or parsed is a diagnostic; never rejects. */
export async function loadFile(file: string, root: string): Promise<TomlFile> {
  const path = resolve(root, file);
  try {
    const { size } = await stat(path);
    if (size > LARGEST) {
      return unreadable(file, {
        what: `The file has ${size} bytes.`,
        why: `Definitions may have ${LARGEST} bytes at most, so that no file can exhaust the memory of a run.`,
        fix: 'Split the file, or keep events in NDJSON fixtures.',
      });
    }
    return parseToml(file, await readFile(path, 'utf8'));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return unreadable(file, {
      what: `The file cannot be read (${code}).`,
      why: 'What it defines is not checked.',
      fix: 'Make the file readable, or leave it out of the paths.',
    });
  }
}

function unreadable(file: string, message: Pick<Diagnostic, 'what' | 'why' | 'fix'>): TomlFile {
  return {
    file,
    text: '',
    diagnostics: [{ code: 'toml/unreadable', severity: 'error', span: { file, start: 0, end: 0 }, ...message }],
  };
}
