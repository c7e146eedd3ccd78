import type { Verdict } from '#libs/command';
import { allocate, formatWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import type { PartnerAmount } from '../waterfall/waterfall.js';

/** Only when nothing is held any more is the profit of the whole fund known, and with it what carry was too much. */
export function clawbackComesAtTheEnd(outstandingCostWon: Won, clause: string): Verdict {
  const holds = outstandingCostWon === 0n;
  return {
    rule: 'clawback-comes-at-the-end',
    clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '보유한 투자자산이 없습니다.', en: 'Nothing is held any more.' }
      : {
          ko: `아직 회수하지 않은 투자자산이 취득원가 ${formatWon(outstandingCostWon)}원 남아 있습니다. 모두 회수하거나 손실처리한 뒤 정산하십시오.`,
          en: `Holdings of ${formatWon(outstandingCostWon)} won at cost are still there. Exit or write them off first.`,
        },
    inputs: { outstandingCostWon: `${outstandingCostWon}` },
  };
}

/** The tax that keeps carry from coming back cannot be more than the carry. */
export function taxStaysWithinCarry(taxWon: Won, carryPaidWon: Won, clause: string): Verdict {
  const holds = taxWon <= carryPaidWon;
  return {
    rule: 'tax-stays-within-carry',
    clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '지급한 성과보수 이내입니다.', en: 'Within the carry that was paid.' }
      : { ko: `지급한 성과보수는 ${formatWon(carryPaidWon)}원입니다. 납부한 세금을 확인하십시오.`, en: `${formatWon(carryPaidWon)} won carry were paid. Check the tax.` },
    inputs: { taxWon: `${taxWon}`, carryPaidWon: `${carryPaidWon}` },
  };
}

/** Who gives carry back: by what they received, largest remainder, nobody more than that. */
export function returnedCarry(amountWon: Won, received: readonly PartnerAmount[]): PartnerAmount[] {
  const holders = received.filter((each) => each.amountWon > 0n);
  const shares = amountWon === 0n || sumWon(holders.map((each) => each.amountWon)) === 0n ? holders.map(() => ZERO_WON) : allocate(amountWon, holders.map((each) => each.amountWon));
  return holders.map(({ partnerId }, index) => ({ partnerId, amountWon: shares[index] ?? ZERO_WON }));
}
