import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { confirmItems, importedLines } from '../support/bank.js';
import { Client, type Json } from '../support/client.js';
import { bestOf } from '../support/custodian.js';
import { made } from '../support/grants.js';
import { claimedRoyalty } from '../support/outcomes-of-grants.js';
import { today } from '../support/services.js';
import { collectRecovery, demanded, recoveryPage } from '../support/settlements.js';
import { refusalOf, withSql, type Refusal } from '../support/sql.js';

/** What the application's own role cannot undo of what came in, whatever the program says. */

type Sql = (client: { query(sql: string): Promise<unknown> }) => Promise<void>;
const refused = (constraint: string, code = '23514'): Refusal => ({ code, constraint });
const inTurn = (...statements: string[]): Sql => async (client) => {
  for (const sql of statements) await client.query(sql);
};
/** A line of a bank that this receipt was recorded from. */
async function foundAtTheBank(on: string, amountWon: string, from: string, memo: string): Promise<void> {
  const { accountId } = await importedLines({ on, deposit: amountWon, from, memo });
  const [line] = (await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=${on}&to=${on}`)).body.lines as Json[];
  made('the match', await confirmItems([bestOf(line as Json)]));
}

describe('a receipt of a recovery', () => {
  let claim: Awaited<ReturnType<typeof demanded>>;
  let receiptId: string;
  beforeAll(async () => {
    claim = await demanded();
    made('the receipt', await collectRecovery(claim.recoveryId, 'receive', { amountWon: '1000', valueOn: today() }));
    receiptId = ((await recoveryPage(claim.recoveryId)).movements as Json[])[0]?.id as string;
  });

  const movement = (id: string, commandId: string, amountWon = 1000, more = { recoveryId: claim.recoveryId, valueOn: today(), reason: `'잘못 기록한 수납'` }): string =>
    `insert into grant_recovery_movement (id, recovery_id, kind, amount_won, value_on, reason, known_at, command_id) values ('${id}', '${more.recoveryId}', 'REVERSED', ${amountWon}, '${more.valueOn}', ${more.reason}, now(), '${commandId}')`;
  const link = (movementId: string, commandId: string, of = receiptId, recoveryId = claim.recoveryId): string =>
    `insert into grant_recovery_reversal (movement_id, receipt_id, recovery_id, known_at, command_id) values ('${movementId}', '${of}', '${recoveryId}', now(), '${commandId}')`;
  /** Both rows as a forged command would state them; who states them is asked at commit. */
  const reversal = (amountWon = 1000, of?: string, more?: Parameters<typeof movement>[3]): Sql => async (client) => {
    const [id, commandId] = [randomUUID(), randomUUID()];
    await inTurn(movement(id, commandId, amountWon, more), link(id, commandId, of), 'set constraints grant_recovery_reversal_stands immediate')(client);
  };

  it('is reversed whole, on its day, and says which it is', async () => {
    const refusals = [await refusalOf('APPLICATION', reversal(999)), await refusalOf('APPLICATION', reversal(1000, receiptId, { recoveryId: claim.recoveryId, valueOn: '2021-01-01', reason: `'잘못 기록한 수납'` }))];
    expect(refusals).toEqual([refused('grant_recovery_reversal_of_a_receipt'), refused('grant_recovery_reversal_of_a_receipt')]);
    expect(await refusalOf('APPLICATION', inTurn(movement(randomUUID(), randomUUID()), 'set constraints grant_reversed_has_its_receipt immediate'))).toEqual(refused('grant_reversed_has_its_receipt'));
  });

  it('says why, and is stated by a command of its own transaction', async () => {
    expect(await refusalOf('APPLICATION', movement(randomUUID(), randomUUID(), 1000, { recoveryId: claim.recoveryId, valueOn: today(), reason: 'null' }))).toEqual(refused('grant_recovery_movement_check'));
    expect((await refusalOf('APPLICATION', reversal()))?.code).toMatch(/^23/);
  });

  it('takes back no more than came in', async () => {
    expect(await refusalOf('APPLICATION', movement(randomUUID(), randomUUID(), 1001))).toEqual(refused('grant_recovery_remitted'));
  });

  it('of another recovery is not this one’s', async () => {
    const other = await demanded();
    made('the receipt', await collectRecovery(other.recoveryId, 'receive', { amountWon: '1000', valueOn: today() }));
    expect(await refusalOf('APPLICATION', reversal(1000, ((await recoveryPage(other.recoveryId)).movements as Json[])[0]?.id as string))).toEqual(refused('grant_recovery_reversal_of_a_receipt'));
  });

  it('stays while a line of a bank is it', async () => {
    const { recoveryId } = await demanded();
    const { debtor, number, demandedWon } = (await recoveryPage(recoveryId)) as { debtor: string; number: string; demandedWon: string };
    await foundAtTheBank(today(), demandedWon, debtor, number);
    const found = ((await recoveryPage(recoveryId)).movements as Json[])[0]?.id as string;
    const [id, commandId] = [randomUUID(), randomUUID()];
    const stated = [movement(id, commandId, Number(demandedWon), { recoveryId, valueOn: today(), reason: `'잘못 기록한 수납'` }), link(id, commandId, found, recoveryId), 'set constraints grant_recovery_reversal_stands immediate'];
    expect(await refusalOf('APPLICATION', inTurn(...stated))).toEqual(refused('grant_recovery_reversal_not_at_the_bank'));
  });

  it('is not reversed once it was remitted, nor twice, nor is the reversal changed', async () => {
    const { recoveryId } = await demanded();
    for (const amountWon of ['2000', '3000']) made('a receipt', await collectRecovery(recoveryId, 'receive', { amountWon, valueOn: today() }));
    made('the remittance', await collectRecovery(recoveryId, 'remit', { amountWon: '2500', remittedOn: today(), noticeNumber: '2026-0003-0000001' }));
    const [large, small] = [...((await recoveryPage(recoveryId)).movements as Json[])].sort((one, other) => Number(other.amountWon) - Number(one.amountWon));
    const own = { recoveryId, valueOn: today(), reason: `'잘못 기록한 수납'` };
    expect(await refusalOf('APPLICATION', movement(randomUUID(), randomUUID(), 3000, own))).toEqual(refused('grant_recovery_remitted'));
    made('the reversal', await Client.as('finance').post(`/grant-recovery-receipts/${small?.id as string}/reversal`, { reason: '잘못 기록한 수납' }));
    const again = [randomUUID(), randomUUID()] as const;
    expect(await refusalOf('APPLICATION', link(...again, small?.id as string, recoveryId))).toEqual(refused('grant_recovery_reversal_receipt_id_key', '23505'));
    // With the smaller one gone there is less to remit.
    const remittance = `insert into grant_recovery_remittance (id, recovery_id, amount_won, remitted_on, notice_number, known_at, command_id) values (gen_random_uuid(), '${recoveryId}', 501, current_date, '9', now(), gen_random_uuid())`;
    expect([large?.amountWon, await refusalOf('APPLICATION', remittance)]).toEqual(['3000', refused('grant_recovery_remitted')]);
    for (const table of ['grant_recovery_reversal', 'outcome_receipt_reversal']) expect((await refusalOf('APPLICATION', `update ${table} set known_at = now()`))?.code).toBe('42501');
  });
});

describe('a receipt of a royalty', () => {
  const reversal = (id: string, reason = '잘못 기록한 수납'): string => `insert into outcome_receipt_reversal (receipt_id, reason, known_at, command_id) values ('${id}', '${reason}', now(), gen_random_uuid())`;

  async function received(...amounts: string[]): Promise<{ callId: string; claimId: string; ids: string[] }> {
    const { call, claimId } = await claimedRoyalty();
    for (const amountWon of amounts) made('a receipt', await Client.as('finance').post(`/outcome-claims/${claimId}/receive`, { amountWon, valueOn: '2024-08-01' }));
    const { claims } = (await Client.as('auditor').get(`/grant-calls/${call.id}/outcome-claims`)).body as { claims: Json[] };
    const receipts = [...(claims[0]?.receipts as Json[])].sort((one, other) => Number(one.amountWon) - Number(other.amountWon));
    return { callId: call.id, claimId, ids: receipts.map(({ id }) => id as string) };
  }

  it('is not reversed without the books, twice, or for no reason', async () => {
    const { ids: [id = ''] } = await received('1000');
    expect(await refusalOf('APPLICATION', inTurn(reversal(id), 'set constraints outcome_receipt_reversal_ties immediate'))).toEqual(refused('outcome_claim_ties'));
    expect(await refusalOf('APPLICATION', inTurn(reversal(id), reversal(id)))).toEqual(refused('outcome_receipt_reversal_pkey', '23505'));
    expect(await refusalOf('APPLICATION', reversal(id, '착오'))).toEqual(refused('outcome_receipt_reversal_reason_check'));
  });

  it('is not reversed once the Treasury has it, nor remitted once it is reversed', async () => {
    const { callId, ids: [small = '', large = ''] } = await received('2000', '3000');
    made('the remittance', await Client.as('finance').post(`/grant-calls/${callId}/outcome-remittances`, { amountWon: '2500', remittedOn: '2024-08-05', treasuryNumber: 'D-9' }));
    expect(await refusalOf('APPLICATION', reversal(large))).toEqual(refused('outcome_remitted_of_received'));
    made('the reversal', await Client.as('finance').post(`/outcome-receipts/${small}/reversal`, { reason: '잘못 기록한 수납' }));
    const remittance = `insert into outcome_remittance (id, call_id, amount_won, remitted_on, treasury_number, known_at, command_id) values (gen_random_uuid(), '${callId}', 501, current_date, 'D-10', now(), gen_random_uuid())`;
    expect(await refusalOf('APPLICATION', remittance)).toEqual(refused('outcome_remitted_of_received'));
  });

  it('stays while a line of a bank is it', async () => {
    const { call, claimId } = await claimedRoyalty();
    const page = async (): Promise<Json> => (((await Client.as('auditor').get(`/grant-calls/${call.id}/outcome-claims`)).body as { claims: Json[] }).claims[0] as Json);
    const { debtor, number } = (await page()) as { debtor: string; number: string };
    await foundAtTheBank('2024-08-01', '2000000', debtor, number);
    const [receipt] = (await page()).receipts as Json[];
    expect([claimId, await refusalOf('APPLICATION', inTurn(reversal(receipt?.id as string), 'set constraints outcome_receipt_reversal_not_at_the_bank immediate'))]).toEqual([claimId, refused('outcome_receipt_reversal_not_at_the_bank')]);
  });

  it('and its reversal are not there for those who hold elsewhere', async () => {
    const { ids: [id = ''] } = await received('1000');
    made('the reversal', await Client.as('finance').post(`/outcome-receipts/${id}/reversal`, { reason: '잘못 기록한 수납' }));
    const count = (scopes?: readonly string[]): Promise<number> =>
      withSql('APPLICATION', async (client) => (await client.query<{ n: number }>(`select count(*)::int as n from outcome_receipt_reversal where receipt_id = '${id}'`)).rows[0]?.n ?? -1, scopes);
    expect([await count(), await count(['programme/7f4df6a0-5a1e-4c8e-9b1a-0c5d3f2e1a00'])]).toEqual([1, 0]);
  });
});
