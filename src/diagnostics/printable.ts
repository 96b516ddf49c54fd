/*
 * Characters that would act instead of show: C0 and C1 controls (escape sequences that recolour or rewrite a terminal), line separators that only
 * some programs break at, and the directional overrides that make code read differently from what it is (CVE-2021-42574).
 */
const ACTING = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The text of one line with every acting character replaced by one visible character, so that columns stay; a tab stays. */
export function printable(line: string): string {
  return line.replace(ACTING, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : '\ufffd';
  });
}
