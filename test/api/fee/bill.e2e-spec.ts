import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { fundForm, formFund } from '../../support/funds.js';
import { balancesOn, feeTerms, fundWithDeals, onCommitments, posted, sheet, valued } from '../../support/outcomes.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

/** The fund of the worked example: 20 billion won at 2 % from New Year 2022. */
const SINCE_2022 = { ...fundForm(''), foundedOn: '2022-01-01', registeredOn: '2022-01-10', investmentFrom: '2022-01-01', investmentTo: '2025-12-31', lifeTo: '2029-12-31' };

describe('billing the management fee', () => {
  const [manager, finance, compliance] = [Client.as('manager'), Client.as('finance'), Client.as('compliance')];
  let fundId: string;
  const since = async (changes: Json = {}): Promise<string> => {
    const { vintageId: _vintage, partners: _partners, ...dates } = SINCE_2022 as Json;
    return (await formFund(manager, { ...dates, ...changes })).id;
  };
  const bill = (id: string, periodTo: string, changes: Json = {}, ask = {}) => finance.post(`/funds/${id}/fee-bills`, { periodTo, billedOn: periodTo, ...changes }, ask);

  beforeAll(async () => {
    fundId = await since();
  });

  itIsClosedTo('compliance', 'billFee', (client) => client.post(`/funds/${NOWHERE}/fee-bills`, { periodTo: '2022-03-31', billedOn: '2022-03-31' }));
  itFindsNothingAt((id) => bill(id, '2022-03-31'));
  itWritesOncePerKey((ask, variation) => bill(fundId, '2022-03-31', { billedOn: variation === 'first' ? '2022-03-31' : '2022-03-30' }, ask));

  it('comes to the year’s fee to the won (worked example TV-6)', async () => {
    const id = await since();
    const amounts: string[] = [];
    for (const quarter of ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31']) amounts.push((await posted(bill(id, quarter))).amountWon as string);
    expect(amounts).toEqual(['98630136', '99726028', '100821918', '100821918']);
    expect(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)).toBe(400_000_000n);
    const balances = await balancesOn(id, '2022-12-31');
    expect([balances['fund.expense'], balances['fund.fee-payable'], balances['fund.cash']]).toEqual([400_000_000n, 400_000_000n, undefined]);
  });

  it('of the hybrid scheme counts commitments and what is invested side by side', async () => {
    const id = await since({ partners: [{ name: '모태펀드', kind: 'SPECIAL_LIMITED', commitmentWon: '29700000000', businessNumber: '1048137225' }, { name: '시험운용', kind: 'GENERAL', commitmentWon: '300000000', businessNumber: '1208147521' }] });
    const terms = ['COMMITTED', 'INVESTED'].map((base, index) => ({ from: '2022-01-01', to: '2025-12-31', base, rateBasisPoints: index === 0 ? 100 : 250, clause: '규약 제36조' }));
    await posted(compliance.post(`/funds/${id}/fee-terms`, feeTerms(terms)));
    const amounts: bigint[] = [];
    for (const quarter of ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31']) amounts.push(BigInt((await posted(bill(id, quarter))).amountWon as string));
    expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(300_000_000n);
  });

  it('cuts a quarter where base and reduction change, and settles what an earlier bill was off', async () => {
    const { id, deals } = await fundWithDeals(['2000000000'], { investmentTo: '2024-09-30' });
    const terms = [onCommitments('2024-01-15', '2024-09-30'), { from: '2024-10-01', to: '2032-01-14', base: 'NET_COST', rateBasisPoints: 200, clause: '규약 제36조제2항' }];
    const reductions = [{ from: '2024-12-01', to: '2024-12-31', keepsBasisPoints: 8000, reason: '의무투자 미달', clause: '규약 제36조제3항' }];
    await posted(compliance.post(`/funds/${id}/fee-terms`, feeTerms(terms, { reductions })));
    for (const quarter of ['2024-03-31', '2024-06-30', '2024-09-30']) await posted(bill(id, quarter));
    const fourth = await posted(bill(id, '2024-12-31'));
    expect((fourth.pieces as Json[]).map(({ from, to, days, base, keepsBasisPoints }) => [from, to, days, base, keepsBasisPoints])).toEqual([
      ['2024-10-01', '2024-11-30', 61, 'NET_COST', 10_000],
      ['2024-12-01', '2024-12-31', 31, 'NET_COST', 8_000],
    ]);
    await posted(bill(id, '2025-03-31'));
    // The auditor finds in May what had been lost since New Year: the fee of the first quarter was too high by half a quarter's.
    await posted(manager.post(`/funds/${id}/valuations`, sheet([valued(deals[0] ?? '', '1000000000', { impairmentWon: '1000000000', reasons: [{ code: 'DEFAULT' }] })], { valuedOn: '2025-01-01' })));
    const second = await posted(bill(id, '2025-06-30'));
    expect([second.accruedWon, second.adjustmentWon, second.amountWon]).toEqual(['4986302', '-4931507', '54795']);
  });

  it('in a dry run shows the bill and makes none', async () => {
    const id = await since();
    const dry = await bill(id, '2022-03-31', { dryRun: true });
    expect([dry.status, dry.body.id, dry.body.amountWon, dry.body.pieces[0].days]).toEqual([201, null, '98630136', 90]);
    expect((await finance.get(`/funds/${id}/fee-schedule`)).body.bills).toEqual([]);
  });

  it.each<[string, string, Json, string, string]>([
    ['out of turn', '2023-06-30', {}, 'fee.not-its-turn', '/periodTo'],
    ['before it began', '2022-06-30', { billedOn: '2022-03-31' }, 'fee.billing-date', '/billedOn'],
    ['tomorrow', '2022-06-30', { billedOn: '2199-01-01' }, 'fee.billing-date', '/billedOn'],
  ])('refuses a bill %s', async (_what, periodTo, changes, code, pointer) => {
    const id = await since();
    await posted(bill(id, '2022-03-31'));
    expect(refusal(await bill(id, periodTo, changes))).toEqual([400, code, pointer]);
  });
});
