import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

describe('recording a duty of a fund as done', () => {
  const [manager, auditor] = [Client.as('manager'), Client.as('auditor')];
  let fundId: string;
  let yearly: string;
  const done = (changes: Json = {}): Json => ({ duty: yearly, doneOn: `${Number(yearly.slice(-4)) + 1}-01-20`, note: '접수 제2026-1호', ...changes });
  const fulfil = (id: string, changes: Json = {}, ask = {}): Promise<Answer> => manager.post(`/funds/${id}/duties`, done(changes), ask);
  const standing = async (id: string): Promise<Json> => ((await auditor.get(`/funds/${id}/duties`)).body as Json[]).find(({ duty }) => duty === yearly);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    yearly = ((await auditor.get(`/funds/${fundId}/duties`)).body as Json[]).find(({ duty }) => (duty as string).startsWith('CLOSING_STATEMENTS'))?.duty as string;
  });

  itIsClosedTo('finance', 'fulfilFundDuty', (client) => client.post(`/funds/${NOWHERE}/duties`, { duty: 'REGISTRATION', doneOn: '2024-01-20' }));
  itFindsNothingAt((id) => fulfil(id));
  itWritesOncePerKey((ask, variation) => fulfil(fundId, { note: variation }, ask));

  it('takes it off the list of what is overdue, once', async () => {
    const { id } = await formFund(manager);
    const answer = await fulfil(id);
    expectStatus(answer, 201);
    expect(answer.body).toMatchObject({ duty: yearly, inTime: true });
    expect(await standing(id)).toMatchObject({ state: 'DONE', doneOn: done().doneOn, note: '접수 제2026-1호' });
    expect(refusal(await fulfil(id))).toEqual([409, 'fund-duty.done-already']);
  });

  it('in a dry run says whether it was in time and records nothing', async () => {
    const { id } = await formFund(manager);
    expect((await fulfil(id, { dryRun: true })).body).toMatchObject({ dryRun: true, inTime: true });
    expect((await standing(id)).doneOn).toBeNull();
  });

  it.each<[string, Json, string, string]>([
    ['a duty that the fund does not have', { duty: 'DISSOLUTION_NOTICE' }, 'fund-duty.unknown', '/duty'],
    ['a day before it began', { doneOn: '2024-01-14' }, 'fund-duty.done-out-of-time', '/doneOn'],
    ['a day to come', { doneOn: '2199-01-01' }, 'fund-duty.done-out-of-time', '/doneOn'],
    ['a file that nobody handed in', { documentId: NOWHERE }, 'document.unknown', '/documentId'],
  ])('refuses %s at its field', async (_what, changes, code, pointer) => {
    const { id } = await formFund(manager);
    expect(refusal(await fulfil(id, changes))).toEqual([400, code, pointer]);
  });
});
