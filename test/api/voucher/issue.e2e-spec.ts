import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { businessNumber } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { agreedVoucher, agreedVouchers, issueVouchers, openVoucherYear, registerBroker, selectedVouchers, type TestYear } from '../../support/vouchers.js';

const FACE = '5000000';
const issue = (yearId: string, vouchers: readonly Json[], more: Json = {}): Promise<Answer> => {
  const amountWon = vouchers.reduce((sum: bigint, each) => sum + BigInt(each.amountWon), 0n).toString();
  return Client.as('finance').post(`/voucher-years/${yearId}/issues`, { issuedOn: '2021-05-03', amountWon, vouchers, ...more });
};
const row = (voucherId: string, more: Json = {}): Json => ({ voucherId, amountWon: FACE, ...more });
const rulesOf = (refused: readonly Json[]): string[][] => refused.map(({ verdicts }) => (verdicts as Json[]).map(({ rule }) => rule as string));

describe('issuing vouchers', () => {
  let year: TestYear;
  let agreed: string[];

  beforeAll(async () => {
    year = await openVoucherYear({ budgetWon: '20000000', vouchers: 5 });
    agreed = await agreedVouchers(year.id, 3);
  });

  itIsClosedTo('checker', 'issueVouchers', (client) => client.post(`/voucher-years/${NOWHERE}/issues`, { issuedOn: '2021-05-03', amountWon: FACE, vouchers: [row(NOWHERE)] }));
  itIsClosedTo('admin', 'listIssuableVouchers', (client) => client.get(`/voucher-years/${NOWHERE}/issuable-vouchers`));
  itFindsNothingAt((id) => issue(id, [row(NOWHERE)]));
  itFindsNothingAt((id) => Client.as('finance').get(`/voucher-years/${id}/issuable-vouchers`));

  it('lists what waits, with the amount and the last day that the terms propose', async () => {
    const { body } = await Client.as('auditor').get(`/voucher-years/${year.id}/issuable-vouchers?issuedOn=2021-05-03`);
    expect(body.left).toEqual({ vouchers: '5', companies: '5', budgetWon: '20000000' });
    expect((body.vouchers as Json[]).map(({ voucherId }) => voucherId as string).sort()).toEqual([...agreed].sort());
    expect(body.vouchers[0]).toMatchObject({ amountWon: FACE, validTo: '2021-11-03', selfBurdenWon: '1250000', paidInWon: '1250000', faults: [] });
  });

  it('in a dry run shows postings and limits, and changes nothing', async () => {
    const { body } = await issue(year.id, agreed.map((id) => row(id)), { dryRun: true });
    expect(body).toMatchObject({
      dryRun: true,
      issuedWon: '15000000',
      before: { vouchers: '5', companies: '5', budgetWon: '20000000' },
      after: { vouchers: '2', companies: '2', budgetWon: '5000000' },
      refused: [],
    });
    expect((body.postings as Json[]).map(({ side, chart, amount, accounts }) => [side, chart, amount, accounts])).toEqual([
      ['D', 'voucher.budget', '15000000', 1],
      ['C', 'voucher.outstanding', '15000000', 1],
      ['D', 'voucher.quota', '3', 1],
      ['C', 'voucher.quota-used', '3', 1],
      ['D', 'voucher.company-quota', '3', 1],
      ['C', 'voucher.company-quota-used', '3', 1],
      ['D', 'voucher.granted', '15000000', 1],
      ['C', 'voucher.balance', '15000000', 3],
    ]);
    expect(await balanceOf(year.account('voucher.budget'))).toBe(20_000_000n);
  });

  itWritesOncePerKey((ask, variation) => {
    const vouchers = [row(agreed[0] ?? ''), row(agreed[1] ?? '', { amountWon: variation === 'first' ? '4000000' : '3000000', validTo: '2021-08-31' })];
    const amountWon = variation === 'first' ? '9000000' : '8000000';
    return Client.as('finance').post(`/voucher-years/${year.id}/issues`, { issuedOn: '2021-05-03', amountWon, vouchers }, ask);
  });

  it('gave them numbers one after the other, their money and the end that was asked for', async () => {
    const rows = await withSql('APPLICATION', async (client) => {
      const { rows: found } = await client.query(
        `select i.number, i.amount_won::text as amount, i.valid_to::text as until, s.state, b.balance::text as balance
           from voucher_issue i join voucher_state s using (voucher_id) join ledger_account a on a.key = $2 || '/' || i.voucher_id join account_balance b on b.account_id = a.id
          where i.year_id = $1 order by i.number`,
        [year.id, year.account('voucher.balance')],
      );
      return found as object[];
    });
    expect(rows).toEqual([
      { number: 'AS-2021-0001', amount: '5000000', until: '2021-11-03', state: 'ISSUED', balance: '5000000' },
      { number: 'AS-2021-0002', amount: '4000000', until: '2021-08-31', state: 'ISSUED', balance: '4000000' },
    ]);
    expect(await balanceOf(year.account('voucher.outstanding'))).toBe(9_000_000n);
  });

  it('leaves out what may not be issued, says why and what would cure it, and issues the rest', async () => {
    const [third = ''] = agreed.slice(2);
    const answer = await issue(year.id, [row(NOWHERE), row(agreed[0] ?? ''), row(third, { amountWon: '4000000' }), row(third)]);
    expectStatus(answer, 201);
    expect((answer.body.issued as Json[]).map(({ number, voucherId }) => [number, voucherId])).toEqual([['AS-2021-0003', third]]);
    expect(rulesOf(answer.body.refused)).toEqual([['voucher-belongs-to-the-year'], ['voucher-is-agreed-before-it-is-issued'], ['voucher-is-issued-once']]);
    expect(answer.body.refused[1].verdicts[0].text.ko).toContain('이미 발급된 바우처입니다');
  });
});

describe('rows that are refused', () => {
  it('is too early, too much, too long, or of a company that has closed', async () => {
    const year = await openVoucherYear();
    const number = businessNumber();
    const [unpaid, agreed, closed] = [
      await agreedVoucher(year.id, { deposited: false }),
      await agreedVoucher(year.id, { amountWon: '4000000' }),
      await agreedVoucher(year.id, { application: { company: { name: `(주)폐업 ${number}`, businessNumber: number } } }),
    ];
    const [selected = ''] = await selectedVouchers(year.id, 1);
    const party = await withSql('APPLICATION', async (client) => (await client.query<{ id: string }>('select id from party where business_number = $1', [number])).rows[0]?.id ?? '');
    expectStatus(await Client.as('finance').post('/business-statuses', { partyId: party, status: 'CLOSED', effectiveOn: '2021-05-02', source: '홈택스' }), 201);
    const { body } = await issue(year.id, [row(unpaid), row(agreed), row(agreed, { amountWon: '4000000', validTo: '2021-11-04' }), row(closed), row(selected)], { dryRun: true });
    expect(rulesOf(body.refused)).toEqual([
      ['self-burden-is-paid-before-the-issue'],
      ['amount-stays-within-the-face'],
      ['validity-stays-within-the-terms'],
      ['company-is-in-business'],
      ['voucher-is-agreed-before-it-is-issued'],
    ]);
    const texts = (body.refused as Json[]).map(({ verdicts }) => verdicts[0].text.ko as string);
    expect(texts[0]).toContain('1,250,000원 덜 납입');
    expect(texts[1]).toContain('4,000,000원 이하로');
    expect(texts[2]).toContain('2021. 11. 3.');
    expect(refusal(await issue(year.id, [row(unpaid)]))).toEqual([422, 'rule.self-burden-is-paid-before-the-issue']);
  });

  it('of KTTN for want of a broker (S4), or with one that is struck off', async () => {
    const year = await openVoucherYear({ kind: 'KTTN', fiscalYear: 2022, terms: { 'voucher.broker-required': 'false' } });
    const brokers = [await registerBroker(year.id), await registerBroker(year.id, { validTo: '2022-01-31' })];
    const [voucher = ''] = await agreedVouchers(year.id, 1, { agreedOn: '2022-02-01', application: { receivedOn: '2022-01-10' } });
    expectStatus(await Client.as('compliance').post(`/voucher-years/${year.id}/terms`, { key: 'voucher.broker-required', value: 'true', effectiveFrom: '2022-01-01', clause: 'KTTN 중개인력 참여 필수화', source: 'NOTICE' }), 201);
    const on = { issuedOn: '2022-03-02', dryRun: true };
    const { body } = await issue(year.id, [row(voucher), row(voucher, { brokerId: brokers[1] }), row(voucher, { brokerId: brokers[0] })], on);
    expect(rulesOf(body.refused)).toEqual([['broker-is-registered-and-active'], ['broker-is-registered-and-active']]);
    expect(body.refused[0].verdicts[0].text.ko).toContain('중개인이 정해지지 않았습니다');
    expect(body.issued).toMatchObject([{ number: 'KT-2022-0001' }]);
    expect(refusal(await issue(year.id, [row(voucher)], { issuedOn: '2022-03-02' }))).toEqual([422, 'rule.broker-is-registered-and-active']);
  });

  it('is beyond quota or budget, both of which are named (S3)', async () => {
    const year = await openVoucherYear({ budgetWon: '505000000', vouchers: 101, terms: { 'voucher.self-burden-channel': 'DIRECT' } });
    const ids = await agreedVouchers(year.id, 101);
    const cut = { stage: 'TRANSFER', change: 'CUT', amountWon: FACE, vouchers: 1, companies: 1, decidedOn: '2021-04-15', clause: '예산 변경' };
    expectStatus(await Client.as('finance').post(`/voucher-years/${year.id}/budget`, cut), 201);
    const first = (await issueVouchers(year.id, ids.slice(0, 99))) as Json;
    expect([first.issued.length, first.after]).toEqual([99, { vouchers: '1', companies: '1', budgetWon: '5000000' }]);
    const { body } = await issue(year.id, ids.slice(99).map((id) => row(id)));
    expect((body.issued as Json[]).map(({ number }) => number as string)).toEqual(['AS-2021-0100']);
    expect(rulesOf(body.refused)).toEqual([['quota-and-budget-suffice']]);
    const [verdict] = body.refused[0].verdicts as Json[];
    expect(verdict.inputs).toEqual({ vouchersLeft: '0', companiesLeft: '0', budgetLeftWon: '0', amountWon: FACE });
    expect(verdict.text.ko).toMatch(/바우처 0건, 기업 0개, 예산 0원/);
    expect(refusal(await issue(year.id, [row(ids[100] ?? '')]))).toEqual([422, 'rule.quota-and-budget-suffice']);
    const counted = await withSql('APPLICATION', async (client) => (await client.query('select count(*)::int as n, sum(amount_won)::text as won from voucher_issue where year_id = $1', [year.id])).rows[0] as object);
    expect(counted).toEqual({ n: 100, won: '500000000' });
  });
});

describe('a request that is wrong as a whole', () => {
  it.each<[string, Json, readonly [number, string, ...string[]]]>([
    ['a total that is not the sum', { amountWon: '4999999' }, [400, 'voucher.total-differs', '/amountWon']],
    ['another fiscal year', { issuedOn: '2022-01-03' }, [400, 'voucher.outside-fiscal-year', '/issuedOn']],
    ['the future', { issuedOn: '2090-01-03' }, [400, 'voucher.issued-in-future', '/issuedOn']],
    ['no rows', { vouchers: [] }, [400, 'request.invalid', '/vouchers']],
  ])('%s', async (_what, change, expected) => {
    const year = await openVoucherYear();
    expect(refusal(await issue(year.id, [row(NOWHERE)], change))).toEqual(expected);
  });
});
