import { basisPoints } from '#libs/money';
import type { ClaimTerms } from './claim.rules.js';

/** What applies where a programme year settles nothing else. */
export const DEFAULT_CLAIM_TERMS: ClaimTerms = {
  governmentShare: { value: basisPoints(8000), clause: '기본값: 공급가액의 80% 지원, 자부담 20%', source: 'ASSUMPTION' },
  vatRate: { value: basisPoints(1000), clause: '부가가치세법 제30조', source: 'LAW' },
  beyondBalance: { value: 'BLOCK', clause: '기본값: 바우처 잔액을 넘는 사용은 거절', source: 'ASSUMPTION' },
};
