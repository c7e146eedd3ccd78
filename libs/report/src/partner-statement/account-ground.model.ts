import type { PartnerRow } from '#libs/fund';
import { stated, words, type Ground } from '../trace/ground.js';

/** Figures of a partner that others refer to; there may be several partners in one report, and two of one name. */
export const accountFigure = ({ ordinal, name }: PartnerRow, figure: string): string => `${ordinal}. ${name} ${figure}`;

const SHARED = '을 납입액 비율로 배분한 몫 (최대잔여법, 결성 이후 누계 기준)';

/** What each line of a capital account rests on. The closing is the sum of the others. */
export const ACCOUNT_GROUNDS = {
  openingWon: words('기간 시작 전날의 순자산가액 전부를 규약의 분배 순서대로 나눌 때의 몫'),
  contributedWon: stated('납입과 지분 양수도 기록', 'capital-call.receive', 'capital-receipt.reverse', 'commitment.transfer', 'fund-register.import'),
  distributedWon: stated('분배와 지분 양수도 기록', 'distribution.pay', 'distribution.reverse', 'commitment.transfer', 'fund-register.import'),
  feesWon: words(`기간 중 지급한 관리보수·조합비용${SHARED}`),
  realisedWon: words(`기간 중 실현손익${SHARED}`),
  unrealisedWon: words(`기간 중 평가손익의 변동${SHARED}`),
  carryWon: words('기말의 몫에서 기초와 다른 변동을 뺀 차이: 적립된 성과보수와 먼저 부담한 손실'),
} as const satisfies Readonly<Record<string, Ground>>;
