import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { FundRow } from '#libs/fund';
import type { GrantCall } from '#libs/grant';
import type { PolicySet } from '#libs/policy';
import type { ReportSection } from '#libs/report';
import type { VoucherYear } from '#libs/voucher';
import type { Secrecy } from './redaction.js';

/** The recurring requests of auditors, each a pack that is asked for with one click. */
export const PACK_CODES = [
  'recipients',
  'duplicates',
  'recognition',
  'then-and-now',
  'year-end',
  'approvals',
  'company-standing',
  'unused',
  'related-parties',
  'performance',
  'rule-changes',
  'access',
] as const;
export type PackCode = (typeof PACK_CODES)[number];

/**
 * A column of a list. The end of its key says what it holds: `…Won` whole won, `…On` a date, `…At` an instant, `…Percent`
 * digits of a percentage that was truncated already, `…Count` a whole number, `…BusinessNumber` ten digits, `…Sha256` a
 * hash, anything else a text.
 */
export interface PackColumn {
  readonly key: string;
  readonly header: Bilingual;
  /** Hidden unless somebody says why they need it. */
  readonly secrecy?: Secrecy;
  /** Added up in the last row. */
  readonly total?: true;
}

/** One list of a pack: what it shows and how it reads when there is nothing in it. */
export interface PackList {
  readonly key: string;
  readonly title: Bilingual;
  readonly columns: readonly PackColumn[];
  /** What it means that there is nothing. */
  readonly none: Bilingual;
  /** How the list was made, and what it does not say. */
  readonly notes: readonly Bilingual[];
  /** Oldest first where several sources fill it: the column that orders it. */
  readonly orderBy?: string;
}

/** A recurring request: the question in an auditor's words, on which ground it is asked, and the lists that answer it. */
export interface PackDefinition {
  readonly code: PackCode;
  /** Place among the requests, from 1. */
  readonly ordinal: number;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly basis: string;
  readonly lists: readonly PackList[];
  /** What nobody can answer from what is on record, said openly. */
  readonly gaps: readonly Bilingual[];
  /** The limits of policy that the lists are drawn by. */
  readonly limits: readonly string[];
}

/** What a list is asked for: a point in both times, a period, and the funds, programme years and calls it is about. */
export interface PackQuestion {
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The same period as instants; the end is exclusive and never past `knownBefore`. */
  readonly since: Date;
  readonly before: Date;
  readonly funds: readonly FundRow[];
  readonly years: readonly VoucherYear[];
  readonly calls: readonly GrantCall[];
  /** Whether these are a choice: what belongs to none of them is then left out. */
  readonly narrowed: boolean;
  readonly limits: PolicySet;
}

export type PackValue = string | number | bigint | boolean | Date | null;
/** One row by column. `<key>IsPerson: false` says that the name at `<key>` is an organisation's, which nobody hides. */
export type PackRecord = Readonly<Record<string, PackValue>>;

/** Where rows of a list come from. Every instrument brings its own; a pack does not know them. */
export type PackSource = (tx: Tx, question: PackQuestion) => Promise<readonly PackRecord[]>;

/** Sources by `<pack>/<list>`. */
export type PackSources = Readonly<Record<string, PackSource>>;

export interface PackMeta {
  readonly number: string;
  readonly code: PackCode;
  readonly title: Bilingual;
  readonly question: Bilingual;
  readonly basis: string;
  readonly asOf: LocalDate;
  /** Exclusive bound of what was known, ISO 8601. */
  readonly knownBefore: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** What it was narrowed down to, in words. */
  readonly scope: Bilingual;
  readonly redacted: boolean;
  readonly rowCount: number;
  /** When it was asked for; the only member that two copies of the same pack differ in. */
  readonly generatedAt: string;
  readonly dataSha256: string;
  readonly securityMark: string;
}

/** A pack before its seal: nothing in it depends on the hour of asking. */
export interface PackDraft {
  readonly meta: Omit<PackMeta, 'number' | 'generatedAt' | 'dataSha256'>;
  readonly sections: readonly ReportSection[];
}

export interface PackModel extends PackDraft {
  readonly meta: PackMeta;
}

/** A pack with the bytes its fingerprint is taken of. */
export interface SealedPack {
  readonly model: PackModel;
  readonly data: Buffer;
}
