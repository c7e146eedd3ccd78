import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import { WITHDRAWAL_MOVE, type Withdrawal } from './withdrawal.js';

/** A command that is still running has no author yet: commands are logged last. */
const WITHDRAWAL_SELECT = `
  select w.id, w.agreement_id as "agreementId", a.number as "agreementNumber", w.withdrawn_on as "withdrawnOn", w.amount_won::text as "amountWon", w.counted_won::text as "countedWon",
         w.paid_to as "paidTo", w.reason, coalesce(u.name, c.actor_login) as actor, w.command_id as "commandId", v.reason as "reversedFor", coalesce(vu.name, vc.actor_login) as "reversedBy"
    from matching_withdrawal w
    join grant_agreement a on a.id = w.agreement_id
    left join command_author c on c.id = w.command_id left join app_user u on u.id = c.actor_id
    left join matching_withdrawal_reversal v on v.withdrawal_id = w.id
    left join command_author vc on vc.id = v.command_id left join app_user vu on vu.id = vc.actor_id`;

type WithdrawalRow = Omit<Withdrawal, 'amountWon' | 'countedWon'> & { readonly amountWon: string; readonly countedWon: string };
const asWithdrawal = (row: WithdrawalRow): Withdrawal => ({ ...row, amountWon: won(row.amountWon), countedWon: won(row.countedWon) });

/** What left of the projects of a pool, the latest first; what was recorded wrongly as well. */
export async function withdrawalsOfPool(tx: Tx, callId: string): Promise<Withdrawal[]> {
  const rows: WithdrawalRow[] = await tx.query(`${WITHDRAWAL_SELECT} where a.call_id = $1 order by w.withdrawn_on desc, w.recorded_at desc`, [callId]);
  return rows.map(asWithdrawal);
}

export async function getWithdrawal(tx: Tx, id: string): Promise<Withdrawal> {
  const rows: WithdrawalRow[] = await tx.query(`${WITHDRAWAL_SELECT} where w.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '민간부담금 회수', en: 'withdrawal' }, id);
  return asWithdrawal(rows[0]);
}

/** The number of the recovery that was decided after a withdrawal because more was out than was allowed; null where none was. */
export async function recoveryDecidedAfter(tx: Tx, withdrawalId: string): Promise<string | null> {
  const rows: { number: string }[] = await tx.query(
    `select r.number from matching_withdrawal w join matching_clawback c on c.agreement_id = w.agreement_id and c.over_released_won > 0
       join matching_clawback_end e on e.clawback_id = c.id and e.outcome = 'DECIDED' and e.recorded_at > w.recorded_at join grant_recovery r on r.id = e.recovery_id
      where w.id = $1 order by e.recorded_at limit 1`,
    [withdrawalId],
  );
  return rows[0]?.number ?? null;
}

/** Whether a line of the bank was found to be this withdrawal. */
export async function isFoundAtTheBank(tx: Tx, withdrawalId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from bank_record_taken where kind = $1 and record_id = $2', [WITHDRAWAL_MOVE, withdrawalId]);
  return rows.length > 0;
}
