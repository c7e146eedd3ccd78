import { differsFromRecord, futureDate, judgeSheet, numberIn, numberKey, refuse, sheetVerdict, type ColumnRules, type Judgement, type RemarkPlace, type RowJudge, type RowReading, type RowRemark, type Sheet, type SheetVerdict } from '#libs/sheet';
import { addIssue, type RosterBook } from '../reading/book.import.js';
import { explained } from '../reading/refusal.import.js';
import type { IssueFact } from '../roster.js';
import { issuedSoFar, limitBroken, useUp, validityRemarks, validityReversed, type Issued } from './issue-limits.import.js';

/** Columns that both sheets of issues have. */
export const ISSUE_RULES = {
  voucher: { names: ['바우처번호'], type: 'text', required: true },
  company: { names: ['기업명'], type: 'text' },
  issuedOn: { names: ['발급일', '발급일자'], type: 'date', required: true, happened: true },
  amount: { names: ['발급금액'], type: 'won', required: true, range: 'positive' },
  validTo: { names: ['유효기간 만료일', '유효기간만료일'], type: 'date', required: true },
  note: { names: ['비고'], type: 'text' },
} as const;

/** What has been issued while a sheet is judged. */
export interface Issuing {
  readonly book: RosterBook;
  readonly issued: Issued;
  readonly seen: Map<string, number>;
  readonly byApplication: Map<string, IssueFact>;
}

interface IssuePlaces {
  readonly number: number;
  at(key: 'voucher' | 'amount' | 'validTo'): RemarkPlace;
}

/** Judges a sheet of issues in the given order, and remembers which vouchers were refused. */
export function readIssueSheet<Rules extends ColumnRules & typeof ISSUE_RULES>(
  name: string,
  sheet: Sheet,
  book: RosterBook,
  how: { readonly rules: Rules; turn: NonNullable<RowJudge<Rules, IssueFact>['turn']>; judge: (...row: [...Parameters<RowJudge<Rules, IssueFact>['judge']>, Issuing]) => Judgement<IssueFact> },
): SheetVerdict {
  const known = book.known.issues;
  const byApplication = new Map(known.flatMap((fact) => (fact.application === null ? [] : [[numberKey(fact.application), fact] as const])));
  const issuing: Issuing = { book, issued: issuedSoFar(known), seen: new Map(), byApplication };
  const keyOf = (reading: RowReading<Rules>): string | null => numberIn(reading, 'voucher');
  const judged = judgeSheet<Rules, IssueFact>(sheet, { rules: how.rules, keyOf, turn: how.turn, judge: (values, reading) => how.judge(values, reading, issuing) });
  for (const { key, state } of judged.rows) if (state === 'REJECTED' && key !== null) book.refusedVouchers.add(numberKey(key));
  return sheetVerdict(name, judged);
}

/** The issue on record that a row speaks of; a second row of the same number in one file is a row of its own. */
export function recordedIssue({ book, seen }: Issuing, voucher: string): IssueFact | undefined {
  return seen.has(numberKey(voucher)) ? undefined : book.issues.get(numberKey(voucher));
}

/** Takes a voucher that is on record, or one that all checks and limits let pass. */
export function takeIssue(fact: IssueFact, places: IssuePlaces, warnings: readonly RowRemark[], issuing: Issuing): Judgement<IssueFact> {
  const { book, issued, seen } = issuing;
  const recorded = recordedIssue(issuing, fact.voucher);
  if (recorded === undefined) {
    const broken = limitBroken(fact, places, issued, book.limits) ?? validityReversed(fact, places);
    if (broken !== null) return refuse(broken);
    useUp(issued, fact);
    addIssue(book, fact);
    if (fact.application !== null) issuing.byApplication.set(numberKey(fact.application), fact);
  }
  seen.set(numberKey(fact.voucher), places.number);
  return { state: recorded === undefined ? 'NEW' : 'RECORDED', fact: recorded ?? fact, warnings: [...warnings, ...validityRemarks(fact, places, book.limits)] };
}

/** ISSUE_DUPLICATE: the voucher, or a voucher for the same application, has been issued. */
export function duplicateIssue(place: RemarkPlace, earlier: IssueFact): RowRemark {
  const about = earlier.application ?? earlier.voucher;
  return explained(
    'ISSUE_DUPLICATE',
    place,
    { ko: `${about}에 대한 바우처가 이미 발급되었습니다(${earlier.voucher}).`, en: `A voucher for ${about} has been issued already (${earlier.voucher}).` },
    {
      fix: { ko: '한 건만 남기고, 다른 건이면 번호를 고치십시오.', en: 'Keep one of the two, or correct the number if it is something else.' },
      details: { application: earlier.application, voucher: earlier.voucher },
    },
  );
}

/** What the record says otherwise about an issue; a company is known by its business number, however it is spelled. `keys` are those that the sheet has as columns of the same name. */
export function differsFromIssue<Rules extends ColumnRules & typeof ISSUE_RULES>(
  fact: IssueFact,
  recorded: IssueFact,
  reading: RowReading<Rules>,
  keys: readonly (keyof Rules & keyof Omit<IssueFact, 'standing'>)[],
): RowRemark | null {
  const all = [...(['issuedOn', 'validTo'] as const), ...keys];
  return differsFromRecord([
    ...all.map((key) => ({ place: reading.at(key), stated: fact[key], recorded: recorded[key] })),
    { place: reading.at('amount'), stated: fact.amountWon, recorded: recorded.amountWon },
  ]);
}

/** Refuses what has not happened by the day of the import. */
export const issuedInFuture = <Rules extends ColumnRules & typeof ISSUE_RULES>(reading: RowReading<Rules>, rules: Rules, { book }: Issuing): RowRemark | null =>
  futureDate(reading, rules, book.limits.today);
