import type { LocalDate } from '#libs/calendar';
import type { DownloadFormat, ReportKind } from '../download/download.js';

/** Why no authority attested the time of a signature, although one is named; as `TimestampFault` of the seals. */
export const STAMP_PROBLEMS = ['UNREACHABLE', 'REFUSED', 'UNUSABLE'] as const;
export type StampProblem = (typeof STAMP_PROBLEMS)[number];

export const ISSUE_STATUSES = ['VALID', 'REPLACED', 'WITHDRAWN'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

/** What an issued report can be taken away as; its data in canonical JSON is one of them. */
export type IssueFormat = DownloadFormat;

/** A version of a report as it was issued. */
export interface Issue {
  readonly id: string;
  readonly letter: string;
  readonly year: number;
  readonly ordinal: number;
  readonly number: string;
  readonly version: number;
  readonly replaces: string | null;
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly subjectNumber: string;
  readonly subjectName: string;
  readonly titleKo: string;
  readonly titleEn: string;
  readonly issuer: string;
  readonly asOf: LocalDate;
  /** Exclusive bound of what was known. */
  readonly knownBefore: Date;
  readonly reason: string;
  readonly ruleVersion: string;
  readonly dataSha256: string;
  readonly proofSha256: string | null;
  readonly sealBatch: number | null;
  readonly sealChainHash: string | null;
  readonly changesSha256: string | null;
  readonly code: string;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  readonly status: IssueStatus;
  readonly changedAt: Date;
  readonly withdrawnReason: string | null;
}

/** A file of an issue as it was printed, once. */
export interface IssueFile {
  readonly format: IssueFormat;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly signatureLevel: 'B-B' | 'B-T' | null;
  readonly signer: string | null;
  readonly signerFingerprint: string | null;
  /** When and by whom the time of the signature was attested (B-T). */
  readonly stampedAt: Date | null;
  readonly stampedBy: string | null;
  readonly stampProblem: StampProblem | null;
}

/** What is to be issued: fixed before anybody signs, so that what is signed is what is issued. */
export interface IssueReport {
  readonly kind: ReportKind;
  readonly subjectId: string;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly reason: string;
  /** Of the canonical data, as it was previewed. */
  readonly dataSha256: string;
  readonly proofSha256: string | null;
  readonly seal: { readonly batch: number; readonly chainHash: string } | null;
}

export interface ReissueReport extends IssueReport {
  /** The version that is replaced. */
  readonly issueId: string;
  readonly changesSha256: string;
}

export interface WithdrawReport {
  readonly issueId: string;
  readonly reason: string;
}

export interface PrintReport {
  readonly issueId: string;
  readonly files: readonly IssueFile[];
}

export interface IssuedReport {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly code: string;
  readonly dataSha256: string;
}
