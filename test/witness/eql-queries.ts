import type { EqlQuery } from '../../src/languages/eql/ast.js';
import type { FieldCatalogue, FieldMapping } from '../../src/schemas/fields/catalogue.js';
import { catalogueOf, PROFILE_NAMES } from '../../src/schemas/fields/profiles.js';
import { inferEqlFields } from '../../src/witness/infer-eql-fields.js';

/** Event queries with every kind of condition, and how many near misses there are at least. */
export const EVENT_QUERIES: readonly (readonly [query: string, misses: number])[] = [
  ['process where process.name == "cmd.exe" and not process.args : ("/c", "/k*")', 3],
  ['process where process.command_line : "*one*" and process.command_line : "*two?x" and process.pid > 4', 4],
  ['any where process.name in~ ("a", "B") and user.id not in ("0", "1") and ?no.such.field != "x"', 3],
  ['process where length(process.command_line) > 30 and process.command_line like "abc*"', 3],
  ['process where length(process.name) != 3 and startsWith~(process.name, "AB") and endsWith(process.name, "z")', 4],
  ['process where process.executable regex """/[a-c]+/\\d{2,3}(\\.sh)?""" and stringContains(process.executable, "11")', 3],
  ['network where cidrMatch(source.ip, "10.0.0.0/8", "fe80::/10") and destination.ip != "127.0.0.1"', 3],
  ['network where not cidrMatch(destination.ip, "192.0.2.0/24", "10.0.0.0/8") and destination.ip != null', 3],
  ['process where substring(process.name, 0, 3) == "abc" and process.name : "*xyz"', 3],
  ['process where process.args_count * 2 >= 7 and process.args_count + 1 != 6 and 10 > process.args_count', 4],
  ['process where process.name != process.parent.name and process.pid == process.parent.pid', 3],
  ['process where process.pid / 3 == 4 and process.pid % 2 == 0', 3],
  ['file where (file.name : "*.doc" or file.extension == "xls") and (file.size < 100 or file.size == null)', 3],
  ['process where process.code_signature.trusted == false and not (process.name == "a" and process.pid == 1)', 3],
  ['process where process.code_signature.exists and event.created >= "2024-01-01" and @timestamp < "2030-01-01"', 3],
  ['any where length(string(process.pid)) == 3 and indexOf(user.name, "x") == 2 and concat(user.id, "-1") == "7-1"', 3],
  ['any where `process.name` like~ ("A*", "b?") and between(user.name, "<", ">") == "x"', 2],
  ['process where process.args : "one" and process.args : "two" and process.args : "t*"', 3],
  ['any where user.name > "m" and user.id < "5" and process.name >= "a" and process.name <= "a"', 3],
  ['any where (own.score <= -1.5 or 7 < own.score) and own.ratio in (7.5, 1)', 2],
]; // prettier-ignore

/** Queries for several events. */
export const SET_QUERIES: readonly (readonly [query: string, misses: number])[] = [
  ['sequence by host.id with maxspan=1m [process where process.name == "a"] [file where file.name : "b*"]', 7],
  ['sequence by host.id, user.id [process where process.pid > 4 and host.id : "web*"] by process.entity_id [network where true] by process.parent.entity_id', 6],
  ['sequence by host.id with maxspan=3s [process where process.name == "a"] with runs=3 [file where true]', 5],
  ['sequence by host.id with maxspan=10s [process where process.name == "a"] ![file where file.name == "x"] [network where true]', 5],
  ['sequence by host.id with maxspan=10s [process where process.name == "a"] ![file where file.name == "x"]', 2],
  ['sequence by user.id [process where process.name == "a"] [process where process.name == "b"] until [process where process.name == "stop"]', 5],
  ['sequence with maxspan=1ms [any where source.ip == "10.0.0.1"] by source.ip [any where destination.port == 22] by destination.ip', 3],
  ['sample by host.id [process where process.name == "a"] [process where process.name == "b"] [file where file.size > 3]', 7],
]; // prettier-ignore

/** The fields of all profiles, as one index can have them, and those that the queries name besides. */
export function catalogueFor(
  queries: readonly EqlQuery[],
  change: (mapping: FieldMapping) => FieldMapping = (mapping) => mapping,
): FieldCatalogue {
  // A data stream has one dataset, but here all documents share an index.
  const known: FieldCatalogue = new Map(
    [...catalogueOf(PROFILE_NAMES)].map(([name, mapping]) => [
      name,
      change(mapping.type === 'constant_keyword' ? { type: 'keyword' } : mapping),
    ]),
  );
  return queries.reduce<FieldCatalogue>((all, query) => new Map([...all, ...inferEqlFields(query, all)]), known);
}
