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

/** A number has no leading zero: `01.0` is a text like any other. */
const NUMBER = '(?:0|[1-9]\\d*)';
const PRE_RELEASE = `(?:${NUMBER}|\\d*[A-Za-z-][\\dA-Za-z-]*)`;
const BUILD = '[\\dA-Za-z-]+';
const VERSION = new RegExp(
  `^(${NUMBER}(?:\\.${NUMBER})*)(?:-(${PRE_RELEASE}(?:\\.${PRE_RELEASE})*))?(\\+${BUILD}(?:\\.${BUILD})*)?$`,
  'u',
);

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

/** Digits without leading zeros as a number of any length. */
function compareDigits(left: string, right: string): number {
  return left.length - right.length || compareTexts(left, right);
}

/**
 * The first number of a version that is too large for the `version` field type: one of the first three, or a pre-release,
 * above 2^31 - 1. Undefined for other texts.
 */
export function oversizedVersionPart(text: string): string | undefined {
  const { numbers = [], preRelease = [] } = split(text) ?? {};
  return [...numbers.slice(0, 3), ...preRelease].find((part) => /^\d+$/u.test(part) && Number(part) > 2_147_483_647);
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
