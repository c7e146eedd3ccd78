import type { Verdict } from '#libs/command';
import { formatWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import type { GrantCall } from '../call/call.js';

/** While the preliminary feasibility study is pending there is a proposal and no money (docs/domain.md §1, P12). */
export function studyWasPassed({ feasibility }: GrantCall, spendable: boolean): Verdict {
  const holds = feasibility !== 'PENDING' || !spendable;
  return {
    rule: 'study-was-passed',
    clause: '국가재정법 제38조',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '예비타당성조사가 예산 확정을 막지 않습니다.', en: 'No feasibility study stands in the way.' }
      : { ko: '예비타당성조사가 끝나지 않아 예산을 확정할 수 없습니다. 정부안으로만 기록하거나, 통과를 먼저 기록해 주세요.', en: 'The preliminary feasibility study is pending: record a proposal, or first that the study was passed.' },
    inputs: { feasibility },
  };
}

/** What has been agreed cannot be cut away (지출원인행위의 준칙). `amountWon` is negative where the budget is cut. */
export function cutLeavesWhatIsAgreed(amountWon: bigint, availableWon: Won): Verdict[] {
  if (amountWon >= 0n) return [];
  const cut = won(-amountWon);
  const over = cut > availableWon ? subtractWon(cut, availableWon) : ZERO_WON;
  return [
    {
      rule: 'cut-leaves-what-is-agreed',
      clause: '국고금 관리법 제20조',
      result: over === 0n ? 'PASS' : 'BLOCK',
      text:
        over === 0n
          ? { ko: `협약하지 않은 예산 ${formatWon(availableWon)}원 안에서 줄입니다.`, en: `Within the ${formatWon(availableWon)} won that are not agreed yet.` }
          : {
              ko: `협약하지 않은 예산은 ${formatWon(availableWon)}원뿐이어서 ${formatWon(over)}원을 더 줄일 수 없습니다. ${formatWon(availableWon)}원까지만 줄여 주세요.`,
              en: `Only ${formatWon(availableWon)} won are not agreed yet; ${formatWon(over)} too much. Cut no more than that.`,
            },
      inputs: { cutWon: cut.toString(), availableWon: availableWon.toString() },
    },
  ];
}
