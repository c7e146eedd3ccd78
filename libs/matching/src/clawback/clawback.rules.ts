import { formatWon, type Won } from '#libs/money';
import type { RecoveryGround } from '#libs/grant';
import type { ClawbackParts } from './clawback.js';

/** What the notice of a clawback says it rests on, step by step; whole won. */
export function groundOf(project: { readonly number: string; readonly governmentWon: Won; readonly privateWon: Won }, clawback: ClawbackParts & { readonly totalWon: Won; readonly cause: string; readonly allowedWon: Won; readonly releasedWon: Won }): RecoveryGround {
  const { overReleasedWon, disallowedWon, unspentWon, interestWon, allowedWon, releasedWon, totalWon } = clawback;
  const part = `정부지원금 ${formatWon(project.governmentWon)} : 민간부담금 ${formatWon(project.privateWon)}`;
  const step = (label: string, amountWon: Won, ground: string) => (amountWon === 0n ? [] : [{ label, amountWon: `${amountWon}`, ground }]);
  return {
    title: '정부지원금 환수 통지서',
    reference: clawback.cause,
    totalWon: `${totalWon}`,
    working: [
      ...(overReleasedWon === 0n ? [] : [{ label: '지급 누계', amountWon: `${releasedWon}`, ground: '지급결정 합계' }, { label: '지급 가능 누계', amountWon: `${allowedWon}`, ground: `남은 민간부담금 비율(${part}), 원 미만 버림` }]),
      ...step('초과 지급액', overReleasedWon, '지급 누계 − 지급 가능 누계'),
      ...step('불인정금액 정부 부담분', disallowedWon, part),
      ...step('집행잔액 정부 부담분', unspentWon, `${part}, 끝수는 큰 나머지 순(민간 먼저)`),
      ...step('발생이자 정부분', interestWon, '정산 내역'),
    ],
  };
}
