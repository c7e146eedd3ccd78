import { addYears, maxDate, minDate, type LocalDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { maxWon, meetsRatio, requiredAmount, subtractWon, sumWon, truncatedPercent, ZERO_WON, type BasisPoints, type Won } from '#libs/money';
import type { Instrument } from '../investment/investment.js';
import { EARLY_STARTUP_YEARS } from './statutory.policy.js';
import type {
  GeneralPartnerKind,
  StatutoryDeal,
  StatutoryFigures,
  StatutoryFund,
  StatutoryFundPosition,
  StatutoryPartner,
  StatutoryPartnerPosition,
  StatutoryPosition,
  StatutoryVerdict,
  StatutoryVersion,
} from './statutory.js';

/** Bonds with a right to shares count only if nothing is pledged for them (§2-1). */
const BONDS: ReadonlySet<Instrument> = new Set<Instrument>(['CB', 'BW', 'EB']);

/**
 * Where a general partner and its funds stand under §51 on a day, each fund under the wording that held for it on that
 * day: a report of an earlier date does not know a later law. `versions` are in force one after the other, oldest first.
 */
export function statutoryPosition(partner: StatutoryPartner, versions: readonly StatutoryVersion[], asOf: LocalDate): StatutoryPosition {
  const registered = partner.funds.filter((fund) => fund.registeredOn <= asOf);
  const funds = registered.map((fund) => fundPosition(fund, partner.kind, statutoryVersion(fund.registeredOn, versions, asOf), asOf));
  const inForce = versions.filter((version) => version.effectiveFrom <= asOf);
  const groups = inForce.filter((version) => version === inForce.at(-1) || funds.some((fund) => fund.version === version));
  return { funds, partner: groups.map((version) => partnerPosition(partner, version, funds, version === inForce.at(-1), asOf)) };
}

/**
 * The wording that holds for a fund on a day: the last one in force, unless the fund was registered before it and for so
 * long that the transition leaves it to the one before. A period of years ends with the day of the same date.
 */
export function statutoryVersion(registeredOn: LocalDate, versions: readonly StatutoryVersion[], asOf: LocalDate): StatutoryVersion {
  const holds = versions.filter(({ effectiveFrom, appliesWithinYears }, index) => {
    if (index === 0) return true;
    if (effectiveFrom > asOf) return false;
    return registeredOn >= effectiveFrom || (appliesWithinYears !== null && addYears(registeredOn, appliesWithinYears) >= effectiveFrom);
  });
  const version = holds.at(-1);
  invariant(version !== undefined, 'there is a wording of the law');
  return version;
}

/** Whether a deal counts for §51: newly issued, unlisted, a bond only without pledge, in a company or project the law wants. */
export function countsForStatute(deal: StatutoryDeal, kind: GeneralPartnerKind): boolean {
  if (deal.target === null || !deal.newlyIssued || deal.listedWhenPaid || deal.instrument === 'SECONDARY') return false;
  if (BONDS.has(deal.instrument) && !deal.unsecured) return false;
  return kind !== 'STARTUP_ACCELERATOR' || isEarlyStartup(deal);
}

/** §51②: an accelerator's deals count in start-ups of at most three years. */
function isEarlyStartup({ target, incorporatedOn, paidOn }: StatutoryDeal): boolean {
  return target === 'STARTUP' && incorporatedOn !== null && paidOn <= addYears(incorporatedOn, EARLY_STARTUP_YEARS);
}

/** The day a fund is tested on: so many years after registration, or the end of the grace the Minister granted. */
export function statutoryTestDate(fund: Pick<StatutoryFund, 'registeredOn' | 'graceTo'>, version: StatutoryVersion): LocalDate {
  const testOn = addYears(fund.registeredOn, version.deadlineYears);
  return fund.graceTo === null ? testOn : maxDate(testOn, fund.graceTo);
}

function fundPosition(fund: StatutoryFund, kind: GeneralPartnerKind, version: StatutoryVersion, asOf: LocalDate): StatutoryFundPosition {
  const testOn = statutoryTestDate(fund, version);
  const figures = figuresOf(fund.committedWon, countedWon(fund.deals, kind, asOf), version.fundRatio ?? version.generalPartnerRatio);
  const excluded = isExcluded(fund, version);
  const tested = version.fundRatio !== null && !excluded;
  return {
    fundId: fund.fundId,
    version,
    testOn,
    inBase: !excluded && addYears(fund.registeredOn, version.baseMinimumYears) <= asOf,
    figures,
    verdict: kind === 'FUND_OF_FUNDS_MANAGER' ? 'EXEMPT' : tested ? verdictOf(figures.met, testOn <= asOf) : 'NOT_TESTED',
  };
}

function isExcluded({ purpose, specialRatio }: StatutoryFund, version: StatutoryVersion): boolean {
  return version.excludedPurposes.includes(purpose) || (version.excludesSpecialRatio && specialRatio);
}

const verdictOf = (met: boolean, due: boolean): StatutoryVerdict => (met ? 'MET' : due ? 'NOT_MET' : 'IN_PROGRESS');

/** What was paid into deals that count by the end of a day, in won. */
function countedWon(deals: readonly StatutoryDeal[], kind: GeneralPartnerKind, asOf: LocalDate): Won {
  return sumWon(deals.filter((deal) => deal.paidOn <= asOf && countsForStatute(deal, kind)).map((deal) => deal.amountWon));
}

/** §38 adds the company's own capital and deals, to the wording in force. */
function partnerPosition(
  partner: StatutoryPartner,
  version: StatutoryVersion,
  positions: readonly StatutoryFundPosition[],
  inForce: boolean,
  asOf: LocalDate,
): StatutoryPartnerPosition {
  const inBase = positions.filter((position) => position.version === version && position.inBase);
  const own = inForce && partner.kind === 'VENTURE_INVESTMENT_COMPANY';
  const together = (list: readonly StatutoryFundPosition[]): StatutoryFigures =>
    figuresOf(
      sumWon([...list.map((each) => each.figures.baseWon), ...(own && list.length > 0 ? [partner.ownCapitalWon] : [])]),
      sumWon([...list.map((each) => each.figures.countedWon), ...(own && list.length > 0 ? [countedWon(partner.ownDeals, partner.kind, asOf)] : [])]),
      version.generalPartnerRatio,
    );
  const [figures, due] = [together(inBase), together(inBase.filter((position) => position.testOn <= asOf))];
  const [first, ...others] = inBase.filter((position) => position.testOn > asOf).map((position) => position.testOn);
  return {
    version,
    fundIds: inBase.map((position) => position.fundId),
    figures,
    due,
    nextTestOn: first === undefined ? null : minDate(first, ...others),
    verdict: partner.kind === 'FUND_OF_FUNDS_MANAGER' ? 'EXEMPT' : inBase.length === 0 ? 'NOT_TESTED' : verdictOf(figures.met, !due.met),
  };
}

function figuresOf(baseWon: Won, counted: Won, ratio: BasisPoints): StatutoryFigures {
  const requiredWon = requiredAmount(baseWon, ratio);
  return {
    baseWon,
    countedWon: counted,
    ratioPercent: truncatedPercent(counted, baseWon),
    requiredWon,
    shortfallWon: maxWon(ZERO_WON, subtractWon(requiredWon, counted)),
    met: meetsRatio(counted, baseWon, ratio),
  };
}
