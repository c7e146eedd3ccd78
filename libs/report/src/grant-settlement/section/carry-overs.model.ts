import type { Bilingual } from '#libs/errors';
import { both, nameIn, wonText } from '../../report/report-text.js';
import type { ReportBlock } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import { originsOf, plus } from '../../trace/origin.js';
import { firstCarriedWon } from '../grant-settlement.rules.js';
import { COMMITMENTS_CARRIED, GRANT_BOOK, type GrantCarryOver, type GrantSettlementFacts } from '../grant-settlement.js';
import { stated } from '../../trace/ground.js';

const KINDS: Readonly<Record<GrantCarryOver['kind'], Bilingual>> = { AGREEMENT: both('협약', 'Agreement'), ORDER: both('성능평가·시험', 'Laboratory order') };
const MANNERS: Readonly<Record<string, Bilingual>> = { EXPLICIT: both('명시이월', 'Explicit'), ACCIDENT: both('사고이월', 'By accident') };

const CLOSED = stated('연도마감 기록의 이월', 'grant-year.close');

/** What was agreed or ordered and is paid out of money carried over (국가재정법 제48조); nothing where nothing was. */
export function carryOverBlocks(facts: GrantSettlementFacts): ReportBlock[] {
  const { carryOvers } = facts;
  if (carryOvers.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: both(`이월한 지출원인행위 (${carryOvers.length}건, 단위: 원)`, `Commitments carried over (${carryOvers.length}, won)`),
      columns: [
        ...[centred('number', '번호', 'No.'), centred('kind', '구분', 'Of'), column('party', '지급 상대', 'Payee'), centred('years', '예산 → 지급 연도', 'Budget → paid in'), centred('manner', '이월', 'Carried')],
        ...[column('firstWon', '처음 이월', 'First time'), column('againWon', '다시 이월', 'Again'), column('reason', '사유(근거)', 'Why')],
      ],
      grounds: { firstWon: CLOSED, againWon: CLOSED },
      rows: carryOvers.map((each) => ({
        cells: {
          ...{ number: each.number, kind: KINDS[each.kind].ko, party: each.party, years: `${each.fiscalYear} → ${each.fromYear + 1}`, manner: nameIn(MANNERS, each.manner) },
          ...{ firstWon: wonText(each.firstTime ? each.amountWon : 0n), againWon: wonText(each.firstTime ? 0n : each.amountWon), reason: `${each.reason} (${each.clause})` },
        },
      })),
      totals: { number: '합계', kind: '', party: '', years: '', manner: '', firstWon: wonText(firstCarriedWon(facts)), againWon: wonText(total(carryOvers.filter(({ firstTime }) => !firstTime), ({ amountWon }) => amountWon)), reason: '' },
      // Of one agreement the book does not tell what was carried over: the account is that of the fiscal year.
      totalOrigins: facts.agreementId === null ? originsOf({ firstWon: [plus(`grant/${facts.call.id}`, GRANT_BOOK.appropriationCarried, { postings: [COMMITMENTS_CARRIED] })] }) : {},
    },
  ];
}
