/** The name of a file without its folders and `.toml`. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.toml$/u, '');
}

/** The folders of a file, outer ones first. */
export function foldersOf(file: string): readonly string[] {
  return file.split('/').slice(0, -1);
}
