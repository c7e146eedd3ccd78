import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { balanceOf } from '../../support/sql.js';
import { openVoucherYear, type TestYear } from '../../support/vouchers.js';

const finance = Client.as('finance');
const decision = (changes: Json = {}): Json => ({ stage: 'SUPPLEMENTARY', amountWon: '10000000', vouchers: 2, decidedOn: '2021-05-03', clause: '제1회 추경', ...changes });

describe('deciding a budget', () => {
  let year: TestYear;
  const decide = (changes: Json = {}, ask = {}) => finance.post(`/voucher-years/${year.id}/budget`, decision(changes), ask);

  beforeAll(async () => {
    year = await openVoucherYear();
  });

  itIsClosedTo('checker', 'decideVoucherBudget', (client) => client.post(`/voucher-years/${NOWHERE}/budget`, decision()));
  itFindsNothingAt((id) => finance.post(`/voucher-years/${id}/budget`, decision()));
  itWritesOncePerKey((ask, variation) => decide({ amountWon: variation === 'first' ? '1000' : '2000' }, ask));

  it('puts a government proposal on record and grants nothing', async () => {
    const { id, account } = await openVoucherYear({ budgetWon: '0' });
    const proposed = await finance.post(`/voucher-years/${id}/budget`, decision({ stage: 'PROPOSAL', amountWon: '500000000', vouchers: 100, clause: '정부안' }));
    expectStatus(proposed, 201);
    expect([proposed.body.after.budgetLeftWon, proposed.body.entries]).toEqual(['0', []]);
    expect([await balanceOf(account('voucher.budget')), await balanceOf(account('voucher.quota'))]).toEqual([0n, 0n]);
    expect((await finance.get(`/voucher-years/${id}/budget`)).body).toMatchObject([{ stage: 'PROPOSAL', spendable: false, amountWon: '500000000', vouchers: 100, companies: 100, actor: 'finance', actorName: '이나래' }]);
  });

  it('grants money, vouchers and as many companies as vouchers, on both sides of the books', async () => {
    const { id, account } = await openVoucherYear();
    const granted = await finance.post(`/voucher-years/${id}/budget`, decision());
    expect([granted.body.before, granted.body.after]).toEqual([
      { budgetWon: '500000000', budgetLeftWon: '500000000', vouchersLeft: 100, companiesLeft: 100 },
      { budgetWon: '510000000', budgetLeftWon: '510000000', vouchersLeft: 102, companiesLeft: 102 },
    ]);
    const charts = ['voucher.appropriation', 'voucher.budget', 'voucher.quota-granted', 'voucher.quota', 'voucher.company-quota-granted', 'voucher.company-quota'];
    expect(await Promise.all(charts.map((chart) => balanceOf(account(chart))))).toEqual([510_000_000n, 510_000_000n, 102n, 102n, 102n, 102n]);
    expect(granted.body.entries[0].lines).toHaveLength(6);
  });

  it('cuts down to what has not been issued, and names every limit that it would break', async () => {
    const { id } = await openVoucherYear({ budgetWon: '20000000', vouchers: 4, companies: 3 });
    const cut = (changes: Json) => finance.post(`/voucher-years/${id}/budget`, decision({ stage: 'TRANSFER', change: 'CUT', ...changes }));
    const dry = await cut({ amountWon: '20000001', vouchers: 5, companies: 4, dryRun: true });
    expect([dry.body.id, dry.body.entries, (dry.body.verdicts as Json[]).map(({ rule, result }) => [rule, result])]).toEqual([
      null,
      [],
      [['cut-stays-within-budget-left', 'BLOCK'], ['cut-stays-within-vouchers-left', 'BLOCK'], ['cut-stays-within-companies-left', 'BLOCK']],
    ]);
    const refused = await cut({ amountWon: '20000001', vouchers: 0 });
    expect([refused.status, refused.body.code, refused.body.text.en]).toEqual([
      422,
      'rule.cut-stays-within-budget-left',
      'Only 20,000,000 won are left of the budget not yet issued, so 20,000,001 won cannot be cut. Cut no more than that, or revoke vouchers first.',
    ]);
    const whole = await cut({ amountWon: '20000000', vouchers: 4, companies: 3 });
    expect(whole.body.after).toEqual({ budgetWon: '0', budgetLeftWon: '0', vouchersLeft: 0, companiesLeft: 0 });
  });

  it('lets one of many who cut the same money at once have it', async () => {
    const { id } = await openVoucherYear({ budgetWon: '10000000', vouchers: 1 });
    const cut = decision({ stage: 'TRANSFER', change: 'CUT', amountWon: '10000000', vouchers: 0 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => finance.post(`/voucher-years/${id}/budget`, cut)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(422)]);
  });

  it('in a dry run shows the entries and posts none', async () => {
    const before = await balanceOf(year.account('voucher.budget'));
    const dry = await decide({ amountWon: '77000000', dryRun: true });
    expect([dry.body.dryRun, dry.body.id, dry.body.entries[0].posting]).toEqual([true, null, 'voucher.budget-decided']);
    expect(await balanceOf(year.account('voucher.budget'))).toBe(before);
  });

  it('decided for a closed period is booked in the open one, on its own day in the record', async () => {
    const { id, book } = await openVoucherYear();
    expectStatus(await Client.as('compliance').post('/ledger/periods', { book, closedThrough: '2021-06-30' }), 201);
    const late = await finance.post(`/voucher-years/${id}/budget`, decision());
    expect([late.status, late.body.entries[0].effectiveOn]).toEqual([201, '2021-07-01']);
    expect(((await finance.get(`/voucher-years/${id}/budget`)).body as Json[]).map(({ decidedOn }) => decidedOn)).toEqual(['2021-01-02', '2021-05-03']);
  });

  it.each([
    ['that changes nothing', { amountWon: '0', vouchers: 0, companies: 0 }, [400, 'voucher-budget.changes-nothing', '/amountWon']],
    ['of tomorrow', { decidedOn: '2199-01-01' }, [400, 'voucher-budget.not-decided-yet', '/decidedOn']],
    ['of an unknown stage', { stage: 'RUMOUR' }, [400, 'request.invalid', '/stage']],
    ['without a clause', { clause: ' ' }, [400, 'request.invalid', '/clause']],
  ])('refuses a decision %s', async (_what, changes, expected) => {
    expect(refusal(await decide(changes))).toEqual(expected);
  });
});
