import type { FormDisallowed, FormInterest, FormReturn, SettlementForm } from '#libs/grant';
import { multiplyFloor, toDecimalString } from '#libs/money';
import { both, dateText, textOr, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportColumn, ReportTable } from '../report/report.js';
import { centred, column } from '../table/column.js';
import { RESOURCE_WORDS } from './form-use.model.js';
import { stated, sum, words, type Ground } from '../trace/ground.js';

const USES = both('사용용도', 'Used for');
const under = (each: ReportColumn): ReportColumn => ({ ...each, group: USES });

const TIMES: Readonly<Record<FormInterest['time'], string>> = { DURING: '기간 중', AFTER: '기간 종료 후' };

const INTEREST_COLUMNS: readonly ReportColumn[] = [
  centred('time', '구분', 'When'),
  column('earnedWon', '발생이자', 'Earned'),
  under(column('projectWon', '과제 산입', 'Project')),
  under(column('reinvestedWon', '연구 재투자', 'Reinvested')),
  under(column('resultsWon', '성과활용 등', 'Results')),
  under(column('otherWon', '기타 용도', 'Other')),
  under(column('treasuryWon', '국고 반납', 'Treasury')),
  column('usedWon', '사용금액 계', 'Used in all'),
  column('balanceWon', '잔액', 'Left'),
];

const EARNED = stated('과제계좌의 이자 기록', 'grant-interest.record', 'grant-interest.void');
const SPENT = stated('이자 사용 기록', 'grant-interest.use', 'grant-interest.void');

const INTEREST_GROUNDS: Readonly<Record<string, Ground>> = {
  ...{ earnedWon: EARNED, projectWon: SPENT, reinvestedWon: SPENT, resultsWon: SPENT, otherWon: SPENT, treasuryWon: SPENT },
  usedWon: sum('projectWon', 'reinvestedWon', 'resultsWon', 'otherWon', 'treasuryWon'),
  balanceWon: sum('earnedWon', '-usedWon'),
};

type InterestAmount = Exclude<keyof FormInterest, 'time'>;

/** Table 2: what the account earned during and after the period, and what it was used for. */
export function interestTable({ interest }: Pick<SettlementForm, 'interest'>): ReportTable {
  return {
    kind: 'table',
    caption: both('2. 발생이자 현황 (단위: 원)', '2. Interest (won)'),
    columns: INTEREST_COLUMNS,
    grounds: INTEREST_GROUNDS,
    rows: interest.map((row) => ({ cells: { time: TIMES[row.time], ...interestCells([row]) } })),
    totals: { time: '합계', ...interestCells(interest) },
  };
}

export function interestCells(rows: readonly FormInterest[]): Record<string, string> {
  const sum = (key: InterestAmount): bigint => rows.reduce((total, row) => total + row[key], 0n);
  return {
    ...{ earnedWon: wonText(sum('earnedWon')), projectWon: wonText(sum('projectWon')), reinvestedWon: wonText(sum('reinvestedWon')), resultsWon: wonText(sum('resultsWon')) },
    ...{ otherWon: wonText(sum('otherWon')), treasuryWon: wonText(sum('treasuryWon')), balanceWon: wonText(sum('balanceWon')) },
    usedWon: wonText(sum('earnedWon') - sum('balanceWon')),
  };
}

const DECIMALS = 2;
const HUNDRED = 100n;

/** '30/31 (96.77%)': the fraction is what counts, the percentage is there to be read. */
export function partText({ numerator, denominator }: FormReturn['governmentPart']): string {
  const percent = toDecimalString({ numerator: numerator * HUNDRED, denominator }, DECIMALS, 'half-up');
  return `${numerator}/${denominator} (${percent}%)`;
}

const RETURN_COLUMNS: readonly ReportColumn[] = [
  centred('resource', '구분', 'Resource'),
  column('unusedWon', '사용잔액', 'Unused'),
  column('disallowedWon', '불인정 사용금액', 'Not accepted'),
  column('cashWon', 'A (잔액+불인정)', 'A'),
  centred('part', 'B 정부지분율', 'B'),
  column('returnedWon', 'C = A×B', 'C = A × B'),
  column('interestWon', 'D 반납할 이자', 'D'),
  column('returnedInterestWon', 'E = D×B', 'E = D × B'),
  column('totalWon', '총 반납액 C+E', 'C + E'),
];

const RETURN_GROUNDS: Readonly<Record<string, Ground>> = {
  unusedWon: words('1번 표의 현금 잔액 가운데 반납할 비목에서 다음 단계로 이월하거나 보유하는 금액을 뺌'),
  disallowedWon: words('불인정 명세 가운데 현금의 합계'),
  cashWon: sum('unusedWon', 'disallowedWon'),
  returnedWon: words('A × B (원 미만 버림), 현물 부족분은 전부', 'cashWon'),
  interestWon: words('2번 표의 잔액 합계'),
  returnedInterestWon: words('D × B (원 미만 버림)', 'interestWon'),
  totalWon: sum('returnedWon', 'returnedInterestWon'),
};

/** Table 3: A, B, C, D, E in cash; what was agreed in kind and not brought goes back in cash, all of it. */
export function returnTable({ returns }: Pick<SettlementForm, 'returns'>): ReportTable {
  const shortage = wonText(returns.inKindShortageWon);
  const cash = returns.returnedWon + returns.returnedInterestWon;
  return {
    kind: 'table',
    caption: both('3. 반납액 (단위: 원)', '3. What goes back (won)'),
    columns: RETURN_COLUMNS,
    grounds: RETURN_GROUNDS,
    rows: [
      {
        cells: {
          ...{ resource: RESOURCE_WORDS.CASH, unusedWon: wonText(returns.unusedWon), disallowedWon: wonText(returns.disallowedWon), cashWon: wonText(returns.cashWon) },
          ...{ part: partText(returns.governmentPart), returnedWon: wonText(returns.returnedWon), interestWon: wonText(returns.interestWon) },
          ...{ returnedInterestWon: wonText(returns.returnedInterestWon), totalWon: wonText(cash) },
        },
      },
      { cells: { resource: RESOURCE_WORDS.IN_KIND, unusedWon: '-', disallowedWon: '-', cashWon: shortage, part: '1/1 (100.00%)', returnedWon: shortage, interestWon: '-', returnedInterestWon: '-', totalWon: shortage } },
    ],
    totals: {
      ...{ resource: '합계', unusedWon: wonText(returns.unusedWon), disallowedWon: wonText(returns.disallowedWon), cashWon: wonText(returns.cashWon + returns.inKindShortageWon), part: '' },
      ...{ returnedWon: wonText(returns.returnedWon + returns.inKindShortageWon), interestWon: wonText(returns.interestWon), returnedInterestWon: wonText(returns.returnedInterestWon) },
      totalWon: wonText(cash + returns.inKindShortageWon),
    },
  };
}

/** From C + E to what the notice demands, step by step. */
export function noticeTable({ returns, clauses }: Pick<SettlementForm, 'returns' | 'clauses'>): ReportTable {
  const step = (name: string, amountWon: bigint, ground: string) => ({ cells: { step: name, amountWon: wonText(amountWon), ground } });
  return {
    kind: 'table',
    caption: both('반납액의 가감과 고지액 (단위: 원)', 'From the return to the notice (won)'),
    columns: [column('step', '항목', 'Step'), column('amountWon', '금액(원)', 'Amount (won)'), column('ground', '근거', 'Ground')],
    grounds: { amountWon: stated('정산 결정에 담긴 항목별 금액', 'grant-settlement.decide', 'grant-settlement.answer') },
    totalOrigins: { amountWon: words('총 반납액에서 10원 미만을 버린 금액') },
    rows: [
      step('현금 반납액 C', returns.returnedWon, clauses.recovery),
      step('(−) 지급하지 않은 정부지원금', -returns.neverPaidWon, '지급하지 않은 금액은 돌려받지 않음'),
      step('(+) 현물 부족분(100%)', returns.inKindShortageWon, clauses.recovery),
      step('(+) 간접비 비례회수', returns.indirectProportionalWon, clauses.recovery),
      step('(+) 납입하지 않은 자체부담 현금', returns.ownUnpaidWon, clauses.recovery),
      step('(+) 반납할 이자 E', returns.returnedInterestWon, clauses.interest),
      step('총 반납액', returns.totalWon, ''),
      step('(−) 10원 미만 단수', -returns.droppedWon, '국고금 관리법 제47조'),
    ],
    totals: { step: '고지액', amountWon: wonText(returns.noticeWon), ground: '' },
  };
}

/** How A becomes C and D becomes E, to be followed with a pencil. */
export function workingText({ cashWon, governmentPart, interestWon, returnedWon, returnedInterestWon }: FormReturn): string {
  const { numerator, denominator } = governmentPart;
  const times = (of: FormReturn['cashWon'], name: string, result: bigint): string => `${name} = ${wonText(of)} × ${numerator} ÷ ${denominator} = ${wonText(result)} (원 미만 버림)`;
  const shown = [times(cashWon, 'C', multiplyFloor(cashWon, governmentPart)), times(interestWon, 'E', multiplyFloor(interestWon, governmentPart))];
  return returnedWon === 0n && returnedInterestWon === 0n && numerator === 0n ? '정부지원 현금이 없어 현금 반납액이 없습니다.' : `${shown.join(', ')}. B는 소수로 줄이지 않고 분수 그대로 곱합니다.`;
}

/** What was used and not accepted, with reason and clause. */
export function disallowedBlock({ disallowed }: { readonly disallowed: readonly FormDisallowed[] }, caption = '불인정 명세'): ReportBlock {
  if (disallowed.length === 0) return { kind: 'text', text: both('인정하지 않은 사용금액이 없습니다.', 'Everything that was used is accepted.') };
  const total = disallowed.reduce((sum, each) => sum + each.disallowedWon, 0n);
  return {
    kind: 'table',
    caption: both(`${caption} (${disallowed.length}건)`, `Not accepted (${disallowed.length})`),
    columns: [
      column('number', '집행번호', 'No.'),
      ...[column('spentOn', '집행일', 'Spent'), column('payee', '지급처', 'Paid to'), column('line', '비목', 'Line'), centred('resource', '구분', 'Resource')],
      ...[column('amountWon', '사용금액(원)', 'Used (won)'), column('disallowedWon', '불인정(원)', 'Not accepted (won)'), column('reason', '사유', 'Reason'), column('clause', '근거', 'Clause')],
    ],
    grounds: { disallowedWon: stated('검토 기록, 정산에서는 결정된 금액', 'grant-expense.review', 'grant-settlement.decide') },
    rows: disallowed.map((each) => ({
      record: { register: 'grant_expense' as const, id: each.expenseId },
      cells: {
        ...{ number: each.number, spentOn: dateText(each.spentOn), payee: each.payee, line: each.line, resource: RESOURCE_WORDS[each.resource] },
        ...{ amountWon: wonText(each.amountWon), disallowedWon: wonText(each.disallowedWon), reason: textOr(each.reason), clause: textOr(each.clause) },
      },
    })),
    totals: { number: '합계', spentOn: '', payee: '', line: '', resource: '', amountWon: wonText(disallowed.reduce((sum, each) => sum + each.amountWon, 0n)), disallowedWon: wonText(total), reason: '', clause: '' },
  };
}
