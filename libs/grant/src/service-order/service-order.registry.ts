import { yearOf, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Bilingual } from '#libs/errors';
import type { Payable, PayableKind } from '#libs/payment';
import { payableOfOrderPaid, payableOfOrderReturned, SERVICE_ORDER_PAYABLE } from './service-order.posting.js';

/** Fees of laboratories as payment runs pay them. */
export const SERVICE_ORDER_DEBT: PayableKind = {
  kind: SERVICE_ORDER_PAYABLE,
  name: { ko: '성능평가·시험 수수료', en: 'Laboratory fee' },
  paid: payableOfOrderPaid,
  returned: payableOfOrderReturned,
  detailsNow: carriedNow,
  hindrances: waitingForTheClose,
};

/** Whether what these debts are paid from was carried over. */
async function carriedNow(tx: Tx, payables: readonly Payable[]): Promise<ReadonlyMap<string, Payable['detail']>> {
  const rows: { orderId: string }[] = await tx.query('select distinct order_id as "orderId" from service_order_carry where order_id = any($1)', [payables.map(({ subjectId }) => subjectId)]);
  const carried = new Set(rows.map(({ orderId }) => orderId));
  return new Map(payables.map(({ id, subjectId }) => [id, { carried: carried.has(subjectId) ? 'YES' : 'NO' }]));
}

/** Between the end of a fiscal year and its closing nothing of it is paid: what is owed has to be carried over first (국가재정법 제48조). */
async function waitingForTheClose(tx: Tx, orderIds: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, Bilingual>> {
  const rows: { id: string; number: string; year: number }[] = await tx.query(
    `select o.id, o.number, o.fiscal_year as year from service_order o
      where o.id = any($1) and o.fiscal_year < $2 and not exists (select 1 from grant_year_close y where y.call_id = o.call_id and y.fiscal_year = o.fiscal_year)`,
    [orderIds, yearOf(on)],
  );
  return new Map(rows.map(({ id, number, year }) => [id, { ko: `${number}은(는) ${year}년 예산으로 지급하는 의뢰인데 ${year} 회계연도가 아직 마감되지 않았습니다. 회계연도를 마감하며 이월한 뒤 지급해 주세요.`, en: `The budget of ${year} bears ${number}, and ${year} is not closed. Close the year, carry the order over and pay then.` }]));
}
