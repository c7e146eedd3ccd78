import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { Interest, InterestUse } from './interest.js';

interface UseRow extends Omit<InterestUse, 'amountWon'> {
  readonly amountWon: string;
}
type Row = Omit<Interest, 'earnedWon' | 'uses'> & { readonly earnedWon: string; readonly uses: readonly UseRow[] };

const SELECT = `
  select i.id, i.agreement_id as "agreementId", i.stage, i.time, i.earned_on as "earnedOn", i.earned_won::text as "earnedWon", i.note, m.actor_login as recorder,
         v.voided_on as "voidedOn", v.reason as "voidReason",
         coalesce((select json_agg(json_build_object('purpose', u.purpose, 'amountWon', u.amount_won::text, 'usedOn', u.used_on, 'approval', u.approval) order by u.used_on, u.id)
                     from grant_interest_use u where u.interest_id = i.id), '[]') as uses
    from grant_interest i left join command_author m on m.id = i.command_id left join grant_interest_void v on v.interest_id = i.id`;

const shown = ({ earnedWon, uses, ...row }: Row): Interest => ({ ...row, earnedWon: won(earnedWon), uses: uses.map((use) => ({ ...use, amountWon: won(use.amountWon) })) });

/** The interest of an agreement, undone rows with it, by stage and day. */
export async function interestsOf(tx: Tx, agreementId: string): Promise<Interest[]> {
  const rows: Row[] = await tx.query(`${SELECT} where i.agreement_id = $1 order by i.stage, i.time desc, i.earned_on nulls last, i.id`, [agreementId]);
  return rows.map(shown);
}

export async function getInterest(tx: Tx, interestId: string): Promise<Interest & { readonly callId: string }> {
  const rows: Row[] = await tx.query(`${SELECT} where i.id = $1`, [interestId]);
  const [row] = rows;
  if (row === undefined) throw notFound({ ko: '이자', en: 'interest' }, interestId);
  const calls: { callId: string }[] = await tx.query('select call_id as "callId" from grant_agreement where id = $1', [row.agreementId]);
  return { ...shown(row), callId: calls[0]?.callId ?? '' };
}

/** The stage to which interest of a day belongs; the last one where it does not name a day. */
export async function stageOfDay(tx: Tx, agreementId: string, on: LocalDate | null): Promise<number> {
  const rows: { stage: number }[] = await tx.query(
    `select stage from (select distinct on (stage) stage, begins_on from grant_stage where agreement_id = $1 order by stage, version desc) s
      order by ($2::date is null or begins_on <= $2) desc, stage desc limit 1`,
    [agreementId, on],
  );
  return rows[0]?.stage ?? 1;
}
