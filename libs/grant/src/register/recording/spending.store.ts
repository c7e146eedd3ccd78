import { randomUUID } from 'node:crypto';
import { numberKey } from '#libs/sheet';
import { evidenceKindOf } from '../../evidence/evidence-word.import.js';
import { EXPENSE_USED_IN_HISTORY, expenseUsed } from '../../expense/expense.posting.js';
import { insertExpenses, type ExpenseRow } from '../../expense/expense.store.js';
import { interestEarned, interestUsed } from '../../interest/interest.posting.js';
import { insertInterest, insertInterestUses } from '../../interest/interest.store.js';
import { budgetKey } from '../reading/book.import.js';
import type { ExpenseFact, InterestFact, StatedSettlementFact } from '../register.js';
import { STAGE } from './agreement-plan.import.js';
import { addToBooks, knownFrom, named, type Recording } from './recording.js';

/** Expenses with what reviewers said of them; spent beyond the plan too, because they were. */
export async function recordExpenses(recording: Recording, facts: readonly ExpenseFact[]): Promise<void> {
  const { tx, context, call, agreements, lines, parties } = recording;
  const rows = facts.map((fact): { readonly fact: ExpenseFact; readonly row: ExpenseRow } => {
    const { agreement, spentOn, vendor, vendorNumber, purpose, amountWon, vatWon, evidence } = fact;
    const row = {
      ...{ id: randomUUID(), callId: call.id, agreementId: named(agreements, numberKey(agreement)).id, lineId: named(lines, budgetKey(fact)), number: fact.number, spentOn, committedOn: null },
      ...{ payeeId: parties.get(vendorNumber) ?? null, payeeName: vendor, purpose, supplyWon: amountWon, vatWon, chargesVat: false, amountWon },
      ...{ evidenceKind: evidenceKindOf(fact.evidenceKind, evidence), evidenceNumber: evidence, knownAt: knownFrom(spentOn, context) },
    };
    return { fact, row };
  });
  await insertExpenses(tx, context, rows.map(({ row }) => row), new Set());
  addToBooks(recording, rows.map(({ fact, row }) => expenseUsed({ ...row, expenseId: row.id, resource: fact.resource, effectiveOn: row.spentOn, memo: `${row.number} ${row.purpose ?? ''}`.trim() }, EXPENSE_USED_IN_HISTORY)));
  await insertReviews(recording, rows.filter(({ fact }) => fact.reviewed || fact.disallowedWon > 0n));
}

async function insertReviews({ tx, context }: Recording, rows: readonly { readonly fact: ExpenseFact; readonly row: ExpenseRow }[]): Promise<void> {
  const told = rows.map(({ fact: { amountWon, disallowedWon, disallowedFor }, row }) => ({
    ...{ id: randomUUID(), expenseId: row.id, disallowedWon: disallowedWon.toString(), on: row.spentOn, knownAt: row.knownAt },
    decision: disallowedWon === 0n ? 'ALLOWED' : disallowedWon === amountWon ? 'DISALLOWED' : 'PARTLY',
    reason: disallowedWon === 0n ? null : (disallowedFor ?? '과제 대장의 불인정'),
  }));
  await tx.query(
    `insert into grant_expense_review (id, expense_id, decision, disallowed_won, reason, reviewed_on, known_at, command_id)
     select d.id, d."expenseId", d.decision, d."disallowedWon", d.reason, d."on", d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d (id uuid, "expenseId" uuid, decision text, "disallowedWon" bigint, reason text, "on" date, "knownAt" timestamptz)`,
    [JSON.stringify(told), context.commandId],
  );
}

/** Interest; of what was used by approval a register does not say for what. */
export async function recordInterests(recording: Recording, facts: readonly InterestFact[]): Promise<void> {
  const { tx, context, call, agreements } = recording;
  const rows = facts.map((fact) => {
    const agreement = named(agreements, numberKey(fact.agreement));
    const on = fact.earnedOn ?? agreement.periodTo;
    return { id: randomUUID(), agreementId: agreement.id, stage: STAGE, time: fact.time, earnedOn: fact.earnedOn, earnedWon: fact.earnedWon, note: null, knownAt: knownFrom(on, context), on, usedWon: fact.usedWon };
  });
  await insertInterest(tx, context, rows);
  await insertInterestUses(tx, context, rows.filter(({ usedWon }) => usedWon > 0n).map(({ id, usedWon, on, knownAt }) => ({ interestId: id, purpose: 'OTHER', amountWon: usedWon, usedOn: on, approval: '과제 대장의 사용액(승인)', knownAt })));
  const money = ({ id, agreementId, on }: (typeof rows)[number]) => ({ callId: call.id, agreementId, interestId: id, effectiveOn: on });
  addToBooks(recording, rows.flatMap((row) => [...interestEarned({ ...money(row), amountWon: row.earnedWon }), ...(row.usedWon > 0n ? interestUsed({ ...money(row), amountWon: row.usedWon }, 'OTHER') : [])]));
}

/** What institutions have computed themselves, to be compared and never counted. */
export async function recordStatements({ tx, context, agreements }: Recording, facts: readonly StatedSettlementFact[]): Promise<void> {
  const rows = facts.map((fact) => ({ agreementId: named(agreements, numberKey(fact.agreement)).id, receivedOn: fact.reportedOn, totalWon: fact.totalWon.toString(), knownAt: fact.reportedOn === null ? context.now : knownFrom(fact.reportedOn, context) }));
  await tx.query(
    `insert into grant_settlement_report (id, agreement_id, kind, stage, received_on, total_won, note, known_at, command_id)
     select gen_random_uuid(), d."agreementId", 'SETTLEMENT', $3, d."receivedOn", d."totalWon", '과제 대장의 정산보고', d."knownAt", $2
       from jsonb_to_recordset($1::jsonb) as d ("agreementId" uuid, "receivedOn" date, "totalWon" bigint, "knownAt" timestamptz)`,
    [JSON.stringify(rows), context.commandId, STAGE],
  );
}
