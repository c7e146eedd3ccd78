import { randomUUID } from 'node:crypto';
import { yearOf } from '#libs/calendar';
import { numberKey } from '#libs/sheet';
import { ownShareReceived } from '../../own-share/own-share.posting.js';
import { trancheDecided, tranchePaid } from '../../tranche/tranche.posting.js';
import type { AgreementFact, TrancheFact } from '../register.js';
import { addToBooks, knownFrom, named, type Recording } from './recording.js';

const LABEL = '지급';

/** Tranches that were paid: planned, asked for, decided and paid on the one day that the register names. Answers their ids in the order of the facts. */
export async function recordTranches(recording: Recording, facts: readonly TrancheFact[]): Promise<readonly string[]> {
  const { tx, context, call, agreements } = recording;
  const serials = await lastNumbers(recording);
  const rows = facts.map((fact) => {
    const agreement = named(agreements, numberKey(fact.agreement));
    const number = (serials.get(agreement.id) ?? 0) + 1;
    serials.set(agreement.id, number);
    return { id: randomUUID(), agreementId: agreement.id, number, fiscalYear: yearOf(fact.paidOn), label: fact.label ?? LABEL, amountWon: fact.amountWon, paidOn: fact.paidOn, knownAt: knownFrom(fact.paidOn, context), of: agreement.number };
  });
  const text = JSON.stringify(rows.map((row) => ({ ...row, amountWon: row.amountWon.toString() })));
  await tx.query(
    `insert into grant_tranche (id, agreement_id, number, fiscal_year, label, amount_won, planned_on, known_at, command_id)
     select d.id, d."agreementId", d.number, d."fiscalYear", d.label, d."amountWon", d."paidOn", d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "agreementId" uuid, number smallint, "fiscalYear" smallint, label text, "amountWon" bigint, "paidOn" date, "knownAt" timestamptz)`,
    [text, context.commandId],
  );
  for (const event of ['request', 'decide']) {
    await tx.query(
      `insert into grant_tranche_event (tranche_id, event, happened_on, known_at, command_id)
       select d.id, $2, d."paidOn", d."knownAt", $3 from jsonb_to_recordset($1::jsonb) as d (id uuid, "paidOn" date, "knownAt" timestamptz)`,
      [text, event, context.commandId],
    );
  }
  const money = rows.map(({ id, agreementId, fiscalYear, amountWon, paidOn, label, of }) => ({ callId: call.id, agreementId, trancheId: id, fiscalYear, amountWon, effectiveOn: paidOn, memo: `${of} ${label}` }));
  addToBooks(recording, money.flatMap((each) => [trancheDecided(each), tranchePaid(each)]));
  return rows.map(({ id }) => id);
}

async function lastNumbers({ tx, call }: Recording): Promise<Map<string, number>> {
  const rows: { id: string; last: number }[] = await tx.query('select a.id, max(t.number) as last from grant_agreement a join grant_tranche t on t.agreement_id = a.id where a.call_id = $1 group by a.id', [call.id]);
  return new Map(rows.map(({ id, last }) => [id, last]));
}

/** Own cash counts as paid in on the day of the agreement: a register says nothing else. */
export async function recordOwnShares(recording: Recording, facts: readonly AgreementFact[]): Promise<void> {
  const { tx, context, call, agreements } = recording;
  const rows = facts.filter(({ ownCashWon }) => ownCashWon > 0n).map((fact) => ({ id: randomUUID(), agreementId: named(agreements, numberKey(fact.number)).id, amountWon: fact.ownCashWon, receivedOn: fact.agreedOn, knownAt: knownFrom(fact.agreedOn, context), of: fact.number }));
  await tx.query(
    `insert into grant_own_share (id, agreement_id, source, amount_won, received_on, reference, known_at, command_id)
     select d.id, d."agreementId", 'OWN', d."amountWon", d."receivedOn", '과제 대장의 기관부담 현금', d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "agreementId" uuid, "amountWon" bigint, "receivedOn" date, "knownAt" timestamptz)`,
    [JSON.stringify(rows.map((row) => ({ ...row, amountWon: row.amountWon.toString() }))), context.commandId],
  );
  addToBooks(recording, rows.map(({ id, agreementId, amountWon, receivedOn, of }) => ownShareReceived({ callId: call.id, agreementId, ownShareId: id, source: 'OWN', amountWon, effectiveOn: receivedOn, memo: `${of} 기관부담 현금` })));
}

/** A project whose last day is past has been carried out. */
export async function recordCompletions({ tx, context, agreements }: Recording, facts: readonly AgreementFact[]): Promise<void> {
  const over = facts.filter(({ to }) => to < context.today).map((fact) => ({ id: named(agreements, numberKey(fact.number)).id, on: fact.to, knownAt: knownFrom(fact.to, context) }));
  await tx.query(
    `insert into grant_event (agreement_id, event, happened_on, known_at, command_id)
     select d.id, 'complete', d."on", d."knownAt", $2 from jsonb_to_recordset($1::jsonb) as d (id uuid, "on" date, "knownAt" timestamptz)`,
    [JSON.stringify(over), context.commandId],
  );
}
