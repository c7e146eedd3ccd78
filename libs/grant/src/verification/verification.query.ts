import { civilDeadline, endOfYear, holidayCalendar, localDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { sumWon, type Won } from '#libs/money';
import { policiesOfCall } from '../call/call.query.js';
import type { Worksheet } from '../settlement/worksheet/worksheet.query.js';
import { RECOVERY_POLICIES } from '../recovery/recovery.policy.js';

/** Whether an auditor from outside is to verify, and where it says so. */
export interface VerificationDemand {
  readonly kind: 'SETTLEMENT' | 'FISCAL_YEAR';
  readonly fiscalYear: number | null;
  readonly required: boolean;
  /** The public money that decides, and from which amount on. */
  readonly amountWon: Won;
  readonly fromWon: Won | null;
  readonly dueOn: LocalDate | null;
  readonly clause: string;
}

export interface VerificationRow {
  readonly id: string;
  readonly kind: 'SETTLEMENT' | 'FISCAL_YEAR';
  readonly stage: number | null;
  readonly fiscalYear: number | null;
  readonly auditor: string;
  readonly auditorNumber: string | null;
  readonly opinion: 'CLEAN' | 'QUALIFIED' | 'ADVERSE' | 'DISCLAIMED';
  readonly findings: string | null;
  readonly reportedOn: LocalDate;
  readonly receivedOn: LocalDate;
  readonly documentId: string | null;
}

export function listVerifications(tx: Tx, agreementId: string): Promise<VerificationRow[]> {
  return tx.query(
    `select id, kind, stage, fiscal_year as "fiscalYear", auditor, auditor_number as "auditorNumber", opinion, findings, reported_on as "reportedOn", received_on as "receivedOn", document_id as "documentId"
       from grant_verification where agreement_id = $1 order by received_on desc, recorded_at desc`,
    [agreementId],
  );
}

/** What the law, or the notice of the call, wants verified of a stage: its settlement, and each year with much public money. */
export async function demandsOf(tx: Tx, { call, stage, wording, form }: Worksheet): Promise<VerificationDemand[]> {
  const government = sumWon(form.header.years.map(({ governmentCashWon }) => governmentCashWon));
  const rule = wording.verification;
  if (rule === null) {
    const policies = await policiesOfCall(tx, call, stage.endsOn);
    const [row, amount] = [policies.find(RECOVERY_POLICIES.verificationFrom), policies.amount(RECOVERY_POLICIES.verificationFrom)];
    const fromWon = amount === null || amount === 0n ? null : (amount as Won);
    return [{ kind: 'SETTLEMENT', fiscalYear: null, required: fromWon !== null && government >= fromWon, amountWon: government, fromWon, dueOn: null, clause: row?.clause ?? '공고에서 정한 경우' }];
  }
  const reportDue = civilDeadline({ from: stage.endsOn, period: wording.report.period }, holidayCalendar()).effective;
  return [
    { kind: 'SETTLEMENT', fiscalYear: null, required: government >= rule.settlementFromWon, amountWon: government, fromWon: rule.settlementFromWon, dueOn: reportDue, clause: rule.clause },
    ...form.header.years.map(({ fiscalYear, governmentCashWon }): VerificationDemand => ({
      ...{ kind: 'FISCAL_YEAR', fiscalYear, required: governmentCashWon >= rule.auditFromWon, amountWon: governmentCashWon, fromWon: rule.auditFromWon },
      ...{ dueOn: civilDeadline({ from: endOfYear(localDate(`${fiscalYear}-01-01`)), period: rule.audit.period }, holidayCalendar()).effective, clause: rule.audit.clause },
    })),
  ];
}

/** A verification of the settlement is wanted and nobody has handed it in. */
export async function isVerificationMissing(tx: Tx, sheet: Worksheet): Promise<boolean> {
  const wanted = (await demandsOf(tx, sheet)).some(({ kind, required }) => kind === 'SETTLEMENT' && required);
  return wanted && !(await listVerifications(tx, sheet.agreement.id)).some(({ kind, stage }) => kind === 'SETTLEMENT' && stage === sheet.stage.stage);
}
