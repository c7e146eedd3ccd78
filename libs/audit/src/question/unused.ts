import type { PackDefinition } from '../pack/pack.js';
import { column, COMPANY, DEAL, FUND, say, secret, sum } from '../pack/pack-column.js';

/** 8. What was not used, what expired, what came back and how fast it was handed on. */
export const UNUSED: PackDefinition = {
  code: 'unused',
  ordinal: 8,
  title: say('미사용·만료·회수 금액', 'Unused, expired and recovered'),
  question: say('쓰지 않은 돈, 기한이 지난 돈, 회수한 돈은 얼마이고 회수한 돈은 얼마나 빨리 나누어 주었습니까?', 'What was unused, what expired, what was recovered, and how fast was it handed on?'),
  basis: '감사원법 제25조·제27조, 조합규약(분배)',
  lists: [
    {
      key: 'uncalled',
      title: say('요청·납입되지 않은 약정', 'Commitments not called or not paid'),
      columns: [FUND, secret('partner', '조합원', 'Partner', 'PERSON'), sum('committedWon', '약정(원)', 'Committed (won)'), sum('calledWon', '요청(원)', 'Called (won)'), sum('paidWon', '납입(원)', 'Paid (won)'), sum('uncalledWon', '미요청(원)', 'Uncalled (won)'), sum('overdueWon', '기한이 지난 미납(원)', 'Overdue (won)')],
      none: say('약정이 모두 납입되었습니다.', 'Every commitment is paid in.'),
      notes: [say('법인이 아닌 조합원의 이름만 가립니다.', 'Only names of partners who are natural persons are hidden.')],
    },
    {
      key: 'expired',
      title: say('만료된 결재 문서', 'Approval requests that expired'),
      columns: [column('number', '결재 문서', 'Request'), column('title', '제목', 'Title'), column('amountWon', '금액(원)', 'Amount (won)'), column('submittedAt', '상신 시각', 'Submitted at'), column('expiredAt', '만료 시각', 'Expired at'), secret('maker', '기안자', 'Drafted by', 'PERSON')],
      none: say('만료된 결재 문서가 없습니다.', 'No request expired.'),
      notes: [],
    },
    {
      key: 'recovered',
      title: say('회수와 그다음 분배', 'Recoveries and the distribution that followed'),
      columns: [
        FUND,
        DEAL,
        COMPANY,
        column('exitedOn', '회수일', 'Recovered on'),
        column('what', '회수 방법', 'How'),
        sum('costWon', '원금(원)', 'Cost (won)'),
        { ...secret('proceedsWon', '회수금(원)', 'Proceeds (won)', 'TRADE'), total: true },
        column('distributedOn', '다음 분배일', 'Next distribution'),
        column('dayCount', '걸린 날수', 'Days'),
      ],
      none: say('회수가 없습니다.', 'Nothing was recovered.'),
      notes: [say('다음 분배일은 회수일부터 그 조합이 처음으로 분배한 날입니다. 아직 분배하지 않았으면 비어 있습니다.', 'The first distribution of the fund on or after the recovery; empty where none followed.')],
    },
  ],
  gaps: [],
  limits: [],
};
