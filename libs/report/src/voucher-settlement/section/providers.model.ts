import { concentration, decimalPercent, type Concentration } from '../concentration.rules.js';
import { both, businessNumberText, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection, ReportTable } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { BOOK, type SettlementFacts } from '../voucher-settlement.js';
import { ratio, totalOf, words } from '../../trace/ground.js';
import { plus } from '../../trace/origin.js';
import { bookOf } from './budget.model.js';

/** Where the public money went, the largest first, and how concentrated it is. */
export function providersSection(facts: SettlementFacts): ReportSection {
  const found = concentration(facts);
  return { id: 'providers', title: both('5. 공급기관별 집중도', 'Concentration by provider'), blocks: blocks(found, bookOf(facts)) };
}

function blocks(found: Concentration, book: string): ReportBlock[] {
  if (found.totalWon === 0n) return [{ kind: 'text', text: both('기준일까지 사용된 정부지원금이 없습니다.', 'No public money has been used by the date.') }];
  const [first, three] = [percentText(found.firstPercent), percentText(found.threePercent)];
  return [
    table(found, book),
    {
      kind: 'text',
      text: both(
        `상위 1개 기관이 ${first}, 상위 3개 기관이 ${three}를 차지하며, 허핀달-허쉬만 지수(점유율 제곱의 합)는 10,000점 만점에 ${wonText(found.index)}점입니다. 집중은 그 자체로 부정이 아니며, 판단은 8장의 점검 결과로 합니다.`,
        `The largest takes ${first}, the three largest ${three}; the Herfindahl-Hirschman index (sum of squared shares) is ${wonText(found.index)} of 10,000. Concentration is no offence in itself; chapter 8 has what was found.`,
      ),
    },
  ];
}

const IN_LIST = words('4장 사용 건별 내역에서 지급이 결정된 것을 기관별로 세거나 더함');

function table({ shares, totalWon }: Concentration, book: string): ReportTable {
  return {
    kind: 'table',
    caption: both(`공급기관별 사용 (${shares.length}개 기관)`, `Use by provider (${shares.length})`),
    columns: [
      column('provider', '공급기관', 'Provider'),
      centred('businessNumber', '사업자등록번호', 'Business no.'),
      column('useCount', '사용(건)', 'Services'),
      column('voucherCount', '바우처(건)', 'Vouchers'),
      column('supplyWon', '공급가액(원)', 'Supply price (won)'),
      column('publicWon', '정부지원금(환불 차감, 원)', 'Public, less refunds (won)'),
      column('sharePercent', '점유율', 'Share'),
      column('cumulativePercent', '누적', 'Cumulative'),
    ],
    grounds: {
      useCount: IN_LIST,
      voucherCount: IN_LIST,
      supplyWon: IN_LIST,
      sharePercent: ratio('publicWon', totalOf('publicWon')),
      cumulativePercent: words('그 기관까지의 정부지원금 누적 ÷ 합계 (%, 소수점 아래 둘째 자리 미만 반올림)', 'publicWon'),
    },
    totalOrigins: { publicWon: [plus(book, BOOK.redeemed)] },
    rows: shares.map((share) => ({
      origins: { publicWon: [plus(book, BOOK.redeemed, { parts: [share.payeeId] })] },
      cells: {
        provider: share.provider,
        businessNumber: businessNumberText(share.businessNumber),
        useCount: String(share.useCount),
        voucherCount: String(share.voucherCount),
        supplyWon: wonText(share.supplyWon),
        publicWon: wonText(share.publicWon),
        sharePercent: decimalPercent(share.publicWon, totalWon),
        cumulativePercent: decimalPercent(share.cumulativeWon, totalWon),
      },
    })),
    totals: {
      provider: '합계',
      businessNumber: '',
      useCount: String(shares.reduce((sum, { useCount }) => sum + useCount, 0)),
      voucherCount: '',
      supplyWon: wonText(shares.reduce((sum, { supplyWon }) => sum + supplyWon, 0n)),
      publicWon: wonText(totalWon),
      sharePercent: decimalPercent(totalWon, totalWon),
      cumulativePercent: '',
    },
  };
}
