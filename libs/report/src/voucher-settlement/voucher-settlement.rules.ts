import { invariant } from '#libs/errors';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { grouped, total } from '../table/rows.js';
import { balanceAfter, balancesByPart, rollForward, sumOfParts, voucherMovements } from './roll-forward.js';
import { BOOK, booked, isHeld, isUsed, POSTED, type SettlementClawback, type SettlementFacts, type SettlementUse, type SettlementVoucher } from './voucher-settlement.js';

/**
 * Every figure of the report from three sides: what the entries on the control account say, what the sub-ledgers add up
 * to, and what the facts (issues, decisions to pay, refunds, ends) make of it. Throws `InvariantError` on any difference:
 * such a report must not leave the house.
 */
export function settlementTotals(facts: SettlementFacts): readonly ControlLine[] {
  const lines = [...voucherLines(facts), ...budgetLines(facts), ...moneyLines(facts)];
  requireToTie(facts.number, lines);
  requireEachVoucherToTie(facts);
  requireEachPayeeToTie(facts);
  return lines;
}

const LEDGER_CONTROL = ['원장 통제계정(바우처 미사용 잔액)', 'Ledger: vouchers outstanding (control)'] as const;

function voucherLines(facts: SettlementFacts): ControlLine[] {
  const { sum } = rollForward(facts);
  const { vouchers, uses } = facts;
  const taken = takenByVoucher(facts);
  const roots = vouchers.filter(({ isPart }) => !isPart);
  const refunded = total(uses, ({ refundedWon }) => refundedWon) + total(uses.filter(({ undoneOn }) => undoneOn !== null), ({ publicWon }) => publicWon);
  return [
    controlLine(['롤포워드 기말잔액', 'Closing balance of the roll-forward'], LEDGER_CONTROL, sum.closingWon, booked(facts, BOOK.outstanding)),
    controlLine(['롤포워드 기말잔액', 'Closing balance of the roll-forward'], ['바우처별 보조원장 잔액 합계', 'Sum of the sub-ledger by voucher'], sum.closingWon, sumOfParts(facts, BOOK.balance)),
    controlLine(['롤포워드 기말잔액', 'Closing balance of the roll-forward'], ['건별 사실로 계산한 잔액 합계', 'Sum of balances worked out from the facts'], sum.closingWon, total(vouchers, (voucher) => balanceByFacts(voucher, taken(voucher.id)))),
    controlLine(['발급', 'Issued'], ['발급대장 금액 합계', 'Sum of issues'], sum.issuedWon, total(roots, ({ issuedWon }) => issuedWon)),
    controlLine(['증액', 'Topped up'], ['증액 기록 합계', 'Sum of top-ups'], sum.toppedUpWon, total(vouchers, ({ toppedUpWon }) => toppedUpWon)),
    controlLine(['사용', 'Used'], ['지급결정 합계(정부지원금)', 'Sum of decisions to pay (public money)'], -sum.usedWon, total(uses, ({ publicWon }) => publicWon)),
    controlLine(['환불(지급결정 취소 포함)', 'Refunded (undone decisions among them)'], ['환불·취소 기록 합계', 'Sum of refunds and undone decisions'], sum.refundedWon, refunded),
    controlLine(['소멸 + 회수', 'Expired + recovered'], ['종료 기록과 종료 뒤 반환 합계', 'Sum of ends and of what came free after them'], -(sum.expiredWon + sum.revokedWon), total(vouchers, ({ endedWon, passedOnWon }) => endedWon + passedOnWon)),
  ];
}

function budgetLines(facts: SettlementFacts): ControlLine[] {
  const { decisions, close, vouchers } = facts;
  const spendable = decisions.filter((decision) => decision.spendable);
  const lapsed = booked(facts, BOOK.budget, POSTED.budgetLapsed) + booked(facts, BOOK.returned, POSTED.budgetLapsed);
  const companies = new Set(vouchers.map(({ companyId }) => companyId)).size;
  return [
    controlLine(['확정예산', 'Budget decided'], ['원장 예산확정 분개', 'Ledger: budget decided'], total(spendable, ({ amountWon }) => amountWon), booked(facts, BOOK.budget, POSTED.budgetDecided)),
    controlLine(['불용액(연도마감)', 'Lapsed (close of the year)'], ['원장 불용 분개', 'Ledger: budget lapsed'], close?.lapsedWon ?? 0n, -lapsed),
    controlLine(['다음 연도 이월액(연도마감)', 'Carried forward (close of the year)'], ['원장 이월 분개', 'Ledger: budget carried forward'], close?.forwardedWon ?? 0n, -booked(facts, BOOK.budget, POSTED.budgetForwarded)),
    controlLine(['발급한도(건)', 'Voucher quota (vouchers)'], ['원장 한도 부여', 'Ledger: quota granted'], total(spendable, (decision) => BigInt(decision.vouchers)), booked(facts, BOOK.quotaGranted)),
    controlLine(['발급 건수(건)', 'Vouchers issued (vouchers)'], ['원장 한도 사용', 'Ledger: quota used'], BigInt(vouchers.length), booked(facts, BOOK.quotaUsed)),
    controlLine(['수혜기업(개사)', 'Companies served (companies)'], ['원장 기업한도 사용', 'Ledger: company quota used'], BigInt(companies), booked(facts, BOOK.companyQuotaUsed)),
  ];
}

/** What is owed to providers, kept for companies, and owed by debtors. */
function moneyLines(facts: SettlementFacts): ControlLine[] {
  const { lots, uses, clawbacks } = facts;
  const used = uses.filter(isUsed);
  const owed = total(used, ({ publicWon, paidPublicWon }) => publicWon - paidPublicWon) - total(clawbacks, ({ offsetWon }) => offsetWon);
  const owedOwn = total(used, ({ ownWon, paidOwnWon }) => ownWon - paidOwnWon);
  const kept = total(lots, ({ depositedWon, returnedWon }) => depositedWon - returnedWon) - total(used, ownMoneyUsed);
  const state = booked(facts, BOOK.budget) + booked(facts, BOOK.outstanding) + booked(facts, BOOK.returned) + owed + total(clawbacks, ({ offsetWon }) => offsetWon);
  return [
    controlLine(['예산배정액의 구성 합계', 'What the appropriation is made of'], ['원장 예산배정액(이월예산 포함)', 'Ledger: appropriation, carried over too'], state, booked(facts, BOOK.appropriation) + booked(facts, BOOK.carried)),
    controlLine(['지급할 정부지원금(지급결정 − 지급 − 상계)', 'Public money owed to providers'], ['원장 미지급금(정부지원금)', 'Ledger: payable from public money'], owed, booked(facts, BOOK.payablePublic)),
    controlLine(['지급할 자부담금', 'Own money owed to providers'], ['원장 미지급금(자부담금)', 'Ledger: payable from own money'], owedOwn, booked(facts, BOOK.payableOwn)),
    controlLine(['보관 중인 자부담금', 'Own money kept for companies'], ['원장 자부담금 예수금', 'Ledger: own money'], kept, booked(facts, BOOK.ownMoney)),
    controlLine(['보관 중인 자부담금 + 지급할 자부담금', 'Own money kept and owed'], ['원장 보관예금', 'Ledger: own money in custody'], kept + owedOwn, booked(facts, BOOK.custody)),
    controlLine(['환수 미수금', 'Clawbacks outstanding'], ['원장 환수 미수금', 'Ledger: clawback receivable'], total(clawbacks, outstandingWon), booked(facts, BOOK.receivable)),
  ];
}

/** Of a company's deposit: what a service took, less what a refund gave back to it. */
export const ownMoneyUsed = ({ ownWon, refundedSelfWon }: SettlementUse): bigint => ownWon - (refundedSelfWon < ownWon ? refundedSelfWon : ownWon);

/** Of a clawback: what is still to come in, and what stays given up. What comes in after a write-off takes that much of it back. */
export function standOf(each: SettlementClawback): { readonly outstandingWon: bigint; readonly writtenOffWon: bigint } {
  const left = demandedWon(each) + each.surchargeWon - each.receivedWon - each.offsetWon - each.writtenOffWon;
  return left < 0n ? { outstandingWon: 0n, writtenOffWon: each.writtenOffWon + left } : { outstandingWon: left, writtenOffWon: each.writtenOffWon };
}

/** What the notice asks for. */
export const demandedWon = (each: SettlementClawback): bigint => each.principalWon + each.interestWon + each.penaltyWon - each.droppedWon;

export const outstandingWon = (each: SettlementClawback): bigint => standOf(each).outstandingWon;

/** What the services of each voucher took and hold. */
interface TakenWon {
  readonly usedWon: bigint;
  readonly heldWon: bigint;
}

const NONE_TAKEN: TakenWon = { usedWon: 0n, heldWon: 0n };

/** By voucher: used less refunded, and set aside for services under way. */
export function takenByVoucher({ uses }: Pick<SettlementFacts, 'uses'>): (voucherId: string) => TakenWon {
  const taken = new Map([...grouped(uses, ({ voucherId }) => voucherId)].map(([id, own]) => [id, { usedWon: total(own.filter(isUsed), netWon), heldWon: total(own.filter(isHeld), ({ heldWon }) => heldWon) }]));
  return (voucherId) => taken.get(voucherId) ?? NONE_TAKEN;
}

/** Public money that stayed with the provider. */
export const netWon = ({ publicWon, refundedWon }: SettlementUse): bigint => publicWon - refundedWon;

/** What is left on a voucher by the facts alone, without a look into the books. */
const balanceByFacts = (voucher: SettlementVoucher, { usedWon }: TakenWon): bigint =>
  voucher.issuedWon + voucher.toppedUpWon - voucher.splitOffWon - usedWon - voucher.endedWon - voucher.passedOnWon;

function requireEachVoucherToTie(facts: SettlementFacts): void {
  const [ledger, taken] = [voucherMovements(facts), takenByVoucher(facts)];
  for (const voucher of facts.vouchers) {
    const moved = ledger.get(voucher.id);
    const [inBooks, told] = [moved === undefined ? 0n : balanceAfter(moved), balanceByFacts(voucher, taken(voucher.id))];
    invariant(inBooks === told, `${voucher.number} has ${told} left by the facts and ${inBooks} in the ledger`);
    invariant(taken(voucher.id).heldWon <= inBooks, `${voucher.number} holds ${taken(voucher.id).heldWon} of ${inBooks}`);
  }
}

function requireEachPayeeToTie(facts: SettlementFacts): void {
  const ledger = balancesByPart(facts, BOOK.redeemed);
  const used = grouped(facts.uses.filter(isUsed), ({ payeeId }) => payeeId);
  for (const payee of new Set([...ledger.keys(), ...used.keys()])) {
    const [inBooks, told] = [ledger.get(payee) ?? 0n, total(used.get(payee) ?? [], netWon)];
    invariant(told === inBooks, `provider ${payee} was used for ${told} by the facts and ${inBooks} in the ledger`);
  }
}
