import type { LocalDate } from '#libs/calendar';

/** The report of an auditor from outside, as it is recorded. */
export interface RecordVerification {
  readonly agreementId: string;
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
