import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { localDate, yearOf } from '#libs/calendar';
import { formFrom, formYears, LINE_NAMES, planGrantRegister, type DecidedForm, type FormDisallowed, type FormInterest, type GrantFacts, type GrantLimits } from '#libs/grant';
import { subtractWon, sumWon, won, ZERO_WON } from '#libs/money';
import { readWorkbook } from '#libs/sheet';

type Agreement = GrantFacts['agreements'][number];

const RECOVERY: GrantLimits['settlement'] = { lowExecutionBasisPoints: 5_000, indirectReturnedBy: ['SME', 'MID_SIZE', 'MID_SIZE_LARGE_SALES', 'LARGE'], clause: '국가연구개발혁신법 시행령 제26조제5항' };
const INTEREST_CLAUSE = '국가연구개발혁신법 시행령 제20조제3항';

/** Form 7 of every agreement of the sample register, computed from its rows, by the number of the agreement. */
export async function registerForms(shares: GrantLimits['shares']): Promise<ReadonlyMap<string, DecidedForm>> {
  const { sheets } = await readWorkbook(readFileSync('test/fixtures/prototype-grants.xlsx'));
  const limits: GrantLimits = { shares, settlement: RECOVERY, approvalLines: ['D9', 'I1', 'I2', 'I3'], usedEvidence: new Set(), lines: null, today: null };
  const { newFacts } = planGrantRegister(sheets, { agreements: [], budgets: [], tranches: [], expenses: [], interests: [], statements: [] }, limits);
  return new Map(newFacts.agreements.map((agreement, at) => [agreement.number, decided(newFacts, agreement, at + 1)]));
}

function decided(facts: GrantFacts, agreement: Agreement, ordinal: number): DecidedForm {
  const of = <Fact extends { readonly agreement: string }>(list: readonly Fact[]): Fact[] => list.filter((fact) => fact.agreement === agreement.number);
  const expenses = of(facts.expenses);
  const lines = of(facts.budgets).map(({ agreement: _agreement, approval: _approval, ...line }) => {
    const spent = expenses.filter((expense) => expense.line === line.line && expense.resource === line.resource);
    const execution = {
      ...line,
      indirect: line.line.startsWith('I'),
      ...{ usedWon: sumWon(spent.map(({ amountWon }) => amountWon)), disallowedWon: sumWon(spent.map(({ disallowedWon }) => disallowedWon)) },
      ...{ carriedForwardWon: ZERO_WON, retainedWon: ZERO_WON },
    };
    return { lineId: `${line.line}-${line.resource}`, name: LINE_NAMES[line.line], execution };
  });
  const interest = interestOf(of(facts.interests));
  const settlement = {
    ...{ institution: agreement.institution, lines: lines.map(({ execution }) => execution), governmentCashWon: agreement.governmentWon, ownCashWon: agreement.ownCashWon, otherCashWon: ZERO_WON },
    ...{ ownCashUnpaidWon: ZERO_WON, governmentUnpaidWon: ZERO_WON, interest: of(facts.interests), terminated: false },
  };
  const form = formFrom({ header: headerOf(agreement), facts: settlement, lines, interest, disallowed: disallowedOf(expenses), interestClause: INTEREST_CLAUSE }, RECOVERY);
  const number = `GS-2022-${String(ordinal).padStart(4, '0')}`;
  return { ...form, settlementId: number, number, version: 1, decidedOn: localDate('2022-03-15'), noticeOn: localDate('2022-03-17'), digest: createHash('sha256').update(number).digest('hex') };
}

function interestOf(rows: GrantFacts['interests']): FormInterest[] {
  return (['DURING', 'AFTER'] as const).map((time) => {
    const own = rows.filter((row) => row.time === time);
    const [earnedWon, otherWon] = [sumWon(own.map((row) => row.earnedWon)), sumWon(own.map((row) => row.usedWon))];
    return { time, earnedWon, projectWon: ZERO_WON, reinvestedWon: ZERO_WON, resultsWon: ZERO_WON, otherWon, treasuryWon: ZERO_WON, balanceWon: subtractWon(earnedWon, otherWon) };
  });
}

const disallowedOf = (expenses: GrantFacts['expenses']): FormDisallowed[] =>
  expenses
    .filter(({ disallowedWon }) => disallowedWon > 0n)
    .map((each) => ({
      ...{ expenseId: each.number, number: each.number, spentOn: each.spentOn, payee: each.vendor, line: each.line, resource: each.resource },
      ...{ amountWon: each.amountWon, disallowedWon: each.disallowedWon, reason: each.disallowedFor, clause: RECOVERY.clause },
    }));

function headerOf(agreement: Agreement): DecidedForm['header'] {
  const cash = (source: 'GOVERNMENT' | 'OWN', resource: 'CASH' | 'IN_KIND', amountWon: bigint) => ({ stage: 1, fiscalYear: yearOf(agreement.from), source, resource, amountWon: won(amountWon) });
  return {
    ...{ regime: 'RND', agency: '과학기술사업화진흥원', programme: '시작품 제작 전문기업 육성 (2021년)', subProgramme: '시작품 제작 지원', umbrellaNumber: null, projectNumber: agreement.projectNumber },
    ...{ agreementNumber: agreement.number, title: agreement.title ?? '-', institutionName: agreement.organisation, institution: agreement.institution, role: 'LEAD', investigator: agreement.investigator },
    ...{ stage: 1, from: agreement.from, to: agreement.to },
    years: formYears([cash('GOVERNMENT', 'CASH', agreement.governmentWon), cash('OWN', 'CASH', agreement.ownCashWon), cash('OWN', 'IN_KIND', agreement.ownInKindWon)]),
  };
}

