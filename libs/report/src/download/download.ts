import type { LocalDate } from '#libs/calendar';

/** The shapes in which a report can be taken away. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
/** And, where it was issued, its data as it is. */
export const DOWNLOAD_FORMATS = [...REPORT_FORMATS, 'json'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** Kinds of reports. */
export const REPORT_KINDS = ['FUND_COMPLIANCE', 'VOUCHER_SETTLEMENT', 'PARTNER_STATEMENT', 'PARTNER_STATEMENTS', 'FUND_QUARTERLY', 'ILPA_REPORTING', 'ILPA_PERFORMANCE', 'GRANT_SETTLEMENT', 'AGREEMENT_SETTLEMENT', 'GRANT_FORM', 'ANNUAL', 'MATCHING'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A file as it leaves the house. */
export interface ReportFile {
  readonly number: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** One line of the download log: which report, which bytes, who, why, from where. */
export interface DownloadDraft {
  readonly number: string;
  readonly kind: ReportKind;
  /** The fund, partner, programme year, call, agreement, settlement or fiscal year, whichever the kind is about. */
  readonly subjectId: string;
  readonly format: DownloadFormat;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly reason: string;
  readonly dataSha256: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Of the issued file that this is a marked copy of, or that it holds beside a receipt; null for what is neither. */
  readonly originalSha256: string | null;
  readonly actorId: string;
  readonly actorLogin: string;
  readonly address: string | null;
  readonly downloadedAt: Date;
}
