import type { LocalDate } from '#libs/calendar';
import { parseTaxInvoiceNumber } from '#libs/identifier';
import type { Won } from '#libs/money';

/** What a payment rests on. Payroll, in-kind contributions and the rest have numbers of the institution's own, which prove nothing outside of it. */
export type EvidenceKind = 'TAX_INVOICE' | 'CARD' | 'TRANSFER' | 'CASH_RECEIPT' | 'PAYROLL' | 'IN_KIND' | 'OTHER';

/** Evidence of which one number stands for one payment. */
export type EvidenceScheme = 'TAX_INVOICE' | 'CARD' | 'TRANSFER' | 'CASH_RECEIPT';

/** A piece of evidence as a clerk copies it, with the payment it stands for; won. */
export interface StatedEvidence {
  readonly kind: EvidenceKind | null;
  readonly number: string | null;
  readonly spentOn: LocalDate;
  readonly amountWon: Won;
}

/**
 * What makes evidence one of a kind; null where nothing does. The approval number of a tax invoice does so alone. Those of cards,
 * cash receipts and transfers are short and given out again [practice]: only with the day and the amount they name one payment.
 */
export function evidenceKeyOf({ kind, number, spentOn, amountWon }: StatedEvidence): { readonly scheme: EvidenceScheme; readonly key: string } | null {
  if (kind === null || number === null || kind === 'PAYROLL' || kind === 'IN_KIND' || kind === 'OTHER') return null;
  if (kind === 'TAX_INVOICE') {
    const parsed = parseTaxInvoiceNumber(number);
    return parsed.ok ? { scheme: kind, key: parsed.value } : null;
  }
  const digits = number.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/gu, '');
  return digits === '' ? null : { scheme: kind, key: `${digits}|${spentOn}|${amountWon}` };
}
