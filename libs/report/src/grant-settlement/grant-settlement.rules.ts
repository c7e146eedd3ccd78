import { invariant } from '#libs/errors';
import { REGIME_WORDS } from '../grant-form/regime-words.data.js';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { total } from '../table/rows.js';
import { BUDGET_DECIDED, COMMITMENTS_CARRIED, GRANT_BOOK, LINES_CLOSED, type GrantAgreementFacts, type GrantLineFacts, type GrantMovement, type GrantRecoveryFacts, type GrantSettlementFacts } from './grant-settlement.js';

/** What a line has and what of it was used by the expenses that stand; won. */
export interface LineUse {
  readonly line: GrantLineFacts;
  /** ⑤ = ① + ② + ③ + ④ */
  readonly subtotalWon: bigint;
  readonly usedWon: bigint;
  readonly disallowedWon: bigint;
}

export function usesOf({ lines, expenses }: Pick<GrantSettlementFacts, 'lines' | 'expenses'>): LineUse[] {
  const used = new Map<string, { usedWon: bigint; disallowedWon: bigint }>();
  for (const { lineId, amountWon, disallowedWon } of expenses) {
    const sum = used.get(lineId) ?? { usedWon: 0n, disallowedWon: 0n };
    used.set(lineId, { usedWon: sum.usedWon + amountWon, disallowedWon: sum.disallowedWon + disallowedWon });
  }
  return lines.map((line) => ({ line, subtotalWon: line.carriedWon + line.plannedWon + line.changeWon + line.interestInWon, ...(used.get(line.id) ?? { usedWon: 0n, disallowedWon: 0n }) }));
}

/** What the book holds on accounts of one kind: of the parts asked for, or of all; won. */
export type Balances = (chart: string, parts?: readonly string[], posting?: (code: string) => boolean) => bigint;

/** Added up once, because a call has thousands of accounts. */
export function balancesOf(book: readonly GrantMovement[]): Balances {
  const byChart = new Map<string, GrantMovement[]>();
  for (const movement of book) {
    const of = byChart.get(movement.chart);
    if (of === undefined) byChart.set(movement.chart, [movement]);
    else of.push(movement);
  }
  return (chart, parts, posting = () => true) => {
    const wanted = parts === undefined ? null : new Set(parts);
    return total((byChart.get(chart) ?? []).filter((each) => (wanted === null || wanted.has(each.part)) && posting(each.posting)), ({ deltaWon }) => deltaWon);
  };
}

/** What is still to come in. Money that comes in after a write-off takes that much of it back; won. */
export const outstandingWon = (each: GrantRecoveryFacts): bigint => {
  const left = each.demandedWon + each.surchargedWon - each.reducedWon - each.receivedWon - each.writtenOffWon;
  return left < 0n ? 0n : left;
};

/** Carried over out of the appropriation of its own year; won. */
export const firstCarriedWon = ({ carryOvers }: Pick<GrantSettlementFacts, 'carryOvers'>): bigint => total(carryOvers.filter(({ firstTime }) => firstTime), ({ amountWon }) => amountWon);

export const remittedWon = ({ remittances }: GrantRecoveryFacts): bigint => total(remittances, ({ amountWon }) => amountWon);

/** What an agreement's account saw by the facts alone; won. */
export interface ProjectMoney {
  readonly cashUsedWon: bigint;
  /** Interest that was used for something else than the project or the Treasury. */
  readonly interestUsedWon: bigint;
  readonly interestWon: bigint;
  readonly toTreasuryWon: bigint;
  /** Received on settlements. */
  readonly gaveBackWon: bigint;
}

export function projectMoneyOf(facts: GrantSettlementFacts, agreementId: string): ProjectMoney {
  const own = <T extends { readonly agreementId: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.agreementId === agreementId);
  const cash = new Set(own(facts.lines).filter(({ resource }) => resource === 'CASH').map(({ id }) => id));
  const interest = own(facts.interest);
  return {
    cashUsedWon: total(own(facts.expenses).filter(({ lineId }) => cash.has(lineId)), ({ amountWon }) => amountWon),
    interestUsedWon: total(interest, (row) => row.reinvestedWon + row.resultsWon + row.otherWon),
    interestWon: total(interest, ({ earnedWon }) => earnedWon),
    toTreasuryWon: total(interest, ({ treasuryWon }) => treasuryWon),
    gaveBackWon: total(own(facts.recoveries).filter(({ ofProject }) => ofProject), ({ receivedWon }) => receivedWon),
  };
}

/**
 * Control totals: what the facts add up to beside what the book holds. Throws `InvariantError` where a line, the account of a
 * project or a total differs: such a report must not leave the house.
 */
export function grantTotals(facts: GrantSettlementFacts): readonly ControlLine[] {
  const balance = balancesOf(facts.book);
  for (const use of usesOf(facts)) requireLineToTie(use, balance);
  const money = new Map(facts.agreements.map(({ id }) => [id, projectMoneyOf(facts, id)]));
  for (const agreement of facts.agreements) requireAccountToTie(agreement, balance);
  const sum = (pick: (money: ProjectMoney) => bigint): bigint => total([...money.values()], pick);
  const lines = [...fundingTotals(facts, balance), ...accountTotals(facts, balance, sum), ...recoveryTotals(facts, balance)];
  requireToTie(facts.call.name, lines);
  return lines;
}

function requireLineToTie({ line, subtotalWon, usedWon }: LineUse, balance: Balances): void {
  const [used, left] = [balance(GRANT_BOOK.used, [line.id]), balance(GRANT_BOOK.line, [line.id], (posting) => posting !== LINES_CLOSED)];
  invariant(used === usedWon, `line ${line.code} was used for ${usedWon} by the facts and ${used} in the ledger`);
  invariant(left === subtotalWon - usedWon, `line ${line.code} has ${subtotalWon - usedWon} left by the facts and ${left} in the ledger`);
}

/** At all times cash + spent + returned = government + own + others + interest + what the institution made good. */
function requireAccountToTie({ id, number }: GrantAgreementFacts, balance: Balances): void {
  const sum = (...charts: readonly string[]): bigint => total(charts, (chart) => balance(chart, [id]));
  const [went, came] = [
    sum(GRANT_BOOK.cash, GRANT_BOOK.spent, GRANT_BOOK.returned),
    sum(GRANT_BOOK.government, GRANT_BOOK.own, GRANT_BOOK.other, GRANT_BOOK.interest, GRANT_BOOK.madeGood),
  ];
  invariant(went === came, `the account of ${number} received ${came} and says where ${went} is`);
}

const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

function fundingTotals(facts: GrantSettlementFacts, balance: Balances): ControlLine[] {
  const { agreements, budgets, agreementId } = facts;
  const ids = idsOf(agreements);
  const committed = total(agreements, ({ fundedWon, decidedWon }) => fundedWon - decidedWon);
  const payable = total(agreements, ({ decidedWon, paidWon }) => decidedWon - paidWon);
  const budget = total(budgets.filter(({ spendable }) => spendable), ({ amountWon }) => amountWon);
  return [
    ...(agreementId === null ? [controlLine(['확정예산', 'Budget'], ['원장 예산배정액(예산결정)', 'Ledger: appropriation by decisions'], budget, balance(GRANT_BOOK.appropriation, undefined, (posting) => posting === BUDGET_DECIDED)), carriedTotal(facts, balance)] : []),
    controlLine(['협약 − 지급결정', 'Agreed, not yet decided to be paid'], ['원장 협약 미지급액', 'Ledger: committed'], committed, balance(GRANT_BOOK.committed, ids)),
    controlLine(['지급결정 − 지급', 'Decided, not yet paid'], ['원장 지급결정 미지급금', 'Ledger: payable'], payable, balance(GRANT_BOOK.payable, ids)),
  ];
}

const carriedTotal = ({ carryOvers }: GrantSettlementFacts, balance: Balances): ControlLine =>
  controlLine(
    ['처음 이월한 지출원인행위', 'Commitments carried over for the first time'],
    ['원장 이월예산(지출원인행위 이월)', 'Ledger: appropriation carried over'],
    firstCarriedWon({ carryOvers }),
    balance(GRANT_BOOK.appropriationCarried, undefined, (posting) => posting === COMMITMENTS_CARRIED),
  );

function accountTotals(facts: GrantSettlementFacts, balance: Balances, sum: (pick: (money: ProjectMoney) => bigint) => bigint): ControlLine[] {
  const { agreements } = facts;
  const own = REGIME_WORDS[facts.call.regime].own.ko;
  const uses = usesOf(facts);
  const ofBook = (chart: string): bigint => (facts.agreementId === null ? balance(chart) : balance(chart, idsOf(agreements)));
  return [
    controlLine(['지급한 정부지원금', 'Government money paid'], ['원장 정부지원금 수령액', 'Ledger: received from the government'], total(agreements, ({ paidWon }) => paidWon), ofBook(GRANT_BOOK.government)),
    controlLine([`납입한 ${own} 현금`, 'Own cash paid in'], [`원장 ${own} 현금 납입액`, 'Ledger: own cash'], total(agreements, ({ ownReceivedWon }) => ownReceivedWon), ofBook(GRANT_BOOK.own)),
    controlLine(['지자체·기타 현금', 'Cash of provinces and others'], ['원장 지자체·기타 현금 납입액', 'Ledger: others'], total(agreements, ({ otherReceivedWon }) => otherReceivedWon), ofBook(GRANT_BOOK.other)),
    controlLine(['발생이자', 'Interest'], ['원장 발생이자', 'Ledger: interest'], sum(({ interestWon }) => interestWon), ofBook(GRANT_BOOK.interest)),
    controlLine(['집행 건별 합계(현금)와 이자 사용', 'Expenses in cash, and interest used'], ['원장 과제 현금 집행액', 'Ledger: cash spent'], sum(({ cashUsedWon, interestUsedWon }) => cashUsedWon + interestUsedWon), ofBook(GRANT_BOOK.spent)),
    controlLine(['반납 수납과 이자 국고반납', 'Given back'], ['원장 과제 반납액', 'Ledger: given back'], sum(({ gaveBackWon, toTreasuryWon }) => gaveBackWon + toTreasuryWon), ofBook(GRANT_BOOK.returned)),
    controlLine(['비목별 사용금액', 'Used by line'], ['원장 비목 사용액', 'Ledger: used on lines'], total(uses, ({ usedWon }) => usedWon), balance(GRANT_BOOK.used, idsOf(facts.lines))),
    controlLine(['비목별 잔액(⑤−⑥)', 'Left by line'], ['원장 비목 집행가능액(정산 마감 제외)', 'Ledger: left on lines, before closing'], total(uses, ({ subtotalWon, usedWon }) => subtotalWon - usedWon), balance(GRANT_BOOK.line, idsOf(facts.lines), (posting) => posting !== LINES_CLOSED)),
  ];
}

function recoveryTotals({ recoveries, agreementId }: GrantSettlementFacts, balance: Balances): ControlLine[] {
  const receivable = controlLine(['회수 미수금', 'Recoveries outstanding'], ['원장 회수 미수금', 'Ledger: receivable'], total(recoveries, outstandingWon), balance(GRANT_BOOK.receivable, idsOf(recoveries)));
  if (agreementId !== null) return [receivable];
  const [received, remitted] = [total(recoveries, ({ receivedWon }) => receivedWon), total(recoveries, remittedWon)];
  return [
    receivable,
    controlLine(['수납 − 국고납입', 'Received and not remitted'], ['원장 회수금 보관액', 'Ledger: recovered cash'], received - remitted, balance(GRANT_BOOK.recovered)),
    controlLine(['국고납입액', 'Remitted to the Treasury'], ['원장 국고납입액', 'Ledger: remitted'], remitted, balance(GRANT_BOOK.remitted)),
  ];
}
