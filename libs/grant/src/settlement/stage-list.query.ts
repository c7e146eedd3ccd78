import { civilDeadline, holidayCalendar, maxDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { GrantCall } from '../call/call.js';
import { settlementWordingOn, type SettlementWording } from './settlement.data.js';

interface StageRow {
  readonly agreementId: string;
  readonly agreementNumber: string;
  readonly institution: string;
  readonly state: string;
  readonly stage: number;
  readonly endsOn: LocalDate;
  readonly reportedOn: LocalDate | null;
  readonly reported: boolean;
  readonly settlementId: string | null;
  readonly settlementNumber: string | null;
  readonly version: number | null;
  readonly noticeWon: string | null;
  readonly objected: boolean;
  readonly final: boolean;
  readonly recoveryId: string | null;
}

export type StageStatus = 'RUNNING' | 'REPORT_DUE' | 'REPORT_OVERDUE' | 'REPORTED' | 'DECIDED' | 'OBJECTED' | 'FINAL';

/** A stage with where its settlement stands and until when the next step is due. */
export interface StageStanding extends StageRow {
  readonly reportDueOn: LocalDate;
  readonly settleDueOn: LocalDate;
  readonly status: StageStatus;
  /** What a late report may cost of the next payment, in basis points at most. */
  readonly lateReductionBasisPoints: number;
  readonly clause: string;
}

/** Every stage of a call's agreements, the most urgent dates first. */
export async function listStages(tx: Tx, call: GrantCall, today: LocalDate): Promise<StageStanding[]> {
  const rows: StageRow[] = await tx.query(
    `select a.id as "agreementId", a.number as "agreementNumber", p.name as institution, t.state, s.stage, s.ends_on as "endsOn",
            r.received_on as "reportedOn", r.id is not null as reported, d.id as "settlementId", d.number as "settlementNumber", d.version, d.notice_won::text as "noticeWon",
            exists (select 1 from grant_settlement_objection o where o.settlement_id = d.id and not exists (select 1 from grant_settlement_answer w where w.objection_id = o.id)) as objected,
            f.settlement_id is not null as final, c.id as "recoveryId"
       from grant_agreement a
       join party p on p.id = a.party_id
       join grant_state t on t.agreement_id = a.id
       join lateral (select distinct on (stage) stage, ends_on from grant_stage where agreement_id = a.id order by stage, version desc) s on true
       left join lateral (select id, received_on from grant_settlement_report where agreement_id = a.id and stage = s.stage and kind = 'SETTLEMENT' order by received_on nulls last, recorded_at limit 1) r on true
       left join lateral (select id, number, version, notice_won from grant_settlement where agreement_id = a.id and stage = s.stage order by version desc limit 1) d on true
       left join grant_settlement_final f on f.settlement_id = d.id
       left join grant_recovery c on c.settlement_id = d.id
      where a.call_id = $1 order by s.ends_on, a.number, s.stage`,
    [call.id],
  );
  return rows.map((row) => standingOf(row, settlementWordingOn(call.regime, row.endsOn), today));
}

function standingOf(row: StageRow, wording: SettlementWording, today: LocalDate): StageStanding {
  const after = (from: LocalDate, period: SettlementWording['report']['period']): LocalDate => civilDeadline({ from, period }, holidayCalendar()).effective;
  const reportDueOn = after(row.endsOn, wording.report.period);
  const settleDueOn = after(row.reportedOn === null ? reportDueOn : maxDate(row.reportedOn, row.endsOn), wording.settle.period);
  const lateUntil = row.reportedOn ?? today;
  const steps = wording.lateReport?.steps.filter(({ afterMonths }) => lateUntil > after(reportDueOn, { months: afterMonths })) ?? [];
  return { ...row, reportDueOn, settleDueOn, status: statusOf(row, reportDueOn, today), lateReductionBasisPoints: row.reported && row.reportedOn === null ? 0 : (steps.at(-1)?.atMostBasisPoints ?? 0), clause: wording.report.clause };
}

function statusOf(row: StageRow, reportDueOn: LocalDate, today: LocalDate): StageStatus {
  if (row.final) return 'FINAL';
  if (row.objected) return 'OBJECTED';
  if (row.settlementId !== null) return 'DECIDED';
  if (row.reported) return 'REPORTED';
  if (row.endsOn >= today && row.state !== 'TERMINATED') return 'RUNNING';
  return today > reportDueOn ? 'REPORT_OVERDUE' : 'REPORT_DUE';
}
