import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import { invalidField } from '#libs/errors';
import { addWon, formatWon, subtractWon, sumWon, won, type Won } from '#libs/money';
import { requireShare, requireValueDate, unpaidAfter } from '../../capital-call/receipt/receipt.rules.js';
import type { OverdueTerms } from '../../overdue/overdue.js';
import { moreThanInterestDue, overduePosition, withinInterestDue } from '../../overdue/overdue.rules.js';

/** Which line is whose money. `receiptId`: it is the receipt that is on record already, and nothing is booked. */
export interface MatchItem {
  readonly lineId: string;
  readonly callId: string;
  readonly partnerId: string;
  readonly receiptId: string | null;
  readonly capitalWon: Won;
  readonly interestWon: Won;
}

interface Amount {
  readonly amountWon: string;
}

interface Receipt extends Amount {
  readonly id: string;
  readonly valueOn: LocalDate;
}

interface Share {
  readonly partnerId: string;
  readonly partner: string;
  readonly calledWon: string;
  readonly receipts: readonly Receipt[];
  readonly interest: readonly Amount[];
  readonly waivers: readonly Amount[];
}

interface Call {
  readonly id: string;
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly shares: readonly Share[];
}

interface Line extends Amount {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly reference: string | null;
  readonly counterparty: string | null;
  readonly uses: readonly Amount[];
}

/** What is on record while items are booked one after the other: each item changes what the next one finds. */
export interface Desk {
  readonly fund: { readonly foundedOn: LocalDate; readonly lifeTo: LocalDate };
  readonly today: LocalDate;
  readonly lines: Map<string, Line>;
  readonly calls: Map<string, Call>;
  readonly terms: ReadonlyMap<string, OverdueTerms>;
  /** Receipts that are a line already. */
  readonly matched: Set<string>;
}

interface Booking {
  readonly id: string;
  readonly callNumber: number;
  readonly partnerId: string;
  readonly partner: string;
  readonly amountWon: Won;
}

export interface BookedItem {
  readonly lineId: string;
  readonly callId: string;
  readonly effectiveOn: LocalDate;
  readonly bankReference: string;
  readonly capital: Booking | null;
  readonly interest: Booking | null;
  readonly matches: readonly { readonly id: string; readonly lineId: string; readonly receiptId: string | null; readonly interestId: string | null }[];
  /** What the share still owes after it. */
  readonly unpaidWon: Won;
  readonly lineOpenWon: Won;
}

/** Books one item against the desk. `at` points to it in the request. Throws `DomainError` invalid at the member that is wrong. */
export function bookItem(desk: Desk, item: MatchItem, at: string): BookedItem {
  const line = requireDeposit(desk, item, at);
  const call = desk.calls.get(item.callId);
  if (call === undefined) throw invalidField(`${at}/callId`, 'capital-call.of-another-fund', { ko: '이 조합의 출자요청이 아닙니다.', en: 'The call is not of this fund.' });
  const share = requireShare(call, item.partnerId, at);
  if (item.receiptId !== null) return linkReceipt(desk, item, { line, call, share }, at);
  requireValueDate(line.valueOn, desk.fund, desk.today, at);
  const takenWon = addWon(item.capitalWon, item.interestWon);
  if (takenWon === 0n) throw invalidField(`${at}/capitalWon`, 'custodian-line.nothing-matched', { ko: '출자금이나 연체이자 금액을 적어 주세요.', en: 'Enter what of it is capital or interest.' });
  const lineOpenWon = requireOpen(line, takenWon, `${at}/capitalWon`);
  const unpaidWon = unpaidAfter(share, item.capitalWon, at, 'capitalWon');
  const booking = (amountWon: Won): Booking | null => (amountWon === 0n ? null : { id: randomUUID(), callNumber: call.number, partnerId: share.partnerId, partner: share.partner, amountWon });
  const [capital, interest] = [booking(item.capitalWon), booking(item.interestWon)];
  const paid = capital === null ? share : { ...share, receipts: [...share.receipts, { id: capital.id, valueOn: line.valueOn, amountWon: capital.amountWon.toString() }] };
  requireInterestDue(paid, call, desk, line.valueOn, item.interestWon, at);
  const booked = interest === null ? paid : { ...paid, interest: [...paid.interest, { amountWon: interest.amountWon.toString() }] };
  desk.calls.set(call.id, { ...call, shares: call.shares.map((each) => (each.partnerId === share.partnerId ? booked : each)) });
  useLine(desk, line, takenWon);
  const ids = [...(capital === null ? [] : [{ receiptId: capital.id, interestId: null }]), ...(interest === null ? [] : [{ receiptId: null, interestId: interest.id }])];
  const matches = ids.map((of) => ({ id: randomUUID(), lineId: line.id, ...of }));
  return { lineId: line.id, callId: call.id, effectiveOn: line.valueOn, bankReference: referenceOf(line), capital, interest, matches, unpaidWon, lineOpenWon };
}

/** Nothing is booked: the line is the receipt that somebody recorded by hand. */
function linkReceipt(desk: Desk, { receiptId }: MatchItem, { line, call, share }: { readonly line: Line; readonly call: Call; readonly share: Share }, at: string): BookedItem {
  const receipt = share.receipts.find(({ id }) => id === receiptId);
  if (receipt === undefined || desk.matched.has(receipt.id)) {
    throw invalidField(`${at}/receiptId`, 'custodian-line.receipt-not-open', {
      ko: '연결할 납입 기록이 없거나 이미 다른 거래와 연결되어 있습니다. 목록을 새로 고쳐 주세요.',
      en: 'The receipt does not stand, or is another line already. Refresh the list.',
    });
  }
  const amountWon = won(receipt.amountWon);
  const lineOpenWon = requireOpen(line, amountWon, `${at}/receiptId`);
  desk.matched.add(receipt.id);
  useLine(desk, line, amountWon);
  const matches = [{ id: randomUUID(), lineId: line.id, receiptId: receipt.id, interestId: null }];
  const unpaidWon = subtractWon(won(share.calledWon), sumWon(share.receipts.map((each) => won(each.amountWon))));
  return { lineId: line.id, callId: call.id, effectiveOn: line.valueOn, bankReference: referenceOf(line), capital: null, interest: null, matches, unpaidWon, lineOpenWon };
}

function requireDeposit(desk: Desk, { lineId }: MatchItem, at: string): Line {
  const line = desk.lines.get(lineId);
  if (line === undefined) throw invalidField(`${at}/lineId`, 'custodian-line.unknown', { ko: '이 조합의 수탁계좌 거래가 아닙니다.', en: 'The line is not of this fund’s account.' });
  if (BigInt(line.amountWon) > 0n) return line;
  throw invalidField(`${at}/lineId`, 'custodian-line.withdrawal', { ko: '출금 거래는 납입이 될 수 없습니다.', en: 'A withdrawal cannot be a receipt.' });
}

/** What of the line is left after it. */
function requireOpen(line: Line, takenWon: Won, pointer: string): Won {
  const openWon = subtractWon(won(line.amountWon), sumWon(line.uses.map(({ amountWon }) => won(amountWon))));
  if (takenWon <= openWon) return subtractWon(openWon, takenWon);
  throw invalidField(pointer, 'custodian-line.used-up', {
    ko: `이 거래에서 아직 쓰지 않은 금액은 ${formatWon(openWon)}원입니다.`,
    en: `Only ${formatWon(openWon)} won of this line are not used yet.`,
  });
}

function requireInterestDue(share: Share, call: Call, desk: Desk, on: LocalDate, interestWon: Won, at: string): void {
  const terms = desk.terms.get(call.id);
  if (interestWon === 0n || terms === undefined) return;
  const sum = (rows: readonly Amount[]): Won => sumWon(rows.map(({ amountWon }) => won(amountWon)));
  const receipts = share.receipts.map(({ valueOn, amountWon }) => ({ valueOn, amountWon: won(amountWon) }));
  const late = { calledWon: won(share.calledWon), dueOn: call.dueOn, receipts, interestReceivedWon: sum(share.interest), interestWaivedWon: sum(share.waivers) };
  const { dueWon } = overduePosition(late, terms, on);
  if (!withinInterestDue(interestWon, dueWon)) throw invalidField(`${at}/interestWon`, 'overdue-interest.more-than-due', moreThanInterestDue(dueWon));
}

function useLine(desk: Desk, line: Line, amountWon: Won): void {
  desk.lines.set(line.id, { ...line, uses: [...line.uses, { amountWon: amountWon.toString() }] });
}

/** How the bank calls the movement; without a number of its own, by day and depositor. */
const referenceOf = ({ reference, valueOn, counterparty }: Line): string => (reference ?? [valueOn, counterparty].filter((each) => each !== null).join(' ')).slice(0, 100);

