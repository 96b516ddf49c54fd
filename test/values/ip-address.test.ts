import { describe, expect, test } from 'vitest';
import { parseCidr, parseIpAddress, printIpAddress } from '../../src/values/ip-address.js';

describe('parseIpAddress', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::', '::'],
    ['::1', '::1'],
    ['fe80::1', 'fe80::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['10.0.0.', '10.0.0.0'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
  ])('%s is %s', (text, printed) => {
    const address = parseIpAddress(text);
    expect(address === undefined ? undefined : printIpAddress(address)).toBe(printed);
  });

  test.each([
    '',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '10.0.0.1%1',
    '10..0.1',
    ':::',
    '12345::',
  ])('refuses %j', (text) => {
    expect(parseIpAddress(text)).toBeUndefined();
  });
});

describe('parseCidr', () => {
  const has = (block: string, address: string): boolean => {
    const range = parseCidr(block)!;
    const value = parseIpAddress(address)!;
    return value >= range.from && value <= range.to;
  };

  test('covers its addresses and no others', () => {
    expect(has('172.16.0.0/12', '172.31.255.255')).toBe(true);
    expect(has('172.16.0.0/12', '172.32.0.0')).toBe(false);
    expect(has('10.1.2.3/8', '10.255.0.1')).toBe(true);
    expect(has('2001:db8::/32', '2001:db8:ffff::1')).toBe(true);
    expect(has('::/0', '10.0.0.1')).toBe(true);
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/', 'x/8', '::/129'])('refuses %j', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });
});
