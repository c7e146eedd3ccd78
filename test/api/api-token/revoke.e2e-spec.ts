import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { makeToken, program } from '../../support/api-token.js';
import { Client } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';

describe('revoking an API token', () => {
  it('ends it from the next request on, for good; again changes nothing', async () => {
    const { id, secret } = await makeToken(Client.as('manager'));
    expectStatus(await program(secret)('GET', '/funds'), 200);
    const first = await Client.as('manager').post(`/api-tokens/${id}/revoke`, {});
    const again = await Client.as('manager').post(`/api-tokens/${id}/revoke`, {});
    expect([first.status, first.body.state, again.body]).toEqual([200, 'REVOKED', first.body]);
    expect(refusal(await program(secret)('GET', '/funds'))).toEqual([401, 'api-token.invalid']);
  });

  it('is for its owner and the administrator, and for nobody else', async () => {
    const { id, secret } = await makeToken(Client.as('manager'));
    expect(refusal(await Client.as('compliance').post(`/api-tokens/${id}/revoke`, {}))).toEqual([404, 'resource.not-found']);
    expectStatus(await program(secret)('GET', '/funds'), 200);
    expectStatus(await Client.as('admin').post(`/api-tokens/${id}/revoke`, {}), 200);
    expect(refusal(await program(secret)('GET', '/funds'))).toEqual([401, 'api-token.invalid']);
  });

  itFindsNothingAt((id) => Client.as('manager').post(`/api-tokens/${id}/revoke`, {}));
  itIsClosedTo('auditor', 'revokeApiToken', (client) => client.post(`/api-tokens/${NOWHERE}/revoke`, {}));
});

describe('the list of API tokens', () => {
  it("shows one's own, and everybody's to whoever gives out accounts", async () => {
    const { id } = await makeToken(Client.as('manager'));
    const idsSeenBy = async (client: Client): Promise<string[]> => ((await client.get('/api-tokens')).body as { id: string }[]).map((token) => token.id);
    expect(await idsSeenBy(Client.as('manager'))).toContain(id);
    expect(await idsSeenBy(Client.as('admin'))).toContain(id);
    expect(await idsSeenBy(Client.as('finance'))).not.toContain(id);
  });

  itIsClosedTo('auditor', 'listApiTokens', (client) => client.get('/api-tokens'));
});
