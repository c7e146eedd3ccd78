import type { PackDefinition } from '../pack/pack.js';
import { column, COMPANY, DEAL, FUND, say, secret, sum, YEAR } from '../pack/pack-column.js';

/** 10. What every won brought. */
export const PERFORMANCE: PackDefinition = {
  code: 'performance',
  ordinal: 10,
  title: say('투자 대비 성과', 'Performance per won'),
  question: say('쓴 돈에 비해 무엇을 얻었습니까?', 'What came of every won?'),
  basis: '감사원법 제25조·제27조, 국회법 제128조',
  lists: [
    {
      key: 'funds',
      title: say('조합별 성과', 'By fund'),
      columns: [
        FUND,
        sum('paidInWon', '납입(원)', 'Paid in (won)'),
        sum('investedWon', '투자(원)', 'Invested (won)'),
        sum('proceedsWon', '회수금(원)', 'Proceeds (won)'),
        sum('fairValueWon', '보유분 평가(원)', 'Fair value held (won)'),
        sum('distributedWon', '분배(원)', 'Distributed (won)'),
        sum('carryWon', '성과보수(원)', 'Carry (won)'),
        column('returnPercent', '투자 100원당 회수·평가', 'Return on 100 won invested'),
        column('distributedPercent', '납입 100원당 분배', 'Distributed on 100 won paid in'),
      ],
      none: say('투자가 없습니다.', 'Nothing was invested.'),
      notes: [say('평가가 없는 투자는 원금으로 봅니다. 비율은 소수점 아래 둘째 자리 미만을 버립니다.', 'Deals that were never valued stand at cost. Percentages are truncated to two decimals.')],
    },
    {
      key: 'deals',
      title: say('투자별 성과', 'By deal'),
      columns: [
        FUND,
        DEAL,
        COMPANY,
        column('paidOn', '투자일', 'Paid on'),
        sum('amountWon', '투자금액(원)', 'Amount (won)'),
        { ...secret('proceedsWon', '회수금(원)', 'Proceeds (won)', 'TRADE'), total: true },
        { ...secret('fairValueWon', '평가(원)', 'Fair value (won)', 'TRADE'), total: true },
        secret('returnPercent', '100원당 회수·평가', 'Return on 100 won', 'TRADE'),
        column('status', '주목적', 'Main purpose'),
      ],
      none: say('투자가 없습니다.', 'Nothing was invested.'),
      notes: [],
    },
    {
      key: 'vouchers',
      title: say('바우처 사업별 성과', 'Voucher programmes'),
      columns: [
        YEAR,
        sum('budgetWon', '확정예산(원)', 'Budget (won)'),
        column('voucherCount', '발급(건)', 'Vouchers'),
        column('companyCount', '수혜기업', 'Companies'),
        sum('usedWon', '사용(원)', 'Used (won)'),
        column('usedPercent', '집행률', 'Used'),
        column('serviceCount', '완료 서비스', 'Services delivered'),
        column('rating', '만족도(5점)', 'Satisfaction (of 5)'),
      ],
      none: say('바우처 사업이 없습니다.', 'There is no voucher programme.'),
      notes: [],
    },
  ],
  gaps: [say('매출·고용·기술료·후속투자는 아직 수집하지 않습니다. 사업화 성과 조사가 등록되면 같은 묶음에 더해집니다.', 'Sales, jobs, royalties and follow-on money are not collected yet; they join this pack once surveys are on record.')],
  limits: [],
};
