import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound, type Details } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { lockAgreements } from '../agreement/agreement.query.js';
import type { SanctionGround } from './sanction.js';

export interface BanRow {
  readonly id: string;
  /** The institution, or a person by name and number. */
  readonly who: string;
  readonly isPerson: boolean;
  readonly fromOn: LocalDate;
  /** Its last day; before `fromOn` where it was lifted as a whole. */
  readonly toOn: LocalDate;
  readonly endedEarly: boolean;
}

export interface SanctionRow {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly debtor: string;
  readonly number: string;
  readonly ground: SanctionGround;
  readonly improperOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly objectionUntil: LocalDate;
  readonly misspentWon: string;
  readonly standardWon: string;
  readonly lowestWon: string;
  readonly highestWon: string;
  readonly penaltyWon: string;
  readonly adjustment: string | null;
  readonly banMonths: number;
  readonly reason: string;
  readonly clause: string;
  readonly working: Details;
  readonly recoveryId: string | null;
  readonly recoveryNumber: string | null;
  readonly actor: string | null;
  readonly bans: readonly BanRow[];
  readonly objection: { readonly id: string; readonly objectedOn: LocalDate; readonly grounds: string; readonly answerDueOn: LocalDate } | null;
  readonly answer: { readonly outcome: 'UPHELD' | 'REDUCED' | 'LIFTED'; readonly reason: string; readonly answeredOn: LocalDate; readonly penaltyWon: string; readonly banMonths: number } | null;
}

const SANCTION_SELECT = `
  select s.id, s.call_id as "callId", s.agreement_id as "agreementId", a.number as "agreementNumber", p.name as debtor, s.number, s.ground, s.improper_on as "improperOn",
         s.notice_on as "noticeOn", s.objection_until as "objectionUntil", s.misspent_won::text as "misspentWon", s.standard_won::text as "standardWon", s.lowest_won::text as "lowestWon",
         s.highest_won::text as "highestWon", s.penalty_won::text as "penaltyWon", s.adjustment, s.ban_months as "banMonths", s.reason, s.clause, s.working,
         r.id as "recoveryId", r.number as "recoveryNumber", coalesce(u.name, c.actor_login) as actor,
         (select coalesce(json_agg(json_build_object('id', b.id, 'who', coalesce(bp.name, b.researcher), 'isPerson', b.party_id is null, 'fromOn', b.from_on, 'toOn', coalesce(e.last_on, b.to_on), 'endedEarly', e.ban_id is not null)
                                   order by b.party_id nulls last), '[]'::json)
            from grant_sanction_ban sb join grant_ban b on b.id = sb.ban_id left join party bp on bp.id = b.party_id left join grant_ban_end e on e.ban_id = b.id where sb.sanction_id = s.id) as bans,
         (select json_build_object('id', o.id, 'objectedOn', o.objected_on, 'grounds', o.grounds, 'answerDueOn', o.answer_due_on) from grant_sanction_objection o where o.sanction_id = s.id) as objection,
         (select json_build_object('outcome', w.outcome, 'reason', w.reason, 'answeredOn', w.answered_on, 'penaltyWon', w.penalty_won::text, 'banMonths', w.ban_months)
            from grant_sanction_objection o join grant_sanction_answer w on w.objection_id = o.id where o.sanction_id = s.id) as answer
    from grant_sanction s
    join grant_agreement a on a.id = s.agreement_id
    join party p on p.id = a.party_id
    left join grant_recovery r on r.sanction_id = s.id
    left join command_author c on c.id = s.command_id
    left join app_user u on u.id = c.actor_id`;

export async function getSanction(tx: Tx, sanctionId: string): Promise<SanctionRow> {
  const rows: SanctionRow[] = await tx.query(`${SANCTION_SELECT} where s.id = $1`, [sanctionId]);
  if (rows[0] === undefined) throw notFound({ ko: '제재', en: 'sanction' }, sanctionId);
  return rows[0];
}

/** The sanctions of a call, the latest notice first. */
export function listSanctions(tx: Tx, callId: string): Promise<SanctionRow[]> {
  return tx.query(`${SANCTION_SELECT} where s.call_id = $1 order by s.notice_on desc, s.number desc`, [callId]);
}

export async function lockSanction(tx: Tx, sanctionId: string): Promise<SanctionRow> {
  const { agreementId } = await getSanction(tx, sanctionId);
  await lockAgreements(tx, [agreementId]);
  return getSanction(tx, sanctionId);
}

/** Government money that was paid to an institution under its agreement; won. */
export async function governmentPaidTo(tx: Tx, callId: string, agreementId: string): Promise<Won> {
  const rows: { balance: string }[] = await tx.query(
    'select b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = $1',
    [`grant/${callId}/grant.project-government/${agreementId}`],
  );
  return won(BigInt(rows[0]?.balance ?? '0'));
}
