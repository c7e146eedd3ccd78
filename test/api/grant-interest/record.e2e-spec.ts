import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { concludedAgreement, openedCall, type TestAgreement, type TestCall } from '../../support/grants.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';

const finance = Client.as('finance');
const form = (changes: Json = {}): Json => ({ time: 'DURING', earnedOn: '2021-12-31', earnedWon: '310000', ...changes });

describe('interest of the account of a project', () => {
  let call: TestCall;
  let agreement: TestAgreement;
  const record = (body: Json = form(), ask = {}): Promise<Answer> => finance.post(`/grant-agreements/${agreement.id}/interest`, body, ask);
  const recorded = async (body: Json = form()): Promise<string> => (await record(body)).body.interest.id as string;
  const balance = (chart: string): Promise<bigint> => balanceOf(call.account(chart, agreement.id));

  beforeAll(async () => {
    call = await openedCall();
    agreement = await concludedAgreement(call.id);
  });

  itIsClosedTo('checker', 'recordGrantInterest', (client) => client.post(`/grant-agreements/${NOWHERE}/interest`, form()));
  itIsClosedTo('checker', 'useGrantInterest', (client) => client.post(`/grant-interest/${NOWHERE}/uses`, { purpose: 'OTHER', amountWon: '1', usedOn: '2022-01-01' }));
  itIsClosedTo('checker', 'voidGrantInterest', (client) => client.post(`/grant-interest/${NOWHERE}/void`, { reason: '잘못 기록함' }));
  itIsClosedTo('admin', 'listGrantInterest', (client) => client.get(`/grant-agreements/${NOWHERE}/interest`));
  itFindsNothingAt((id) => finance.post(`/grant-agreements/${id}/interest`, form()));
  itFindsNothingAt((id) => finance.post(`/grant-interest/${id}/uses`, { purpose: 'OTHER', amountWon: '1', usedOn: '2022-01-01' }));
  itFindsNothingAt((id) => finance.post(`/grant-interest/${id}/void`, { reason: '잘못 기록함' }));
  itFindsNothingAt((id) => finance.get(`/grant-agreements/${id}/interest`));
  itWritesOncePerKey((ask, variation) => record(form({ earnedWon: variation === 'first' ? '10' : '20' }), ask));

  it('comes in, is used as approved, goes back to the Treasury, and is undone with its uses', async () => {
    const before = { cash: await balance('grant.project-cash'), interest: await balance('grant.project-interest'), returned: await balance('grant.project-returned') };
    const id = await recorded(form({ uses: [{ purpose: 'RESULTS', amountWon: '10000', usedOn: '2021-12-31', approval: '승인-1' }] }));
    expect([await balance('grant.project-cash'), await balance('grant.project-interest')]).toEqual([before.cash + 300_000n, before.interest + 310_000n]);
    expectStatus(await finance.post(`/grant-interest/${id}/uses`, { purpose: 'TREASURY', amountWon: '200000', usedOn: '2022-01-10' }), 201);
    expect(await balance('grant.project-returned')).toBe(before.returned + 200_000n);
    const kept = await finance.post(`/grant-interest/${id}/uses`, { purpose: 'PROJECT', amountWon: '100000', usedOn: '2022-01-10' });
    expect([kept.status, kept.body.postings, kept.body.interest.leftWon]).toEqual([201, [], '0']);
    expect(refusal(await finance.post(`/grant-interest/${id}/uses`, { purpose: 'OTHER', amountWon: '1', usedOn: '2022-01-10' }))).toEqual([400, 'grant-interest.more-than-earned', '/amountWon']);
    expectStatus(await finance.post(`/grant-interest/${id}/void`, { reason: '은행 통지 정정' }), 200);
    expect([await balance('grant.project-cash'), await balance('grant.project-returned')]).toEqual([before.cash, before.returned]);
    expect(refusal(await finance.post(`/grant-interest/${id}/void`, { reason: '은행 통지 정정' }))).toEqual([409, 'grant-interest.voided-already']);
    const { body } = await Client.as('auditor').get(`/grant-agreements/${agreement.id}/interest`);
    expect((body as Json[]).find((row) => row.id === id)).toMatchObject({ leftWon: '0', voidReason: '은행 통지 정정', recorder: 'finance' });
  });

  it.each([
    [{ earnedOn: '2199-01-01' }, 'grant-interest.in-future', '/earnedOn'],
    [{ time: 'AFTER' }, 'grant-interest.other-time', '/time'],
    [{ earnedOn: '2022-03-15' }, 'grant-interest.other-time', '/time'],
    [{ uses: [{ purpose: 'OTHER', amountWon: '310001', usedOn: '2021-12-31' }] }, 'grant-interest.more-than-earned', '/uses'],
    [{ uses: [{ purpose: 'OTHER', amountWon: '1', usedOn: '2021-12-30' }] }, 'grant-interest.used-before-earned', '/uses/0/usedOn'],
  ])('says at the field that %j cannot be', async (changes, code, pointer) => {
    expect(refusal(await record(form(changes)))).toEqual([400, code, pointer]);
  });

  it('shows in a dry run what it posts, and records nothing', async () => {
    const before = await balance('grant.project-interest');
    const preview = await record(form({ time: 'AFTER', earnedOn: '2022-03-15', earnedWon: '15500', dryRun: true }));
    expect([preview.status, preview.body.dryRun, preview.body.postings.length]).toEqual([201, true, 1]);
    expect(await balance('grant.project-interest')).toBe(before);
  });
});
