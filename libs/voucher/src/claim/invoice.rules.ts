import type { Verdict } from '#libs/command';
import { formatWon, shareOf, type BasisPoints, type Won } from '#libs/money';
import type { Sourced } from '#libs/policy';

/** What is billed is at most what was contracted: more needs a contract of its own. */
export function claimStaysWithinTheContract(supplyWon: Won, contractedWon: Won): Verdict {
  const holds = supplyWon <= contractedWon;
  return {
    rule: 'claim-stays-within-the-contract',
    clause: '서비스계약 금액',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `계약 공급가액 ${formatWon(contractedWon)}원 이내입니다.`, en: `Within the contracted supply price of ${formatWon(contractedWon)} won.` }
      : {
          ko: `계약 공급가액은 ${formatWon(contractedWon)}원입니다. 그 이하로 청구하거나, 늘어난 금액은 새 서비스계약으로 기록해 주세요.`,
          en: `${formatWon(contractedWon)} won were contracted. Claim at most that, and contract what came on top as a service of its own.`,
        },
    inputs: { supplyWon: `${supplyWon}`, contractedWon: `${contractedWon}` },
  };
}

/** The broker's fee stays below its share of the supply price. */
export function brokerFeeStaysWithinTheCap(feeWon: Won | null, supplyWon: Won, cap: Sourced<BasisPoints>): Verdict {
  const mostWon = shareOf(supplyWon, cap.value, 'floor');
  const holds = feeWon === null || feeWon <= mostWon;
  return {
    rule: 'broker-fee-stays-within-the-cap',
    clause: cap.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `중개수수료가 한도 ${formatWon(mostWon)}원 이내입니다.`, en: `The broker's fee is within its cap of ${formatWon(mostWon)} won.` }
      : {
          ko: `중개수수료 ${formatWon(feeWon)}원이 공급가액의 ${cap.value / 100}%(${formatWon(mostWon)}원)를 넘습니다. ${formatWon(mostWon)}원 이하로 고쳐 주세요.`,
          en: `The broker's fee of ${formatWon(feeWon)} won is above ${cap.value / 100} % of the supply price (${formatWon(mostWon)}). Charge at most that.`,
        },
    inputs: { feeWon: feeWon === null ? null : `${feeWon}`, mostWon: `${mostWon}`, capBasisPoints: cap.value },
  };
}
