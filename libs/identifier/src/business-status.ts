import type { LocalDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';

/** 계속사업자, 휴업, 폐업: what the tax office says of a business on a day. */
export type BusinessStatus = 'ACTIVE' | 'RESTING' | 'CLOSED';

export const BUSINESS_STATUSES: Readonly<Record<BusinessStatus, Bilingual>> = {
  ACTIVE: { ko: '계속사업자', en: 'in business' },
  RESTING: { ko: '휴업', en: 'resting' },
  CLOSED: { ko: '폐업', en: 'closed' },
};

/** One answer of the tax office: from `effectiveOn` on, until another answer says otherwise. */
export interface StatusRecord {
  readonly status: BusinessStatus;
  readonly effectiveOn: LocalDate;
  readonly source: string;
}

/** The record that applies on `on`; null where nobody asked. Of several with one day the one recorded last counts: `records` are in that order. */
export function statusOn(records: readonly StatusRecord[], on: LocalDate): StatusRecord | null {
  return records.reduce<StatusRecord | null>((found, record) => (record.effectiveOn <= on && (found === null || record.effectiveOn >= found.effectiveOn) ? record : found), null);
}
