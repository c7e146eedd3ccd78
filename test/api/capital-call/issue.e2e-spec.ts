import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { businessNumber, formFund } from '../../support/funds.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';

const call = (amountWon: string, changes: Json = {}): Json => ({ amountWon, purpose: '투자재원', noticeOn: '2024-02-01', dueOn: '2024-03-04', ...changes });
const amounts = (answer: { body: Json }): string[] => (answer.body.shares as Json[]).map((share) => share.amountWon as string);

/** The five partners of the worked example. */
function five(): Json[] {
  const commitments: [string, string, string][] = [
    ['모태펀드', 'SPECIAL_LIMITED', '10000000000'],
    ['공제회', 'LIMITED', '5000000000'],
    ['은행', 'LIMITED', '3000000000'],
    ['기업', 'LIMITED', '1800000000'],
    ['운용', 'GENERAL', '200000000'],
  ];
  return commitments.map(([name, kind, commitmentWon]) => ({ name, kind, commitmentWon, businessNumber: businessNumber() }));
}

describe('issuing a capital call', () => {
  const manager = Client.as('manager');
  let fundId: string;
  const issue = (amountWon: string, changes: Json = {}, ask = {}) => manager.post(`/funds/${fundId}/capital-calls`, call(amountWon, changes), ask);

  beforeAll(async () => {
    fundId = (await formFund(manager)).id;
  });

  itIsClosedTo('compliance', 'issueCapitalCall', (client) => client.post(`/funds/${NOWHERE}/capital-calls`, call('1000')));
  itFindsNothingAt((id) => manager.post(`/funds/${id}/capital-calls`, call('1000')));
  itWritesOncePerKey((ask, variation) => issue(variation === 'first' ? '1000000' : '2000000', {}, ask));

  it('splits among the partners without losing a won, over several calls too', async () => {
    const { id } = await formFund(manager, { partners: five() });
    const send = (amountWon: string) => manager.post(`/funds/${id}/capital-calls`, call(amountWon));
    const first = await send('3333333333');
    expectStatus(first, 201);
    expect(amounts(first)).toEqual(['1666666667', '833333333', '500000000', '300000000', '33333333']);
    const second = amounts(await send('1000000001')).map(BigInt);
    expect(second.reduce((sum, each) => sum + each, 0n)).toBe(1_000_000_001n);
    const shares = amounts(first).map((each, index) => BigInt(each) + (second[index] ?? 0n));
    expect(shares).toEqual([2_166_666_667n, 1_083_333_334n, 650_000_000n, 390_000_000n, 43_333_333n]);
    const other = await formFund(manager, { partners: five() });
    expect(amounts(await manager.post(`/funds/${other.id}/capital-calls`, call('1000000001')))).toEqual(['500000001', '250000000', '150000000', '90000000', '10000000']);
  });

  it('may also be asked for by finance, and moves the commitments', async () => {
    const { id } = await formFund(manager);
    expect((await Client.as('finance').post(`/funds/${id}/capital-calls`, call('4000000000'))).status).toBe(201);
    const accounts = (await manager.get(`/ledger/accounts?book=fund/${id}`)).body as Json[];
    const total = (chart: string) => accounts.filter((account) => account.chart === chart).reduce((sum, account) => sum + BigInt(account.balance), 0n);
    expect([total('fund.capital-receivable'), total('fund.uncalled-commitment'), total('fund.called-commitment'), total('fund.cash')]).toEqual([4_000_000_000n, 16_000_000_000n, 4_000_000_000n, 0n]);
  });

  it('in a dry run shows the shares and calls nobody', async () => {
    const dry = await issue('4000000000', { dryRun: true });
    expect([dry.status, dry.body.id, dry.body.dryRun, amounts(dry)]).toEqual([201, null, true, ['2000000000', '1960000000', '40000000']]);
    const calls = (await manager.get(`/funds/${fundId}/capital-calls`)).body as Json[];
    expect(calls.map((each) => each.amountWon)).not.toContain('4000000000');
  });

  it('refuses more than is left to call, and in a dry run says so', async () => {
    const { id } = await formFund(manager);
    const send = (changes: Json) => manager.post(`/funds/${id}/capital-calls`, call('20000000001', changes));
    const refused = await send({});
    expect([refused.status, refused.body.code, refused.body.text.en]).toEqual([422, 'rule.call-stays-within-commitments', 'Exceeds the 20,000,000,000 won not called yet by 1.']);
    const dry = await send({ dryRun: true });
    expect([dry.status, dry.body.shares, dry.body.verdicts[0].result]).toEqual([201, [], 'BLOCK']);
  });

  it('warns of a notice that is too short, and calls all the same', async () => {
    const { body } = await issue('1000', { noticeOn: '2024-02-01', dueOn: '2024-02-15' });
    expect(body.verdicts[1]).toMatchObject({ rule: 'call-gives-its-notice', result: 'WARN', inputs: { businessDays: 10, earliestOn: '2024-02-19' } });
    expect(body.id).not.toBeNull();
  });

  it.each([
    ['due before its notice', { noticeOn: '2024-03-05' }, 'capital-call.due-before-notice', '/dueOn'],
    ['before the founding', { noticeOn: '2024-01-14' }, 'capital-call.outside-fund-life', '/noticeOn'],
    ['after the end of the fund', { dueOn: '2032-01-15' }, 'capital-call.outside-fund-life', '/dueOn'],
    ['of nothing', { amountWon: '0' }, 'request.invalid', '/amountWon'],
    ['without a purpose', { purpose: ' ' }, 'request.invalid', '/purpose'],
  ])('refuses a call %s', async (_what, changes, code, pointer) => {
    expect(refusal(await issue('1000', changes))).toEqual([400, code, pointer]);
  });
});
