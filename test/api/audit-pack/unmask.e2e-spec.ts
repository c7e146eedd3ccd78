import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { CLAIM, decide, formFund, recordDeal } from '../../support/funds.js';
import { nextSecond, rowsOf } from '../../support/packs.js';
import { itIsClosedTo } from '../../support/routes.js';
import { withSql } from '../../support/sql.js';

describe('a pack with nothing hidden', () => {
  itIsClosedTo('manager', 'unmaskAuditPack', (client) => client.post('/audit/packs/recognition/unmask', { reason: '정기감사 3차' }));

  let fundId: string;
  beforeAll(async () => {
    fundId = (await formFund(Client.as('manager'))).id;
    await decide((await recordDeal(Client.as('manager'), fundId, '1000000000', CLAIM)).body.id as string, 'QUALIFIED');
    await nextSecond();
  });

  it('shows people for a reason, which is on record', async () => {
    const hidden = (await Client.as('auditor').get(`/audit/packs/recognition?fundId=${fundId}`)).body as Json;
    const reason = `정기감사 3차 ${fundId}`;
    const shown = await Client.as('auditor').post('/audit/packs/recognition/unmask', { fundId, reason });
    expect([shown.status, shown.body.meta.redacted, shown.headers.get('cache-control')]).toEqual([200, false, 'private, no-store']);
    expect([rowsOf(hidden, 'counted')[0]?.['decidedBy'], rowsOf(shown.body, 'counted')[0]?.['decidedBy']]).toEqual(['정*온', '정다온']);
    expect(shown.body.meta.dataSha256).not.toBe(hidden.meta.dataSha256);
    const logged = await withSql('OWNER', async (sql) => (await sql.query('select action, login from access_log where reason = $1', [reason])).rows as object[]);
    expect(logged).toEqual([{ action: 'audit-pack.unmask', login: 'auditor' }]);
  });

  it.each([[undefined], ['네'], ['     '], ['x'.repeat(501)]])('asks for a reason of 5 to 500 characters (%#)', async (reason) => {
    const answer = await Client.as('auditor').post('/audit/packs/recognition/unmask', { fundId, reason });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/reason']);
  });
});
