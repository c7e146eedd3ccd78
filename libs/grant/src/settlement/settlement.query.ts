import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { lockAgreements } from '../agreement/agreement.query.js';
import { readForm, type DecidedForm } from './form.js';

/** A decided settlement and what became of it. */
export interface SettlementRow {
  readonly id: string;
  readonly callId: string;
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly businessNumber: string | null;
  readonly stage: number;
  readonly version: number;
  readonly number: string;
  readonly decidedOn: LocalDate;
  readonly noticeOn: LocalDate;
  readonly objectionUntil: LocalDate;
  readonly totalWon: string;
  readonly noticeWon: string;
  readonly droppedWon: string;
  readonly reason: string | null;
  readonly clause: string;
  readonly form: unknown;
  readonly digest: string;
  readonly knownAt: Date;
  readonly actor: string | null;
  readonly latest: boolean;
  readonly objection: { readonly id: string; readonly objectedOn: LocalDate; readonly grounds: string; readonly answerDueOn: LocalDate } | null;
  readonly answer: { readonly outcome: 'ACCEPTED' | 'PARTLY' | 'REJECTED'; readonly reason: string; readonly answeredOn: LocalDate; readonly settlementId: string | null } | null;
  readonly final: { readonly finalizedOn: LocalDate; readonly acceptedOn: LocalDate | null; readonly recoveryId: string | null; readonly recoveryNumber: string | null } | null;
}

const SETTLEMENT_SELECT = `
  select s.id, s.call_id as "callId", s.agreement_id as "agreementId", a.number as "agreementNumber", a.party_id as "partyId", p.name as "partyName", p.business_number as "businessNumber",
         s.stage, s.version, s.number, s.decided_on as "decidedOn", s.notice_on as "noticeOn", s.objection_until as "objectionUntil",
         s.total_won::text as "totalWon", s.notice_won::text as "noticeWon", s.dropped_won::text as "droppedWon", s.reason, s.clause, s.form, s.digest, s.known_at as "knownAt",
         coalesce(u.name, c.actor_login) as actor,
         not exists (select 1 from grant_settlement n where n.agreement_id = s.agreement_id and n.stage = s.stage and n.version > s.version) as latest,
         (select json_build_object('id', o.id, 'objectedOn', o.objected_on, 'grounds', o.grounds, 'answerDueOn', o.answer_due_on)
            from grant_settlement_objection o where o.settlement_id = s.id) as objection,
         (select json_build_object('outcome', w.outcome, 'reason', w.reason, 'answeredOn', w.answered_on, 'settlementId', w.settlement_id)
            from grant_settlement_objection o join grant_settlement_answer w on w.objection_id = o.id where o.settlement_id = s.id) as answer,
         (select json_build_object('finalizedOn', f.finalized_on, 'acceptedOn', f.accepted_on, 'recoveryId', r.id, 'recoveryNumber', r.number)
            from grant_settlement_final f left join grant_recovery r on r.settlement_id = f.settlement_id where f.settlement_id = s.id) as final
    from grant_settlement s
    join grant_agreement a on a.id = s.agreement_id
    join party p on p.id = a.party_id
    left join command_author c on c.id = s.command_id
    left join app_user u on u.id = c.actor_id`;

export async function getSettlement(tx: Tx, settlementId: string): Promise<SettlementRow> {
  const rows: SettlementRow[] = await tx.query(`${SETTLEMENT_SELECT} where s.id = $1`, [settlementId]);
  if (rows[0] === undefined) throw notFound({ ko: '정산', en: 'settlement' }, settlementId);
  return rows[0];
}

/** The settlements of an agreement by stage and version. */
export function listSettlementsOf(tx: Tx, agreementId: string): Promise<SettlementRow[]> {
  return tx.query(`${SETTLEMENT_SELECT} where s.agreement_id = $1 order by s.stage, s.version`, [agreementId]);
}

/** A settlement that nobody else changes until the transaction ends. */
export async function lockSettlement(tx: Tx, settlementId: string): Promise<SettlementRow> {
  const { agreementId } = await getSettlement(tx, settlementId);
  await lockAgreements(tx, [agreementId]);
  return getSettlement(tx, settlementId);
}

const decidedForm = ({ id, number, version, decidedOn, noticeOn, digest, form }: SettlementRow): DecidedForm => ({ ...readForm(form), settlementId: id, number, version, decidedOn, noticeOn, digest });

/** Form 7 of a settlement exactly as it was decided: what the PDF and the workbook print. Throws `not_found`. */
export async function formOf(tx: Tx, settlementId: string): Promise<DecidedForm> {
  return decidedForm(await getSettlement(tx, settlementId));
}
