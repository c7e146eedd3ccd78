import { both, dateText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { outstandingWon, remittedWon } from '../grant-settlement.rules.js';
import { GRANT_BOOK, type GrantRecoveryFacts, type GrantSettlementFacts } from '../grant-settlement.js';
import { minus, originsOf, plus, type FigureOrigin } from '../../trace/origin.js';
import { stated } from '../../trace/ground.js';

/** What was paid back, and the numbers of the notices under which it went to the Treasury. */
export function treasurySection(facts: GrantSettlementFacts): ReportSection {
  const { recoveries } = facts;
  const none: ReportBlock = { kind: 'text', text: both('기준일까지 회수 결정이 없습니다.', 'Nothing has been claimed back by the date.') };
  return { id: 'treasury', title: both('12. 납부·국고납입 확인', 'Payment, and remittance to the Treasury'), blocks: recoveries.length === 0 ? [none] : [claimTable(facts), remittanceBlock(recoveries)] };
}

const AMOUNTS: Readonly<Record<string, (row: GrantRecoveryFacts) => bigint>> = {
  demandedWon: (row) => row.demandedWon,
  surchargedWon: (row) => row.surchargedWon,
  reducedWon: (row) => row.reducedWon,
  receivedWon: (row) => row.receivedWon,
  writtenOffWon: (row) => row.writtenOffWon,
  unpaidWon: outstandingWon,
  remittedWon,
};

const cellsOf = (rows: readonly GrantRecoveryFacts[]): Record<string, string> => Object.fromEntries(Object.entries(AMOUNTS).map(([key, pick]) => [key, wonText(total(rows, pick))]));

/** Demanded, received and outstanding, by the receivables. */
function originsOfClaims({ call }: GrantSettlementFacts, recoveries: readonly GrantRecoveryFacts[]): Readonly<Record<string, FigureOrigin>> {
  const [book, parts] = [`grant/${call.id}`, recoveries.map(({ id }) => id)];
  const demanded = plus(book, GRANT_BOOK.receivable, { parts, postings: ['grant.recovery-demanded'] });
  const received = minus(book, GRANT_BOOK.receivable, { parts, postings: ['grant.recovery-received', 'grant.recovery-set-off', 'grant.recovery-receipt-reversed'] });
  return originsOf({ demandedWon: [demanded], receivedWon: [received], unpaidWon: [plus(book, GRANT_BOOK.receivable, { parts })] });
}

const REMITTED = stated('국고납입 기록', 'grant-recovery.remit');

function claimTable(facts: GrantSettlementFacts): ReportBlock {
  const { recoveries } = facts;
  return {
    kind: 'table',
    caption: both(`회수와 납부 (${recoveries.length}건, 단위: 원)`, `Recoveries (${recoveries.length}, won)`),
    columns: [
      ...[centred('number', '회수번호', 'No.'), centred('agreement', '협약번호', 'Agreement'), column('debtor', '납부의무자', 'Debtor'), centred('origin', '근거 처분', 'Follows from'), column('noticeOn', '통지일', 'Notice'), column('dueOn', '납부기한', 'Due')],
      ...[column('demandedWon', '고지액', 'Demanded'), column('surchargedWon', '(+) 가산금', '(+) Surcharge'), column('reducedWon', '(−) 감액', '(−) Reduced'), column('receivedWon', '(−) 수납·상계', '(−) Received')],
      ...[column('writtenOffWon', '(−) 결손', '(−) Written off'), column('unpaidWon', '미수금', 'Outstanding'), column('remittedWon', '국고납입', 'Remitted')],
    ],
    rows: recoveries.map((each) => ({
      cells: { number: each.number, agreement: each.agreement, debtor: each.debtor, origin: each.origin, noticeOn: dateText(each.noticeOn), dueOn: dateText(each.dueOn), ...cellsOf([each]) },
      ...(outstandingWon(each) > 0n ? { tone: 'bad' as const } : {}),
      origins: originsOfClaims(facts, [each]),
      record: { register: 'grant_recovery' as const, id: each.id },
    })),
    totals: { number: '합계', agreement: '', debtor: '', origin: '', noticeOn: '', dueOn: '', ...cellsOf(recoveries) },
    totalOrigins: originsOfClaims(facts, recoveries),
    grounds: {
      surchargedWon: stated('가산금 기록', 'grant-recovery.surcharge'),
      reducedWon: stated('이의신청에 대한 결정의 감액', 'grant-settlement.answer', 'grant-sanction.answer'),
      writtenOffWon: stated('결손 기록', 'grant-recovery.write-off'),
      remittedWon: REMITTED,
    },
  };
}

function remittanceBlock(recoveries: readonly GrantRecoveryFacts[]): ReportBlock {
  const rows = recoveries.flatMap(({ number, remittances }) => remittances.map((each) => ({ number, ...each })));
  if (rows.length === 0) return { kind: 'text', text: both('기준일까지 국고에 납입한 금액이 없습니다.', 'Nothing has gone to the Treasury by the date.') };
  return {
    kind: 'table',
    caption: both(`국고납입 확인 (${rows.length}건)`, `Remittances (${rows.length})`),
    columns: [centred('number', '회수번호', 'No.'), column('remittedOn', '납입일', 'Remitted'), column('notice', '납입고지번호', 'Notice'), column('amountWon', '납입액(원)', 'Amount (won)')],
    grounds: { amountWon: REMITTED },
    rows: rows.map((each) => ({ cells: { number: each.number, remittedOn: dateText(each.remittedOn), notice: each.noticeNumber, amountWon: wonText(each.amountWon) } })),
    totals: { number: '합계', remittedOn: '', notice: '', amountWon: wonText(total(rows, ({ amountWon }) => amountWon)) },
  };
}
