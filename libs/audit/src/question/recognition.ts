import type { PackDefinition } from '../pack/pack.js';
import { column, COMPANY, DEAL, FUND, say, secret, sum } from '../pack/pack-column.js';

/** 3. What counted as main-purpose, on which evidence, by whose decision, and what was removed. */
export const RECOGNITION: PackDefinition = {
  code: 'recognition',
  ordinal: 3,
  title: say('주목적 인정과 취소', 'Main-purpose recognition'),
  question: say('어느 투자를 누가 어떤 증빙으로 주목적으로 인정했고, 나중에 뺀 것은 무엇이며 그때 비율은 얼마였습니까?', 'Which deals were counted, on whose decision and evidence; which were removed later, and what was the ratio then?'),
  basis: '조합규약(주목적 투자), 감사원법 제25조·제27조',
  lists: [
    {
      key: 'counted',
      title: say('인정된 투자', 'Deals that count'),
      columns: [
        FUND,
        DEAL,
        COMPANY,
        column('paidOn', '투자일', 'Paid on'),
        sum('amountWon', '투자금액(원)', 'Amount (won)'),
        column('route', '인정경로', 'Route'),
        column('companyBasis', '기업 요건', 'Company basis'),
        column('evidenceCount', '증빙', 'Evidence'),
        secret('decidedBy', '판정자', 'Decided by', 'PERSON'),
        column('decidedAt', '판정 시각', 'Decided at'),
        secret('reason', '사유', 'Reason', 'PROSE'),
        column('ruleVersion', '규칙 버전', 'Rule version'),
      ],
      none: say('그 시점에 인정된 투자가 없습니다.', 'No deal counted at that point.'),
      notes: [say('기준일까지의 모든 투자에 대한 판정입니다(기간으로 자르지 않음).', 'Every deal up to the date of the figures, whatever the period.')],
    },
    {
      key: 'removed',
      title: say('인정되었다가 빠진 투자와 그때의 비율', 'Deals removed later, with the ratio then'),
      columns: [
        FUND,
        DEAL,
        COMPANY,
        sum('amountWon', '투자금액(원)', 'Amount (won)'),
        column('countedAt', '인정 시각', 'Counted at'),
        secret('countedBy', '인정한 사람', 'Counted by', 'PERSON'),
        column('removedAt', '제외 시각', 'Removed at'),
        secret('removedBy', '제외한 사람', 'Removed by', 'PERSON'),
        column('result', '결과', 'Result'),
        secret('reason', '사유', 'Reason', 'PROSE'),
        column('beforePercent', '제외 직전 비율', 'Ratio before'),
        column('afterPercent', '제외 직후 비율', 'Ratio after'),
      ],
      none: say('인정되었다가 빠진 투자가 없습니다.', 'No deal that counted was removed.'),
      notes: [say('비율은 판정 기준금액에 대한 것이며, 제외가 알려진 날을 기준일로 그 순간의 앞과 뒤에 알려진 자료로 계산했습니다.', 'Ratios are on the deciding base, as of the day the removal became known, with what was known just before and after.')],
    },
    {
      key: 'evidence',
      title: say('증빙과 해시', 'Evidence and hashes'),
      columns: [FUND, DEAL, COMPANY, column('kind', '증빙', 'Document'), column('issuedOn', '발급일', 'Issued on'), column('issuer', '발급기관', 'Issuer'), column('file', '파일', 'File'), column('fileSha256', 'SHA-256', 'SHA-256'), column('attachedAt', '붙인 시각', 'Attached at')],
      none: say('붙은 증빙이 없습니다.', 'No evidence is attached.'),
      notes: [],
    },
  ],
  gaps: [],
  limits: [],
};
