import type { Bilingual } from '#libs/errors';
import type { LocalDate } from '#libs/calendar';
import type { IssueSlip } from '../issue/slip.js';
import type { Ground, RecordOrigin } from '../trace/ground.js';
import type { FigureOrigin } from '../trace/origin.js';

/**
 * What every report is: plain data with the final texts in it. The screen, the PDF, the workbook and the CSV are made of
 * this one model and format nothing themselves, so they cannot disagree.
 */
export interface ReportMeta {
  readonly number: string;
  readonly title: Bilingual;
  /** What the report is about: a fund, a programme year. */
  readonly subjectNumber: string;
  readonly subjectName: string;
  /** The house that hands it out, on the cover and at the foot of every page. */
  readonly issuer: string;
  readonly asOf: LocalDate;
  /** Exclusive bound of what was known, ISO 8601. */
  readonly knownBefore: string;
  /** When the program was asked. The only member that differs between two copies of the same report. */
  readonly generatedAt: string;
  /** SHA-256 of the canonical JSON of the draft, which is the file embedded in the PDF. */
  readonly dataSha256: string;
  readonly ruleVersion: string;
  readonly securityMark: string;
  /** The batch of the seal chain that covers every row the report rests on; null while one of them waits for its seal. */
  readonly seal: ReportSeal | null;
}

/** A place on the seal chain: with its hash on paper nobody can write another history behind it. */
export interface ReportSeal {
  readonly batch: number;
  readonly chainHash: string;
}

export const REPORT_VERDICT_CODES = ['MET', 'NOT_MET', 'IN_PROGRESS', 'UNREACHABLE', 'SETTLED', 'UNSETTLED'] as const;
export type ReportVerdictCode = (typeof REPORT_VERDICT_CODES)[number];

export interface ReportVerdict {
  readonly code: ReportVerdictCode;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** The lines of the ledger that a figure is the sum of, or what it rests on where there are none. */
export type Origin = FigureOrigin | Ground;

/** A figure by itself: where it comes from, and the name by which others refer to it. A traced draft has the reference in the place of both. */
export interface TraceableFigure {
  readonly origin?: Origin;
  readonly name?: string;
  readonly reference?: string;
}

export interface ReportTile extends TraceableFigure {
  readonly label: Bilingual;
  readonly value: string;
  readonly unit: string;
  readonly note?: string;
}

/**
 * The end of a key says what its cells hold, in the manner of every name here: `…Won` an amount, `…On` a date,
 * `…Percent` a percentage, `…Count` a whole number, anything else a text.
 */
export interface ReportColumn {
  readonly key: string;
  readonly header: Bilingual;
  readonly align: 'left' | 'right' | 'center';
  /** Neighbouring columns of one group stand under a heading of their own. */
  readonly group?: Bilingual;
  /** What all figures of the column rest on; a traced draft has it from the table's `grounds`. */
  readonly reference?: string;
}

export interface ReportRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly tone?: 'good' | 'bad' | 'muted';
  /** By column; a traced draft has the references in their place. */
  readonly origins?: Readonly<Record<string, Origin>>;
  readonly references?: Readonly<Record<string, string>>;
  /** The record that states the figures of the row that have no other origin. */
  readonly record?: RecordOrigin;
  readonly reference?: string;
  /** By column: the names by which other figures refer to these. */
  readonly names?: Readonly<Record<string, string>>;
}

export interface ReportFact extends TraceableFigure {
  readonly label: Bilingual;
  readonly value: string;
}

export interface PacePoint {
  readonly on: LocalDate;
  readonly expectedWon: string;
  /** Null for days that have not come. */
  readonly qualifyingWon: string | null;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: Bilingual;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
  readonly totals?: Readonly<Record<string, string>>;
  readonly totalOrigins?: Readonly<Record<string, Origin>>;
  readonly totalReferences?: Readonly<Record<string, string>>;
  readonly totalNames?: Readonly<Record<string, string>>;
  /** By column: what its figures rest on, row by row and in the total. Where a total has no ground of its own it is the sum of its column. */
  readonly grounds?: Readonly<Record<string, Ground>>;
}

export type ReportBlock =
  | { readonly kind: 'tiles'; readonly tiles: readonly ReportTile[] }
  | ReportTable
  | ({ readonly kind: 'text'; readonly text: Bilingual } & TraceableFigure)
  | { readonly kind: 'facts'; readonly rows: readonly ReportFact[] }
  | ({ readonly kind: 'gauge'; readonly label: Bilingual; readonly valuePercent: string; readonly requiredPercent: string; readonly alt: Bilingual } & TraceableFigure)
  | ({ readonly kind: 'pace'; readonly points: readonly PacePoint[]; readonly alt: Bilingual } & TraceableFigure);

export interface ReportSection {
  readonly id: string;
  readonly title: Bilingual;
  readonly blocks: readonly ReportBlock[];
}

/** The one table of a report that also travels as CSV. */
export interface ReportList {
  readonly fileName: string;
  readonly title: string;
  readonly sectionId: string;
  readonly index: number;
}

/** A report before it is sealed: everything that depends on nothing but its subject, the date and what was known. */
export interface ReportDraft {
  readonly meta: Omit<ReportMeta, 'number' | 'generatedAt' | 'dataSha256' | 'seal'>;
  readonly verdict: ReportVerdict;
  readonly sections: readonly ReportSection[];
  readonly list: ReportList;
}

export interface ReportModel extends ReportDraft {
  readonly meta: ReportMeta;
}

/** A model with the bytes that its fingerprint is taken of, and the sealed rows that it rests on with their proofs. */
export interface SealedReport {
  readonly model: ReportModel;
  readonly data: Buffer;
  readonly proof: Buffer | null;
  /** Of a report that was issued: under which number, by whom, and how that is checked. */
  readonly issue?: IssueSlip;
}

/** What stands in a cell that has nothing to say. */
export const NOTHING = '-';

/** What stands beside a figure of the ledger to which nothing was ever entered; it is zero, and nothing is printed. */
export const NO_ENTRIES = '[0]';

/** The names under which the data travels inside a PDF. */
export const DATA_FILE = 'report-data.json';
export const SEAL_FILE = 'seal.json';

/** The table at a place of a section; a report without it is a bug. */
export function tableOf(draft: ReportDraft, sectionId: string, index = 0): ReportTable {
  const tables = draft.sections.find((section) => section.id === sectionId)?.blocks.filter((block) => block.kind === 'table') ?? [];
  const table = tables[index];
  if (table === undefined) throw new RangeError(`there is no table ${index} in section '${sectionId}'`);
  return table;
}

/** What a column is called where no heading stands above it: '기관부담 현금'. */
export const headerOf = ({ header, group }: ReportColumn): string => (group === undefined ? header.ko : `${group.ko} ${header.ko}`);
