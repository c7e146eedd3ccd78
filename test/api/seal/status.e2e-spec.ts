import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../../support/client.js';
import { decide, formFund, pendingDeal } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

describe('the state of the seals', () => {
  beforeAll(async () => {
    // Anchoring seals what is due: from here on there is a chain.
    for (let round = 0; round < 3; round += 1) await Client.as('compliance').post('/seals/anchor', undefined);
  });

  itIsClosedTo('manager', 'getSealStatus', (client) => client.get('/seals/status'));
  itIsClosedTo('admin', 'listSealBatches', (client) => client.get('/seals/batches'));

  it('tells how far the chain reaches, how long facts wait, and which key to check with', async () => {
    const { status, body } = await Client.as('auditor').get('/seals/status');
    expect(status).toBe(200);
    expect(body).toMatchObject({ head: { number: expect.any(Number), chainHash: expect.stringMatching(/^[0-9a-f]{64}$/) }, timestamping: { configured: false, waiting: expect.any(Number), problem: null } });
    expect(body.publicKey).toContain('BEGIN PUBLIC KEY');
    expect(body.sealedTables).toBeGreaterThan(25);
  });

  it('reaches further after something has happened, by itself', async () => {
    const before = (await Client.as('compliance').get('/seals/status')).body.head.number as number;
    const { id } = await formFund(Client.as('manager'));
    await decide(await pendingDeal(id, '1000'), 'QUALIFIED');
    // Another batch may be on its way that was begun before.
    const batch = async (): Promise<number | null> =>
      withSql('AUDITOR', async (sql) => {
        await sql.query(`select set_config('baton.scopes', '*', false)`);
        const { rows } = await sql.query<{ number: string }>('select b.number from fund f join seal_batch b on f.seal_tick >= b.from_tick and f.seal_tick < b.until_tick where f.id = $1', [id]);
        return rows[0] === undefined ? null : Number(rows[0].number);
      });
    const deadline = performance.now() + 60_000;
    let number = await batch();
    while (number === null && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      number = await batch();
    }
    expect(number).toBeGreaterThan(before);
    expect((await Client.as('compliance').get('/seals/status')).body.head.number).toBeGreaterThanOrEqual(number ?? Infinity);
  });

  it('lists the chain page by page, each batch after the one that follows it', async () => {
    const first = (await Client.as('auditor').get('/seals/batches?limit=2')).body as { number: number; previousHash: string; chainHash: string }[];
    const rest = (await Client.as('auditor').get(`/seals/batches?limit=200&before=${first.at(-1)?.number ?? 0}`)).body as typeof first;
    const chain = [...first, ...rest];
    expect(chain.map(({ number }) => number)).toEqual(chain.map((_, at) => (chain[0]?.number ?? 0) - at));
    expect(chain.slice(0, -1).map(({ previousHash }) => previousHash)).toEqual(chain.slice(1).map(({ chainHash }) => chainHash));
  });

  it.each(['?limit=0', '?limit=201', '?before=x'])('refuses %s', async (query) => {
    expect((await Client.as('auditor').get(`/seals/batches${query}`)).status).toBe(400);
  });
});
