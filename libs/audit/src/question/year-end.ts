import { AUDIT_POLICIES } from '../pack/audit.policy.js';
import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, COMPANY, DEAL, FUND, say, SOURCE, sum } from '../pack/pack-column.js';

/** 5. Spending at the end of the year, and amounts that stay just under somebody's threshold. */
export const YEAR_END: PackDefinition = {
  code: 'year-end',
  ordinal: 5,
  title: say('연말 지급과 기준금액 바로 아래', 'Year-end and just under thresholds'),
  question: say('연말에 몰린 지급이나, 결재 기준금액에 조금 못 미치게 나눈 지급이 있습니까?', 'Is spending crowded at the end of the year, or split to stay under an approval threshold?'),
  basis: '감사원법 제25조·제27조, 위임전결 기준',
  lists: [
    {
      key: 'last-days',
      title: say('연도 말 지급', 'Payments at the end of a year'),
      columns: [column('paidOn', '지급일', 'Paid on'), SOURCE, column('recipient', '수령자', 'Recipient'), BUSINESS_NUMBER, sum('amountWon', '금액(원)', 'Amount (won)'), column('purpose', '용도', 'Purpose'), column('reference', '근거', 'Reference')],
      none: say('연도 말에 나간 지급이 없습니다.', 'Nothing was paid at the end of a year.'),
      notes: [],
      orderBy: 'paidOn',
    },
    {
      key: 'under-threshold',
      title: say('결재 기준금액 바로 아래의 투자', 'Deals just under a threshold'),
      columns: [
        column('paidOn', '지급일', 'Paid on'),
        FUND,
        DEAL,
        COMPANY,
        sum('amountWon', '금액(원)', 'Amount (won)'),
        column('thresholdWon', '결재 기준금액(원)', 'Threshold (won)'),
        column('gapWon', '못 미친 금액(원)', 'Short by (won)'),
        column('clause', '결재 기준', 'Approval policy'),
      ],
      none: say('기준금액 바로 아래의 투자가 없습니다.', 'No deal lies just under a threshold.'),
      notes: [say('기준금액은 지급일에 시행 중이던 결재 기준의 단계입니다. 조합의 기준이 공통 기준보다 앞섭니다.', 'Thresholds are the tiers of the approval policy in force on the day; a fund’s own goes first.')],
    },
    {
      key: 'split',
      title: say('나누어 지급한 것으로 보이는 투자', 'Deals that look split'),
      columns: [FUND, COMPANY, BUSINESS_NUMBER, column('firstOn', '처음', 'First'), column('lastOn', '마지막', 'Last'), column('dealCount', '투자 수', 'Deals'), sum('amountWon', '합계(원)', 'In all (won)'), column('thresholdWon', '결재 기준금액(원)', 'Threshold (won)'), column('numbers', '투자번호', 'Nos.')],
      none: say('합치면 기준금액을 넘는 여러 번의 투자가 없습니다.', 'No several deals together reach a threshold that each stays under.'),
      notes: [say('같은 조합이 같은 기업에 정해진 날수 안에 낸 투자를 합쳐, 하나하나는 기준금액에 못 미치고 합은 넘는 경우입니다.', 'One fund, one company, within the days of policy: each below a threshold, together at or over it.')],
    },
  ],
  gaps: [],
  limits: [AUDIT_POLICIES.yearEndDays, AUDIT_POLICIES.thresholdBand, AUDIT_POLICIES.splitDays],
};
