import { civilDeadline, type HolidayCalendar, type LocalDate } from '#libs/calendar';
import { fraction, maxWon, minWon, subtractWon, sumWon, TREASURY_STEP_WON, truncateTo, won, ZERO_WON, type Won } from '#libs/money';
import { royaltyEndsOn, royaltyYears } from '../royalty.rules.js';
import type { RoyaltyIncome, RoyaltyPayer, RoyaltyReason, RoyaltyStatement, RoyaltyTerms, RoyaltyYear, StatementYear } from '../royalty.js';

/** Income of one result in one year as it was declared last. */
export interface DeclaredIncome {
  readonly year: number;
  readonly use: 'LICENCE' | 'OWN_USE';
  /** Of a result that is used: the part of the sales that it made. */
  readonly contributionBasisPoints: number | null;
  readonly incomeWon: Won;
  readonly collectedOn: LocalDate | null;
}

export interface StatementFacts {
  readonly payer: RoyaltyPayer | null;
  /** What the government granted by the last version of the agreement. */
  readonly grantWon: Won;
  readonly endedOn: LocalDate;
  readonly declared: readonly DeclaredIncome[];
  readonly claimed: readonly { readonly year: number; readonly computedWon: Won }[];
}

/** What every year costs and what of it was claimed; the cap holds over all years and notices together. */
export function royaltyStatement(facts: StatementFacts, terms: RoyaltyTerms): RoyaltyStatement {
  const firstCollectedOn = facts.declared.flatMap(({ collectedOn }) => (collectedOn === null ? [] : [collectedOn])).sort()[0] ?? null;
  const project = { grantWon: facts.grantWon, endedOn: facts.endedOn, firstCollectedOn };
  const claimedWon = sumWon(facts.claimed.map(({ computedWon }) => computedWon));
  const { clause } = terms;
  const endsOn = royaltyEndsOn(project, terms);
  const incomes = incomesByYear(facts.declared);
  if (facts.payer === null) return { payer: null, grantWon: facts.grantWon, capWon: ZERO_WON, claimedWon, endsOn, clause, years: incomes.map((income) => unclaimed(income, facts.declared)) };
  const years = royaltyYears({ ...project, payer: facts.payer }, incomes, terms);
  const capWon = years[0]?.capWon ?? royaltyYears({ ...project, payer: facts.payer }, [{ year: 0, licenceWon: ZERO_WON, ownUse: null }], terms)[0]?.capWon ?? ZERO_WON;
  const roomWon = maxWon(ZERO_WON, subtractWon(capWon, claimedWon));
  return { payer: facts.payer, grantWon: facts.grantWon, capWon, claimedWon, endsOn, clause, years: years.map((year) => statementYear(year, facts, roomWon)) };
}

/** Declared income by year, oldest first; sales of several results weigh together exactly as each by its own contribution. */
function incomesByYear(declared: readonly DeclaredIncome[]): RoyaltyIncome[] {
  const years = [...new Set(declared.map(({ year }) => year))].sort((left, right) => left - right);
  return years.map((year) => {
    const [licenceWon, salesWon] = [licenceOf(declared, year), salesOf(declared, year)];
    const weighed = ofYear(declared, year, 'OWN_USE').reduce((sum, { incomeWon, contributionBasisPoints }) => sum + incomeWon * BigInt(contributionBasisPoints ?? 0), 0n);
    return { year, licenceWon, ownUse: salesWon === 0n ? null : { salesWon, contribution: fraction(weighed, salesWon * 10_000n) } };
  });
}

const ofYear = (declared: readonly DeclaredIncome[], year: number, use: DeclaredIncome['use']): DeclaredIncome[] => declared.filter((each) => each.year === year && each.use === use);
const licenceOf = (declared: readonly DeclaredIncome[], year: number): Won => sumWon(ofYear(declared, year, 'LICENCE').map(({ incomeWon }) => incomeWon));
const salesOf = (declared: readonly DeclaredIncome[], year: number): Won => sumWon(ofYear(declared, year, 'OWN_USE').map(({ incomeWon }) => incomeWon));

function statementYear(year: RoyaltyYear, { declared, claimed }: StatementFacts, roomWon: Won): StatementYear {
  const claimedWon = sumWon(claimed.filter((each) => each.year === year.year).map(({ computedWon }) => computedWon));
  const openWon = minWon(roomWon, maxWon(ZERO_WON, subtractWon(year.dueWon, claimedWon)));
  return {
    ...{ year: year.year, licenceWon: licenceOf(declared, year.year), salesWon: salesOf(declared, year.year), computedWon: year.computedWon, dueWon: year.dueWon },
    ...{ claimedWon, openWon, noticeWon: truncateTo(openWon, TREASURY_STEP_WON), reason: reasonOf(year) },
  };
}

function reasonOf({ computedWon, dueWon, ended }: RoyaltyYear): RoyaltyReason {
  if (computedWon === 0n) return 'NO_INCOME';
  if (ended) return 'ENDED';
  if (dueWon === 0n) return 'CAP_REACHED';
  return dueWon < computedWon ? 'CAPPED' : 'FULL';
}

function unclaimed({ year, licenceWon }: RoyaltyIncome, declared: readonly DeclaredIncome[]): StatementYear {
  return { year, licenceWon, salesWon: salesOf(declared, year), computedWon: ZERO_WON, dueWon: ZERO_WON, claimedWon: ZERO_WON, openWon: ZERO_WON, noticeWon: ZERO_WON, reason: 'NO_INCOME' };
}

/** The last day of payment of a notice: so many days by the Civil Code. */
export function royaltyDueOn(noticeOn: LocalDate, days: number, calendar: HolidayCalendar): LocalDate {
  return civilDeadline({ from: noticeOn, period: { days } }, calendar).effective;
}

/** What the formula says where the parts of a division are given by hand: nobody below the least, all of it given. */
export function partsFault(amountWon: Won, parts: readonly Won[], leastBasisPoints: readonly (number | null)[]): 'NOT_THE_WHOLE' | 'BELOW_LEAST' | null {
  if (parts.length !== leastBasisPoints.length || sumWon(parts) !== amountWon) return 'NOT_THE_WHOLE';
  const below = parts.some((part, index) => won(part) * 10_000n < amountWon * BigInt(leastBasisPoints[index] ?? 0));
  return below ? 'BELOW_LEAST' : null;
}
