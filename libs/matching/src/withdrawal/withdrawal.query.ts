import type { Tx } from '#libs/database';
import { won } from '#libs/money';
import type { Withdrawal } from './withdrawal.js';

/** What left of the projects of a pool, the latest first. */
export async function withdrawalsOfPool(tx: Tx, callId: string): Promise<Withdrawal[]> {
  const rows: (Omit<Withdrawal, 'amountWon' | 'countedWon'> & { amountWon: string; countedWon: string })[] = await tx.query(
    `select w.id, w.agreement_id as "agreementId", a.number as "agreementNumber", w.withdrawn_on as "withdrawnOn", w.amount_won::text as "amountWon", w.counted_won::text as "countedWon",
            w.paid_to as "paidTo", w.reason, coalesce(u.name, c.actor_login) as actor
       from matching_withdrawal w join grant_agreement a on a.id = w.agreement_id left join command_author c on c.id = w.command_id left join app_user u on u.id = c.actor_id
      where a.call_id = $1 order by w.withdrawn_on desc, w.recorded_at desc`,
    [callId],
  );
  return rows.map((row) => ({ ...row, amountWon: won(row.amountWon), countedWon: won(row.countedWon) }));
}
