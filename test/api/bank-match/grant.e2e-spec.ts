import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectStatus, refusal } from '../../support/answers.js';
import { confirmItems, importedLines, pasteLines } from '../../support/bank.js';
import { Client, type Json } from '../../support/client.js';
import { bestOf } from '../../support/custodian.js';
import { statement } from '../../support/statement.js';
import { untiedGrants } from '../../support/grant-ties.js';
import { agreementForm, concludedAgreement, openedCall, type TestCall } from '../../support/grants.js';
import { claimedRoyalty } from '../../support/outcomes-of-grants.js';
import { today } from '../../support/services.js';
import { collectRecovery, demanded, recoveryPage } from '../../support/settlements.js';
import { balanceOf } from '../../support/sql.js';

/** The only line of an account on a day. */
const lineOn = async (accountId: string, on: string): Promise<Json> => ((await Client.as('checker').get(`/bank-lines?accountId=${accountId}&from=${on}&to=${on}`)).body.lines as Json[])[0] as Json;
const undo = (match: Json, reason = '다른 과제의 입금') => Client.as('checker').post(`/bank-matches/${match.id as string}/undo`, { reason });

describe('own cash that comes in and is recorded from the line', () => {
  const on = '2024-03-15';
  let call: TestCall;

  beforeAll(async () => {
    call = await openedCall();
  });

  /** An agreement that waits for 5 million of its institution, and a line of the bank that it paid. */
  async function arrived(deposit: string): Promise<{ agreementId: string; accountId: string; line: Json; payer: string; cash: () => Promise<bigint> }> {
    const organisation = (agreementForm() as { organisation: { name: string } }).organisation;
    const { id } = await concludedAgreement(call.id, { organisation });
    const { accountId } = await importedLines({ on, deposit, from: organisation.name });
    return { agreementId: id, accountId, line: await lineOn(accountId, on), payer: organisation.name, cash: () => balanceOf(call.account('grant.project-cash', id)) };
  }

  const sharesOf = async (agreementId: string): Promise<Json[]> => (await Client.as('finance').get(`/grant-agreements/${agreementId}/own-shares`)).body as Json[];

  it('is certain, tells what confirming does, and is booked by it; undoing the match reverses it', async () => {
    const { agreementId, accountId, line, cash } = await arrived('5000000');
    expect(line.candidates[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ kind: 'grant.own-share-due', isRecorded: false, confirming: { ko: expect.stringContaining('장부에 기록') } }] });
    expectStatus(await confirmItems([bestOf(line)], { dryRun: true }), 201);
    expect(await cash()).toBe(0n);
    const done = await confirmItems([bestOf(line)]);
    expectStatus(done, 201);
    expect([await cash(), (await sharesOf(agreementId)).map(({ amountWon, receivedOn, reversed }) => [amountWon, receivedOn, reversed])]).toEqual([5_000_000n, [['5000000', on, false]]]);
    expectStatus(await undo(done.body.matches[0]), 200);
    expect([await cash(), (await sharesOf(agreementId)).map(({ reversed }) => reversed as boolean)]).toEqual([0n, [true]]);
    const open = await lineOn(accountId, on);
    // Other agreements may owe the same amount: the best is what counts.
    expect([open.state, open.candidates[0]]).toMatchObject(['OPEN', { certainty: 'CERTAIN', records: [{ kind: 'grant.own-share-due' }] }]);
    expectStatus(await confirmItems([bestOf(open)]), 201);
  });

  it('comes in parts, and goes where the bank takes it back', async () => {
    const { agreementId, accountId, line, payer, cash } = await arrived('3000000');
    expect(line.candidates[0]).toMatchObject({ certainty: 'POSSIBLE', reasons: [{ code: 'AMOUNT_PART' }, { code: 'NAME_EQUAL' }, { code: 'LATE' }] });
    expectStatus(await confirmItems([bestOf(line)]), 201);
    expect(await cash()).toBe(3_000_000n);
    const back = await pasteLines(accountId, statement({ on, deposit: '-3000000', from: payer }));
    expect([back.status, back.body.reversed, await cash(), (await sharesOf(agreementId))[0]?.reversed]).toEqual([201, 1, 0n, true]);
  });

  it('leaves its line open where somebody reverses it by hand', async () => {
    const { agreementId, accountId, line, cash } = await arrived('5000000');
    expectStatus(await confirmItems([bestOf(line)]), 201);
    const [share] = await sharesOf(agreementId);
    expectStatus(await Client.as('finance').post(`/grant-own-shares/${share?.id as string}/reversal`, { reason: '다른 과제의 입금' }), 200);
    expect([await cash(), (await lineOn(accountId, on)).state]).toEqual([0n, 'OPEN']);
  });
});

describe('what is claimed back or for the Treasury', () => {
  /** A recovery, and the line of a bank by which all of it came. */
  async function came(): Promise<{ recoveryId: string; callId: string; accountId: string; payer: string; demandedWon: string; line: Json; match: Json }> {
    const { recoveryId, call } = await demanded();
    const { debtor, number, demandedWon } = (await recoveryPage(recoveryId)) as { debtor: string; number: string; demandedWon: string };
    const { accountId } = await importedLines({ on: today(), deposit: demandedWon, from: debtor, memo: number });
    const line = await lineOn(accountId, today());
    const done = await confirmItems([bestOf(line)]);
    expectStatus(done, 201);
    return { recoveryId, callId: call.id, accountId, payer: debtor, demandedWon, line, match: done.body.matches[0] as Json };
  }
  const movementsOf = async (recoveryId: string): Promise<Json[]> => ((await recoveryPage(recoveryId)).movements as Json[]).map(({ kind, amountWon, valueOn }) => [kind, amountWon, valueOn] as Json);

  it('of a recovery is received from the line; undoing the match reverses it, and both are open again', async () => {
    const { recoveryId, callId, accountId, demandedWon, line, match } = await came();
    expect(line.candidates[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ kind: 'grant.recovery-due', isRecorded: false, confirming: { ko: expect.stringContaining('대사를 취소하면 기록도 취소') } }] });
    expect(await movementsOf(recoveryId)).toEqual([['RECEIVED', demandedWon, today()]]);
    expectStatus(await undo(match, '오류'), 200);
    expect([await movementsOf(recoveryId), (await recoveryPage(recoveryId)).openWon, await untiedGrants([callId])]).toEqual([[['RECEIVED', demandedWon, today()], ['REVERSED', demandedWon, today()]], demandedWon, []]);
    const again = await lineOn(accountId, today());
    expect([again.state, again.candidates[0]]).toMatchObject(['OPEN', { certainty: 'CERTAIN', records: [{ kind: 'grant.recovery-due', isRecorded: false }] }]);
    expectStatus(await confirmItems([bestOf(again)]), 201);
    expect((await recoveryPage(recoveryId)).openWon).toBe('0');
  });

  it('of a recovery goes where the bank takes it back, and leaves its line open where somebody reverses it by hand', async () => {
    const first = await came();
    const back = await pasteLines(first.accountId, statement({ on: today(), deposit: `-${first.demandedWon}`, from: first.payer }));
    expect([back.status, back.body.reversed, (await recoveryPage(first.recoveryId)).openWon]).toEqual([201, 1, first.demandedWon]);
    const second = await came();
    const [receipt] = (await recoveryPage(second.recoveryId)).movements as Json[];
    expectStatus(await Client.as('finance').post(`/grant-recovery-receipts/${receipt?.id as string}/reversal`, { reason: '다른 기관의 입금' }), 200);
    expect((await lineOn(second.accountId, today())).state).toBe('OPEN');
  });

  it('of a recovery stays once the Treasury has it: a person is told, and a statement is taken all the same', async () => {
    const { recoveryId, accountId, payer, demandedWon, match } = await came();
    expectStatus(await collectRecovery(recoveryId, 'remit', { amountWon: demandedWon, remittedOn: today(), noticeNumber: '2026-0002-0000001' }), 201);
    expect(refusal(await undo(match))).toEqual([409, 'grant-recovery-receipt.remitted', undefined]);
    expect((await lineOn(accountId, today())).state).toBe('MATCHED');
    const back = await pasteLines(accountId, statement({ on: today(), deposit: `-${demandedWon}`, from: payer }));
    expect([back.status, back.body.reversed, await movementsOf(recoveryId)]).toEqual([201, 1, [['RECEIVED', demandedWon, today()]]]);
  });

  it('of a recovery that somebody recorded by hand is linked only, and stays when the match is undone', async () => {
    const { recoveryId } = await demanded();
    const { debtor, number } = (await recoveryPage(recoveryId)) as { debtor: string; number: string };
    expectStatus(await collectRecovery(recoveryId, 'receive', { amountWon: '1234567', valueOn: today() }), 201);
    const { accountId } = await importedLines({ on: today(), deposit: '1234567', from: debtor, memo: number });
    const line = await lineOn(accountId, today());
    expect(line.candidates[0]).toMatchObject({ certainty: 'CERTAIN', records: [{ kind: 'grant.recovery', isRecorded: true }] });
    const done = await confirmItems([bestOf(line)]);
    expectStatus(done, 201);
    expectStatus(await undo(done.body.matches[0]), 200);
    expect(await movementsOf(recoveryId)).toEqual([['RECEIVED', '1234567', today()]]);
  });

  it('of a royalty is received from the line, in parts as well, and goes as it came', async () => {
    const { call, claimId } = await claimedRoyalty();
    const claim = async (): Promise<Json> => ((await Client.as('auditor').get(`/grant-calls/${call.id}/outcome-claims`)).body.claims as Json[]).find(({ id }) => id === claimId);
    const { debtor, number } = (await claim()) as { debtor: string; number: string };
    const { accountId } = await importedLines({ on: '2024-08-01', deposit: '2000000', from: debtor, memo: number });
    const part = await lineOn(accountId, '2024-08-01');
    expect(part.candidates[0]).toMatchObject({ records: [{ kind: 'grant.outcome-due' }] });
    expectStatus(await confirmItems([bestOf(part)]), 201);
    expect((await claim()).receipts).toMatchObject([{ amountWon: '2000000', valueOn: '2024-08-01' }]);
    expectStatus(await pasteLines(accountId, statement({ on: '2024-08-02', deposit: '3000000', from: debtor, memo: number })), 201);
    expectStatus(await confirmItems([bestOf(await lineOn(accountId, '2024-08-02'))]), 201);
    expect(await balanceOf(call.account('grant.outcome-cash'))).toBe(5_000_000n);
    const [second] = (await lineOn(accountId, '2024-08-02')).matches as Json[];
    expectStatus(await undo(second as Json), 200);
    expect([(await claim()).receipts, await balanceOf(call.account('grant.outcome-cash'))]).toMatchObject([[{ reversedFor: null }, { amountWon: '3000000', reversedFor: '대사 취소: 다른 과제의 입금' }], 2_000_000n]);
    expectStatus(await pasteLines(accountId, statement({ on: '2024-08-01', deposit: '-2000000', from: debtor })), 201);
    expect([(await claim()).openWon, await balanceOf(call.account('grant.outcome-cash'))]).toEqual(['5000000', 0n]);
  });
});
