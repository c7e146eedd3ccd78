import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

/** 1.96 billion, ten days late, at 10 %: floor(1,960,000,000 × 10 / 3,650). */
const INTEREST = (1_960_000_000n * 10n) / 3_650n;

describe('interest on what came late', () => {
  const [manager, finance, compliance] = [Client.as('manager'), Client.as('finance'), Client.as('compliance')];
  let fundId: string;
  let call: Json;
  const late = () => call.shares[1].partnerId as string;
  const receive = (amountWon: string, changes: Json = {}, ask = {}) => finance.post(`/capital-calls/${call.id as string}/overdue-interest`, { partnerId: late(), amountWon, valueOn: '2024-03-20', ...changes }, ask);
  const waive = (amountWon: string, changes: Json = {}, ask = {}) => manager.post(`/capital-calls/${call.id as string}/overdue-interest-waivers`, { partnerId: late(), amountWon, waivedOn: '2024-03-21', reason: '은행 전산 장애', ...changes }, ask);
  const reverse = (id: string, body: Json = { reason: '다른 조합원의 이자' }, ask = {}) => finance.post(`/overdue-interest/${id}/reversal`, body, ask);
  const interest = async (query = ''): Promise<Json> => ((await finance.get(`/funds/${fundId}/capital-calls${query}`)).body as Json[])[0]?.shares[1] as Json;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
    await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId: late(), amountWon: '1960000000', valueOn: '2024-03-14' });
  });

  itIsClosedTo('manager', 'receiveOverdueInterest', (client) => client.post(`/capital-calls/${NOWHERE}/overdue-interest`, { partnerId: NOWHERE, amountWon: '1', valueOn: '2024-03-20' }));
  itIsClosedTo('finance', 'waiveOverdueInterest', (client) => client.post(`/capital-calls/${NOWHERE}/overdue-interest-waivers`, { partnerId: NOWHERE, amountWon: '1', waivedOn: '2024-03-20', reason: '사유' }));
  itIsClosedTo('manager', 'reverseOverdueInterest', (client) => client.post(`/overdue-interest/${NOWHERE}/reversal`, { reason: '사유' }));
  itFindsNothingAt((id) => finance.post(`/capital-calls/${id}/overdue-interest`, { partnerId: NOWHERE, amountWon: '1', valueOn: '2024-03-20' }));
  itFindsNothingAt((id) => manager.post(`/capital-calls/${id}/overdue-interest-waivers`, { partnerId: NOWHERE, amountWon: '1', waivedOn: '2024-03-20', reason: '사유' }));
  itFindsNothingAt((id) => reverse(id));
  itWritesOncePerKey((ask, variation) => receive(variation === 'first' ? '10' : '20', {}, ask));

  it('is shown live, day by day, with the state of the share', async () => {
    const at = async (day: string) => {
      const { state, interest: owed, daysLate } = await interest(`?asOf=${day}`);
      return [state, (owed as Json).dueWon, daysLate];
    };
    expect(await at('2024-03-04')).toEqual(['OPEN', '0', 0]);
    expect(await at('2024-03-09')).toEqual(['IN_CURE', ((1_960_000_000n * 5n) / 3_650n).toString(), 5]);
    expect(await at('2024-03-14')).toEqual(['INTEREST_DUE', INTEREST.toString(), 10]);
    const [first] = ((await finance.get(`/funds/${fundId}/capital-calls?asOf=2024-04-04`)).body as Json[])[0]?.shares as Json[];
    expect(first).toMatchObject({ state: 'IN_DEFAULT', cureEndsOn: '2024-04-03', daysLate: 31 });
  });

  it('is income when it comes, refused where it is more than is due, and due again once reversed', async () => {
    const due = BigInt((await interest()).interest.dueWon as string);
    expect(refusal(await receive((due + 1n).toString()))).toEqual([400, 'overdue-interest.more-than-due', '/amountWon']);
    const dry = await receive(due.toString(), { dryRun: true });
    expect([dry.status, dry.body.id, (dry.body.postings as Json[]).map(({ posting }) => posting)]).toEqual([201, null, ['fund.overdue-interest-received']]);
    const received = await receive(due.toString(), { bankReference: 'I-1' });
    expectStatus(received, 201);
    expect(received.body.dueWon).toBe('0');
    expect(await interest()).toMatchObject({ state: 'PAID', interest: { dueWon: '0', receivedWon: INTEREST.toString() } });
    expectStatus(await reverse(received.body.id as string), 201);
    expect((await interest()).interest.dueWon).toBe(due.toString());
    expect(refusal(await reverse(received.body.id as string))).toEqual([409, 'overdue-interest.reversed-already']);
  });

  it('is waived only where the agreement allows it', async () => {
    const refused = await waive('1000');
    expect([refused.status, refused.body.code]).toEqual([422, 'rule.interest-may-be-waived']);
    const dry = await waive('1000', { dryRun: true });
    expect([dry.status, dry.body.verdicts[0].result]).toEqual([201, 'BLOCK']);
    const decided = await compliance.post(`/funds/${fundId}/policies`, { key: 'fund.overdue-interest.waiver.action', value: 'WARN', effectiveFrom: '2024-03-01', clause: '규약 제12조', source: 'AGREEMENT', reason: '총회 결의' });
    expectStatus(decided, 201);
    const before = BigInt((await interest()).interest.dueWon as string);
    const waived = await waive('1000');
    expectStatus(waived, 201);
    expect([waived.body.postings, waived.body.verdicts[0].result, waived.body.dueWon]).toEqual([[], 'WARN', (before - 1000n).toString()]);
    expect((await interest()).interest).toMatchObject({ waivedWon: '1000', waivers: [{ reason: '은행 전산 장애', amountWon: '1000' }] });
    expect(refusal(await waive(before.toString()))).toEqual([400, 'overdue-interest.more-than-due', '/amountWon']);
  });

  it.each([
    ['from a partner who was not asked', { partnerId: NOWHERE }, 'capital-call.not-a-partner', '/partnerId'],
    ['that comes tomorrow', { valueOn: '2199-01-01' }, 'capital-call.not-received-yet', '/valueOn'],
    ['of nothing', { amountWon: '0' }, 'request.invalid', '/amountWon'],
  ])('refuses interest %s', async (_what, changes, code, pointer) => {
    expect(refusal(await receive('1', changes))).toEqual([400, code, pointer]);
  });
});
