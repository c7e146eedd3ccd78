import { both, dateText, nameIn, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { demandedWon, outstandingWon, standOf } from '../voucher-settlement.rules.js';
import type { SettlementClawback, SettlementFacts } from '../voucher-settlement.js';
import { stated, sum } from '../../trace/ground.js';

/** What is claimed back, with interest and penalty, and what came of it. */
export function clawbacksSection(facts: SettlementFacts): ReportSection {
  return { id: 'clawbacks', title: both('9. 환수·이자·제재', 'Recovery, interest and penalties'), blocks: facts.clawbacks.length === 0 ? [NONE] : [claimTable(facts), collectionTable(facts)] };
}

const NONE: ReportBlock = { kind: 'text', text: both('기준일까지 환수 결정은 없었습니다.', 'Nothing has been claimed back by the date.') };

const sumCells = (rows: readonly SettlementClawback[], picks: Readonly<Record<string, (row: SettlementClawback) => bigint>>): Record<string, string> =>
  Object.fromEntries(Object.entries(picks).map(([key, pick]) => [key, wonText(total(rows, pick))]));

const CLAIM = {
  principalWon: (each: SettlementClawback) => each.principalWon,
  interestWon: (each: SettlementClawback) => each.interestWon,
  penaltyWon: (each: SettlementClawback) => each.penaltyWon,
  droppedWon: (each: SettlementClawback) => each.droppedWon,
  claimWon: demandedWon,
};

function claimTable({ clawbacks, names }: SettlementFacts): ReportBlock {
  return {
    kind: 'table',
    caption: both(`환수 결정 (${clawbacks.length}건)`, `Clawbacks (${clawbacks.length})`),
    columns: [
      centred('number', '환수번호', 'No.'),
      centred('voucher', '발급번호', 'Voucher'),
      column('debtor', '납부의무자', 'Debtor'),
      column('ground', '사유 구분', 'Ground'),
      column('law', '근거 법률', 'Law'),
      column('reason', '사유', 'Reason'),
      column('noticeOn', '통지일', 'Notice'),
      column('dueOn', '납부기한', 'Due'),
      column('principalWon', '원금(원)', 'Principal (won)'),
      column('interestWon', '이자(원)', 'Interest (won)'),
      column('penaltyWon', '제재부가금(원)', 'Penalty (won)'),
      column('droppedWon', '(−) 단수', '(−) Dropped'),
      column('claimWon', '고지액(원)', 'Demanded (won)'),
      centred('published', '명단공표', 'Published'),
    ],
    grounds: { claimWon: sum('principalWon', 'interestWon', 'penaltyWon', '-droppedWon') },
    rows: clawbacks.map((each) => ({
      record: { register: 'clawback' as const, id: each.id },
      cells: {
        ...{ number: each.number, voucher: each.voucher, debtor: each.debtor, ground: nameIn(names.grounds, each.ground), law: nameIn(names.regimes, each.legalRegime), reason: each.reason },
        ...{ noticeOn: dateText(each.noticeOn), dueOn: dateText(each.dueOn), published: each.published ? '대상' : '해당 없음' },
        ...sumCells([each], CLAIM),
      },
    })),
    totals: { ...{ number: '합계', voucher: '', debtor: '', ground: '', law: '', reason: '', noticeOn: '', dueOn: '', published: '' }, ...sumCells(clawbacks, CLAIM) },
  };
}

const COLLECTION = {
  claimWon: CLAIM.claimWon,
  surchargeWon: (each: SettlementClawback) => each.surchargeWon,
  receivedWon: (each: SettlementClawback) => each.receivedWon,
  offsetWon: (each: SettlementClawback) => each.offsetWon,
  writtenOffWon: (each: SettlementClawback) => standOf(each).writtenOffWon,
  unpaidWon: outstandingWon,
};

function collectionTable({ clawbacks }: SettlementFacts): ReportBlock {
  return {
    kind: 'table',
    caption: both('환수금 정산', 'What came of the claims'),
    columns: [
      centred('number', '환수번호', 'No.'),
      column('claimWon', '고지액(원)', 'Demanded (won)'),
      column('surchargeWon', '(+) 가산금', '(+) Surcharge'),
      column('receivedWon', '(−) 수납', '(−) Received'),
      column('offsetWon', '(−) 상계', '(−) Set off'),
      column('writtenOffWon', '(−) 결손', '(−) Written off'),
      column('unpaidWon', '미수금(원)', 'Outstanding (won)'),
      column('instalmentCount', '납부 회차', 'Instalments'),
    ],
    grounds: {
      surchargeWon: stated('가산금 기록', 'clawback.surcharge'),
      receivedWon: stated('수납 기록, 취소한 것은 뺌', 'clawback.receive', 'clawback-receipt.reverse'),
      offsetWon: stated('상계 기록', 'clawback.offset'),
      writtenOffWon: stated('결손 기록; 결손 뒤에 들어온 금액은 뺌', 'clawback.write-off', 'clawback.receive', 'clawback-receipt.reverse'),
      unpaidWon: sum('claimWon', 'surchargeWon', '-receivedWon', '-offsetWon', '-writtenOffWon'),
    },
    rows: clawbacks.map((each) => ({
      record: { register: 'clawback' as const, id: each.id },
      cells: { number: each.number, ...sumCells([each], COLLECTION), instalmentCount: String(each.instalmentCount) },
      ...(outstandingWon(each) > 0n ? { tone: 'bad' as const } : {}),
    })),
    totals: { number: '합계', ...sumCells(clawbacks, COLLECTION), instalmentCount: '' },
  };
}
