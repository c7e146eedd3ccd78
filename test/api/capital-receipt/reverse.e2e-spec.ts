import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { confirmItems } from '../../support/bank.js';
import { bestOf, linesOf, pasteStatement } from '../../support/custodian.js';
import { statement } from '../../support/statement.js';
import { formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const reason = { reason: '다른 조합원의 입금' };

describe('reversing a receipt of capital', () => {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  let fundId: string;
  let call: Json;
  const receive = async (amountWon: string, at = 0): Promise<string> => (await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId: call.shares[at].partnerId, amountWon, valueOn: '2024-03-04' })).body.id as string;
  const reverse = (id: string, body: Json = reason, ask = {}) => finance.post(`/capital-receipts/${id}/reversal`, body, ask);
  const share = async (query = '', at = 0): Promise<Json> => ((await finance.get(`/funds/${fundId}/capital-calls${query}`)).body as Json[])[0]?.shares[at] as Json;
  const paidIn = async (query = ''): Promise<string> => ((await finance.get(`/funds/${fundId}${query}`)).body.partners as Json[])[0]?.paidInWon as string;

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
    call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '4000000000', purpose: '최초', noticeOn: '2024-02-01', dueOn: '2024-03-04' })).body;
  });

  itIsClosedTo('manager', 'reverseCapitalReceipt', (client) => client.post(`/capital-receipts/${NOWHERE}/reversal`, reason));
  itFindsNothingAt((id) => reverse(id));
  itWritesOncePerKey(async (ask, variation) => {
    once ??= receive('11', 2);
    return reverse(await once, { reason: variation === 'first' ? '착오' : '다른 착오' }, ask);
  });
  let once: Promise<string> | null = null;

  it('takes it out of every sum from its value date on, once that is known, and leaves what was known before', async () => {
    const id = await receive('500000000');
    const before = new Date().toISOString();
    const dry = await reverse(id, { ...reason, dryRun: true });
    expect([dry.status, dry.body.unpaidWon, (dry.body.postings as Json[]).map(({ posting }) => posting)]).toEqual([201, '2000000000', ['fund.capital-receipt-reversed']]);
    expect([(await share()).paidWon, await paidIn()]).toEqual(['500000000', '500000000']);

    const reversed = await reverse(id);
    expectStatus(reversed, 201);
    expect([await share(), await paidIn()]).toMatchObject([{ paidWon: '0', unpaidWon: '2000000000', receipts: [] }, '0']);
    expect([(await share('?asOf=2024-03-05')).paidWon, await paidIn('?asOf=2024-03-05')]).toEqual(['0', '0']);
    const then = `?knownAt=${encodeURIComponent(before)}`;
    expect([(await share(then)).paidWon, await paidIn(then)]).toEqual(['500000000', '500000000']);
    const accounts = (await finance.get(`/ledger/accounts?book=fund/${fundId}`)).body as Json[];
    expect(accounts.filter(({ chart }) => chart === 'fund.cash').map(({ balance }) => balance)).toEqual(['0']);
    const obligation = (await finance.get(`/funds/${fundId}/obligation`)).body as Json;
    expect(JSON.stringify(obligation)).not.toContain('500000000"');
  });

  it('can be done once', async () => {
    const id = await receive('7000');
    expectStatus(await reverse(id), 201);
    expect(refusal(await reverse(id))).toEqual([409, 'capital-receipt.reversed-already']);
    const [other] = [await receive('7000')];
    const answers = await Promise.all(Array.from({ length: 4 }, () => reverse(other)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('opens the line of the bank again', async () => {
    const { unpaidWon, partner } = await share('', 2);
    await pasteStatement(fundId, statement({ on: '2024-03-04', deposit: unpaidWon, from: partner }));
    const item = bestOf((await linesOf(fundId))[0]);
    expectStatus(await confirmItems([item]), 201);
    expect((await linesOf(fundId))[0]).toMatchObject({ state: 'MATCHED' });
    const { receipts } = await share('', 2);
    expectStatus(await reverse((receipts as Json[]).find(({ amountWon }) => amountWon === unpaidWon)?.id as string), 201);
    expect((await linesOf(fundId))[0]).toMatchObject({ state: 'OPEN', openWon: unpaidWon, matches: [] });
    expectStatus(await confirmItems([item]), 201);
  });

  it('wants a reason', async () => {
    expect(refusal(await reverse(await receive('13'), { reason: ' ' }))).toEqual([400, 'request.invalid', '/reason']);
  });
});
