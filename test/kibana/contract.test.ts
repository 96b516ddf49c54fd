import { afterEach, describe, expect, it } from 'vitest';
import { contract } from './contract.js';
import { ask, ruleBody } from './fake-client.js';
import type { FakeKibana } from './fake-kibana.js';
import { startFakeKibana } from './start-fake-kibana.js';

const RULES = '/api/detection_engine/rules';
let kibana: FakeKibana | undefined;
afterEach(async () => {
  await kibana?.stop().catch(() => undefined);
  kibana = undefined;
});

describe.runIf(contract() !== undefined)('Kibana’s OpenAPI', () => {
  it('is kept to by requests and answers, or the end of the server fails', async () => {
    kibana = await startFakeKibana();
    await ask(kibana.url, 'POST', RULES, { body: ruleBody() });
    await ask(kibana.url, 'GET', `${RULES}/_find?page=1`);
    await kibana.stop();
    const other = await startFakeKibana();
    await ask(other.url, 'GET', `${RULES}/_find?pages=1`);
    await ask(other.url, 'POST', RULES, { body: ruleBody('query', { exceptions_list: [{ list_id: 'l' }] }) });
    await expect(other.stop()).rejects.toThrow(
      /the query parameter pages is not in the contract\n.*POST \/api\/detection_engine\/rules request: /,
    );
  });

  it('sees an answer that lacks what it promises', async () => {
    kibana = await startFakeKibana();
    const { body } = await ask(kibana.url, 'POST', RULES, { body: ruleBody('query', { rule_id: 'one' }) });
    const id = body['id'] as string;
    const { revision, ...rest } = kibana.state.space('default').rules.get(id) ?? {};
    expect(revision).toBe(0);
    kibana.state.space('default').rules.set(id, rest);
    await ask(kibana.url, 'GET', `${RULES}?rule_id=one`);
    expect(kibana.contractProblems.join()).toMatch(/^GET .* 200: .*required property 'revision'/);
  });

  it('is not asked about what is violated on purpose', async () => {
    kibana = await startFakeKibana({ violate: ['no-defaults'] });
    await ask(kibana.url, 'POST', RULES, { body: ruleBody() });
    await kibana.stop();
    kibana = await startFakeKibana({ contract: false });
    await ask(kibana.url, 'GET', `${RULES}/_find?pages=1`);
    await kibana.stop();
  });
});
