import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { getCall, policiesOfCall } from '#libs/grant';
import { MATCHING_POLICIES } from '../pool/pool.policy.js';
import { COUNTS } from '../room/room.query.js';
import type { Deposit } from './deposit.js';
import type { DepositTerms, OutMove } from './deposit.rules.js';

const DEPOSIT_SELECT = `
  select d.id, d.agreement_id as "agreementId", a.number as "agreementNumber", a.call_id as "callId", d.deposited_on as "depositedOn", d.amount_won::text as "amountWon", d.depositor, d.relation,
         d.source, d.source_text as "sourceText", d.locked_until as "lockedUntil", d.reference, d.document_id as "documentId", o.file_name as "documentName", s.state,
         s.state = 'PROVEN' and ${COUNTS} as counts, s.proof_id as "proofId", s.bank_line_id as "bankLineId", p.own_share_id as "ownShareId", p.proven_on as "provenOn", p.evidence,
         r.reason as "reversedFor", coalesce(u.name, w.actor_login) as actor,
         (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'uncounts', f.uncounts, 'evidenceId', f.evidence_id, 'detail', f.detail, 'clause', f.clause, 'counts', n.counts,
                                                     'decidedFor', n.reason) order by f.recorded_at, f.id), '[]'::json)
            from matching_deposit_flag f left join matching_flag_decision n on n.flag_id = f.id
           where f.deposit_id = d.id and not exists (select 1 from matching_withdrawal_reversal v where v.withdrawal_id = f.evidence_id)) as flags
    from matching_deposit d
    join matching_deposit_state s on s.deposit_id = d.id
    join grant_agreement a on a.id = d.agreement_id
    left join matching_deposit_proof p on p.id = s.proof_id
    left join matching_deposit_reversal r on r.deposit_id = d.id
    left join document o on o.id = d.document_id
    left join command_author w on w.id = d.command_id left join app_user u on u.id = w.actor_id`;

type DepositRow = Omit<Deposit, 'amountWon'> & { readonly amountWon: string };
const asDeposit = (row: DepositRow): Deposit => ({ ...row, amountWon: won(row.amountWon) });

/** Deposits of a pool, what waits for its proof first, then the latest. */
export async function depositsOfPool(tx: Tx, callId: string): Promise<Deposit[]> {
  const rows: DepositRow[] = await tx.query(`${DEPOSIT_SELECT} where a.call_id = $1 order by s.state <> 'UNPROVEN', d.deposited_on desc, d.recorded_at desc`, [callId]);
  return rows.map(asDeposit);
}

export async function depositsOf(tx: Tx, agreementId: string): Promise<Deposit[]> {
  const rows: DepositRow[] = await tx.query(`${DEPOSIT_SELECT} where d.agreement_id = $1 order by d.deposited_on, d.recorded_at`, [agreementId]);
  return rows.map(asDeposit);
}

export async function getDeposit(tx: Tx, id: string): Promise<Deposit> {
  const rows: DepositRow[] = await tx.query(`${DEPOSIT_SELECT} where d.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '민간부담금 입금', en: 'private deposit' }, id);
  return asDeposit(rows[0]);
}

/** What the pool says of private money on a day. */
export async function depositTermsOn(tx: Tx, callId: string, on: LocalDate): Promise<DepositTerms> {
  const policies = await policiesOfCall(tx, await getCall(tx, callId), on);
  const { sourcesNotCounted, lockUpDays, roundTripDays } = MATCHING_POLICIES;
  const sources = policies.find(sourcesNotCounted)?.value;
  const clause = (key: string): string => policies.sourced(key, null).clause;
  return {
    ...{ sourcesNotCounted: Array.isArray(sources) ? sources.map(String) : [], sourcesClause: clause(sourcesNotCounted) },
    ...{ lockUpDays: policies.integer(lockUpDays, 0), lockUpClause: clause(lockUpDays) },
    ...{ roundTripDays: policies.integer(roundTripDays, 0), roundTripClause: clause(roundTripDays) },
  };
}

/** How the payee of an expense stood to the company on the day, in words; the longest standing relation. */
const RELATED = `
  select f.name || ' – ' || t.name || ' (' || l.relation || ')' as words
    from party_relation l join party f on f.id = l.from_id join party t on t.id = l.to_id left join party_relation_end n on n.relation_id = l.id
   where ((l.from_id = m.company_id and (l.to_id = e.payee_id or t.name = e.payee_name)) or (l.to_id = m.company_id and (l.from_id = e.payee_id or f.name = e.payee_name)))
     and l.valid_from <= e.spent_on and (n.ended_on is null or n.ended_on >= e.spent_on)
   order by l.valid_from, l.id limit 1`;

/**
 * What the project spent on the company that pays in, or on somebody who stood in a recorded relation to it that day, as far as its
 * expenses tell: by party where the books know it, by name otherwise.
 */
export async function paymentsBackOf(tx: Tx, agreementId: string): Promise<OutMove[]> {
  const rows: (Omit<OutMove, 'amountWon'> & { amountWon: string })[] = await tx.query(
    `select e.id, e.spent_on as "on", e.amount_won::text as "amountWon", e.payee_name as payee, e.number || coalesce(' ' || e.purpose, '') as label, b."isDepositor", r.words as relation
       from grant_expense e join matching_project m on m.agreement_id = e.agreement_id join party c on c.id = m.company_id
      cross join lateral (select e.payee_id is not distinct from m.company_id or e.payee_name = c.name
                              or exists (select 1 from matching_deposit d where d.agreement_id = e.agreement_id and d.depositor = e.payee_name) as "isDepositor") b
       left join lateral (${RELATED}) r on true
      where e.agreement_id = $1 and not exists (select 1 from grant_expense_void v where v.expense_id = e.id) and (b."isDepositor" or r.words is not null)
      order by e.spent_on, e.number`,
    [agreementId],
  );
  return rows.map(({ amountWon, ...row }) => ({ ...row, amountWon: won(amountWon) }));
}

/** A line of the house's accounts that may be the receipt of a deposit. */
export interface ReceiptCandidate {
  readonly lineId: string;
  readonly accountId: string;
  readonly valueOn: LocalDate;
  readonly amountWon: Won;
  readonly counterparty: string | null;
  readonly memo: string | null;
}

/** Days around the day of a deposit in which its receipt is looked for: a bank may book it later, the company may name the day it sent it. */
const RECEIPT_WITHIN_DAYS = 30;

/** Lines that may be the receipt of a deposit; none once it is proven. */
export async function candidatesOfDeposit(tx: Tx, depositId: string): Promise<ReceiptCandidate[]> {
  const deposit = await getDeposit(tx, depositId);
  return deposit.state === 'UNPROVEN' ? receiptCandidates(tx, deposit, RECEIPT_WITHIN_DAYS) : [];
}

/** Open receipts of just this amount near the day of a deposit, the nearest first. Empty for who does not see the house's accounts. */
async function receiptCandidates(tx: Tx, { depositedOn, amountWon }: Pick<Deposit, 'depositedOn' | 'amountWon'>, withinDays: number): Promise<ReceiptCandidate[]> {
  const rows: (Omit<ReceiptCandidate, 'amountWon'> & { amountWon: string })[] = await tx.query(
    `select l.id as "lineId", l.account_id as "accountId", l.value_on as "valueOn", l.amount_won::text as "amountWon", l.counterparty, l.memo
       from bank_line l join bank_line_state s on s.line_id = l.id
      where s.open_won = $1 and not s.reversed and not l.is_reversal and l.value_on between $2::date - $3::integer and $2::date + $3::integer
      order by abs(l.value_on - $2::date), l.value_on, l.position limit 20`,
    [amountWon.toString(), depositedOn, withinDays],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon) }));
}
