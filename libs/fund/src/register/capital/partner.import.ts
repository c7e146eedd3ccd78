import { normaliseName } from '#libs/identifier';
import { formatWon, meetsRatio, won } from '#libs/money';
import { differsFromRecord, duplicateRow, futureDate, judgeSheet, meaningOf, NO_PLACE, refuse, remark, sheetRemark, sheetVerdict, usualWords, valueAssumed, type CheckedValues, type JudgedRow, type Judgement, type RowReading, type RowRemark, type RowVerdict, type Sheet, type SheetVerdict, type WordList } from '#libs/sheet';
import { addNew, findPartner, nameAgain, partnerKey, type Book } from '../reading/book.import.js';
import { referToFund } from '../reading/reference.import.js';
import type { FundFact, PartnerFact } from '../register.js';
import { shareIsOff, unitsAreOff } from './partner-remark.import.js';

export const PARTNER_RULES = {
  fund: { names: ['조합번호'], type: 'reference', required: true },
  name: { names: ['조합원명'], type: 'text', required: true },
  kind: { names: ['조합원구분'], type: 'text' },
  businessNumber: { names: ['사업자등록번호'], type: 'business-number' },
  commitment: { names: ['약정금액'], type: 'won', required: true, range: 'positive' },
  units: { names: ['출자좌수'], type: 'count' },
  share: { names: ['지분율'], type: 'loose' },
  signedOn: { names: ['약정일'], type: 'date', happened: true },
  contact: { names: ['담당자'], type: 'text' },
} as const;

export type PartnerRules = typeof PARTNER_RULES;
type PartnerReading = RowReading<PartnerRules>;
type PartnerRow = JudgedRow<PartnerRules, PartnerFact>;

const KIND_WORDS: WordList<PartnerFact['kind']> = [
  ['SPECIAL_LIMITED', '특별조합원', '특별', '특별유한책임조합원'],
  ['LIMITED', '유한책임조합원', '유한책임', '일반조합원', 'LP'],
  ['GENERAL', '업무집행조합원', '업무집행', '공동업무집행조합원', 'GP'],
];

/** 조합원명부: partners and what they committed. */
export function readPartners(name: string, sheet: Sheet, book: Book): SheetVerdict {
  const seen = new Map<string, number>();
  const judged = judgeSheet<PartnerRules, PartnerFact>(sheet, {
    rules: PARTNER_RULES,
    keyOf: ({ row }) => row.text('name') || null,
    judge: (values, reading) => {
      const judgement = judgePartner(values, reading, seen, book);
      if (judgement.state === 'NEW') addNew(book, 'partners', [judgement]);
      return judgement;
    },
  });
  for (const fund of fundsOf(judged.rows, book)) judged.remarks.push(...fundRemarks(fund, judged.rows, book));
  return sheetVerdict(name, judged);
}

function judgePartner(values: CheckedValues<PartnerRules>, reading: PartnerReading, seen: Map<string, number>, book: Book): Judgement<PartnerFact> {
  const fund = referToFund(book, values.fund, reading.at('fund'));
  if (!fund.ok) return refuse(fund.remark);
  const key = partnerKey(fund.target.number, values.name);
  if (seen.has(key)) return refuse(duplicateRow(reading.at('name'), seen.get(key)));
  const { fact, warnings } = partnerOf(values, reading, fund.target);
  const numberKey = `${fund.target.number}#${values.businessNumber ?? ''}`;
  if (values.businessNumber !== null && seen.has(numberKey)) return refuse(sameNumber(reading, seen.get(numberKey)));
  const twin = twinOf(values, fund.target, book);
  const recorded = findPartner(book, fund.target, values.name) ?? twin;
  const wrong = recorded === undefined ? futureDate(reading, PARTNER_RULES, book.limits.today) : contradictionOf(values, recorded, reading);
  if (wrong !== null) return refuse(wrong);
  if (recorded !== undefined) nameAgain(book, recorded, values.name);
  seen.set(key, reading.number);
  seen.set(numberKey, reading.number);
  const remarks = [...warnings, ...unitsAreOff(values, reading, fund.target), ...shareIsOff(values.commitment, reading, fund.target, book.limits)];
  return { state: recorded === undefined ? 'NEW' : 'RECORDED', fact, warnings: remarks };
}

/** The recorded partner with the same business number under another name: one company holds one share of a fund. */
function twinOf(values: CheckedValues<PartnerRules>, fund: FundFact, book: Book): PartnerFact | undefined {
  if (values.businessNumber === null) return undefined;
  const own = normaliseName(values.name);
  const partners = book.known.partners.filter((each) => each.fund === fund.number && each.businessNumber === values.businessNumber);
  return partners.find((each) => normaliseName(each.name) !== own);
}

function sameNumber(reading: PartnerReading, earlierRow: number | undefined): RowRemark {
  return remark(
    'DUPLICATE_ROW',
    reading.at('businessNumber'),
    { ko: `${earlierRow ?? 0}행의 조합원과 사업자등록번호가 같습니다.`, en: `The partner of row ${earlierRow ?? 0} has the same business number.` },
    { ko: '한 조합원이면 한 행으로 합치고, 아니면 사업자등록번호를 고치십시오.', en: 'If they are one, make them one row; if not, correct the number.' },
  );
}

function partnerOf(values: CheckedValues<PartnerRules>, reading: PartnerReading, fund: FundFact): { fact: PartnerFact; warnings: RowRemark[] } {
  const stated = values.kind === null ? null : meaningOf(KIND_WORDS, values.kind);
  const kind = stated ?? (normaliseName(values.name) === normaliseName(fund.generalPartner) ? 'GENERAL' : 'LIMITED');
  const implied = values.commitment / fund.unitWon;
  const fact: PartnerFact = {
    fund: fund.number,
    name: values.name,
    kind,
    businessNumber: values.businessNumber,
    commitmentWon: values.commitment,
    units: values.units !== null && values.units > 0n ? values.units : implied > 0n ? implied : 1n,
    signedOn: values.signedOn,
    contact: values.contact,
  };
  if (values.kind === null || stated !== null) return { fact, warnings: [] };
  const assumed = KIND_WORDS.find(([meaning]) => meaning === kind)?.[1] ?? kind;
  const text = { ko: `조합원구분을 알 수 없어 '${assumed}'(으)로 보았습니다.`, en: `The type of partner is not known and was taken as ${kind}.` };
  const words = usualWords(KIND_WORDS).join(', ');
  return { fact, warnings: [valueAssumed(reading.at('kind'), text, { ko: `다음 가운데 하나로 적으십시오: ${words}`, en: `Write one of: ${words}` })] };
}

function contradictionOf(values: CheckedValues<PartnerRules>, recorded: PartnerFact, reading: PartnerReading): RowRemark | null {
  const kind = values.kind === null ? null : meaningOf(KIND_WORDS, values.kind);
  // A register that was written before units changed hands agrees with what was held then.
  const held = recorded.earlier?.find((each) => each.commitmentWon === values.commitment) ?? recorded;
  return differsFromRecord([
    { place: reading.at('kind'), stated: kind, recorded: recorded.kind },
    { place: reading.at('businessNumber'), stated: values.businessNumber, recorded: recorded.businessNumber },
    { place: reading.at('commitment'), stated: values.commitment, recorded: held.commitmentWon },
    { place: reading.at('units'), stated: values.units === 0n ? null : values.units, recorded: held.units },
    { place: reading.at('signedOn'), stated: values.signedOn, recorded: recorded.signedOn },
    { place: reading.at('contact'), stated: values.contact, recorded: recorded.contact },
  ]);
}

/** Funds that the sheet has a sound row of, or that stand in the overview beside it. */
function fundsOf(rows: readonly PartnerRow[], book: Book): FundFact[] {
  const numbers = new Set([...book.stated, ...rows.flatMap((row) => (row.fact === null ? [] : [row.fact.fund]))]);
  return book.facts.funds.filter((fund) => numbers.has(fund.number));
}

/** Remarks that need all partners of a fund: the share of the general partners, and the sum of the commitments. */
function fundRemarks(fund: FundFact, rows: readonly PartnerRow[], book: Book): RowVerdict[] {
  const partners = book.facts.partners.filter((partner) => partner.fund === fund.number);
  const total = (list: readonly PartnerFact[]): bigint => list.reduce((sum, partner) => sum + partner.commitmentWon, 0n);
  const managers = partners.filter((partner) => partner.kind === 'GENERAL');
  const verdicts: RowVerdict[] = [];
  if (!meetsRatio(total(managers), fund.committedWon, book.limits.generalPartnerShare)) {
    const below = managerShareBelow(fund, total(managers), book);
    const own = rows.filter((row) => row.fact?.fund === fund.number && row.fact.kind === 'GENERAL');
    for (const row of own) row.remarks.push({ ...below, ...row.reading.at('commitment') });
    if (own.length === 0) verdicts.push(sheetRemark(fund.number, below));
  }
  if (total(partners) !== fund.committedWon) verdicts.push(sheetRemark(fund.number, commitmentsDoNotAddUp(fund, total(partners))));
  return verdicts;
}

function managerShareBelow(fund: FundFact, sum: bigint, book: Book): RowRemark {
  const percent = book.limits.generalPartnerShare / 100;
  const wanted = formatWon(won((fund.committedWon * BigInt(book.limits.generalPartnerShare) + 9_999n) / 10_000n));
  return remark(
    'GP_SHARE_BELOW_MIN',
    NO_PLACE,
    {
      ko: `업무집행조합원의 약정금액 ${formatWon(won(sum))}원이 약정총액의 ${percent}%(${wanted}원)보다 적습니다.`,
      en: `The general partners commit ${formatWon(won(sum))} won, less than ${percent} % of the fund (${wanted} won).`,
    },
    { ko: '벤처투자법 시행령 제34조: 조합원구분과 약정금액을 확인하십시오.', en: 'Enforcement Decree of the Venture Investment Act §34: check the types and amounts.' },
  );
}

function commitmentsDoNotAddUp(fund: FundFact, sum: bigint): RowRemark {
  const difference = won(sum - fund.committedWon);
  return remark(
    'COMMITMENT_SUM_MISMATCH',
    { column: '약정금액', value: formatWon(won(sum)) },
    {
      ko: `${fund.number} 조합원 약정금액 합계 ${formatWon(won(sum))}원이 약정총액 ${formatWon(fund.committedWon)}원과 ${formatWon(difference)}원 차이 납니다.`,
      en: `The commitments of ${fund.number} add up to ${formatWon(won(sum))} won, ${formatWon(difference)} off the ${formatWon(fund.committedWon)} of the fund.`,
    },
    { ko: '빠지거나 반려된 조합원이 없는지 확인하십시오.', en: 'Check that no partner is missing or was rejected.' },
  );
}
