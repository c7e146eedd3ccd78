import type { Verdict } from '#libs/command';

/** Two people: who decided to pay does not keep the money back (docs/domain.md §7.2). */
export function decisionWasAnothers(own: boolean, label: string): Verdict {
  return {
    rule: 'set-off-is-not-by-who-decided',
    clause: '직무분리(지급결정과 상계)',
    result: own ? 'BLOCK' : 'PASS',
    text: own
      ? { ko: `${label} 지급을 결정한 사람은 그 지급을 상계할 수 없습니다. 다른 담당자가 처리해 주세요.`, en: `Whoever decided to pay ${label} does not set it off. Somebody else has to.` }
      : { ko: '지급을 결정한 사람과 상계하는 사람이 다릅니다.', en: 'Who decided the payment and who sets it off are two people.' },
    inputs: { label, own },
  };
}
