import type { LocalDate } from '#libs/calendar';
import type { PackCode } from '../pack/pack.js';

/** The shapes in which a pack can be taken away. */
export const PACK_FORMATS = ['pdf', 'xlsx'] as const;
export type PackFormat = (typeof PACK_FORMATS)[number];

/** A file as it leaves the house. */
export interface AuditFile {
  readonly number: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Of the bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** One line of the log: which pack over which data, which bytes, who, why, from where. */
export interface PackDownloadDraft {
  readonly number: string;
  readonly pack: PackCode;
  readonly format: PackFormat;
  readonly asOf: LocalDate;
  readonly knownBefore: Date;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly fundId: string | null;
  readonly programmeId: string | null;
  readonly redacted: boolean;
  readonly rowCount: number;
  readonly reason: string;
  readonly dataSha256: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly actorId: string;
  readonly actorLogin: string;
  readonly address: string | null;
  readonly downloadedAt: Date;
}
