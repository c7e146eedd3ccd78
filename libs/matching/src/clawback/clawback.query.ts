import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { Clawback } from './clawback.js';

/** A command that is still running has no author yet: commands are logged last. */
const CLAWBACK_SELECT = `
  select c.id, c.agreement_id as "agreementId", a.number as "agreementNumber", a.call_id as "callId", p.name as debtor,
         c.over_released_won::text as "overReleasedWon", c.disallowed_won::text as "disallowedWon", c.unspent_won::text as "unspentWon", c.interest_won::text as "interestWon",
         c.total_won::text as "totalWon", c.cause, c.allowed_won::text as "allowedWon", c.released_won::text as "releasedWon", coalesce(e.outcome, 'PROPOSED') as state,
         to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "proposedAt", coalesce(u.name, w.actor_login) as "proposedBy",
         case e.outcome when 'DECIDED' then coalesce(du.name, dw.actor_login) end as "decidedBy", e.recovery_id as "recoveryId", r.number as "recoveryNumber", r.due_on as "dueOn"
    from matching_clawback c
    join grant_agreement a on a.id = c.agreement_id
    join party p on p.id = a.party_id
    left join command_author w on w.id = c.command_id left join app_user u on u.id = w.actor_id
    left join matching_clawback_end e on e.clawback_id = c.id
    left join command_author dw on dw.id = e.command_id left join app_user du on du.id = dw.actor_id
    left join grant_recovery r on r.id = e.recovery_id`;

const AMOUNTS = ['overReleasedWon', 'disallowedWon', 'unspentWon', 'interestWon', 'totalWon', 'allowedWon', 'releasedWon'] as const;
type Amount = (typeof AMOUNTS)[number];
type ClawbackRow = Omit<Clawback, Amount> & Readonly<Record<Amount, string>>;
const asClawback = (row: ClawbackRow): Clawback => ({ ...row, ...(Object.fromEntries(AMOUNTS.map((each) => [each, won(row[each])])) as unknown as Pick<Clawback, Amount>) });

/** The clawbacks of a pool, the latest first. */
export async function listClawbacks(tx: Tx, callId: string): Promise<Clawback[]> {
  const rows: ClawbackRow[] = await tx.query(`${CLAWBACK_SELECT} where a.call_id = $1 order by c.recorded_at desc, c.id`, [callId]);
  return rows.map(asClawback);
}

export async function getClawback(tx: Tx, id: string): Promise<Clawback> {
  const rows: ClawbackRow[] = await tx.query(`${CLAWBACK_SELECT} where c.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '매칭 환수', en: 'matching clawback' }, id);
  return asClawback(rows[0]);
}

/** The proposal that stands for a project. */
export async function findProposal(tx: Tx, agreementId: string): Promise<Clawback | null> {
  const rows: ClawbackRow[] = await tx.query(`${CLAWBACK_SELECT} where c.agreement_id = $1 and e.clawback_id is null`, [agreementId]);
  return rows[0] === undefined ? null : asClawback(rows[0]);
}
