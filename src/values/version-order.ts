import { compareTexts } from './text-order.js';

/**
 * Orders version strings as the `version` field type does: by Semantic Versioning where the text is of that form
 * (major.minor.patch…, pre-releases before releases, build metadata last), other texts after all of them, by their characters.
 * https://www.elastic.co/guide/en/elasticsearch/reference/8.19/version.html
 */
export function compareVersions(left: string, right: string): number {
  const a = split(left);
  const b = split(right);
  if (!a || !b) return a ? -1 : b ? 1 : compareTexts(left, right);
  return (
    compareNumbers(a.numbers, b.numbers) ||
    comparePreRelease(a.preRelease, b.preRelease) ||
    compareTexts(a.build, b.build)
  );
}

interface Version {
  readonly numbers: readonly string[];
  readonly preRelease: readonly string[] | undefined;
  readonly build: string;
}

const VERSION = /^(\d+(?:\.\d+)*)(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(\+[\dA-Za-z.-]+)?$/u;

function split(text: string): Version | undefined {
  const found = VERSION.exec(text);
  if (!found) return undefined;
  return { numbers: (found[1] ?? '').split('.'), preRelease: found[2]?.split('.'), build: found[3] ?? '' };
}

function compareNumbers(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < left.length && index < right.length; index++) {
    const order = compareDigits(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Digits as a number of any length. */
function compareDigits(left: string, right: string): number {
  const a = left.replace(/^0+(?=\d)/u, '');
  const b = right.replace(/^0+(?=\d)/u, '');
  return a.length - b.length || compareTexts(a, b);
}

function comparePreRelease(left: readonly string[] | undefined, right: readonly string[] | undefined): number {
  if (!left || !right) return left ? -1 : right ? 1 : 0;
  for (let index = 0; index < left.length && index < right.length; index++) {
    const a = left[index] ?? '';
    const b = right[index] ?? '';
    const numeric = [/^\d+$/u.test(a), /^\d+$/u.test(b)] as const;
    const order =
      numeric[0] && numeric[1] ? compareDigits(a, b) : numeric[0] ? -1 : numeric[1] ? 1 : compareTexts(a, b);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
