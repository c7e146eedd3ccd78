import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { StatusRecord } from '#libs/identifier';
import { findEvidenceKeys } from '#libs/evidence';
import { type KnownUse } from '#libs/invoice';
import { policyHistory } from '#libs/policy';
import { linesOfAgreement, listAgreements, stagesOf } from '../../agreement/agreement.query.js';
import { finalStagesOf } from '../../agreement/standing/final-stage.query.js';
import { callScopes, type GrantCall } from '../../call/call.js';
import { keyOfDraft, sameness, type ExpenseDesk, type SpendingAgreement } from './plan.rules.js';
import { expenseTerms } from '../expense.policy.js';
import type { ExpenseDraft } from '../expense.js';

const ALL_KNOWN = new Date(8.64e15);

/** Gathers what the rows are judged by. Throws `grant-expense.unknown-agreement` at the first row that names none of the call. */
export async function openExpenseDesk(tx: Tx, call: GrantCall, drafts: readonly ExpenseDraft[]): Promise<ExpenseDesk> {
  const scopes = callScopes(call);
  const history = await policyHistory(tx, scopes, ALL_KNOWN);
  const statuses = await statusesOf(tx, drafts);
  return {
    call,
    agreements: await spendingAgreements(tx, call, drafts),
    termsOn: (day) => expenseTerms(history.inForce(scopes, day)),
    statusOf: (payeeNumber, on) => statuses.get(`${payeeNumber} ${on}`) ?? null,
    used: await evidenceInUse(tx, drafts),
    onRecord: await lookAlikes(tx, call.id, drafts),
  };
}

async function spendingAgreements(tx: Tx, call: GrantCall, drafts: readonly ExpenseDraft[]): Promise<ReadonlyMap<string, SpendingAgreement>> {
  const wanted = new Set(drafts.map(({ agreementId }) => agreementId));
  const found = new Map<string, SpendingAgreement>();
  for (const agreement of await listAgreements(tx, call.id)) {
    if (wanted.has(agreement.id)) found.set(agreement.id, { agreement, lines: await linesOfAgreement(tx, agreement.id), stages: await stagesOf(tx, agreement.id), finalStages: await finalStagesOf(tx, agreement.id) });
  }
  const stranger = drafts.findIndex(({ agreementId }) => !found.has(agreementId));
  if (stranger < 0) return found;
  throw invalidField(`/items/${stranger}/agreementId`, 'grant-expense.unknown-agreement', { ko: '이 공고에 그런 협약이 없습니다. 협약을 다시 골라 주세요.', en: 'The call has no such agreement. Choose it again.' });
}

/** What was on record about each payee on the day that counts. */
async function statusesOf(tx: Tx, drafts: readonly ExpenseDraft[]): Promise<ReadonlyMap<string, StatusRecord>> {
  const asked = drafts.flatMap(({ payeeNumber, committedOn, spentOn }) => (payeeNumber === null ? [] : [{ number: payeeNumber, on: committedOn ?? spentOn }]));
  const rows: (StatusRecord & { number: string; on: LocalDate })[] = await tx.query(
    `select distinct d.number, d."on", s.status, s.effective_on as "effectiveOn", s.source
       from jsonb_to_recordset($1::jsonb) as d (number text, "on" date)
       join party p on p.business_number = d.number
       join lateral (select * from business_status b where b.party_id = p.id and b.effective_on <= d."on" order by b.effective_on desc, b.id desc limit 1) s on true`,
    [JSON.stringify(asked)],
  );
  return new Map(rows.map(({ number, on, ...record }) => [`${number} ${on}`, record]));
}

/** Evidence that pays for something already; of an expense that was undone it is free again. */
async function evidenceInUse(tx: Tx, drafts: readonly ExpenseDraft[]): Promise<ReadonlyMap<string, KnownUse>> {
  const known = await findEvidenceKeys(tx, drafts.flatMap((draft) => keyOfDraft(draft) ?? []));
  const undone: { id: string }[] = await tx.query(
    `select v.expense_id as id from grant_expense_void v where v.expense_id = any($1)
        and not exists (select 1 from grant_expense e join grant_expense o on o.id = v.expense_id
                         where e.evidence_kind = o.evidence_kind and e.evidence_key = o.evidence_key and e.id <> o.id
                           and not exists (select 1 from grant_expense_void w where w.expense_id = e.id))`,
    [[...known.values()].map(({ subjectId }) => subjectId)],
  );
  const free = new Set(undone.map(({ id }) => id));
  return new Map([...known].filter(([, { subjectId }]) => !free.has(subjectId)));
}

/** Keys of evidence that an undone expense has used: they stand in the tables already, and pay for the row that takes its place. */
export async function keysOnRecord(tx: Tx, drafts: readonly ExpenseDraft[]): Promise<ReadonlySet<string>> {
  return new Set((await findEvidenceKeys(tx, drafts.flatMap((draft) => keyOfDraft(draft) ?? []))).keys());
}

async function lookAlikes(tx: Tx, callId: string, drafts: readonly ExpenseDraft[]): Promise<ReadonlyMap<string, string>> {
  const rows: { number: string; agreementId: string; line: string; spentOn: LocalDate; payeeName: string; amountWon: string }[] = await tx.query(
    `select e.number, e.agreement_id as "agreementId", l.code as line, e.spent_on as "spentOn", e.payee_name as "payeeName", e.amount_won::text as "amountWon"
       from grant_expense e join grant_line l on l.id = e.line_id
      where e.call_id = $1 and e.agreement_id = any($2) and e.spent_on = any($3) and not exists (select 1 from grant_expense_void v where v.expense_id = e.id)`,
    [callId, [...new Set(drafts.map(({ agreementId }) => agreementId))], [...new Set(drafts.map(({ spentOn }) => spentOn))]],
  );
  return new Map(rows.map(({ number, amountWon, ...row }) => [sameness({ ...row, amountWon: BigInt(amountWon) }), number]));
}
