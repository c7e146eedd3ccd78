import { invariant } from '#libs/errors';
import { balancesOf, grantTotals, type Balances } from '../grant-settlement/grant-settlement.rules.js';
import { GRANT_BOOK } from '../grant-settlement/grant-settlement.js';
import { controlLine, requireToTie, type ControlLine } from '../table/control-total.model.js';
import { total } from '../table/rows.js';
import { ROOM_BOOK, stateOf, type MatchingFacts } from './matching.js';

/** What the books say of one project: private money in, what it allows, and what was released; won. */
export interface ProjectMoney {
  readonly provenWon: bigint;
  readonly allowedWon: bigint;
  readonly roomWon: bigint;
  readonly releasedWon: bigint;
  readonly overWon: bigint;
  readonly paidWon: bigint;
}

export function moneyOfProjects({ grant, projects }: MatchingFacts): ReadonlyMap<string, ProjectMoney> {
  const balance = balancesOf(grant.book);
  return new Map(projects.map(({ agreementId }) => [agreementId, moneyOf(balance, agreementId)]));
}

const moneyOf = (balance: Balances, agreementId: string): ProjectMoney => {
  const of = (chart: string): bigint => balance(chart, [agreementId]);
  return {
    ...{ provenWon: of(GRANT_BOOK.own), allowedWon: of(ROOM_BOOK.allowed), roomWon: of(ROOM_BOOK.room), releasedWon: of(ROOM_BOOK.released) },
    ...{ overWon: of(ROOM_BOOK.over), paidWon: of(GRANT_BOOK.government) },
  };
};

/**
 * Control totals of report C, and those of the private money. Throws `InvariantError` where a project's room does not tie (allowed +
 * over-released = room + released), where both room and over-release stand, or where proven deposits less what left differ from the books.
 */
export function matchingTotals(facts: MatchingFacts): readonly ControlLine[] {
  const money = moneyOfProjects(facts);
  for (const { agreementId, number } of facts.projects) {
    const { allowedWon, overWon, roomWon, releasedWon } = money.get(agreementId) ?? moneyOf(balancesOf([]), agreementId);
    invariant(allowedWon + overWon === roomWon + releasedWon, `${number} was allowed ${allowedWon} and ${overWon} beyond it, and has ${roomWon} left of ${releasedWon} released`);
    invariant(roomWon === 0n || overWon === 0n, `${number} has ${roomWon} left although ${overWon} is over-released`);
  }
  const proven = facts.deposits.filter((deposit) => ['COUNTED', 'FLAGGED'].includes(stateOf(deposit)));
  const sum = (pick: (of: ProjectMoney) => bigint): bigint => total([...money.values()], pick);
  const lines = [
    controlLine(['확인된 입금 − 회수된 민간부담금', 'Proven deposits less withdrawals'], ['원장 기관부담 현금 납입액', 'Ledger: own cash'], total(proven, ({ amountWon }) => amountWon) - total(facts.withdrawals, ({ amountWon }) => amountWon), sum(({ provenWon }) => provenWon)),
    controlLine(['지급 가능 누계 + 초과 지급', 'Allowed and over-released'], ['원장 지급 여력 + 지급 누계', 'Ledger: room and released'], sum(({ allowedWon, overWon }) => allowedWon + overWon), sum(({ roomWon, releasedWon }) => roomWon + releasedWon)),
  ];
  requireToTie(facts.grant.call.name, lines);
  return [...grantTotals(facts.grant), ...lines];
}
