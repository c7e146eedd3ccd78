import { describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../support/answers.js';
import { Client, type Json } from '../support/client.js';
import { made } from '../support/grants.js';
import { declareIncome, finishedProject, notifyRoyalty, registeredTechnology } from '../support/outcomes-of-grants.js';
import { balanceOf } from '../support/sql.js';

/** S13 with the figures of TV-15: an SME that was granted 150 million won owes at most 15 million over the whole life of its technology. */
describe('a small business that sells what it developed', () => {
  it('pays up to its cap and nothing the year after, and another one the part of its second year that is left below the cap', async () => {
    const { call, agreement } = await finishedProject();
    const technologyId = await registeredTechnology(agreement.id);
    const years = async (): Promise<unknown[]> =>
      ((await Client.as('auditor').get(`/grant-agreements/${agreement.id}/royalty`)).body.statement.years as Json[]).map(({ year, computedWon, dueWon, noticeWon, reason }) => [year, computedWon, dueWon, noticeWon, reason]);

    // 3 billion won of sales × 20 % that the technology contributes × 2.5 %: exactly the cap.
    made('the first declaration', await declareIncome(technologyId, 2023, '3000000000'));
    expect(await years()).toEqual([[2023, '15000000', '15000000', '15000000', 'FULL']]);
    const { id, dueOn } = made('the first notice', await notifyRoyalty(agreement.id, 2023, '15000000')) as { id: string; dueOn: string };
    expect([dueOn, await balanceOf(call.account('grant.outcome-receivable', id))]).toEqual(['2024-10-08', 15_000_000n]);

    made('the next declaration', await declareIncome(technologyId, 2024, '4000000000'));
    expect((await years())[1]).toEqual([2024, '20000000', '0', '0', 'CAP_REACHED']);
    expect(refusal(await notifyRoyalty(agreement.id, 2024, '10'))).toEqual([422, 'rule.royalty-is-due']);
    // What was refused has left nothing behind.
    expect(await balanceOf(call.account('grant.outcome-due'))).toBe(15_000_000n);

    const other = await finishedProject();
    const otherId = await registeredTechnology(other.agreement.id);
    made('a smaller first year', await declareIncome(otherId, 2023, '2000000000'));
    made('its notice', await notifyRoyalty(other.agreement.id, 2023, '10000000'));
    made('a larger second year', await declareIncome(otherId, 2024, '4000000000'));
    // 20 million are computed, and five are left below the cap.
    expect(refusal(await notifyRoyalty(other.agreement.id, 2024, '20000000'))).toEqual([400, 'grant-royalty.other-amount', '/amountWon']);
    expectStatus(await notifyRoyalty(other.agreement.id, 2024, '5000000'), 201);
    expect(await balanceOf(other.call.account('grant.outcome-due'))).toBe(15_000_000n);
  });
});
