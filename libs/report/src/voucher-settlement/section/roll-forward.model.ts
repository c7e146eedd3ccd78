import { addMonths } from '#libs/calendar';
import { both, dateText, wonText } from '../../report/report-text.js';
import type { Origin, ReportSection, ReportTable } from '../../report/report.js';
import { column } from '../../table/column.js';
import { rollForward, type RollForwardLine } from '../roll-forward.js';
import { BOOK, POSTED, type SettlementFacts } from '../voucher-settlement.js';
import { minus, plus, type FigureOrigin } from '../../trace/origin.js';
import { words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

/** Opening + issued − used − expired − recovered = closing, off the entries of the control account. */
export function rollForwardSection(facts: SettlementFacts): ReportSection {
  return {
    id: 'roll-forward',
    title: both('3. 발급·사용·소멸·환수 롤포워드', 'Roll-forward'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '기초 + 발급 + 증액 − 사용 + 환불 − 소멸 − 회수 = 기말. 원장 통제계정(바우처 미사용 잔액)의 분개를 분기별로 더한 것이며, 기말은 바우처별 보조원장 잔액 합계와 건별 사실로 계산한 잔액 합계에 원 단위까지 일치합니다(12장 검산표). 환불에는 지급결정 취소가, 회수에는 포기·협약해약·환수로 돌아온 금액이 들어 있습니다.',
          'Opening + issued + topped up − used + refunded − expired − recovered = closing, from the entries on the control account by quarter. The closing balance equals, to the won, the sum of the sub-ledger by voucher and of the balances worked out from the facts (chapter 12). Undone decisions to pay count as refunds; recovered is what came back from vouchers given up, cancelled or clawed back.',
        ),
      },
      table(facts),
    ],
  };
}

function table(facts: SettlementFacts): ReportTable {
  const { quarters, sum } = rollForward(facts);
  return {
    kind: 'table',
    caption: both('분기별 롤포워드', 'Roll-forward by quarter'),
    columns: [
      column('period', '기간', 'Period'),
      column('openingWon', '기초(원)', 'Opening (won)'),
      column('issuedWon', '(+) 발급', '(+) Issued'),
      column('toppedUpWon', '(+) 증액', '(+) Topped up'),
      column('usedWon', '(−) 사용', '(−) Used'),
      column('refundedWon', '(+) 환불', '(+) Refunded'),
      column('expiredWon', '(−) 소멸', '(−) Expired'),
      column('revokedWon', '(−) 회수', '(−) Recovered'),
      column('closingWon', '기말(원)', 'Closing (won)'),
    ],
    rows: quarters.map((line) => ({ cells: cells(quarterName(line, facts), line), origins: originsOfQuarter(facts, line) })),
    totals: cells('합계', sum),
    totalOrigins: originsOfQuarter(facts, sum),
    totalNames: { usedWon: FIGURE.used, refundedWon: FIGURE.refunded },
  };
}

/** The entries on the control account: of the quarter, or of all time for the sum. What is shown without its sign is traced without it. */
function originsOfQuarter({ year }: SettlementFacts, { quarterOn }: RollForwardLine): Readonly<Record<string, Origin>> {
  const book = `voucher/${year.id}`;
  const end = quarterOn === null ? {} : { before: addMonths(quarterOn, MONTHS_A_QUARTER) };
  const within = quarterOn === null ? {} : { from: quarterOn, ...end };
  const of = (sign: typeof plus, ...postings: readonly string[]): FigureOrigin => [sign(book, BOOK.outstanding, { ...within, postings })];
  return {
    openingWon: quarterOn === null ? words('장부가 열리기 전의 잔액이므로 0') : [plus(book, BOOK.outstanding, { before: quarterOn })],
    ...{ issuedWon: of(plus, POSTED.issued), toppedUpWon: of(plus, POSTED.toppedUp), usedWon: of(minus, POSTED.captured), refundedWon: of(plus, POSTED.captureReversed, POSTED.refunded) },
    ...{ expiredWon: of(minus, POSTED.expired), revokedWon: of(minus, POSTED.revoked), closingWon: [plus(book, BOOK.outstanding, end)] },
  };
}

const MONTHS_A_QUARTER = 3;

const cells = (period: string, line: RollForwardLine): Record<string, string> => ({
  period,
  openingWon: wonText(line.openingWon),
  issuedWon: wonText(line.issuedWon),
  toppedUpWon: wonText(line.toppedUpWon),
  usedWon: wonText(-line.usedWon),
  refundedWon: wonText(line.refundedWon),
  expiredWon: wonText(-line.expiredWon),
  revokedWon: wonText(-line.revokedWon),
  closingWon: wonText(line.closingWon),
});

/** '2021년 2분기'; the last one says until when it is counted. */
function quarterName({ quarterOn }: RollForwardLine, { asOf }: SettlementFacts): string {
  if (quarterOn === null) return '';
  const [year, quarter] = [quarterOn.slice(0, 4), Math.ceil(Number(quarterOn.slice(5, 7)) / 3)];
  const running = asOf.slice(0, 4) === year && Math.ceil(Number(asOf.slice(5, 7)) / 3) === quarter;
  return `${year}년 ${quarter}분기${running ? ` (${dateText(asOf)}까지)` : ''}`;
}
