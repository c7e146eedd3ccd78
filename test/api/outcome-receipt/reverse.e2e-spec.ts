import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { made } from '../../support/grants.js';
import { claimedRoyalty } from '../../support/outcomes-of-grants.js';
import { nextSecond } from '../../support/packs.js';
import { tableOf } from '../../support/reports.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { scopedPerson } from '../../support/scoped.js';
import { today } from '../../support/services.js';
import { balanceOf } from '../../support/sql.js';

type Claimed = Awaited<ReturnType<typeof claimedRoyalty>>;
const REASON = '다른 기업의 기술료를 잘못 기록';
const finance = Client.as('finance');
const reverse = (id: string, body: Json = {}, ask = {}): Promise<Answer> => finance.post(`/outcome-receipts/${id}/reversal`, { reason: REASON, ...body }, ask);
const remit = ({ call }: Claimed, amountWon: string): Promise<Answer> => finance.post(`/grant-calls/${call.id}/outcome-remittances`, { amountWon, remittedOn: '2024-08-05', treasuryNumber: `D-${amountWon}` });

const listed = async ({ call }: Claimed): Promise<Json> => (await Client.as('auditor').get(`/grant-calls/${call.id}/outcome-claims`)).body;
const receiptsOf = async (claimed: Claimed): Promise<Json[]> => ((await listed(claimed)).claims as Json[])[0]?.receipts as Json[];

/** Records money for the notice; the answer is its receipt. */
async function received(claimed: Claimed, amountWon: string): Promise<string> {
  made('the receipt', await finance.post(`/outcome-claims/${claimed.claimId}/receive`, { amountWon, valueOn: '2024-08-01', bankReference: `입금 ${amountWon}` }));
  return (await receiptsOf(claimed)).find((receipt) => receipt.bankReference === `입금 ${amountWon}`)?.id as string;
}

describe('reversing a receipt of a royalty or of proceeds', () => {
  itIsClosedTo('checker', 'reverseOutcomeReceipt', (client) => client.post(`/outcome-receipts/${NOWHERE}/reversal`, { reason: REASON }));
  itFindsNothingAt((id) => reverse(id));

  describe('once', () => {
    let id: string;
    beforeAll(async () => {
      id = await received(await claimedRoyalty(), '1000000');
    });
    itWritesOncePerKey((ask, variation) => reverse(id, variation === 'first' ? {} : { reason: '또 다른 사유' }, ask));
    it('and never again, for a reason that says something', async () => {
      expect(refusal(await reverse(id))).toEqual([409, 'outcome-receipt.reversed-already', undefined]);
      expect(refusal(await reverse(id, { reason: '착오' }))).toEqual([400, 'request.invalid', '/reason']);
    });
  });

  it('opens the notice again by as much, in the books as well, and what comes then is received', async () => {
    const claimed = await claimedRoyalty();
    const books = async (): Promise<bigint[]> => [await balanceOf(claimed.call.account('grant.outcome-cash')), await balanceOf(claimed.call.account('grant.outcome-receivable', claimed.claimId))];
    const id = await received(claimed, '5000000');
    const dry = await reverse(id, { dryRun: true });
    expect([dry.body.dryRun, dry.body.afterWon, await books()]).toEqual([true, '5000000', [5_000_000n, 0n]]);
    const reversed = await reverse(id);
    expectStatus(reversed, 200);
    expect(reversed.body).toMatchObject({ id: claimed.claimId, amountWon: '5000000', beforeWon: '0', afterWon: '5000000', entries: [{ posting: 'grant.outcome-receipt-reversed' }] });
    expect([await books(), await listed(claimed)]).toMatchObject([[0n, 5_000_000n], { heldWon: '0', openWon: '5000000', claims: [{ state: 'OVERDUE', receipts: [{ id, amountWon: '5000000', reversedFor: REASON }] }] }]);
    await received(claimed, '4000000');
    expect(await books()).toEqual([4_000_000n, 1_000_000n]);
  });

  it('is refused for what the Treasury has, and says how much is left', async () => {
    const claimed = await claimedRoyalty();
    const [large, small] = [await received(claimed, '3000000'), await received(claimed, '2000000')];
    made('the remittance', await remit(claimed, '2500000'));
    const refused = await reverse(large);
    expect(refusal(refused)).toEqual([409, 'outcome-receipt.remitted', undefined]);
    expect(refused.body.detail).toContain('2,500,000');
    made('the reversal', await reverse(small));
    expect(refusal(await remit(claimed, '500001'))).toEqual([400, 'outcome-claim.more-than-held', '/amountWon']);
    // Of two at once who would take the last of it, one is refused.
    const [another] = [await received(claimed, '1000000')];
    const answers = await Promise.all([reverse(another), remit(claimed, '1500000')]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
  });

  it('leaves the yearly report tied, and as it was known before', async () => {
    const claimed = await claimedRoyalty();
    const id = await received(claimed, '5000000');
    // Who sees this programme alone is told nothing of what other specs do meanwhile.
    const reader = await scopedPerson('COMPLIANCE', [`programme/${claimed.call.programmeId}`]);
    const report = async (known = ''): Promise<Json> => made('the report', await reader.get(`/reports/annual/${today().slice(0, 4)}?asOf=${today()}${known}`));
    const came = (shown: Json): string | undefined => tableOf(shown, 'outcome').find(({ item }) => item === '정부 몫 수납')?.['totalWon'];
    await nextSecond();
    const then = await report();
    made('the reversal', await reverse(id));
    await nextSecond();
    const [now, again] = [await report(), await report(`&knownAt=${encodeURIComponent(then.meta.generatedAt as string)}`)];
    expect([came(then), came(now), came(again)]).toEqual(['5,000,000', '0', '5,000,000']);
  });
});
