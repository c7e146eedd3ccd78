import { AUDIT_POLICIES } from '../pack/audit.policy.js';
import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, COMPANY, DEAL, FUND, say, secret, SOURCE, sum, YEAR } from '../pack/pack-column.js';

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
    {
      key: 'spending',
      title: say('연도 말에 몰린 지원금 집행', 'Grant money spent at the end of a year'),
      columns: [YEAR, column('number', '협약번호', 'Agreement'), column('recipient', '수행기관', 'Institution'), BUSINESS_NUMBER, column('year', '연도', 'Year'), sum('yearWon', '연간 현금 집행(원)', 'Spent in the year (won)'), sum('lastDaysWon', '연도 말 집행(원)', 'Of it at the end (won)'), column('expenseCount', '건수', 'Expenses'), column('lastDaysPercent', '비중', 'Share')],
      none: say('연도 말에 집행한 협약이 없습니다.', 'No agreement spent at the end of a year.'),
      notes: [say('기간 안의 현금 집행만 봅니다. 취소한 집행은 뺐습니다.', 'Cash spent in the period; voided expenses are left out.')],
    },
    {
      key: 'purchases',
      title: say('나누어 산 것으로 보이는 집행', 'Purchases that look split'),
      columns: [
        YEAR,
        column('number', '협약번호', 'Agreement'),
        column('recipient', '수행기관', 'Institution'),
        column('payee', '거래처', 'Payee'),
        secret('payeeBusinessNumber', '거래처 사업자등록번호', 'Payee’s business no.', 'BUSINESS_NUMBER'),
        column('firstOn', '처음', 'First'),
        column('lastOn', '마지막', 'Last'),
        column('purchaseCount', '건수', 'Purchases'),
        sum('amountWon', '합계(원)', 'In all (won)'),
        column('thresholdWon', '비교견적 기준금액(원)', 'Quotes wanted from (won)'),
        column('numbers', '집행번호', 'Nos.'),
      ],
      none: say('합치면 비교견적 기준금액을 넘는 여러 번의 구매가 없습니다.', 'No several purchases together reach the amount that wants quotes.'),
      notes: [say('한 협약이 같은 거래처에서 정해진 날수 안에 산 것을 합쳐, 하나하나는 비교견적 기준금액에 못 미치고 합은 넘는 경우입니다. 기준금액은 기준일에 시행 중인 증빙 기준에서 읽습니다.', 'One agreement, one payee, within the days of policy: each below the amount that wants quotes, together at or over it. The amount comes from the terms of evidence in force.')],
    },
  ],
  gaps: [],
  limits: [AUDIT_POLICIES.yearEndDays, AUDIT_POLICIES.thresholdBand, AUDIT_POLICIES.splitDays],
};
