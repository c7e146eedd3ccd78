import type { FormReturn } from '#libs/grant';
import { roundedPercent } from '#libs/money';
import { both, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { partText, workingText } from '../../grant-form/form-return.model.js';
import { of } from '../../grant-form/form-totals.rules.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { GrantSettlementFacts, SettledStage } from '../grant-settlement.js';
import { ratio, sum, words, type Ground } from '../../trace/ground.js';
import { DECIDED, FIGURE } from '../figures.js';

const undecided = (facts: GrantSettlementFacts): ReportBlock => {
  const settled = new Set(facts.settled.map(({ agreementId, stage }) => `${agreementId} ${stage}`));
  const open = new Set(facts.lines.filter(({ agreementId, stage }) => !settled.has(`${agreementId} ${stage}`)).map(({ agreementId }) => agreementId));
  const numbers = facts.agreements.filter(({ id }) => open.has(id)).map(({ number }) => number);
  return { kind: 'text', text: numbers.length === 0 ? both('모든 단계의 정산이 결정되었습니다.', 'Every stage is settled.') : both(`정산이 결정되지 않은 단계가 남은 협약: ${numbers.join(', ')}.`, `Stages not settled yet: ${numbers.join(', ')}.`) };
};

type Amount = { readonly [Key in keyof FormReturn]: FormReturn[Key] extends bigint ? Key : never }[keyof FormReturn];

const COLUMNS: readonly (readonly [key: Amount, ko: string, en: string])[] = [
  ['unusedWon', '사용잔액', 'Unused'],
  ['disallowedWon', '불인정', 'Not accepted'],
  ['cashWon', 'A', 'A'],
  ['returnedWon', 'C = A×B', 'C'],
  ['neverPaidWon', '(−) 미지급분', '(−) Never paid'],
  ['inKindShortageWon', '(+) 현물 부족', '(+) Short in kind'],
  ['indirectProportionalWon', '(+) 간접비', '(+) Indirect'],
  ['ownUnpaidWon', '(+) 자체부담 미납', '(+) Own share unpaid'],
  ['interestWon', 'D', 'D'],
  ['returnedInterestWon', '(+) E = D×B', '(+) E'],
  ['totalWon', '총 반납액', 'Goes back'],
  ['noticeWon', '고지액', 'Demanded'],
];

/** How what goes back comes about, A to E, step by step. */
export function returnsSection(facts: GrantSettlementFacts): ReportSection {
  const { settled } = facts;
  return { id: 'returns', title: both('6. 반납액 산출 (A·B·C·D·E)', 'What goes back, step by step'), blocks: settled.length === 0 ? [undecided(facts)] : [undecided(facts), returnTable(facts), workings(facts)] };
}

const RETURN_GROUNDS: Readonly<Record<string, Ground>> = {
  ...Object.fromEntries(COLUMNS.map(([key]) => [key, DECIDED])),
  cashWon: sum('unusedWon', 'disallowedWon'),
  returnedWon: words('A × B (원 미만 버림)', 'cashWon'),
  returnedInterestWon: words('D × B (원 미만 버림)', 'interestWon'),
  totalWon: sum('returnedWon', '-neverPaidWon', 'inKindShortageWon', 'indirectProportionalWon', 'ownUnpaidWon', 'returnedInterestWon'),
  noticeWon: words('총 반납액에서 10원 미만을 버림', 'totalWon'),
};

const numbersOf = ({ agreements }: GrantSettlementFacts): ReadonlyMap<string, string> => new Map(agreements.map(({ id, number }) => [id, number]));

function returnTable(facts: GrantSettlementFacts): ReportBlock {
  const numberOf = numbersOf(facts);
  const cells = (rows: readonly SettledStage[]): Record<string, string> => Object.fromEntries(COLUMNS.map(([key]) => [key, wonText(total(rows, ({ form }) => form.returns[key]))]));
  return {
    kind: 'table',
    caption: both(`정산별 반납액 (${facts.settled.length}건, 단위: 원)`, `Returns (${facts.settled.length}, won)`),
    columns: [centred('number', '협약번호', 'Agreement'), centred('settlement', '정산번호', 'Settlement'), centred('part', 'B 정부지분율', 'B'), ...COLUMNS.map(([key, ko, en]) => column(key, ko, en))],
    grounds: RETURN_GROUNDS,
    totalNames: { totalWon: FIGURE.returned },
    rows: facts.settled.map((each) => ({ cells: { number: numberOf.get(each.agreementId) ?? '', settlement: each.form.number, part: partText(each.form.returns.governmentPart), ...cells([each]) } })),
    totals: { number: '합계', settlement: '', part: '', ...cells(facts.settled) },
  };
}

function workings(facts: GrantSettlementFacts): ReportBlock {
  const numberOf = numbersOf(facts);
  return {
    kind: 'table',
    caption: both('산식 명세', 'Workings'),
    columns: [centred('number', '협약번호', 'Agreement'), column('a', 'A = 사용잔액 + 불인정', 'A'), column('working', 'C·E의 계산', 'C and E'), column('clause', '근거', 'Clauses')],
    rows: facts.settled.map(({ agreementId, form: { returns, clauses } }) => ({
      cells: {
        number: numberOf.get(agreementId) ?? '',
        a: `${wonText(returns.unusedWon)} + ${wonText(returns.disallowedWon)} = ${wonText(returns.cashWon)}`,
        working: workingText(returns),
        clause: `${clauses.recovery}, ${clauses.interest}`,
      },
    })),
  };
}

const IN_FORM = words('정산 결정에 담긴 서식 1번 표의 현금을 직접비와 간접비로 나누어 더함');

const RATE_GROUNDS: Readonly<Record<string, Ground>> = {
  ...{ directWon: IN_FORM, directUsedWon: IN_FORM, indirectWon: IN_FORM, indirectUsedWon: IN_FORM },
  directPercent: ratio('directUsedWon', 'directWon'),
  indirectPercent: ratio('indirectUsedWon', 'indirectWon'),
  returnedWon: words('간접비 예산 × (간접비 집행률 − 직접비 집행률), 법령의 요건을 채운 때만', 'indirectWon', 'indirectPercent', 'directPercent'),
};

/** Where direct cost was hardly used, indirect cost goes back in proportion. */
export function indirectSection(facts: GrantSettlementFacts): ReportSection {
  const title = both('7. 간접비 비례회수', 'Indirect cost taken back in proportion');
  const numberOf = numbersOf(facts);
  if (facts.settled.length === 0) return { id: 'indirect', title, blocks: [{ kind: 'text', text: both('정산이 결정된 뒤에 계산합니다.', 'It is computed when a stage is settled.') }] };
  const table: ReportBlock = {
    kind: 'table',
    caption: both('직접비·간접비 집행률과 비례회수액 (현금, 단위: 원)', 'Use of direct and indirect cost in cash (won)'),
    columns: [
      centred('number', '협약번호', 'Agreement'),
      ...[column('directWon', '직접비 예산', 'Direct'), column('directUsedWon', '직접비 사용', 'Used'), column('directPercent', '직접비 집행률', 'Rate')],
      ...[column('indirectWon', '간접비 예산', 'Indirect'), column('indirectUsedWon', '간접비 사용', 'Used'), column('indirectPercent', '간접비 집행률', 'Rate')],
      column('returnedWon', '비례회수액', 'Taken back'),
    ],
    grounds: RATE_GROUNDS,
    rows: facts.settled.map((each) => ({ cells: { number: numberOf.get(each.agreementId) ?? '', ...rates(each), returnedWon: wonText(each.form.returns.indirectProportionalWon) } })),
    totals: {
      ...{ number: '합계', directWon: '', directUsedWon: '', directPercent: '', indirectWon: '', indirectUsedWon: '', indirectPercent: '' },
      returnedWon: wonText(total(facts.settled, ({ form }) => form.returns.indirectProportionalWon)),
    },
  };
  const rule = both(
    facts.call.regime === 'RND' ? `직접비 집행률이 낮고 간접비 집행률이 그보다 높으면 간접비 예산 × (간접비 집행률 − 직접비 집행률)을 회수합니다. 근거: ${facts.clause}.` : '이 사업의 법령에는 간접비 비례회수가 없습니다.',
    'Indirect budget × (its rate − the direct rate), where the law of the call knows such a rule.',
  );
  return { id: 'indirect', title, blocks: [table, { kind: 'text', text: rule }] };
}

function rates({ form }: SettledStage): Record<string, string> {
  const cash = of(form.lines, 'CASH');
  const part = (indirect: boolean) => {
    const own = cash.filter((line) => line.indirect === indirect);
    return { given: total(own, ({ subtotalWon }) => subtotalWon), used: total(own, ({ usedWon }) => usedWon) };
  };
  const [direct, indirect] = [part(false), part(true)];
  return {
    ...{ directWon: wonText(direct.given), directUsedWon: wonText(direct.used), directPercent: percentText(roundedPercent(direct.used, direct.given)) },
    ...{ indirectWon: wonText(indirect.given), indirectUsedWon: wonText(indirect.used), indirectPercent: percentText(roundedPercent(indirect.used, indirect.given)) },
  };
}
