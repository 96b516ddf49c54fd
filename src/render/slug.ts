// 200 bytes leave room for an extension and an index below the 255 bytes that common file systems allow.
const LONGEST = 200;
const UTF8 = new TextEncoder();

/**
 * The name of a rule's page, without extension: the name in lower case, each run of other characters than letters and digits one
 * hyphen, none at the ends. It never holds a dot or a slash, so that no name leads out of a folder; longer names are cut at 200
 * bytes of UTF-8. Empty for a name without any letter or digit.
 *
 * The anchors of Elastic's own pages of prebuilt rules are formed alike: https://www.elastic.co/guide/en/security/8.18/prebuilt-rules.html
 */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= LONGEST && /^[a-z0-9-]*$/.test(slug)) return slug;
  let bytes = 0;
  let cut = '';
  for (const character of slug) {
    bytes += UTF8.encode(character).length;
    if (bytes > LONGEST) return cut.replace(/-$/, '');
    cut += character;
  }
  return cut;
}
