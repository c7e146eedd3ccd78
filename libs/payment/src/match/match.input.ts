import { localDate, type LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';

/** The days that are asked for; without them the latest month that has lines. Null before the first statement. */
export function periodOf(query: { readonly from?: string; readonly to?: string }, account: { readonly lastOn: LocalDate | null }): { readonly from: LocalDate | null; readonly to: LocalDate | null } {
  const to = query.to === undefined ? account.lastOn : localDate(query.to);
  const from = query.from === undefined ? (to === null ? null : localDate(`${to.slice(0, 7)}-01`)) : localDate(query.from);
  if (from !== null && to !== null && from > to) throw invalidField('/from', 'bank-line.period-reversed', { ko: '시작일이 끝나는 날보다 늦습니다. 기간을 다시 골라 주세요.', en: 'The first day lies after the last one. Choose the period again.' });
  return { from, to };
}
