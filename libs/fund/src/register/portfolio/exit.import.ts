import { normaliseName } from '#libs/identifier';
import { formatWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import { differsFromRecord, duplicateRow, futureDate, judgeSheet, meaningOf, refuse, remark, saysNothing, sheetVerdict, unknownWord, usualWords, type CheckedValues, type Judgement, type RowReading, type RowRemark, type Sheet, type SheetVerdict, type WordList } from '#libs/sheet';
import { add, investmentKey, partnerKey, type Book } from '../reading/book.import.js';
import { referToDeal, referToFund, referToPartner } from '../reading/reference.import.js';
import type { DistributionFact, ExitFact, ExitKind, FundFact, InvestmentFact } from '../register.js';

export const EXIT_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  kind: { names: ['구분'], type: 'text', required: true },
  on: { names: ['일자'], type: 'date', required: true, happened: true },
  investment: { names: ['투자번호'], type: 'reference' },
  company: { names: ['기업명'], type: 'loose' },
  type: { names: ['회수유형/분배재원', '회수유형', '분배재원'], type: 'text' },
  shares: { names: ['주식수'], type: 'count' },
  amount: { names: ['금액'], type: 'won', required: true },
  cost: { names: ['회수원가'], type: 'won' },
  expense: { names: ['회수비용'], type: 'won' },
  counterparty: { names: ['거래상대방'], type: 'text' },
  number: { names: ['분배회차'], type: 'count' },
  partner: { names: ['조합원명'], type: 'reference' },
  note: { names: ['비고'], type: 'text' },
} as const;

type Rules = typeof EXIT_RULES;
type ExitValues = CheckedValues<Rules>;
type ExitReading = RowReading<Rules>;
type Paid = { readonly exit: ExitFact } | { readonly distribution: DistributionFact };

const KIND_WORDS: WordList<'EXIT' | 'DISTRIBUTION'> = [
  ['EXIT', '회수'],
  ['DISTRIBUTION', '분배', '배분'],
];

const EXIT_WORDS: WordList<ExitKind> = [
  ['MERGER', 'M&A', '인수합병', 'M&A매각'],
  ['OVER_THE_COUNTER', '장외매각', '장외매각(구주)', '구주매각', '장외매도'],
  ['LISTING', 'IPO/장내매도', 'IPO', '장내매도', '상장'],
  ['REDEMPTION', '상환', '상환(RCPS)', '상환(CB)', '원리금상환'],
  ['LIQUIDATION', '청산배당', '청산'],
  ['WRITE_OFF', '감액(대손)', '감액', '대손', '대손상각', '감액/대손'],
  ['RESCISSION', '투자해제', '계약해제', '투자계약해제'],
];

const LARGEST_DISTRIBUTION_NUMBER = 32_767n;

interface Context {
  readonly book: Book;
  readonly seen: Map<string, number>;
  readonly recordedExits: ReadonlyMap<string, ExitFact>;
  readonly recordedDistributions: ReadonlyMap<string, DistributionFact>;
}

/** 회수·분배: exits of investments, and distributions to partners. */
export function readExits(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const context: Context = {
    book,
    seen: new Map(),
    recordedExits: new Map(book.known.exits.map((fact) => [exitKey(fact), fact])),
    recordedDistributions: new Map(book.known.distributions.map((fact) => [distributionKey(fact), fact])),
  };
  const judged = judgeSheet<Rules, Paid>(sheet, {
    rules: EXIT_RULES,
    needs: needsOf,
    keyOf: ({ row }) => row.text('investment') || row.text('partner') || null,
    judge: (values, reading) => {
      const judgement = judgeRow(values, reading, context);
      // Later exits of the same investment have less cost to take.
      if (judgement.state === 'NEW') enter(judgement.fact, book);
      return judgement;
    },
  });
  return sheetVerdict(name, judged);
}

function enter(paid: Paid, book: Book): void {
  if ('exit' in paid) add(book, 'exits', paid.exit);
  else add(book, 'distributions', paid.distribution);
}

function judgeRow(values: ExitValues, reading: ExitReading, context: Context): Judgement<Paid> {
  const kind = meaningOf(KIND_WORDS, values.kind);
  const fund = referToFund(context.book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  if (kind === null) return refuse(unknownWord(reading.at('kind'), { ko: '구분', en: 'kind' }, usualWords(KIND_WORDS)));
  return kind === 'EXIT' ? judgeExit(values, reading, fund.target, context) : judgeDistribution(values, reading, fund.target, context);
}

/** Columns that README marks for exits, or for distributions: without them there is nothing to record. */
function needsOf({ values }: ExitReading): readonly (keyof Rules)[] {
  const kind = meaningOf(KIND_WORDS, values.kind ?? '');
  if (kind === 'EXIT') return ['investment', 'type', 'cost'];
  return kind === 'DISTRIBUTION' ? ['number', 'partner'] : [];
}

function judgeExit(values: ExitValues, reading: ExitReading, fund: FundFact, { book, seen, recordedExits }: Context): Judgement<Paid> {
  const kind = meaningOf(EXIT_WORDS, values.type ?? '');
  if (kind === null) return refuse(unknownWord(reading.at('type'), { ko: '회수유형', en: 'exit type' }, usualWords(EXIT_WORDS)));
  const found = referToDeal(book, fund, { number: values.investment ?? '', company: values.company }, reading.at('investment'));
  if (!found.ok) return refuse(found.remark);
  const { deal, warnings } = found.target;
  const exit: ExitFact = {
    fund: fund.number,
    investment: deal.number,
    kind,
    exitedOn: values.on,
    shares: values.shares === 0n ? null : values.shares,
    proceedsWon: values.amount,
    costWon: values.cost ?? ZERO_WON,
    expenseWon: values.expense ?? ZERO_WON,
    counterparty: saysNothing(values.counterparty) ? null : values.counterparty,
    note: values.note,
  };
  const key = exitKey(exit);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('investment'), seen.get(key)));
  const same = recordedExits.get(key);
  const wrong =
    same === undefined
      ? (tooMuchCost(exit, deal, reading, book) ?? futureDate(reading, EXIT_RULES, book.limits.today))
      : exitContradiction(exit, same, values, reading);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  return { state: same === undefined ? 'NEW' : 'RECORDED', fact: { exit }, warnings: [...warnings, ...relatedParty(exit, fund, reading, book)] };
}

/** COST_EXCEEDED: more cost than was invested and not taken by other exits; before the payment nothing was invested. */
function tooMuchCost(exit: ExitFact, deal: InvestmentFact, reading: ExitReading, book: Book): RowRemark | null {
  const taken = sumWon((book.exits.get(investmentKey(exit.fund, exit.investment)) ?? []).map((each) => each.costWon));
  const left: Won = exit.exitedOn < deal.paidOn ? ZERO_WON : subtractWon(deal.amountWon, taken);
  if (exit.costWon <= left) return null;
  return remark(
    'COST_EXCEEDED',
    reading.at('cost'),
    {
      ko: `회수원가 ${formatWon(exit.costWon)}원이 ${deal.number}의 남은 취득원가 ${formatWon(left)}원보다 많습니다.`,
      en: `The cost of ${formatWon(exit.costWon)} won is more than the ${formatWon(left)} left of ${deal.number}.`,
    },
    { ko: `회수원가를 ${formatWon(left)}원 이하로 고치거나 일자와 투자번호를 확인하십시오.`, en: `Lower the cost to ${formatWon(left)} won, or check date and investment.` },
  );
}

function exitContradiction(stated: ExitFact, recorded: ExitFact, values: ExitValues, reading: ExitReading): RowRemark | null {
  return differsFromRecord([
    { place: reading.at('shares'), stated: stated.shares, recorded: recorded.shares },
    { place: reading.at('expense'), stated: values.expense, recorded: recorded.expenseWon },
    { place: reading.at('counterparty'), stated: stated.counterparty, recorded: recorded.counterparty },
  ]);
}

/** RELATED_PARTY: sold to a general partner of the fund (벤처투자법 §52: self-dealing needs the consent of all partners). */
function relatedParty(exit: ExitFact, fund: FundFact, reading: ExitReading, book: Book): RowRemark[] {
  if (exit.counterparty === null) return [];
  const managers = book.facts.partners.filter((partner) => partner.fund === fund.number && partner.kind === 'GENERAL').map((partner) => partner.name);
  const counterparty = normaliseName(exit.counterparty);
  if (![fund.generalPartner, ...managers].some((name) => name !== '' && normaliseName(name) === counterparty)) return [];
  return [
    remark(
      'RELATED_PARTY',
      reading.at('counterparty'),
      { ko: '거래상대방이 이 조합의 업무집행조합원입니다.', en: 'The counterparty is the general partner of this fund.' },
      { ko: '벤처투자법 제52조: 조합원 전원의 동의 등 근거를 남기십시오.', en: 'Venture Investment Act §52: put the consent of all partners on record.' },
    ),
  ];
}

function judgeDistribution(values: ExitValues, reading: ExitReading, fund: FundFact, { book, seen, recordedDistributions }: Context): Judgement<Paid> {
  const number = values.number ?? 0n;
  if (number === 0n || number > LARGEST_DISTRIBUTION_NUMBER) return refuse(badNumber(reading));
  const partner = referToPartner(book, fund, values.partner ?? '', reading.at('partner'));
  if (!partner.ok) return refuse(partner.remark);
  const distribution: DistributionFact = {
    fund: fund.number,
    number: Number(number),
    partner: partner.target.name,
    paidOn: values.on,
    amountWon: values.amount,
    source: values.type,
    note: values.note,
  };
  const key = distributionKey(distribution);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('partner'), seen.get(key)));
  const same = recordedDistributions.get(key);
  const wrong =
    same === undefined
      ? futureDate(reading, EXIT_RULES, book.limits.today)
      : differsFromRecord([{ place: reading.at('type'), stated: distribution.source, recorded: same.source }]);
  if (wrong !== null) return refuse(wrong);
  seen.set(key, reading.number);
  return { state: same === undefined ? 'NEW' : 'RECORDED', fact: { distribution }, warnings: [] };
}

function badNumber(reading: ExitReading): RowRemark {
  const text = { ko: `분배회차는 1부터 ${LARGEST_DISTRIBUTION_NUMBER}까지의 정수입니다.`, en: `The number of a distribution is from 1 to ${LARGEST_DISTRIBUTION_NUMBER}.` };
  return remark('AMOUNT_INVALID', reading.at('number'), text, { ko: '분배회차를 숫자로 적으십시오.', en: 'Write the number of the distribution in digits.' });
}

const exitKey = (fact: ExitFact): string => ['exit', investmentKey(fact.fund, fact.investment), fact.exitedOn, fact.kind, fact.proceedsWon, fact.costWon].join('|');
const distributionKey = (fact: DistributionFact): string => ['distribution', partnerKey(fact.fund, fact.partner), fact.number, fact.paidOn, fact.amountWon].join('|');
