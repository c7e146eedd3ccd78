import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus } from '../support/answers.js';
import { Client, type Json } from '../support/client.js';
import { confirmItems } from '../support/bank.js';
import { bestOf, linesOf, pasteStatement } from '../support/custodian.js';
import { statement } from '../support/statement.js';
import { businessNumber, CLAIM, decide, formFund, recordDeal } from '../support/funds.js';

/**
 * A fund of 20 billion with five partners calls 3,333,333,333 won. Two pay in time, two late, one of them in two parts; the
 * custodian's statement says so; interest follows; then the money is invested. Days pass by asking as of them.
 */
describe('a call that not everybody pays in time', () => {
  const [manager, finance] = [Client.as('manager'), Client.as('finance')];
  const DUE = '2024-03-04';
  let fundId: string;
  let call: Json;
  const share = async (at: number, query = ''): Promise<Json> => ((await finance.get(`/funds/${fundId}/capital-calls${query}`)).body as Json[])[0]?.shares[at] as Json;
  /** Floor of amount × 10 % × days / 365. */
  const interest = (amount: bigint, days: bigint): bigint => (amount * days) / 3_650n;
  const cash = async (): Promise<bigint> => {
    const accounts = (await finance.get(`/ledger/accounts?book=fund/${fundId}`)).body as Json[];
    return accounts.filter(({ chart }) => chart === 'fund.cash').reduce((sum, { balance }) => sum + BigInt(balance), 0n);
  };

  beforeAll(async () => {
    const commitments: [string, string, string][] = [
      ['한국모태펀드', 'SPECIAL_LIMITED', '10000000000'],
      ['과학기술인공제회', 'LIMITED', '5000000000'],
      ['미래은행', 'LIMITED', '3000000000'],
      ['(주)새빛기업', 'LIMITED', '1800000000'],
      ['이룸기술지주(주)', 'GENERAL', '200000000'],
    ];
    const partners = commitments.map(([name, kind, commitmentWon]) => ({ name, kind, commitmentWon, businessNumber: businessNumber() }));
    fundId = (await formFund(manager, { partners })).id;
    call = (await manager.post(`/funds/${fundId}/capital-calls`, { amountWon: '3333333333', kind: 'INSTALMENT', purposeCode: 'INVESTMENT', purpose: '첫 투자', noticeOn: '2024-02-01', dueOn: DUE })).body;
  });

  it('is split to the won', () => {
    expect((call.shares as Json[]).map(({ amountWon }) => amountWon)).toEqual(['1666666667', '833333333', '500000000', '300000000', '33333333']);
  });

  it('finds who paid in the statement, and leaves what it cannot tell', async () => {
    expectStatus(await pasteStatement(fundId, statement(
      { on: '2024-02-28', deposit: '1666666667', from: '한국모태펀드', reference: 'N-1' },
      { on: DUE, deposit: '33333333', from: '이룸기술지주㈜', reference: 'N-2' },
      { on: DUE, deposit: '500000000', from: '과학기술인공제회', reference: 'N-3' },
      { on: '2024-03-14', deposit: (500_000_000n + interest(500_000_000n, 10n)).toString(), from: '미래은행', reference: 'N-4' },
      { on: '2024-03-20', deposit: '77', from: '예금이자', reference: 'N-5' },
    )), 201);
    const lines = await linesOf(fundId);
    const certain = lines.filter(({ candidates }) => (candidates as Json[])[0]?.certainty === 'CERTAIN');
    expect(certain.map(({ reference }) => reference).sort()).toEqual(['N-1', 'N-2', 'N-4']);
    const part = lines.find(({ reference }) => reference === 'N-3');
    expect(part?.candidates[0]).toMatchObject({ certainty: 'POSSIBLE', records: [{ counterparty: '과학기술인공제회' }], reasons: [{ code: 'AMOUNT_PART' }, { code: 'NAME_EQUAL' }, { code: 'IN_TIME' }] });
    expectStatus(await confirmItems([...certain, part].map(bestOf)), 201);
    expect((await linesOf(fundId)).filter(({ state }) => state === 'OPEN').map(({ reference }) => reference)).toEqual(['N-5']);
  });

  it('shows each day what is owed: a part, a share that nobody paid, and interest that was settled', async () => {
    expect(await share(2)).toMatchObject({ state: 'PAID', daysLate: 10, interest: { receivedWon: interest(500_000_000n, 10n).toString(), dueWon: '0' } });
    const tenth = await share(1, '?asOf=2024-03-14');
    expect(tenth).toMatchObject({ state: 'IN_CURE', unpaidWon: '333333333', daysLate: 10, interest: { dueWon: interest(333_333_333n, 10n).toString() } });
    expect(await share(3, '?asOf=2024-04-03')).toMatchObject({ state: 'IN_CURE', cureEndsOn: '2024-04-03' });
    expect(await share(3, '?asOf=2024-04-04')).toMatchObject({ state: 'IN_DEFAULT', unpaidWon: '300000000' });
  });

  it('takes the rest and its interest, and the fund has all it asked for and the interest', async () => {
    const rest = { partnerId: call.shares[1].partnerId, valueOn: '2024-04-15' };
    expectStatus(await finance.post(`/capital-calls/${call.id as string}/receipts`, { ...rest, amountWon: '333333333' }), 201);
    const due = interest(333_333_333n, 42n);
    expectStatus(await finance.post(`/capital-calls/${call.id as string}/overdue-interest`, { ...rest, amountWon: due.toString() }), 201);
    expect(await share(1)).toMatchObject({ state: 'PAID', interest: { accruedWon: due.toString(), dueWon: '0' } });
    expectStatus(await finance.post(`/capital-calls/${call.id as string}/receipts`, { partnerId: call.shares[3].partnerId, valueOn: '2024-05-02', amountWon: '300000000' }), 201);
    expect(await share(3)).toMatchObject({ state: 'INTEREST_DUE', interest: { dueWon: interest(300_000_000n, 59n).toString() } });
    expect(await cash()).toBe(3_333_333_333n + interest(500_000_000n, 10n) + due);
  });

  it('corrects a receipt that was booked for the wrong partner, and still knows what was thought before', async () => {
    const before = encodeURIComponent(new Date().toISOString());
    const { receipts } = await share(3);
    expectStatus(await finance.post(`/capital-receipts/${receipts[0].id as string}/reversal`, { reason: '다른 조합의 입금' }), 201);
    expect(await share(3)).toMatchObject({ state: 'IN_DEFAULT', unpaidWon: '300000000' });
    expect(await share(3, `?knownAt=${before}`)).toMatchObject({ state: 'INTEREST_DUE', unpaidWon: '0' });
    expect((await finance.get(`/funds/${fundId}`)).body.partners[3]).toMatchObject({ paidInWon: '0' });
  });

  it('pays for three investments, of which one is not recognised', async () => {
    const deals: string[] = [];
    for (const paidOn of ['2024-06-03', '2024-06-10', '2024-06-17']) {
      const recorded = await recordDeal(manager, fundId, '800000000', { ...CLAIM, paidOn });
      expectStatus(recorded, 201);
      deals.push(recorded.body.id as string);
    }
    for (const [at, id] of deals.entries()) expectStatus(await decide(id, at === 1 ? 'NOT_QUALIFIED' : 'QUALIFIED', { effectiveOn: '2024-07-01' }), 201);
    const obligation = (await Client.as('auditor').get(`/funds/${fundId}/obligation`)).body as Json;
    expect([obligation.investedWon ?? obligation.facts?.investedWon, obligation.qualifyingWon ?? obligation.facts?.qualifyingWon]).toEqual(['2400000000', '1600000000']);
  });
});
