import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { confirmItems, importedLines, pasteLines } from '../../support/bank.js';
import { clawbackPage, collect, decidedClawback, paidVoucher, receivedClawback, type PaidVoucher } from '../../support/clawbacks.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { bestOf } from '../../support/custodian.js';
import { made } from '../../support/grants.js';
import { nextSecond } from '../../support/packs.js';
import { digitsOf, settlementReport, totalsOf } from '../../support/reports.js';
import { itFindsNothingAt, itIsClosedTo, itWritesOncePerKey, NOWHERE } from '../../support/routes.js';
import { today } from '../../support/services.js';
import { balanceOf, refusalOf } from '../../support/sql.js';
import { statement } from '../../support/statement.js';
import { figuresOf } from '../../support/voucher-life.js';

const REASON = '다른 기업의 입금을 잘못 기록';
const reverse = (id: string, body: Json = {}, ask = {}): Promise<Answer> => Client.as('finance').post(`/clawback-receipts/${id}/reversal`, { reason: REASON, ...body }, ask);
const stateOf = async ({ voucherId }: PaidVoucher): Promise<string> => (await figuresOf(voucherId)).state as string;
const postingsOf = ({ body }: Answer): string[] => (body.entries as Json[]).map(({ posting }) => posting as string);

describe('reversing a receipt of a clawback', () => {
  itIsClosedTo('checker', 'reverseClawbackReceipt', (client) => client.post(`/clawback-receipts/${NOWHERE}/reversal`, { reason: REASON }));
  itFindsNothingAt((id) => reverse(id));

  describe('once', () => {
    let id: string;
    beforeAll(async () => {
      id = await receivedClawback(await decidedClawback((await paidVoucher()).voucherId), '1000000');
    });
    itWritesOncePerKey((ask, variation) => reverse(id, variation === 'first' ? {} : { reason: '또 다른 사유' }, ask));
    it('and never again, for a reason that says something', async () => {
      expect(refusal(await reverse(id))).toEqual([409, 'clawback-receipt.reversed-already', undefined]);
      expect(refusal(await reverse(id, { reason: '착오' }))).toEqual([400, 'request.invalid', '/reason']);
    });
  });

  it('opens the claim and the clawback of its voucher again, in the books as well', async () => {
    const paid = await paidVoucher();
    const clawbackId = await decidedClawback(paid.voucherId, { instalments: 2 });
    const books = async (): Promise<bigint[]> => [await balanceOf(paid.year.account('voucher.recovered-cash')), await balanceOf(paid.year.account('voucher.clawback-receivable', clawbackId))];
    const id = await receivedClawback(clawbackId, '4800000');
    expect([await stateOf(paid), await books()]).toEqual(['RECOVERED', [4_800_000n, 0n]]);
    expect([(await reverse(id, { dryRun: true })).body.after.openWon, await stateOf(paid)]).toEqual(['4800000', 'RECOVERED']);
    const reversed = await reverse(id);
    expectStatus(reversed, 200);
    expect([postingsOf(reversed), reversed.body]).toMatchObject([['voucher.clawback-receipt-reversed'], { clawbackId, amountWon: '4800000', before: { openWon: '0' }, after: { openWon: '4800000', settledWon: '0' } }]);
    expect([await stateOf(paid), await books()]).toEqual(['CLAWBACK', [0n, 4_800_000n]]);
    expect(await clawbackPage(clawbackId)).toMatchObject({
      ...{ status: 'OPEN', openWon: '4800000', plan: [{ settledWon: '0' }, { settledWon: '0' }] },
      movements: [{ id, kind: 'RECEIVED', reversed: true }, { kind: 'REVERSED', amountWon: '4800000', reason: REASON, reversed: false }],
    });
    await receivedClawback(clawbackId, '4800000');
    expect([await stateOf(paid), await books()]).toEqual(['RECOVERED', [4_800_000n, 0n]]);
  });

  it('gives up again what the receipt had brought back, and the voucher is written off as before', async () => {
    const paid = await paidVoucher();
    const clawbackId = await decidedClawback(paid.voucherId);
    made('the write-off', await collect(clawbackId, 'write-off', { reason: '폐업하여 재산이 없음' }));
    const id = await receivedClawback(clawbackId, '4800000');
    expect(await stateOf(paid)).toBe('RECOVERED');
    const reversed = await reverse(id);
    expect([postingsOf(reversed), reversed.body.after.writtenOffWon, await stateOf(paid)]).toEqual([['voucher.clawback-receipt-reversed', 'voucher.clawback-given-up-again'], '4800000', 'WRITTEN_OFF']);
    expect([await balanceOf(paid.year.account('voucher.written-off')), await balanceOf(paid.year.account('voucher.clawback-receivable', clawbackId))]).toEqual([4_800_000n, 0n]);
  });

  it('leaves the settlement report as it was known before, and that of today says that nothing came', async () => {
    const paid = await paidVoucher();
    const id = await receivedClawback(await decidedClawback(paid.voucherId), '4800000');
    const report = async (known = ''): Promise<Json> => made('the report', await settlementReport(paid.year.id, `?asOf=${today()}${known}`));
    const came = (shown: Json): number => digitsOf(totalsOf(shown, 'clawbacks', 1)['receivedWon']);
    await nextSecond();
    const then = await report();
    made('the reversal', await reverse(id));
    await nextSecond();
    const [now, again] = [await report(), await report(`&knownAt=${encodeURIComponent(then.meta.generatedAt as string)}`)];
    expect([came(then), came(now), came(again)]).toEqual([4_800_000, 0, 4_800_000]);
  });

  it('follows the bank that takes the line back, and not a person who undoes its match: by hand it was recorded', async () => {
    const clawbackId = await decidedClawback((await paidVoucher()).voucherId);
    const { debtor, number } = (await clawbackPage(clawbackId)) as { debtor: string; number: string };
    await receivedClawback(clawbackId, '4799990');
    const { accountId } = await importedLines({ on: today(), deposit: '4799990', from: debtor, memo: number });
    const line = async (): Promise<Json> => ((await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=${today()}&to=${today()}`)).body.lines as Json[])[0] as Json;
    expect((await line()).candidates[0]).toMatchObject({ records: [{ kind: 'voucher.clawback' }] });
    const [match] = made('the match', await confirmItems([bestOf(await line())])).matches as Json[];
    expectStatus(await Client.as('checker').post(`/bank-matches/${match?.id as string}/undo`, { reason: '잘못 고름' }), 200);
    expect((await clawbackPage(clawbackId)).openWon).toBe('10');
    made('the match', await confirmItems([bestOf(await line())]));
    expect((await pasteLines(accountId, statement({ on: today(), deposit: '-4799990', from: debtor }))).body.reversed).toBe(1);
    expect((await clawbackPage(clawbackId)).openWon).toBe('4800000');
  });

  it('is judged by the database as well: the whole of one receipt, once, that no line of a bank is', async () => {
    const clawbackId = await decidedClawback((await paidVoucher()).voucherId);
    const id = await receivedClawback(clawbackId, '1000');
    const movement = (movementId: string, commandId: string, amountWon: number, reason = `'잘못 기록한 수납'`): string =>
      `insert into clawback_movement (id, clawback_id, kind, amount_won, value_on, reason, known_at, command_id) values ('${movementId}', '${clawbackId}', 'REVERSED', ${amountWon}, '${today()}', ${reason}, now(), '${commandId}')`;
    const link = (movementId: string, commandId: string): string => `insert into clawback_reversal (movement_id, receipt_id, clawback_id, known_at, command_id) values ('${movementId}', '${id}', '${clawbackId}', now(), '${commandId}')`;
    const stated = (amountWon: number) => async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      const [movementId, commandId] = [crypto.randomUUID(), crypto.randomUUID()];
      for (const sql of [movement(movementId, commandId, amountWon), link(movementId, commandId), 'set constraints clawback_reversal_stands immediate']) await client.query(sql);
    };
    const refused = (constraint: string, code = '23514') => ({ code, constraint });
    expect([await refusalOf('APPLICATION', stated(999)), await refusalOf('APPLICATION', movement(crypto.randomUUID(), crypto.randomUUID(), 1000, 'null'))]).toEqual([refused('clawback_reversal_of_a_receipt'), refused('clawback_movement_reversed_for')]);
    const alone = async (client: { query(sql: string): Promise<unknown> }): Promise<void> => {
      await client.query(movement(crypto.randomUUID(), crypto.randomUUID(), 1000));
      await client.query('set constraints clawback_reversed_has_its_receipt immediate');
    };
    expect(await refusalOf('APPLICATION', alone)).toEqual(refused('clawback_reversed_has_its_receipt'));
    made('the reversal', await reverse(id));
    expect(await refusalOf('APPLICATION', link(crypto.randomUUID(), crypto.randomUUID()))).toEqual(refused('clawback_reversal_receipt_id_key', '23505'));
    expect((await refusalOf('APPLICATION', 'update clawback_reversal set known_at = now()'))?.code).toBe('42501');
  });
});
