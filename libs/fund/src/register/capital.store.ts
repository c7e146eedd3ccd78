import { randomUUID } from 'node:crypto';
import { CapitalCallEntity } from '../capital-call/capital-call.entity.js';
import { CapitalCallShareEntity } from '../capital-call/capital-call-share.entity.js';
import { capitalCallIssued, capitalCallPaid, type CallShare } from '../capital-call/capital-call.posting.js';
import { CapitalReceiptEntity } from '../capital-call/receipt/capital-receipt.entity.js';
import { ZERO_WON } from '#libs/money';
import { insertAll, type Recording } from './recording.store.js';
import { inHistory, knownOn } from './register.model.js';
import type { CallPaymentFact } from './register.js';

/** Calls, every partner's share of them, and what came. Rows of one call may arrive in several imports. */
export async function recordCallPayments(recording: Recording, payments: readonly CallPaymentFact[]): Promise<void> {
  const byCall = new Map<string, CallPaymentFact[]>();
  for (const payment of payments) {
    const key = `${payment.fund} ${payment.call}`;
    byCall.set(key, [...(byCall.get(key) ?? []), payment]);
  }
  for (const [key, rows] of byCall) {
    await recordCall(recording, key, rows);
    await recordReceipts(recording, key, rows);
  }
}

async function recordCall({ tx, context, directory, entries }: Recording, key: string, rows: readonly CallPaymentFact[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const fund = directory.fund(first.fund);
  const calledOn = first.noticeOn ?? first.dueOn;
  let call = directory.calls.get(key);
  if (call === undefined) {
    call = { id: randomUUID(), shares: new Set() };
    directory.calls.set(key, call);
    await tx.insert(CapitalCallEntity, {
      id: call.id,
      fundId: fund.id,
      number: first.call,
      purpose: `제${first.call}차 출자요청`,
      noticeOn: first.noticeOn,
      dueOn: first.dueOn,
      knownAt: knownOn(calledOn, context.now),
      commandId: context.commandId,
    });
  }
  const shares = newShares(rows, call.shares, (name) => directory.partner(first.fund, name).id);
  if (shares.length === 0) return;
  for (const share of shares) call.shares.add(share.partnerId);
  await insertAll(tx, CapitalCallShareEntity, shares.map((share) => ({ callId: call.id, ...share })));
  if (shares.every((share) => share.amountWon === 0n)) return;
  entries.push(capitalCallIssued(fund.id, { id: call.id, number: first.call, shares }, inHistory(calledOn, calledOn, context.now)));
}

/** One share for each partner; somebody who only paid a top-up here was asked by a row that is not in this file: zero. */
function newShares(rows: readonly CallPaymentFact[], recorded: ReadonlySet<string>, idOf: (name: string) => string): CallShare[] {
  const shares = new Map<string, CallShare>();
  for (const row of rows) {
    const partnerId = idOf(row.partner);
    if (recorded.has(partnerId) || (shares.has(partnerId) && row.calledWon === null)) continue;
    shares.set(partnerId, { partnerId, amountWon: row.calledWon ?? ZERO_WON });
  }
  return [...shares.values()];
}

async function recordReceipts({ tx, context, directory, entries }: Recording, key: string, rows: readonly CallPaymentFact[]): Promise<void> {
  const callId = directory.calls.get(key)?.id ?? '';
  const receipts = rows.flatMap((row) =>
    row.valueOn === null || row.receivedWon === null || row.receivedWon <= 0n
      ? []
      : [{ id: randomUUID(), row, valueOn: row.valueOn, amountWon: row.receivedWon, partner: directory.partner(row.fund, row.partner) }],
  );
  await insertAll(
    tx,
    CapitalReceiptEntity,
    receipts.map(({ id, row, valueOn, amountWon, partner }) => ({
      id,
      callId,
      partnerId: partner.id,
      valueOn,
      amountWon,
      bankReference: null,
      note: row.note,
      knownAt: knownOn(valueOn, context.now),
      commandId: context.commandId,
    })),
  );
  for (const { id, row, valueOn, amountWon, partner } of receipts) {
    const receipt = { id, callNumber: row.call, partnerId: partner.id, partner: partner.name, amountWon };
    entries.push(capitalCallPaid(directory.fund(row.fund).id, receipt, inHistory(valueOn, valueOn, context.now)));
  }
}
