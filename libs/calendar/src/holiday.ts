import type { LocalDate } from './local-date.js';

/** One named public holiday on one date. */
export interface Holiday {
  readonly date: LocalDate;
  readonly nameKo: string;
  readonly nameEn: string;
  /** Since when the law or decision behind it has been in force; the start of the table for what is older. */
  readonly from: LocalDate;
  /** The article, law or Cabinet decision it rests on. */
  readonly source: string;
}
