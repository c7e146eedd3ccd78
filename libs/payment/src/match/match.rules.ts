import { normaliseName } from '#libs/identifier';
import { formatWon, sumWon, won } from '#libs/money';
import type { Candidate, ExpectedMove, MatchTerms, OpenLine, Reason, ReasonCode } from './match.js';
import { arrivalAmount, daysApart, isLate } from '../proof/arrival.rules.js';

/** What each agreement says. Amount, name and a near day make eighty: without one of them a person has to look. */
const SCORES: Readonly<Record<ReasonCode, number>> = { AMOUNT_EQUAL: 40, AMOUNT_SUM: 36, AMOUNT_WITH_SURCHARGE: 40, SURCHARGE_EQUAL: 38, AMOUNT_PART: 10, NAME_EQUAL: 35, NAME_CUT: 32, NAME_FUZZY: 20, NAME_DIFFERS: 0, REFERENCE: 15, SAME_DAY: 10, NEAR_DAY: 6, IN_TIME: 8, LATE: 5, FAR_DAY: 0 };
const MOST_CANDIDATES = 5;

interface Scored {
  readonly lineId: string;
  readonly moves: readonly ExpectedMove[];
  readonly reasons: readonly Reason[];
  readonly score: number;
  readonly isNear: boolean;
  /** `EXACT`: it is that name or number; `FUZZY`: letters are off; `NONE`: nothing says whose it is. */
  readonly fit: 'EXACT' | 'FUZZY' | 'NONE';
}

const keyOf = ({ kind, recordId }: ExpectedMove): string => `${kind} ${recordId}`;

/**
 * What each line may be, best first. A line is certainly a record where amount and direction are equal, the days near, the
 * name (or, where the books know no name, the number in the memo) fits, and neither has an equal rival.
 */
export function candidatesOf(lines: readonly OpenLine[], moves: readonly ExpectedMove[], terms: MatchTerms): ReadonlyMap<string, readonly Candidate[]> {
  const byAmount = grouped([...moves.map((move) => [move]), ...movesTogether(moves)], (group) => sumWon(group.map(({ amountWon }) => amountWon)));
  const inParts = moves.filter(({ surchargeOn }) => surchargeOn !== undefined);
  const groupsOf = (line: OpenLine): ExpectedMove[][] => [...(byAmount.get(line.openWon) ?? []), ...inParts.filter((move) => move.amountWon !== line.openWon && arrivalAmount(move, line) !== null).map((move) => [move])];
  const scored = new Map(lines.map((line) => [line.id, withoutNoise(groupsOf(line).flatMap((group) => scoreGroup(line, group, terms))).sort((one, other) => other.score - one.score)] as const));
  const best = bestByRecord([...scored.values()].flat());
  return new Map([...scored].map(([id, list]) => [id, list.slice(0, MOST_CANDIDATES).map((each, index) => toCandidate(each, index === 0 ? list[1] : null, best))] as const));
}

/** Records that one transfer may pay together: all of one payee and day. */
function movesTogether(moves: readonly ExpectedMove[]): ExpectedMove[][] {
  const groups = grouped(moves.filter(({ counterparty }) => counterparty !== null), ({ counterparty, on, amountWon }) => `${normaliseName(counterparty ?? '')} ${on} ${amountWon > 0n ? 'in' : 'out'}`);
  return [...groups.values()].filter((group) => group.length > 1);
}

function scoreGroup(line: OpenLine, moves: readonly ExpectedMove[], terms: MatchTerms): Scored[] {
  const [first] = moves;
  if (first === undefined) return [];
  const days = daysApart(first, line.valueOn);
  if (days > terms.wideDays) return [];
  const name = nameReason(line, first.counterparty, terms);
  const reference = referenceReason(line, moves);
  const amount = amountReason(line, moves);
  // A part of a sum says nothing by itself: the name has to.
  if (amount.code === 'AMOUNT_PART' && (name === null || name.code === 'NAME_DIFFERS')) return [];
  const reasons = [amount, ...(name === null ? [] : [name]), ...(reference === null ? [] : [reference]), dayReason(first, line, days, terms)];
  const isNamed = name?.code === 'NAME_EQUAL' || name?.code === 'NAME_CUT' || (name === null && reference !== null);
  const fit = isNamed ? 'EXACT' : name?.code === 'NAME_FUZZY' ? 'FUZZY' : 'NONE';
  return [{ lineId: line.id, moves, reasons, score: reasons.reduce((sum, { score }) => sum + score, 0), isNear: days <= terms.nearDays && amount.code !== 'AMOUNT_PART', fit }];
}

/** Where a whole sum of a known name agrees, parts of other sums are no help. */
function withoutNoise(scored: readonly Scored[]): Scored[] {
  const isPart = ({ reasons }: Scored): boolean => reasons.some(({ code }) => code === 'AMOUNT_PART');
  const isWhole = scored.some((each) => !isPart(each) && each.fit !== 'NONE');
  return scored.filter((each) => !isWhole || !isPart(each));
}

/** The score of the best line of each record, and whether two lines share it. */
function bestByRecord(all: readonly Scored[]): ReadonlyMap<string, { readonly score: number; readonly rivals: number }> {
  const best = new Map<string, { score: number; rivals: number }>();
  for (const each of all) {
    for (const key of each.moves.map(keyOf)) {
      const known = best.get(key);
      if (known === undefined || each.score > known.score) best.set(key, { score: each.score, rivals: 1 });
      else if (each.score === known.score) best.set(key, { ...known, rivals: known.rivals + 1 });
    }
  }
  return best;
}

/** `runnerUp`: the next candidate of the line; null for all but the first. */
function toCandidate({ moves, reasons, score, isNear, fit }: Scored, runnerUp: Scored | null | undefined, best: ReadonlyMap<string, { readonly score: number; readonly rivals: number }>): Candidate {
  const isFirst = runnerUp !== null && (runnerUp?.score ?? 0) < score;
  const isBestOfRecords = moves.every((move) => {
    const record = best.get(keyOf(move));
    return record?.score === score && record.rivals === 1;
  });
  const unrivalled = isFirst && isBestOfRecords && isNear;
  const certainty = !unrivalled || fit === 'NONE' ? 'POSSIBLE' : fit === 'EXACT' ? 'CERTAIN' : 'LIKELY';
  return { moves, reasons, score, certainty };
}

function amountReason({ openWon, valueOn }: OpenLine, moves: readonly ExpectedMove[]): Reason {
  const shown = formatWon(won(openWon < 0n ? -openWon : openWon));
  const [first] = moves;
  const due = moves.length === 1 && first?.surchargeOn !== undefined && first.amountWon !== openWon ? first.surchargeOn(valueOn) : null;
  if (due !== null && due !== 0n && openWon === due) return reason('SURCHARGE_EQUAL', `연체이자 ${shown}원과 같음`, `equals the ${shown} won of interest due`);
  if (due !== null && due !== 0n && openWon === (first?.amountWon ?? 0n) + due) return reason('AMOUNT_WITH_SURCHARGE', `미납액과 연체이자 ${formatWon(due)}원의 합과 같음`, `equals what is unpaid with ${formatWon(due)} won of interest`);
  if (due !== null) return reason('AMOUNT_PART', `미납액 ${formatWon(first?.amountWon ?? won(0))}원과 다름: 들어온 만큼 기록`, `other than the ${formatWon(first?.amountWon ?? won(0))} won unpaid: what came is recorded`);
  if (moves.length === 1) return reason('AMOUNT_EQUAL', `금액 ${shown}원이 같음`, `the amount of ${shown} won is equal`);
  return reason('AMOUNT_SUM', `같은 상대·같은 날 ${moves.length}건의 합 ${shown}원과 같음`, `equals the ${shown} won of ${moves.length} records of one day together`);
}

/** Null: the books know no name to compare. */
function nameReason({ counterparty, memo }: OpenLine, expected: string | null, terms: MatchTerms): Reason | null {
  if (expected === null) return null;
  const wanted = bare(expected);
  const told = [counterparty, memo].filter((text) => text !== null).map(bare).filter((text) => text !== '');
  if (told.includes(wanted)) return reason('NAME_EQUAL', `이름이 같음(${expected})`, `the name is equal (${expected})`);
  const long = (text: string): boolean => [...text].length >= terms.leastLetters;
  if (told.some((text) => long(text) && wanted.startsWith(text))) return reason('NAME_CUT', `은행이 줄여 적은 이름과 맞음(${expected})`, `the bank cut the name short (${expected})`);
  const isClose = told.some((text) => long(text) && lettersApart(text, wanted, terms.wrongLetters) <= terms.wrongLetters);
  if (isClose) return reason('NAME_FUZZY', `이름의 글자가 조금 다름(장부: ${expected})`, `letters of the name are off (in the books: ${expected})`);
  return reason('NAME_DIFFERS', `이름이 다름(장부: ${expected})`, `the name is another (in the books: ${expected})`);
}

/** Without what stands in brackets behind a name: banks add a branch or a capacity there. */
const bare = (text: string): string => normaliseName(text.normalize('NFKC').replace(/^\((주|유|재|사)\)|\((주|유|재|사)\)$/gu, '').replace(/\([^)]*\)?$/u, ''));

function referenceReason({ memo, reference, counterparty }: OpenLine, moves: readonly ExpectedMove[]): Reason | null {
  const text = [memo, reference, counterparty].filter((each) => each !== null).join(' ');
  const found = moves.flatMap(({ references }) => references).find((each) => each !== '' && isNamedIn(text, each));
  return found === undefined ? null : reason('REFERENCE', `적힌 번호가 같음(${found})`, `names the same number (${found})`);
}

/** Not as a part of a longer number: PT-2021-001 is not PT-2021-0011. */
const isNamedIn = (text: string, number: string): boolean => text.split(number).some((before, index, parts) => index < parts.length - 1 && !/[\p{L}\d]$/u.test(before) && !/^\d/u.test(parts[index + 1] ?? ''));

function dayReason(move: ExpectedMove, { valueOn }: OpenLine, days: number, terms: MatchTerms): Reason {
  if (isLate(move, valueOn)) return reason('LATE', `기한(${move.on})이 지나 입금`, `came after ${move.on}`);
  if (move.waitedFrom !== undefined && days === 0) return reason('IN_TIME', `기한(${move.on}) 안에 입금`, `came by ${move.on}`);
  if (days === 0) return reason('SAME_DAY', '같은 날', 'the same day');
  if (days <= terms.nearDays) return reason('NEAR_DAY', `${days}일 차이`, `${days} days apart`);
  return reason('FAR_DAY', `${days}일 차이(${terms.nearDays}일 초과)`, `${days} days apart (more than ${terms.nearDays})`);
}

const reason = (code: ReasonCode, ko: string, en: string): Reason => ({ code, score: SCORES[code], text: { ko, en } });

/** Letters to change, add or leave out to get from one to the other; anything above `most` is told as one more. */
export function lettersApart(one: string, other: string, most: number): number {
  const [left, right] = [[...one], [...other]];
  if (Math.abs(left.length - right.length) > most) return most + 1;
  let row = right.map((_, index) => index + 1);
  for (const [index, letter] of left.entries()) {
    let [diagonal, before] = [index, index + 1];
    row = row.map((above, column) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (letter === right[column] ? 0 : 1));
      [diagonal, before] = [above, cost];
      return cost;
    });
  }
  return Math.min(row.at(-1) ?? left.length, most + 1);
}

function grouped<Item, Key>(items: readonly Item[], keyOfItem: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOfItem(item), [...(groups.get(keyOfItem(item)) ?? []), item]);
  return groups;
}
