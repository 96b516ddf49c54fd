import { expect, it } from 'vitest';

it('answers', async () => {
  const answer = (await (await fetch(process.env['ORACLE_URL']!)).json()) as { version: { number: string } };
  expect(answer.version.number).toBe('8.19.21');
});
