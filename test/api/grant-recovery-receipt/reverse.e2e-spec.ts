import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { made } from '../../support/grants.js';
import { nextSecond } from '../../support/packs.js';
import { digitsOf, tableOf } from '../../support/reports.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { collectRecovery, demanded, overdueBy, recoveryPage } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

type Demanded = Awaited<ReturnType<typeof demanded>>;
const REASON = '다른 기관의 입금을 잘못 기록';
const reverse = (id: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/grant-recovery-receipts/${id}/reversal`, { reason: REASON, ...body }, ask);
const movementsOf = async (recoveryId: string): Promise<Json[]> => (await recoveryPage(recoveryId)).movements as Json[];

/** Records money for a recovery; the answer is its receipt. */
async function received({ recoveryId }: Demanded, amountWon: string): Promise<string> {
  const before = new Set((await movementsOf(recoveryId)).map(({ id }) => id as string));
  made('the receipt', await collectRecovery(recoveryId, 'receive', { amountWon, valueOn: today() }));
  return (await movementsOf(recoveryId)).map(({ id }) => id as string).find((id) => !before.has(id)) ?? '';
}

const postingsOf = ({ body }: Answer): string[] => (body.entries as Json[]).map(({ posting }) => posting as string);
const account = ({ call }: Demanded, chart: string, part?: string): Promise<bigint> => balanceOf(call.account(chart, part));
const remit = ({ recoveryId }: Demanded, amountWon: string): Promise<Answer> => collectRecovery(recoveryId, 'remit', { amountWon, remittedOn: today(), noticeNumber: '2026-0001-0000009' });

describe('reversing a receipt of a recovery', () => {
  itIsClosedTo('checker', 'reverseGrantRecoveryReceipt', (client) => client.post(`/grant-recovery-receipts/${NOWHERE}/reversal`, { reason: REASON }));
  itFindsNothingAt((id) => reverse(id));

  describe('once', () => {
    let id: string;
    beforeAll(async () => {
      id = await received(await demanded(), '1000000');
    });
    itWritesOncePerKey((ask, variation) => reverse(id, variation === 'first' ? {} : { reason: '또 다른 사유' }, ask));
    it('and never again, for a reason that says something', async () => {
      expect(refusal(await reverse(id))).toEqual([409, 'grant-recovery-receipt.reversed-already', undefined]);
      expect(refusal(await reverse(id, { reason: '착오' }))).toEqual([400, 'request.invalid', '/reason']);
    });
  });

  it('is won by one of two who do it at once', async () => {
    const claim = await demanded();
    const id = await received(claim, '1000000');
    expect((await Promise.all([reverse(id), reverse(id)])).map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await account(claim, 'grant.recovered-cash')).toBe(0n);
  });

  it('mirrors what the receipt booked: the claim is open, the project has not given back, and nothing is held', async () => {
    const claim = await demanded();
    const charts = [['grant.recovered-cash'], ['grant.recovery-receivable', claim.recoveryId], ...['returned', 'cash', 'made-good'].map((name) => [`grant.project-${name}`, claim.agreement.id])] as const;
    const balances = (): Promise<bigint[]> => Promise.all(charts.map(([chart = '', part]) => account(claim, chart, part)));
    const before = await balances();
    const id = await received(claim, '11315000');
    const after = await balances();
    const dry = await reverse(id, { dryRun: true });
    expect([dry.body.dryRun, dry.body.after.openWon, await balances()]).toEqual([true, '11315000', after]);
    const reversed = await reverse(id);
    expectStatus(reversed, 200);
    expect(reversed.body).toMatchObject({ recoveryId: claim.recoveryId, amountWon: '11315000', before: { openWon: '0', settledWon: '11315000' }, after: { openWon: '11315000', settledWon: '0' } });
    expect([postingsOf(reversed), await balances()]).toEqual([['grant.recovery-receipt-reversed', 'grant.project-giving-reversed'], before]);
    expect(await recoveryPage(claim.recoveryId)).toMatchObject({
      ...{ status: 'OPEN', heldWon: '0', openWon: '11315000', plan: [{ settledWon: '0' }] },
      movements: [{ id, kind: 'RECEIVED', reversed: true }, { kind: 'REVERSED', amountWon: '11315000', valueOn: today(), reason: REASON, reversed: false }],
    });
    // What is received after all is received as ever.
    await received(claim, '11315000');
    expect(await untiedGrants([claim.call.id])).toEqual([]);
  });

  it('runs the surcharge as if the money had never come', async () => {
    const claim = await demanded();
    await overdueBy(claim.recoveryId, 10);
    const late = await recoveryPage(claim.recoveryId);
    expect([late.status, late.surchargeDueWon]).toEqual(['OVERDUE', '339450']);
    const id = await received(claim, '11315000');
    expect((await recoveryPage(claim.recoveryId)).status).toBe('SETTLED');
    made('the reversal', await reverse(id));
    expect(await recoveryPage(claim.recoveryId)).toMatchObject({ status: 'OVERDUE', overdueWon: '11315000', surchargeDueWon: '339450' });
    made('the surcharge', await collectRecovery(claim.recoveryId, 'surcharge'));
    expect(await untiedGrants([claim.call.id])).toEqual([]);
  });

  describe('of what was given up', () => {
    const writtenOff = ({ recoveryId }: Demanded): Promise<Answer> => collectRecovery(recoveryId, 'write-off', { reason: '폐업하여 재산이 없음' });
    const books = async (claim: Demanded): Promise<readonly bigint[]> => [await account(claim, 'grant.recovery-receivable', claim.recoveryId), await account(claim, 'grant.recovery-written-off')];

    it('gives it up again', async () => {
      const claim = await demanded();
      made('the write-off', await writtenOff(claim));
      const id = await received(claim, '1000000');
      const reversed = await reverse(id);
      expect([postingsOf(reversed), reversed.body.after.writtenOffWon]).toEqual([['grant.recovery-receipt-reversed', 'grant.project-giving-reversed', 'grant.recovery-given-up-again'], '11315000']);
      expect([await books(claim), (await recoveryPage(claim.recoveryId)).status]).toEqual([[0n, 11_315_000n], 'WRITTEN_OFF']);
    });

    it('counts a later payment first against what is open again', async () => {
      const claim = await demanded();
      const first = await received(claim, '10000000');
      made('the write-off', await writtenOff(claim));
      await received(claim, '1000000');
      expect(await books(claim)).toEqual([0n, 315_000n]);
      expect((await reverse(first)).body).toMatchObject({ before: { openWon: '0', writtenOffWon: '315000' }, after: { openWon: '9000000', writtenOffWon: '1315000' } });
      expect(await books(claim)).toEqual([9_000_000n, 1_315_000n]);
      expect(await untiedGrants([claim.call.id])).toEqual([]);
    });
  });

  it('is refused for what the Treasury has, and says how much is left; what is still held goes back', async () => {
    const claim = await demanded();
    const [large, small] = [await received(claim, '8000000'), await received(claim, '3000000')];
    made('the remittance', await remit(claim, '6000000'));
    const refused = await reverse(large);
    expect(refusal(refused)).toEqual([409, 'grant-recovery-receipt.remitted', undefined]);
    expect(refused.body.detail).toContain('5,000,000');
    made('the reversal', await reverse(small));
    expect(refusal(await remit(claim, '2000001'))).toEqual([400, 'grant-recovery.more-than-there-is', '/amountWon']);
    made('the rest', await remit(claim, '2000000'));
    expect(await untiedGrants([claim.call.id])).toEqual([]);
  });

  it('is of receipts alone: what was given up or added is none', async () => {
    const claim = await demanded();
    await overdueBy(claim.recoveryId, 10);
    made('the surcharge', await collectRecovery(claim.recoveryId, 'surcharge'));
    const [surcharge] = await movementsOf(claim.recoveryId);
    expect((await reverse(surcharge?.id as string)).status).toBe(404);
  });

  it('leaves reports as they were known before, and the report of today says that nothing came', async () => {
    const claim = await demanded();
    const id = await received(claim, '11315000');
    const report = async (known = ''): Promise<Json> => made('the report', await Client.as('auditor').get(`/reports/grant-settlement/${claim.call.id}?asOf=${today()}${known}`));
    const treasury = (shown: Json): number[] => ['receivedWon', 'unpaidWon'].map((column) => digitsOf(tableOf(shown, 'treasury')[0]?.[column]));
    await nextSecond();
    const then = await report();
    made('the reversal', await reverse(id));
    await nextSecond();
    const [now, again] = [await report(), await report(`&knownAt=${encodeURIComponent(then.meta.generatedAt as string)}`)];
    expect([treasury(then), treasury(now), treasury(again)]).toEqual([[11_315_000, 0], [0, 11_315_000], [11_315_000, 0]]);
    expect(again.meta.dataSha256).toBe(then.meta.dataSha256);
  });
});
