import { expect, test } from 'vitest';
import { compareVersions } from '../../src/values/version-order.js';

test('orders by Semantic Versioning, texts of another form last', () => {
  const ordered = [
    '1.0.0-1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0',
    '1.0.0+b5',
    '1.2.3',
    '1.10.0',
    '2.0.0',
    '10.0.0',
    'bad version',
    'v1.0',
  ];
  const shuffled = ordered.toReversed();
  expect(shuffled.sort(compareVersions)).toEqual(ordered);
});
