import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isBelowRoot } from './below-root.js';
import { parseToml, parseTomlText, tomlText } from './parse-toml.js';
import type { TomlFile } from './parse-toml.js';

/** Largest file that is read unless the configuration says otherwise, in bytes: the largest rule of Elastic's has 40 kB. */
const LARGEST = 1024 * 1024;

/**
 * Reads one TOML file, named relative to the root. What is larger than `largest` bytes, cannot be read, is not UTF-8 or does not parse is a
 * diagnostic; never rejects.
 */
export function loadFile(file: string, root: string, largest?: number): Promise<TomlFile> {
  const source = readFileText(file, root, largest);
  return Promise.resolve(source.diagnostics.length === 0 ? parseTomlText(source.file, source.text) : source);
}

/**
 * The text of a TOML file as {@link loadFile} reads it, not parsed yet: without a table, also where nothing is wrong. At once, for thousands
 * of small files: handing each to another thread takes several times as long as reading it.
 */
export function readFileText(file: string, root: string, largest: number = LARGEST): TomlFile {
  const path = resolve(root, file);
  try {
    const entry = lstatSync(path);
    if (entry.isSymbolicLink() && !isBelowRoot(realpathSync(path), realpathSync(root))) {
      return unreadable(file, {
        code: 'toml/unreadable',
        what: 'The file is a link that leads out of the repository.',
        why: 'A pull request could show files of this machine in the log, or change them.',
        fix: 'Put the file itself here, or leave the link out of the paths.',
      });
    }
    const { size } = entry.isSymbolicLink() ? statSync(path) : entry;
    if (size > largest) {
      return unreadable(file, {
        code: 'toml/too-large',
        what: `The file has ${size} bytes, more than ${largest}.`,
        why: 'It is not read, so that no file can exhaust the memory of a run.',
        fix: 'Split the file, keep events in NDJSON fixtures, or raise max_file_size in dragnet.toml.',
      });
    }
    return textOf(file, readFileSync(path));
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return unreadable(file, {
      code: 'toml/unreadable',
      what: `The file cannot be read (${code}).`,
      why: 'What it defines is not checked.',
      fix: 'Make the file readable, or leave it out of the paths.',
    });
  }
}

/** Reads the bytes of a TOML file. What is not UTF-8 or does not parse is a diagnostic; never throws. */
export function readToml(file: string, bytes: Buffer): TomlFile {
  return isUtf8(bytes) ? parseToml(file, bytes.toString('utf8')) : wrongEncoding(file, bytes);
}

/** The text of a TOML file, not parsed yet. What is not UTF-8 is a diagnostic; never throws. */
export function textOf(file: string, bytes: Buffer): TomlFile {
  return isUtf8(bytes) ? { file, text: tomlText(bytes.toString('utf8')), diagnostics: [] } : wrongEncoding(file, bytes);
}

/** Points at the first byte that is not UTF-8; everything before it can be shown. */
function wrongEncoding(file: string, bytes: Buffer): TomlFile {
  const isUtf16 = bytes.length > 1 && (bytes.readUInt16BE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfffe);
  let line = 0;
  for (let end = bytes.indexOf(10); end !== -1 && isUtf8(bytes.subarray(line, end)); end = bytes.indexOf(10, line)) {
    line = end + 1;
  }
  const before = bytes
    .toString('utf8', 0, line)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  const rest = new TextDecoder('utf-8', { ignoreBOM: line > 0 }).decode(bytes.subarray(line)).replaceAll('\r\n', '\n');
  const start = before.length + Math.max(rest.indexOf('\uFFFD'), 0);
  return {
    file,
    text: before + rest,
    diagnostics: [
      {
        code: 'toml/encoding',
        severity: 'error',
        span: { file, start, end: start + 1 },
        what: `The file is not UTF-8${isUtf16 ? ' but UTF-16' : ''}.`,
        why: 'TOML is UTF-8; read as anything else, texts and queries would change.',
        fix: 'Save the file as UTF-8.',
      },
    ],
  };
}

function unreadable(file: string, message: Pick<Diagnostic, 'code' | 'what' | 'why' | 'fix'>): TomlFile {
  return {
    file,
    text: '',
    diagnostics: [{ severity: 'error', span: { file, start: 0, end: 0 }, ...message }],
  };
}
