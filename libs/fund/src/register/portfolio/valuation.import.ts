import { isQuarterEnd, type LocalDate } from '#libs/calendar';
import { formatWon, won, ZERO_WON, type Won } from '#libs/money';
import { differsFromRecord, duplicateRow, futureDate, judgeSheet, refuse, remark, sheetRemark, sheetVerdict, valueAssumed, type CheckedValues, type Judgement, type RowReading, type RowRemark, type RowVerdict, type Sheet, type SheetVerdict } from '#libs/sheet';
import { addNew, investmentKey, type Book } from '../reading/book.import.js';
import { referToDeal, referToFund } from '../reading/reference.import.js';
import type { InvestmentFact, ValuationFact } from '../register.js';
import { outstandingCost } from '../../performance/holding.rules.js';

export const VALUATION_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  on: { names: ['기준일'], type: 'date', required: true, happened: true },
  investment: { names: ['투자번호'], type: 'reference', required: true },
  company: { names: ['기업명'], type: 'loose' },
  cost: { names: ['취득원가(잔액)', '취득원가'], type: 'won', range: 'any' },
  fairValue: { names: ['공정가액'], type: 'won', required: true },
  impairment: { names: ['손상차손(누계)', '손상차손'], type: 'won', range: 'any' },
  method: { names: ['평가방법'], type: 'text' },
  note: { names: ['비고'], type: 'text' },
} as const;

type Rules = typeof VALUATION_RULES;
type ValuationReading = RowReading<Rules>;

/** 평가: what each holding was worth at the end of a quarter. */
export function readValuations(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const seen = new Map<string, number>();
  const recorded = new Map(book.known.valuations.map((fact) => [valuationKey(fact), fact]));
  const judged = judgeSheet<Rules, ValuationFact>(sheet, {
    rules: VALUATION_RULES,
    keyOf: ({ row }) => row.text('investment') || null,
    judge: (values, reading) => judgeValuation(values, reading, { seen, recorded, book }),
  });
  addNew(book, 'valuations', judged.rows);
  judged.remarks.push(...missingValuations(judged.rows.flatMap((row) => (row.fact === null ? [] : [row.fact])), book));
  return sheetVerdict(name, judged);
}

interface Context {
  readonly seen: Map<string, number>;
  readonly recorded: ReadonlyMap<string, ValuationFact>;
  readonly book: Book;
}

function judgeValuation(values: CheckedValues<Rules>, reading: ValuationReading, { seen, recorded, book }: Context): Judgement<ValuationFact> {
  const fund = referToFund(book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  const found = referToDeal(book, fund.target, { number: values.investment, company: values.company }, reading.at('investment'));
  if (!found.ok) return refuse(found.remark);
  const { deal, warnings } = found.target;
  const impairment = values.impairment ?? ZERO_WON;
  const fact: ValuationFact = {
    fund: fund.target.number,
    investment: deal.number,
    valuedOn: values.on,
    fairValueWon: values.fairValue,
    impairmentWon: impairment < 0n ? won(-impairment) : impairment,
    method: values.method,
    note: values.note,
  };
  const key = valuationKey(fact);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('investment'), seen.get(key)));
  const same = recorded.get(key);
  const cost = outstandingOn(book, deal, values.on);
  const wrong =
    same === undefined
      ? (afterExit(deal, values.on, cost, reading) ?? futureDate(reading, VALUATION_RULES, book.limits.today))
      : contradictionOf(fact, same, values.impairment, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  const remarks = [...warnings, ...negativeImpairment(impairment, reading), ...costIsOff(values.cost, cost, reading)];
  return { state: same === undefined ? 'NEW' : 'RECORDED', fact, warnings: remarks };
}

const valuationKey = (fact: ValuationFact): string => `${investmentKey(fact.fund, fact.investment)}|${fact.valuedOn}`;

const outstandingOn = (book: Book, deal: InvestmentFact, on: LocalDate): Won => outstandingCost(deal, book.exits.get(investmentKey(deal.fund, deal.number)) ?? [], on);

/** VALUATION_AFTER_EXIT: nothing of the investment was outstanding on that date. */
function afterExit(deal: InvestmentFact, on: LocalDate, cost: Won, reading: ValuationReading): RowRemark | null {
  if (cost > 0n) return null;
  const why =
    on < deal.paidOn
      ? { ko: `투자금 납입일(${deal.paidOn}) 전의 평가입니다.`, en: `It is dated before the payment of ${deal.paidOn}.` }
      : { ko: '그 날짜에는 전액 회수되어 남은 투자가 없습니다.', en: 'Nothing of it was left on that date.' };
  return remark(
    'VALUATION_AFTER_EXIT',
    reading.at('investment'),
    { ko: `${deal.number}: ${why.ko}`, en: `${deal.number}: ${why.en}` },
    { ko: "이 행을 지우거나 기준일과 '회수·분배' 시트를 확인하십시오.", en: "Delete the row, or check its date and the sheet '회수·분배'." },
  );
}

function contradictionOf(stated: ValuationFact, recorded: ValuationFact, impairment: Won | null, reading: ValuationReading): RowRemark | null {
  return differsFromRecord([
    { place: reading.at('fairValue'), stated: stated.fairValueWon, recorded: recorded.fairValueWon },
    { place: reading.at('impairment'), stated: impairment === null ? null : stated.impairmentWon, recorded: recorded.impairmentWon },
    { place: reading.at('method'), stated: stated.method, recorded: recorded.method },
  ]);
}

function negativeImpairment(impairment: Won, reading: ValuationReading): RowRemark[] {
  if (impairment >= 0n) return [];
  const shown = formatWon(won(-impairment));
  return [valueAssumed(reading.at('impairment'), { ko: `음수로 적힌 손상차손을 ${shown}원으로 보았습니다.`, en: `A negative impairment was taken as ${shown} won.` })];
}

/** COST_MISMATCH: the typed outstanding cost is not what was invested less what left by exits. */
function costIsOff(typed: Won | null, cost: Won, reading: ValuationReading): RowRemark[] {
  if (typed === null || typed === cost) return [];
  return [
    remark(
      'COST_MISMATCH',
      reading.at('cost'),
      { ko: `투자금액에서 회수원가를 뺀 잔액 ${formatWon(cost)}원과 다릅니다.`, en: `What is left of the cost after exits is ${formatWon(cost)} won.` },
      { ko: `${formatWon(cost)}원이어야 합니다. 빠진 회수가 없는지 확인하십시오.`, en: `${formatWon(cost)} won would be right; check that no exit is missing.` },
    ),
  ];
}

/** VALUATION_MISSING: at a quarter-end at which the sheet values the fund, a holding has no valuation. */
function missingValuations(stated: readonly ValuationFact[], book: Book): RowVerdict[] {
  const valued = new Set(book.facts.valuations.map(valuationKey));
  const quarters = [...new Set(stated.filter((fact) => isQuarterEnd(fact.valuedOn)).map((fact) => `${fact.valuedOn}|${fact.fund}`))].sort();
  return quarters.flatMap((quarter) => {
    const [on, fund] = quarter.split('|') as [LocalDate, string];
    return book.facts.investments
      .filter((deal) => deal.fund === fund && deal.kind !== 'CONVERSION' && !valued.has(`${investmentKey(fund, deal.number)}|${on}`) && outstandingOn(book, deal, on) > 0n)
      .map((deal) => sheetRemark(deal.number, missing(deal, on)));
  });
}

function missing(deal: InvestmentFact, on: LocalDate): RowRemark {
  return remark(
    'VALUATION_MISSING',
    { column: '기준일', value: on },
    {
      ko: `${on} 기준 ${deal.number} ${deal.company}의 평가가 없어 직전 평가(없으면 취득원가)를 씁니다.`,
      en: `${deal.number} ${deal.company} has no valuation at ${on}: the last earlier one is used, or else its cost.`,
    },
    { ko: '평가 행을 추가하십시오.', en: 'Add a row for it.' },
  );
}
