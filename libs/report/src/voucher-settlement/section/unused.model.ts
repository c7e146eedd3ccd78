import { both, dateText, nameIn, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportFact, ReportSection, ReportTable } from '../../report/report.js';
import { column } from '../../table/column.js';
import { grouped, total } from '../../table/rows.js';
import { balanceAfter, NOTHING_MOVED, rollForward, voucherMovements } from '../roll-forward.js';
import { takenByVoucher } from '../voucher-settlement.rules.js';
import { BOOK, booked, POSTED, type SettlementFacts } from '../voucher-settlement.js';
import { bookOf, flow } from './budget.model.js';
import { stated, sum, words } from '../../trace/ground.js';
import { minus, plus } from '../../trace/origin.js';

/** Where the money went that was not used: reissued, lapsed, carried forward, or waiting to be handed back. */
export function unusedSection(facts: SettlementFacts): ReportSection {
  return { id: 'unused', title: both('10. 미사용 잔액 처리', 'What was not used'), blocks: [returnTable(facts), ...stateBlocks(facts), overdue(facts), ...closeBlocks(facts)] };
}

/** From what came back from vouchers to what is still to be handed back. */
function returnTable(facts: SettlementFacts): ReportTable {
  const { sum } = rollForward(facts);
  const reissued = booked(facts, BOOK.budget, POSTED.expired, POSTED.revoked);
  const book = bookOf(facts);
  return flow('바우처에서 돌아온 금액의 처리', 'What came back from vouchers', [
    ['소멸', -sum.expiredWon, '유효기간이 끝나 돌아온 금액', [minus(book, BOOK.outstanding, { postings: [POSTED.expired] })]],
    ['회수', -sum.revokedWon, '포기·협약해약·환수로 돌아온 금액', [minus(book, BOOK.outstanding, { postings: [POSTED.revoked] })]],
    ['(−) 재발급 재원으로 환원', reissued, '사업 조건이 같은 회계연도의 재발급을 허용한 금액', [plus(book, BOOK.budget, { postings: [POSTED.expired, POSTED.revoked] })]],
    ['(−) 국고 반납(불용)', -booked(facts, BOOK.returned, POSTED.budgetLapsed), '연도마감에 국고로 돌린 금액', [minus(book, BOOK.returned, { postings: [POSTED.budgetLapsed] })]],
  ], ['반납 대기', booked(facts, BOOK.returned), '아직 반납하지 않은 금액(원장 미사용 반납액)', [plus(book, BOOK.returned)]]);
}

/** Vouchers whose time is over and whose money still stands on them. */
function overdue(facts: SettlementFacts): ReportBlock {
  const [ledger, taken] = [voucherMovements(facts), takenByVoucher(facts)];
  const left = facts.vouchers
    .filter(({ state, validTo }) => RUNNING.has(state) && validTo < facts.asOf)
    .map(({ id }) => balanceAfter(ledger.get(id) ?? NOTHING_MOVED) - taken(id).heldWon)
    .filter((won) => won > 0n);
  if (left.length === 0) return { kind: 'text', text: both('유효기간이 지나고도 소멸 처리되지 않은 금액은 없습니다.', 'Nothing stands on a voucher past its last day.') };
  const won = wonText(left.reduce((sum, each) => sum + each, 0n));
  return {
    kind: 'text',
    text: both(`유효기간이 지났으나 소멸 처리되지 않은 바우처가 ${left.length}건, ${won}원(사용예약 제외) 있습니다. 만료 처리하면 사업예산으로 돌아옵니다.`, `${left.length} vouchers are past their last day with ${won} won on them (without holds). Expiring them returns the money.`),
    origin: words('4장 바우처별 내역에서 유효기간이 지나고 종료되지 않은 바우처의 잔액 − 사용예약을 더함'),
  };
}

const RUNNING = new Set(['ISSUED', 'SUSPENDED']);

/** What the vouchers that ended gave back, by how they ended. */
function stateBlocks({ vouchers, names }: SettlementFacts): ReportBlock[] {
  const ended = vouchers.filter(({ endedWon, passedOnWon }) => endedWon + passedOnWon > 0n);
  if (ended.length === 0) return [];
  const cells = (state: string, own: SettlementFacts['vouchers']): Record<string, string> => ({
    state,
    voucherCount: String(own.length),
    endedWon: wonText(total(own, ({ endedWon }) => endedWon)),
    passedOnWon: wonText(total(own, ({ passedOnWon }) => passedOnWon)),
    backWon: wonText(total(own, ({ endedWon, passedOnWon }) => endedWon + passedOnWon)),
  });
  return [{
    kind: 'table',
    caption: both('종료 사유별 반환', 'Given back, by how vouchers ended'),
    columns: [
      column('state', '종료 상태', 'End'),
      column('voucherCount', '바우처(건)', 'Vouchers'),
      column('endedWon', '종료할 때(원)', 'At the end (won)'),
      column('passedOnWon', '종료 뒤 취소·환불분(원)', 'Came free afterwards (won)'),
      column('backWon', '합계(원)', 'In all (won)'),
    ],
    grounds: {
      voucherCount: words('4장 바우처별 내역에서 상태별로 센 건수'),
      endedWon: stated('종료 기록', 'voucher.expire', 'voucher.withdraw', 'voucher.cancel', 'clawback.decide'),
      passedOnWon: stated('종료 뒤의 취소·지급결정·환불 기록', 'service.cancel', 'service.capture', 'service.reverse-capture', 'service.refund'),
      backWon: sum('endedWon', 'passedOnWon'),
    },
    rows: [...grouped(ended, ({ state }) => state)].map(([state, own]) => ({ cells: cells(nameIn(names.voucherStates, state), own) })),
    totals: cells('합계', ended),
  }];
}

const CLOSE = stated('연도마감 기록', 'voucher-year.close');

function closeBlocks(facts: SettlementFacts): ReportBlock[] {
  const { close } = facts;
  if (close === null) return [{ kind: 'text', text: both('연도마감 전입니다. 발급하지 않은 예산과 반납 대기 금액은 마감할 때 불용 또는 이월로 처리됩니다.', 'The year is not closed. Budget that was not issued and what came back lapse or go forward at the close.') }];
  const rows: ReportFact[] = [
    { label: both('연도마감일', 'Closed on'), value: dateText(close.closedOn) },
    { label: both('불용(국고 반납)', 'Lapsed'), value: `${wonText(close.lapsedWon)}원`, origin: CLOSE },
    { label: both('예산 이월', 'Carried forward'), value: close.forwardedWon === 0n ? '없음' : `${wonText(close.forwardedWon)}원 → ${close.nextYear ?? ''}`, origin: CLOSE },
    { label: both('지출원인행위 이월(마감 뒤 지급)', 'Commitments carried over'), value: `${wonText(close.carriedOverWon)}원`, origin: CLOSE },
    { label: both('이월예산 잔액', 'Left of what was carried over'), value: `${wonText(booked(facts, BOOK.carried))}원`, origin: [plus(bookOf(facts), BOOK.carried)] },
  ];
  return [{ kind: 'facts', rows }];
}
