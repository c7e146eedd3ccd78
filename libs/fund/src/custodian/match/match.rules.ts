import { addDays } from '#libs/calendar';
import { formatWon, minWon, subtractWon, ZERO_WON, type Won } from '#libs/money';
import { normaliseName } from '#libs/identifier';
import type { LooseReceipt, OpenLine, OpenShare, Reason, Suggestion } from './match.js';

/** How much each agreement is worth. Amount and name together are enough; of the two alone the name says more: two partners may owe the same. */
const SCORES = { AMOUNT_EXACT: 40, AMOUNT_WITH_INTEREST: 40, INTEREST_EXACT: 38, AMOUNT_PART: 10, NAME_EQUAL: 45, NAME_PART: 32, DATE_IN_TIME: 10, DATE_LATE: 5, TEXT_NAMES_CALL: 5 } as const;
/** Below it a suggestion would only distract. */
const LEAST_SCORE = 25;
const MOST_SUGGESTIONS = 3;
/** Banks cut names; fewer letters than that could be anybody's. */
const LEAST_LETTERS = 3;

/**
 * What each line may be, best first. A share, or a receipt, is offered as exact to one line only: the first by day. Lines
 * with nothing open are left out.
 */
export function suggestMatches(lines: readonly OpenLine[], shares: readonly OpenShare[], receipts: readonly LooseReceipt[]): ReadonlyMap<string, readonly Suggestion[]> {
  const taken = new Set<string>();
  const inTurn = [...lines].filter(({ openWon }) => openWon > 0n).sort((left, right) => (left.valueOn < right.valueOn ? -1 : Number(left.valueOn > right.valueOn)));
  return new Map(
    inTurn.map((line) => {
      const ranked = [...shares.flatMap((share) => paying(line, share)), ...receipts.flatMap((receipt) => linking(line, receipt))]
        .filter(({ score }) => score >= LEAST_SCORE)
        .sort((left, right) => right.score - left.score || left.callNumber - right.callNumber)
        .slice(0, MOST_SUGGESTIONS);
      return [line.id, ranked.map((each, index) => ({ ...each, exact: index === 0 && isExact(each, ranked, taken) }))] as const;
    }),
  );
}

function isExact(best: Suggestion, ranked: readonly Suggestion[], taken: Set<string>): boolean {
  const codes = new Set(best.reasons.map(({ code }) => code));
  const amountAgrees = codes.has('AMOUNT_EXACT') || codes.has('AMOUNT_WITH_INTEREST') || codes.has('INTEREST_EXACT');
  const key = best.receiptId ?? `${best.callId} ${best.partnerId}`;
  const unrivalled = (ranked[1]?.score ?? 0) < best.score;
  if (!amountAgrees || !(codes.has('NAME_EQUAL') || codes.has('NAME_PART')) || !unrivalled || taken.has(key)) return false;
  taken.add(key);
  return true;
}

/** Money for a share: what is unpaid first, and interest out of what is left, as the payer who sends the exact sum means it. */
function paying(line: OpenLine, share: OpenShare): Suggestion[] {
  const interestDue = share.interestDueOn(line.valueOn);
  const onlyInterest = line.openWon === interestDue && line.openWon !== share.unpaidWon;
  const capitalWon = onlyInterest ? ZERO_WON : minWon(line.openWon, share.unpaidWon);
  const interestWon = minWon(subtractWon(line.openWon, capitalWon), interestDue);
  if (capitalWon === 0n && interestWon === 0n) return [];
  const amount = amountReason(line, share.unpaidWon, interestDue);
  const reasons = [...amount, ...nameReasons(line, share.partner), ...dateReasons(line, share), ...textReasons(line, share.callNumber)];
  const { callId, callNumber, partnerId, partner } = share;
  return [{ callId, callNumber, partnerId, partner, receiptId: null, capitalWon, interestWon, score: total(reasons), reasons, exact: false }];
}

function amountReason({ openWon }: OpenLine, unpaidWon: Won, interestDue: Won): Reason[] {
  if (openWon === unpaidWon) return [reason('AMOUNT_EXACT', `미납액 ${formatWon(unpaidWon)}원과 같음`, `equals the ${formatWon(unpaidWon)} won unpaid`)];
  if (interestDue > 0n && unpaidWon > 0n && openWon === unpaidWon + interestDue) {
    return [reason('AMOUNT_WITH_INTEREST', `미납액과 연체이자 ${formatWon(interestDue)}원의 합과 같음`, `equals what is unpaid with ${formatWon(interestDue)} won of interest`)];
  }
  if (interestDue > 0n && openWon === interestDue) return [reason('INTEREST_EXACT', `연체이자 ${formatWon(interestDue)}원과 같음`, `equals the ${formatWon(interestDue)} won of interest due`)];
  return openWon < unpaidWon ? [reason('AMOUNT_PART', `미납액 ${formatWon(unpaidWon)}원의 일부`, `a part of the ${formatWon(unpaidWon)} won unpaid`)] : [];
}

/** A receipt on record: same amount, and the name or the day agrees. */
function linking(line: OpenLine, receipt: LooseReceipt): Suggestion[] {
  if (line.openWon !== receipt.amountWon) return [];
  const near = receipt.valueOn >= addDays(line.valueOn, -DAYS_APART) && receipt.valueOn <= addDays(line.valueOn, DAYS_APART);
  const names = nameReasons(line, receipt.partner);
  if (!near || names.length === 0) return [];
  const recorded = reason('AMOUNT_EXACT', `이미 기록된 납입(${receipt.valueOn})과 같음`, `equals the receipt recorded on ${receipt.valueOn}`);
  const reasons = [recorded, ...names, reason('DATE_IN_TIME', '입금일이 같거나 가까움', 'same value date, or near'), ...textReasons(line, receipt.callNumber)];
  const { callId, callNumber, partnerId, partner, receiptId, amountWon } = receipt;
  return [{ callId, callNumber, partnerId, partner, receiptId, capitalWon: amountWon, interestWon: ZERO_WON, score: total(reasons), reasons, exact: false }];
}

/** People write the value date a few days off. */
const DAYS_APART = 3;

function nameReasons({ counterparty, memo }: OpenLine, partner: string): Reason[] {
  const wanted = normaliseName(partner);
  const told = [counterparty, memo].flatMap((text) => (text === null ? [] : [normaliseName(text)])).filter((text) => text !== '');
  if (told.includes(wanted)) return [reason('NAME_EQUAL', '입금자명이 조합원명과 같음', 'the depositor is the partner by name')];
  const long = (text: string): boolean => [...text].length >= LEAST_LETTERS;
  const part = told.some((text) => (long(text) && wanted.includes(text)) || (long(wanted) && text.includes(wanted)));
  return part ? [reason('NAME_PART', '입금자명이 조합원명의 일부', 'the depositor’s name is part of the partner’s')] : [];
}

function dateReasons({ valueOn }: OpenLine, { noticeOn, dueOn }: OpenShare): Reason[] {
  if (noticeOn !== null && valueOn < noticeOn) return [];
  if (valueOn <= dueOn) return [reason('DATE_IN_TIME', '통지 후 납입기한 안에 입금', 'came between notice and due date')];
  return [reason('DATE_LATE', '납입기한 뒤에 입금', 'came after the due date')];
}

function textReasons({ memo, reference, counterparty }: OpenLine, callNumber: number): Reason[] {
  const text = [memo, reference, counterparty].filter((each) => each !== null).join(' ');
  return new RegExp(`(?<!\\d)${callNumber}\\s*(차|회)`, 'u').test(text) ? [reason('TEXT_NAMES_CALL', `적요에 ${callNumber}차가 적혀 있음`, `the text names call ${callNumber}`)] : [];
}

const reason = (code: keyof typeof SCORES, ko: string, en: string): Reason => ({ code, score: SCORES[code], text: { ko, en } });

const total = (reasons: readonly Reason[]): number => reasons.reduce((sum, { score }) => sum + score, 0);
