import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import { invalidField, type DomainError } from '#libs/errors';
import { addWon, basisPoints, formatWon, fraction, multiplyFloor, shareOf, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import type { ExitLimits } from './exit.policy.js';
import type { ExitedDeal, ExitTerms } from './exit.js';

const WHOLE = 10_000;

/** Cost that is left in a deal, in won. */
export const costLeft = (deal: Pick<ExitedDeal, 'amountWon' | 'takenWon'>): Won => subtractWon(deal.amountWon, deal.takenWon);

/**
 * The cost that goes with an exit, in won: what was named; by the shares, floored, the last of them taking the last won;
 * or all that is left. Throws `DomainError` invalid at the field that does not fit the deal.
 */
export function costOfExit(deal: ExitedDeal, terms: Pick<ExitTerms, 'costWon' | 'shares'>): Won {
  const left = costLeft(deal);
  const byShares = costOfShares(deal, terms.shares);
  if (terms.costWon === null) return byShares ?? left;
  if (terms.costWon > left) {
    throw invalidField('/costWon', 'exit.more-than-left', { ko: `남은 취득원가는 ${formatWon(left)}원입니다.`, en: `Only ${formatWon(left)} won of the cost is left.` });
  }
  if (byShares !== null && byShares !== terms.costWon) {
    throw invalidField('/costWon', 'exit.cost-against-shares', {
      ko: `주식수로 나눈 취득원가는 ${formatWon(byShares)}원입니다. 취득원가를 비우거나 주식수를 고쳐 주세요.`,
      en: `By the shares it is ${formatWon(byShares)} won. Leave the cost out, or correct the shares.`,
    });
  }
  return terms.costWon;
}

function costOfShares(deal: ExitedDeal, shares: bigint | null): Won | null {
  if (shares === null || deal.shares === null) return null;
  const left = deal.shares - deal.soldShares;
  if (shares > left) {
    throw invalidField('/shares', 'exit.more-shares-than-left', { ko: `남은 주식은 ${left}주입니다.`, en: `Only ${left} shares are left.` });
  }
  // What earlier exits took otherwise stays theirs: the rest of the cost is spread over the rest of the shares.
  return multiplyFloor(costLeft(deal), fraction(shares, left));
}

/** Throws `DomainError` invalid at the first field that cannot be. */
export function requirePossibleExit(deal: ExitedDeal, terms: ExitTerms, counterpartyIsKnown: boolean, today: LocalDate): void {
  if (deal.kind === 'CONVERSION' || deal.voided) {
    throw invalidField('/investmentId', 'exit.not-a-holding', { ko: '회수할 수 없는 투자입니다(취소되었거나 전환으로 생긴 행). 원투자를 골라 주세요.', en: 'Nothing to exit: voided, or made by a conversion. Choose the deal that was paid.' });
  }
  if (costLeft(deal) <= 0n) throw invalidField('/investmentId', 'exit.nothing-left', { ko: '이미 전부 회수된 투자입니다.', en: 'All of this deal has been exited.' });
  if (terms.exitedOn > today) throw invalidField('/exitedOn', 'exit.in-future', { ko: '회수일이 오늘보다 뒤입니다.', en: 'The exit lies in the future.' });
  if (terms.exitedOn < deal.paidOn) throw invalidField('/exitedOn', 'exit.before-payment', { ko: `투자금 납입일(${deal.paidOn}) 이후여야 합니다.`, en: `It cannot be before the payment on ${deal.paidOn}.` });
  if (deal.lastExitedOn !== null && terms.exitedOn < deal.lastExitedOn) {
    throw invalidField('/exitedOn', 'exit.before-earlier-exit', {
      ko: `이 투자는 ${deal.lastExitedOn}에 일부 회수되었습니다. 회수는 날짜 순서로 기록합니다.`,
      en: `Part of this deal was exited on ${deal.lastExitedOn}. Record exits in their order.`,
    });
  }
  const wrong = wrongAmount(terms, counterpartyIsKnown);
  if (wrong !== null) throw wrong;
}

function wrongAmount(terms: ExitTerms, counterpartyIsKnown: boolean): DomainError | null {
  const price = terms.proceedsWon + terms.escrowWon;
  if (terms.kind === 'WRITE_OFF' && price > 0n) return invalidField('/proceedsWon', 'exit.write-off-with-proceeds', { ko: '대손처리에는 회수금이 없습니다. 0원을 넣거나 회수유형을 바꿔 주세요.', en: 'A write-off brings nothing. Enter 0, or choose another kind.' });
  if (terms.kind === 'WRITE_OFF' && terms.note === null) return invalidField('/note', 'exit.write-off-without-reason', { ko: '대손처리 사유를 적어 주세요.', en: 'Say why it is written off.' });
  if (!['WRITE_OFF', 'LIQUIDATION'].includes(terms.kind) && price === 0n) return invalidField('/proceedsWon', 'exit.no-proceeds', { ko: '회수금액을 입력해 주세요.', en: 'Enter what came of it.' });
  if (terms.interestWon > terms.proceedsWon) return invalidField('/interestWon', 'exit.interest-over-proceeds', { ko: '이자는 회수금액의 일부입니다.', en: 'Interest is part of the proceeds.' });
  if (terms.escrowUntil !== null && terms.escrowWon === 0n) return invalidField('/escrowWon', 'exit.no-escrow', { ko: '유보금액을 입력하거나 유보기한을 비워 주세요.', en: 'Enter what is held back, or leave its day out.' });
  if (['MERGER', 'OVER_THE_COUNTER'].includes(terms.kind) && !counterpartyIsKnown) return invalidField('/counterparty', 'exit.no-counterparty', { ko: '매수인을 입력해 주세요. 이해관계인 여부를 확인해야 합니다.', en: 'Name the buyer, who must not be related.' });
  return null;
}

/** What is remarked about the price; whether the buyer is related is asked elsewhere. */
export function judgePrice(deal: ExitedDeal, terms: ExitTerms, costWon: Won, limits: ExitLimits): Verdict[] {
  return [...(terms.shares !== null && terms.pricePerShareWon !== null ? [proceedsAgreeWithPrice(terms, terms.shares, terms.pricePerShareWon, limits)] : []), ...(deal.fairValueWon === null ? [] : [priceIsNearFairValue(deal, terms, costWon, limits)])];
}

function proceedsAgreeWithPrice(terms: ExitTerms, shares: bigint, priceWon: Won, { clause }: ExitLimits): Verdict {
  const price = won(shares * priceWon);
  const came = addWon(terms.proceedsWon, terms.escrowWon);
  const text =
    came === price
      ? { ko: '주식수 × 단가가 회수금액(유보액 포함)과 같습니다.', en: 'Shares × price are the proceeds with what is held back.' }
      : { ko: `주식수 × 단가는 ${formatWon(price)}원인데 회수금액과 유보액의 합은 ${formatWon(came)}원입니다. 차이를 비고에 적어 주세요.`, en: `Shares × price are ${formatWon(price)} won, and ${formatWon(came)} won came or are held back. Note why.` };
  return { rule: 'proceeds-agree-with-price', clause, result: came === price ? 'PASS' : 'WARN', text, inputs: { shares: `${shares}`, pricePerShareWon: `${priceWon}`, cameWon: `${came}` } };
}

function priceIsNearFairValue(deal: ExitedDeal, terms: ExitTerms, costWon: Won, { clause, priceDeviation }: ExitLimits): Verdict {
  const worth = restOf(deal.fairValueWon ?? ZERO_WON, costLeft(deal), costWon);
  const least = shareOf(worth, basisPoints(WHOLE - Number(priceDeviation)), 'floor');
  const price = terms.proceedsWon + terms.escrowWon;
  const text =
    price >= least
      ? { ko: `회수가격이 최근 평가액(${formatWon(worth)}원)에 견주어 낮지 않습니다.`, en: `The price is not low against the last fair value of ${formatWon(worth)} won.` }
      : { ko: `회수가격이 최근 평가액 ${formatWon(worth)}원보다 ${Number(priceDeviation) / 100}% 넘게 낮습니다. 가격 산정 근거를 남겨 주세요.`, en: `The price is more than ${Number(priceDeviation) / 100} % below the last fair value of ${formatWon(worth)} won. Keep the ground for it.` };
  return { rule: 'price-is-near-fair-value', clause, result: price >= least ? 'PASS' : 'WARN', text, inputs: { fairValueWon: `${worth}`, priceWon: `${price}` } };
}

/** The part of a value that goes with a part of the cost, in won; floored. */
export function restOf(valueWon: Won, wholeCostWon: Won, partCostWon: Won): Won {
  return wholeCostWon === 0n ? ZERO_WON : won((valueWon * partCostWon) / wholeCostWon);
}
