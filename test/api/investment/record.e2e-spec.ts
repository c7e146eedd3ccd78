import { beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { deal, formFund, recordDeal } from '../support/funds.js';
import { withSql } from '../support/sql.js';

const BILLION = 1_000_000_000n;

describe('recording an investment', () => {
  let manager: Client;
  let fundId: string;

  beforeAll(async () => {
    manager = await Client.signIn('manager');
    fundId = (await formFund(manager)).id;
  });

  it('answers with what the next screen needs', async () => {
    const answer = await recordDeal(manager, fundId, '1000000000');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ dryRun: false, blocked: false, number: 'INV-2024-0001' });
    expect(answer.body.before.headroomWon).toBe('7400000000');
    expect(answer.body.after.headroomWon).toBe('6400000000');
    expect(answer.body.postings).toHaveLength(1);
  });

  it('in a dry run says the same and leaves nothing behind', async () => {
    const before = (await manager.get(`/funds/${fundId}/obligation`)).body;
    const dry = await recordDeal(manager, fundId, '6500000000', { dryRun: true });
    expect(dry.status).toBe(201);
    expect(dry.body).toMatchObject({ id: null, dryRun: true, blocked: true });
    expect(dry.body.verdicts[0]).toMatchObject({ rule: 'obligation-stays-reachable', result: 'BLOCK', inputs: { shortByWon: '100000000' } });
    expect(dry.body.verdicts[0].text.en).toContain('short by 100,000,000 by 2028-01-14');
    expect((await manager.get(`/funds/${fundId}/obligation`)).body).toMatchObject({ investedWon: before.investedWon });
  });

  it('refuses what makes the obligation unreachable, with the rule and its clause', async () => {
    const answer = await recordDeal(manager, fundId, '6500000000');
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'rule.obligation-stays-reachable', rule: { clause: '규약 제23조' } });
  });

  it('writes once for the same key, and refuses the key for another deal', async () => {
    const body = deal('100000000');
    const [first, second] = [await manager.post(`/funds/${fundId}/investments`, body, { key: 'same-key-1' }), await manager.post(`/funds/${fundId}/investments`, body, { key: 'same-key-1' })];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
    const other = await manager.post(`/funds/${fundId}/investments`, { ...body, amountWon: '200000000' }, { key: 'same-key-1' });
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.key-reused']);
  });

  it('never lets 500 deals at once use more than the headroom', async () => {
    const fund = await formFund(manager);
    const answers = await Promise.all(Array.from({ length: 500 }, () => recordDeal(manager, fund.id, '37000000')));
    const recorded = answers.filter((answer) => answer.status === 201).length;
    expect(recorded).toBe(200);
    expect(new Set(answers.filter((answer) => answer.status !== 201).map((answer) => answer.status))).toEqual(new Set([422]));
    const balance = await withSql('APPLICATION', async (client) => {
      const { rows } = await client.query<{ balance: string }>('select b.balance from account_balance b join ledger_account a on a.id = b.account_id where a.key = $1', [`fund/${fund.id}/fund.headroom`]);
      return BigInt(rows[0]?.balance ?? -1);
    });
    expect(balance).toBe(0n);
    const position = (await manager.get(`/funds/${fund.id}/obligation`)).body;
    expect([BigInt(position.investedWon), BigInt(position.feasibility.headroomWon)]).toEqual([7_400_000_000n, 0n]);
  }, 120_000);

  it('counts an accepted deal and gives its headroom back', async () => {
    const fund = await formFund(manager);
    const recorded = await recordDeal(manager, fund.id, (2n * BILLION).toString(), { recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' }, evidence: [{ kind: '연구소기업 등록증', issuedOn: '2023-10-29' }] });
    expect(recorded.body.after).toMatchObject({ headroomWon: '5400000000', pendingWon: '2000000000' });
    expect(recorded.body.afterIfAccepted).toMatchObject({ headroomWon: '7400000000', ratioPercent: '10.00' });
    const compliance = await Client.signIn('compliance');
    const decided = await compliance.post(`/investments/${recorded.body.id}/classifications`, { decision: 'QUALIFIED', route: 'LAB_COMPANY', companyBasis: 'STARTUP', effectiveOn: '2024-06-03', reason: '증빙 확인' });
    expect(decided.status).toBe(201);
    expect(decided.body.after).toMatchObject({ headroomWon: '7400000000', qualifyingWon: '2000000000', ratioPercent: '10.00' });
  });
});
