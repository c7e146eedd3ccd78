import type { Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import { formatWon, sumWon, type Won } from '#libs/money';
import type { OpenOrder, OrderCarryOver, OrderPlan } from './order-carry.js';

/** Matches what was chosen to be carried over with what is open. Throws at the row that names nothing open. */
export function planOrders(open: readonly OpenOrder[], carryOvers: readonly OrderCarryOver[]): OrderPlan {
  const carried = carryOvers.map((each, index) => {
    const commitment = open.find(({ orderId }) => orderId === each.orderId);
    const twice = carryOvers.findIndex(({ orderId }) => orderId === each.orderId) !== index;
    if (commitment === undefined || twice) throw invalidField(`/orderCarryOvers/${index}/orderId`, 'grant-year.nothing-open', { ko: '이월할 미지급 의뢰가 아니거나 두 번 고른 것입니다. 목록에서 다시 골라 주세요.', en: 'Nothing of that order is open, or it is named twice. Choose from the list.' });
    return { ...each, commitment };
  });
  return { carried, lapsing: open.filter(({ orderId }) => !carryOvers.some((each) => each.orderId === orderId)) };
}

/** The laboratory has done its work: what it is owed does not lapse with the year (국가재정법 제48조). */
export function noCertifiedOrderLapses(lapsing: readonly OpenOrder[]): Verdict {
  const done = lapsing.filter(({ state }) => state !== 'ACCEPTED');
  return {
    rule: 'no-certified-order-lapses',
    clause: '국가재정법 제48조',
    result: done.length === 0 ? 'PASS' : 'BLOCK',
    text:
      done.length === 0
        ? { ko: '불용되는 성적서 발급·지급결정 의뢰가 없습니다.', en: 'No order lapses that was certified or decided to be paid.' }
        : { ko: `성적서가 나왔거나 지급결정한 의뢰가 있습니다: ${done.map(({ number, openWon }) => `${number} ${formatWon(openWon)}원`).join(', ')}. 이월하거나 지급해 주세요.`, en: `Certified or decided to be paid: ${done.map(({ number, openWon }) => `${number} ${formatWon(openWon)} won`).join('; ')}. Carry it over, or pay it.` },
    inputs: { orders: done.map(({ number }) => number) },
  };
}

/** Of a plan; won, by the fiscal year whose budget it is where years are told apart. */
export interface OrderSums {
  readonly carriedWon: Won;
  /** Carried over for the first time: it leaves the appropriation of its year. */
  readonly newlyCarriedWon: ReadonlyMap<number, Won>;
  readonly lapsedWon: Won;
  /** Given up before it was ever carried over: it is free budget of its year once more. */
  readonly freedWon: ReadonlyMap<number, Won>;
}

export function sumsOfOrders({ carried, lapsing }: OrderPlan): OrderSums {
  const carriedOrders = carried.map(({ commitment }) => commitment);
  const first = (orders: readonly OpenOrder[]): readonly OpenOrder[] => orders.filter(({ carriedBefore }) => !carriedBefore);
  return { carriedWon: total(carriedOrders), newlyCarriedWon: byYear(first(carriedOrders)), lapsedWon: total(lapsing), freedWon: byYear(first(lapsing)) };
}

const total = (orders: readonly OpenOrder[]): Won => sumWon(orders.map(({ openWon }) => openWon));

function byYear(orders: readonly OpenOrder[]): ReadonlyMap<number, Won> {
  const years = [...new Set(orders.map(({ fiscalYear }) => fiscalYear))].toSorted((one, other) => one - other);
  return new Map(years.map((year) => [year, total(orders.filter(({ fiscalYear }) => fiscalYear === year))]));
}
