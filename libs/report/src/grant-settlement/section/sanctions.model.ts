import { both, dateText, nameIn, textOr, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { GrantSettlementFacts } from '../grant-settlement.js';
import { GROUND_WORDS, OUTCOME_WORDS } from '../words.js';
import { stated } from '../../trace/ground.js';

const SANCTIONED = stated('행의 처분번호로 적은 제재처분 기록', 'grant-sanction.decide');

/** Penalties and bans, and what was objected to. */
export function sanctionsSection(facts: GrantSettlementFacts): ReportSection {
  return { id: 'sanctions', title: both('11. 제재·이의신청', 'Sanctions and objections'), blocks: [sanctionBlock(facts), objectionBlock(facts)] };
}

function sanctionBlock({ sanctions }: GrantSettlementFacts): ReportBlock {
  if (sanctions.length === 0) return { kind: 'text', text: both('기준일까지 제재처분이 없습니다.', 'Nobody was sanctioned by the date.') };
  return {
    kind: 'table',
    caption: both(`제재처분 (${sanctions.length}건)`, `Sanctions (${sanctions.length})`),
    columns: [
      ...[centred('number', '처분번호', 'No.'), centred('agreement', '협약번호', 'Agreement'), column('ground', '사유 구분', 'Ground'), column('reason', '사유', 'Reason'), column('noticeOn', '통지일', 'Notice')],
      ...[column('misspentWon', '부정사용(원)', 'Misspent (won)'), column('penaltyWon', '제재부가금(원)', 'Penalty (won)'), column('standingWon', '이의 뒤 부가금', 'After objection'), column('banCount', '참여제한(월)', 'Ban (months)')],
      ...[centred('outcome', '이의신청', 'Objection'), column('clause', '근거', 'Clause')],
    ],
    grounds: { misspentWon: SANCTIONED, penaltyWon: SANCTIONED, standingWon: stated('제재처분과 그 이의신청에 대한 결정', 'grant-sanction.decide', 'grant-sanction.answer'), banCount: SANCTIONED },
    rows: sanctions.map((each) => ({
      cells: {
        ...{ number: each.number, agreement: each.agreement, ground: nameIn(GROUND_WORDS, each.ground), reason: each.reason, noticeOn: dateText(each.noticeOn), misspentWon: wonText(each.misspentWon) },
        ...{ penaltyWon: wonText(each.penaltyWon), standingWon: wonText(each.standingWon), banCount: String(each.banMonths), outcome: outcomeText(each), clause: each.clause },
      },
    })),
    totals: {
      ...{ number: '합계', agreement: '', ground: '', reason: '', noticeOn: '', banCount: '', outcome: '', clause: '' },
      ...{ misspentWon: wonText(total(sanctions, ({ misspentWon }) => misspentWon)), penaltyWon: wonText(total(sanctions, ({ penaltyWon }) => penaltyWon)), standingWon: wonText(total(sanctions, ({ standingWon }) => standingWon)) },
    },
  };
}

const outcomeText = ({ objectedOn, outcome }: { readonly objectedOn: string | null; readonly outcome: string | null }): string =>
  objectedOn === null ? '없음' : outcome === null ? '심사 중' : nameIn(OUTCOME_WORDS, outcome);

function objectionBlock({ settled, agreements }: GrantSettlementFacts): ReportBlock {
  const objected = settled.filter(({ objectedOn }) => objectedOn !== null);
  if (objected.length === 0) return { kind: 'text', text: both('정산에 대한 이의신청이 없습니다.', 'No settlement was objected to.') };
  const numberOf = new Map(agreements.map(({ id, number }) => [id, number]));
  return {
    kind: 'table',
    caption: both(`정산 이의신청 (${objected.length}건)`, `Objections to settlements (${objected.length})`),
    columns: [
      ...[centred('settlement', '정산번호', 'Settlement'), centred('agreement', '협약번호', 'Agreement'), column('objectedOn', '신청일', 'Objected'), column('grounds', '이유', 'Grounds')],
      ...[centred('outcome', '결과', 'Outcome'), column('answeredOn', '결정일', 'Answered')],
    ],
    rows: objected.map((each) => ({
      cells: {
        ...{ settlement: each.form.number, agreement: numberOf.get(each.agreementId) ?? '', objectedOn: dateText(each.objectedOn), grounds: textOr(each.grounds) },
        ...{ outcome: outcomeText(each), answeredOn: dateText(each.answeredOn) },
      },
    })),
  };
}
