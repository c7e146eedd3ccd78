import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { readForm } from '#libs/grant';
import type { GrantSanction, GrantVerification, SettledStage } from '../grant-settlement.js';
import { amounts, type Digits, type GrantPoint } from './point.js';

type SettledRow = Omit<SettledStage, 'form'> & {
  readonly form: unknown;
  readonly settlementId: string;
  readonly number: string;
  readonly version: number;
  readonly decidedOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly digest: string;
};

/** The latest decision on each stage by the point, with the form as it was decided. */
export async function readSettled(tx: Tx, point: GrantPoint): Promise<SettledStage[]> {
  const rows: SettledRow[] = await tx.query(
    `select * from (
       select distinct on (a.number, s.stage) a.number as agreement, s.agreement_id as "agreementId", s.stage, s.form, s.id as "settlementId", s.number, s.version, s.decided_on as "decidedOn",
              s.notice_on as "noticeOn", s.digest, f.finalized_on as "finalizedOn", o.objected_on as "objectedOn", o.grounds, w.outcome, w.answered_on as "answeredOn"
         from grant_settlement s join grant_agreement a on a.id = s.agreement_id
         left join grant_settlement_final f on f.settlement_id = s.id and f.finalized_on <= $2::date and f.known_at < $3::timestamptz
         left join grant_settlement_objection o on o.settlement_id = s.id and o.objected_on <= $2::date and o.known_at < $3::timestamptz
         left join grant_settlement_answer w on w.objection_id = o.id and w.answered_on <= $2::date and w.known_at < $3::timestamptz
        where s.call_id = $1::uuid and s.agreement_id = any($4::uuid[]) and s.decided_on <= $2::date and s.known_at < $3::timestamptz
        order by a.number, s.stage, s.version desc) x order by agreement, stage`,
    [...point],
  );
  return rows.map(({ form, settlementId, number, version, decidedOn, noticeOn, digest, agreementId, stage, finalizedOn, objectedOn, grounds, outcome, answeredOn }) => ({
    ...{ agreementId, stage, finalizedOn, objectedOn, grounds, outcome, answeredOn },
    form: { ...readForm(form), settlementId, number, version, decidedOn, noticeOn, digest },
  }));
}

/** What auditors from outside reported. */
export function readVerifications(tx: Tx, point: GrantPoint): Promise<GrantVerification[]> {
  return tx.query(
    `select a.number as agreement, v.kind, coalesce(v.stage || '단계', v.fiscal_year || '년') as about, v.auditor, v.opinion, v.findings, v.reported_on as "reportedOn", v.received_on as "receivedOn", d.sha256
       from grant_verification v join grant_agreement a on a.id = v.agreement_id left join document d on d.id = v.document_id
      where a.call_id = $1::uuid and a.id = any($4::uuid[]) and v.received_on <= $2::date and v.known_at < $3::timestamptz order by a.number, v.received_on, v.id`,
    [...point],
  );
}

export async function readSanctions(tx: Tx, point: GrantPoint): Promise<GrantSanction[]> {
  const rows: Digits<GrantSanction>[] = await tx.query(
    `select a.number as agreement, s.number, s.ground, s.notice_on as "noticeOn", s.misspent_won::text as "misspentWon", s.penalty_won::text as "penaltyWon", s.ban_months as "banMonths", s.reason, s.clause,
            o.objected_on as "objectedOn", w.outcome, coalesce(w.penalty_won, s.penalty_won)::text as "standingWon"
       from grant_sanction s join grant_agreement a on a.id = s.agreement_id
       left join grant_sanction_objection o on o.sanction_id = s.id and o.objected_on <= $2::date and o.known_at < $3::timestamptz
       left join grant_sanction_answer w on w.objection_id = o.id and w.answered_on <= $2::date and w.known_at < $3::timestamptz
      where s.call_id = $1::uuid and s.agreement_id = any($4::uuid[]) and s.notice_on <= $2::date and s.known_at < $3::timestamptz order by s.number`,
    [...point],
  );
  return rows.map((row) => amounts<GrantSanction>(row));
}
