import { describe, expect, it } from '@jest/globals';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';

describe('the log of packs taken away', () => {
  itIsClosedTo('manager', 'listAuditPackDownloads', (client) => client.get('/audit/packs/downloads'));

  it('goes back page by page, newest first', async () => {
    const auditor = Client.as('auditor');
    const { id: fundId } = await formFund(Client.as('manager'));
    for (const reason of ['첫째 사유', '둘째 사유']) await auditor.post('/audit/packs/unused/downloads', { fundId, format: 'xlsx', reason });
    const own = async (query: string): Promise<Json[]> => ((await auditor.get(`/audit/packs/downloads?${query}`)).body as Json[]).filter((line) => line.fundId === fundId);
    const [newest, oldest] = await own('limit=200');
    expect([newest.reason, oldest.reason, newest.pack, newest.actorName]).toEqual(['둘째 사유', '첫째 사유', 'unused', '최가람']);
    expect((await own(`limit=1&before=${newest.id as string}`)).map(({ id }) => id as string)).toEqual([oldest.id]);
  });

  it('shows people who do not see everything only what they took themselves', async () => {
    const { id } = await formFund(Client.as('manager'));
    const person = await scopedPerson('AUDITOR', [`fund/${id}`]);
    await Client.as('auditor').post('/audit/packs/unused/downloads', { fundId: id, format: 'xlsx', reason: '다른 사람의 내려받기' });
    expect((await person.get('/audit/packs/downloads')).body).toEqual([]);
    expect((await person.post('/audit/packs/unused/downloads', { format: 'xlsx', reason: '내 내려받기' })).status).toBe(200);
    expect(((await person.get('/audit/packs/downloads')).body as Json[]).map(({ reason }) => reason as string)).toEqual(['내 내려받기']);
  });
});
