import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import type { Onlooker } from '#libs/pdf';
import type { RowChoice } from '#libs/seal';
import type { ReportKind } from '../download/download.js';
import type { ReportDraft, ReportModel, SealedReport } from './report.js';

/** A kind of report: how it is read and drawn, and which sealed rows it rests on. Everything else all of them share. */
export interface ReportDefinition {
  readonly kind: ReportKind;
  /** The second part of its numbers. */
  readonly letter: string;
  /**
   * Reads and adds up in the caller's one snapshot. Throws not found for a subject that is not there or not in sight,
   * `report.not-known-then` where nothing was known yet, `InvariantError` where the figures do not tie.
   */
  readonly draft: (tx: Tx, subjectId: string, point: TimePoint) => Promise<ReportDraft>;
  readonly grounds: (subjectId: string, point: TimePoint) => RowChoice[];
  /** `copyMarks` say whose copy it is; the onlooker waits for it. */
  readonly pdf: (report: SealedReport, copyMarks: readonly string[], onlooker?: Onlooker) => Promise<Buffer>;
  readonly xlsx: (model: ReportModel, copyMarks: readonly string[], onlooker?: Onlooker) => Promise<Buffer>;
}
