import { jsonText } from '../json-text.js';
import { parseCidr, parseIpAddress, printIpAddress } from '../../../values/ip-address.js';
import type { JsonValue } from '../../../values/json.js';
import type { ColumnValue } from '../documents/column.js';
import { DocSet } from '../documents/doc-set.js';
import { type DocumentScalar, scalarText } from '../documents/document-number.js';
import { UnfitValue } from '../documents/document-rejection.js';
import { shardFailure } from '../query/query-error.js';
import { type RangeBounds } from './field.js';
import { ValueField } from './value-field.js';

/** Addresses that were read before, so that loading parses each text once; dropped when it grows large. */
const MEMO_LIMIT = 50_000;

/** `ip`: IPv4 and IPv6 addresses; queries take CIDR blocks, too. https://www.elastic.co/guide/en/elasticsearch/reference/8.19/ip.html */
export class IpField extends ValueField<bigint> {
  private readonly memo = new Map<string, bigint>();

  protected override read(value: DocumentScalar): bigint {
    const text = scalarText(value);
    const known = this.memo.get(text);
    if (known !== undefined) return known;
    const address = parseIpAddress(text);
    if (address === undefined) throw new UnfitValue(`'${text}' is not an IP string literal.`);
    if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
    this.memo.set(text, address);
    return address;
  }

  override present(value: ColumnValue): JsonValue {
    return printIpAddress(BigInt(value));
  }

  override recall(value: JsonValue): ColumnValue {
    return this.readQuery(value);
  }

  protected override readQuery(value: JsonValue): bigint {
    const text = jsonText(value);
    const address = parseIpAddress(text);
    if (address === undefined)
      throw shardFailure(`'${text}' is not an IP string literal.`, {
        type: 'illegal_argument_exception',
        reason: `'${text}' is not an IP string literal.`,
      });
    return address;
  }

  override term(value: JsonValue, caseInsensitive: boolean): DocSet {
    if (caseInsensitive) this.refuseCaseInsensitive();
    const text = jsonText(value);
    const block = text.includes('/') ? parseCidr(text) : undefined;
    if (block) return this.between(block.from, block.to);
    if (text.includes('/')) throw shardFailure(`'${text}' is not an IP string literal.`);
    const ordinal = this.column.ordinalOf(this.readQuery(value));
    return ordinal === undefined ? DocSet.empty(this.space.size) : this.column.selectOne(ordinal);
  }

  override terms(values: readonly JsonValue[]): DocSet {
    return values
      .map((value) => this.term(value, false))
      .reduce((all, found) => all.or(found), DocSet.empty(this.space.size));
  }

  override range({ gt, gte, lt, lte }: RangeBounds): DocSet {
    const bound = (value: JsonValue | undefined): bigint | undefined =>
      value === undefined || value === null ? undefined : this.readQuery(value);
    const [above, below] = [bound(gt), bound(lt)];
    return this.between(above === undefined ? bound(gte) : above + 1n, below === undefined ? bound(lte) : below - 1n);
  }
}
