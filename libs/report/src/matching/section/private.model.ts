import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { stateOf, type DepositState, type MatchingDepositFacts, type MatchingFacts } from '../matching.js';
import { DEPOSITOR_NAMES, FLAG_NAMES, SOURCE_WORDS, STATE_NAMES } from '../words.js';
import { stated, words } from '../../trace/ground.js';

const STATES: readonly DepositState[] = ['COUNTED', 'FLAGGED', 'UNPROVEN', 'REVERSED'];
const TONES = { COUNTED: 'good', FLAGGED: 'bad', UNPROVEN: 'muted', REVERSED: 'muted' } as const;

/** Private money deposit by deposit: what proves it, whose it is, and why some of it counts nothing. */
export function privateSection({ deposits }: MatchingFacts): ReportSection {
  const title = both('2. 민간출자 확인(입금증·원천·특수관계)', 'Private money: proof, source, relation');
  if (deposits.length === 0) return { id: 'private', title, blocks: [{ kind: 'text', text: both('기준일까지 기록된 민간부담금 입금이 없습니다.', 'No deposit was recorded by the date.') }] };
  return { id: 'private', title, blocks: [stateTable(deposits), depositTable(deposits)] };
}

function stateTable(deposits: readonly MatchingDepositFacts[]): ReportBlock {
  const rows = STATES.map((state) => ({ state, own: deposits.filter((deposit) => stateOf(deposit) === state) }));
  return {
    kind: 'table',
    caption: both('확인 상태별 합계', 'By state'),
    columns: [column('standing', '상태', 'State'), column('depositCount', '입금(건)', 'Deposits'), column('amountWon', '금액(원)', 'Amount (won)'), column('meaning', '뜻', 'Meaning')],
    grounds: { depositCount: words('아래 입금 내역을 상태별로 센 건수'), amountWon: words('아래 입금 내역을 상태별로 더함') },
    rows: rows.map(({ state, own }) => ({ cells: { standing: STATE_NAMES[state].ko, depositCount: String(own.length), amountWon: wonText(total(own, ({ amountWon }) => amountWon)), meaning: MEANINGS[state] } })),
  };
}

const MEANINGS: Readonly<Record<DepositState, string>> = {
  COUNTED: '은행 입금(또는 대장의 증빙)으로 확인되어 지급 비율에 넣음',
  FLAGGED: '입금은 확인되었으나 재원·입금자·순환입금 사유로 넣지 않음',
  UNPROVEN: '기록만 있고 입금이 확인되지 않아 넣지 않음',
  REVERSED: '잘못된 기록으로 취소함',
};

function depositTable(deposits: readonly MatchingDepositFacts[]): ReportBlock {
  return {
    kind: 'table',
    caption: both(`입금 내역 (${deposits.length}건)`, `Deposits (${deposits.length})`),
    columns: [
      ...[centred('project', '협약번호', 'Project'), column('depositedOn', '입금일', 'Deposited'), column('depositor', '입금자', 'Depositor'), column('relation', '과제와의 관계', 'Relation'), column('source', '재원(신고)', 'Source')],
      ...[column('amountWon', '금액(원)', 'Amount (won)'), column('evidence', '증빙', 'Proof'), column('provenOn', '확인일', 'Proven'), column('lockedOn', '예치기한', 'Locked until'), centred('status', '상태', 'State'), column('flags', '불인정 사유', 'Why not')],
    ],
    grounds: { amountWon: stated('민간부담금 입금 기록', 'matching-deposit.record', 'matching-register.import') },
    rows: deposits.map((each) => ({
      cells: {
        ...{ project: each.project, depositedOn: dateText(each.depositedOn), depositor: each.depositor, relation: nameIn(DEPOSITOR_NAMES, each.relation) },
        ...{ source: [nameIn(SOURCE_WORDS, each.source), ...(each.sourceText === null ? [] : [`(${each.sourceText})`])].join(' '), amountWon: wonText(each.amountWon) },
        ...{ evidence: each.evidence === null ? '-' : `${each.byBank ? '은행' : '대장'}: ${each.evidence}`, provenOn: dateText(each.provenOn), lockedOn: dateText(each.lockedUntil) },
        ...{ status: STATE_NAMES[stateOf(each)].ko, flags: textOr(each.flags.map((flag) => nameIn(FLAG_NAMES, flag)).join(', ')) },
      },
      tone: TONES[stateOf(each)],
    })),
  };
}
