import { duplicates } from '../duplicates.js';
import type { Check } from '../check.js';

const hunt = (uuid: string, name: string): string => `[hunt]\nuuid = "${uuid}"\nname = "${name}"`;

/** See `summary`. */
export const uniqueHuntUuid: Check = {
  name: 'unique-hunt-uuid',
  since: '0.1.0',
  severity: 'warning',
  summary: 'Give every hunt a UUID of its own.',
  rationale:
    'An index of hunts is keyed by UUID: of two hunts with the same one, the index lists only the one that was read last.',
  examples: {
    invalid: [
      {
        'a.toml': hunt('8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11', 'A'),
        'b.toml': hunt('8D3B0A34-53A4-4B0C-9D0D-6F6C1F6F1C11', 'B'),
      },
    ],
    valid: [
      {
        'a.toml': hunt('8d3b0a34-53a4-4b0c-9d0d-6f6c1f6f1c11', 'A'),
        'b.toml': hunt('2f5c2d0e-8a64-4a36-8d0e-2b9a4d7b1f02', 'B'),
      },
    ],
  },
  *repository({ hunts }) {
    const identified = hunts.map(({ file, value }) => ({ file, key: value.uuid.toLowerCase() }));
    for (const { file, key, others } of duplicates(identified)) {
      yield {
        file,
        path: ['hunt', 'uuid'],
        what: `uuid "${key}" is also that of ${others}.`,
        why: 'An index of hunts is keyed by UUID, so that one of them would be missing in it.',
        fix: 'Give the newer hunt a new UUID.',
      };
    }
  },
};
