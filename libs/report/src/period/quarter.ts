import { localDate, maxDate, quarterEnd, startOfYear, type LocalDate } from '#libs/calendar';

/** The quarter that a day lies in, up to that day; both ends included. */
export interface Quarter {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly yearFrom: LocalDate;
  /** '2023년 2분기'. */
  readonly ko: string;
  readonly en: string;
  /** Whether the day is the last one of its quarter. */
  readonly isWhole: boolean;
}

export function quarterOf(asOf: LocalDate): Quarter {
  const [year, month] = [asOf.slice(0, 4), Number(asOf.slice(5, 7))];
  const number = Math.ceil(month / 3);
  const from = localDate(`${year}-${String(number * 3 - 2).padStart(2, '0')}-01`);
  return { from, to: asOf, yearFrom: startOfYear(asOf), ko: `${year}년 ${number}분기`, en: `${year} Q${number}`, isWhole: quarterEnd(asOf) === asOf };
}

/** The three stretches that statements tell of, none of them before the fund was founded. */
export function stretchesOf(asOf: LocalDate, foundedOn: LocalDate): Readonly<Record<'quarter' | 'year' | 'life', { readonly from: LocalDate; readonly to: LocalDate }>> {
  const { from, yearFrom } = quarterOf(asOf);
  return { quarter: { from: maxDate(from, foundedOn), to: asOf }, year: { from: maxDate(yearFrom, foundedOn), to: asOf }, life: { from: foundedOn, to: asOf } };
}
