/** Why a text cannot be the name of an index; undefined if it can. */
export function isIndexName(name: string): string | undefined {
  if (/[\\/*?"<>| ,#:]/u.test(name))
    return "must not contain the following characters [' ','\"','*',',','/','<','>','?','\\','|']";
  if (/^[_\-+]/u.test(name)) return "must not start with '_', '-', or '+'";
  if (name !== name.toLowerCase()) return 'must be lowercase';
  if (name === '' || name === '.' || name === '..') return "must not be '.' or '..'";
  return name.length > 255 ? 'index name is too long' : undefined;
}
