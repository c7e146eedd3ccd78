import type { Bilingual, Details } from '#libs/errors';
import { parseBusinessNumber } from '#libs/identifier';
import { formatWon, type Won } from '#libs/money';
import { remark, type RemarkPlace, type RowRemark, type SheetVerdict } from '#libs/sheet';

/** What a remark carries besides its sentences, for a screen that lets the cell be corrected in place. */
interface Extras {
  readonly fix?: Bilingual;
  readonly details?: Details;
  readonly suggested?: string;
}

/** A remark with its figures as data, and with the value that would make it right where there is one. */
export function explained(code: string, place: RemarkPlace, text: Bilingual, { fix, ...extras }: Extras = {}): RowRemark {
  return { ...remark(code, place, text, fix ?? null), ...extras };
}

/** A known name offered in the place of an unknown one. */
export const suggesting = (nearest: string | null): Pick<RowRemark, 'suggested'> => (nearest === null ? {} : { suggested: nearest });

/** An amount as a sentence shows it. */
export const inWon = (amount: Won): string => `${formatWon(amount)}원`;

/** The verdict with the check digit that would hold suggested for every business number that fails. */
export function withSuggestions(verdict: SheetVerdict): SheetVerdict {
  return { ...verdict, rows: verdict.rows.map((row) => ({ ...row, remarks: row.remarks.map(withCheckDigit) })) };
}

function withCheckDigit(about: RowRemark): RowRemark {
  const suggested = about.code === 'BRN_CHECKSUM' && about.value !== null ? numberThatChecks(about.value) : undefined;
  return suggested === undefined ? about : { ...about, suggested };
}

/** The number with its last digit replaced by the one that checks, written as it was. */
function numberThatChecks(value: string): string | undefined {
  const folded = value.normalize('NFKC').trim();
  const candidates = Array.from('0123456789', (digit) => `${folded.slice(0, -1)}${digit}`);
  return candidates.find((candidate) => parseBusinessNumber(candidate).ok);
}
