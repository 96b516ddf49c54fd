import { printable } from '../diagnostics/printable.js';
import { codeSpan, escapeText, table } from '../render/markdown.js';
import { inline } from './describe-field.js';
import type { NamedPrebuilt, PrebuiltReport } from './prebuilt-report.js';

/** Overlays, then forks, each with its versions and fields, for a terminal. Ends with a line feed. */
export function printPrebuilt({ overlays, forks }: PrebuiltReport): string {
  const lines = [
    ...overlays.flatMap((one) => [`overlay ${title(one)}`, ...fieldLines(one)]),
    ...forks.flatMap((one) => [`fork of ${title(one)}`, ...fieldLines(one)]),
    `prebuilt: ${overlays.length} overlays, ${forks.length} forks, ${upgradable({ overlays, forks })} with a newer version`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as Markdown, for a comment or an issue. */
export function prebuiltMarkdown({ overlays, forks }: PrebuiltReport): string {
  const part = (heading: string, rules: readonly NamedPrebuilt[]): readonly string[] =>
    rules.length === 0 ? [] : [`## ${heading}`, table(['Rule', 'File', 'Version', 'Fields'], rules.map(row))];
  const parts = [...part('Overlays', overlays), ...part('Forks', forks)];
  return `${(parts.length === 0 ? ['No overlays and no forks.'] : parts).join('\n\n')}\n`;
}

function row(one: NamedPrebuilt): readonly string[] {
  const { name = one.ruleId, file, fields } = one;
  const paths = fields.map(({ path }) => codeSpan(path)).join(', ');
  return [escapeText(name), codeSpan(file), escapeText(versions(one)), paths];
}

function title(one: NamedPrebuilt): string {
  return `${printable(one.name ?? one.ruleId)}  ${printable(one.file)}  ${versions(one)}`;
}

function versions({ standing, installed, available, isCustomized }: NamedPrebuilt): string {
  const customised = isCustomized ? ', customised' : '';
  switch (standing) {
    case 'current':
      return `version ${installed ?? '?'}, the newest${customised}`;
    case 'upgrade':
      return `version ${installed ?? '?'}, available ${available ?? '?'}${customised}`;
    case 'not-installed':
      return `not installed, available ${available ?? '?'}`;
    case 'missing':
      return 'neither installed nor in the package';
    case 'foreign':
      return 'a rule of this id is installed, but it is not of Elastic';
  }
}

function fieldLines({ fields }: NamedPrebuilt): readonly string[] {
  return fields.map(({ path, before, after }) => `    ${printable(path)}: ${inline(before)} → ${inline(after)}`);
}

function upgradable({ overlays, forks }: PrebuiltReport): number {
  return [...overlays, ...forks].filter(({ standing }) => standing === 'upgrade').length;
}
