import type { LocalDate } from '#libs/calendar';
import { allocate, negateWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { contributedBy } from '../../waterfall/split.rules.js';
import { planDistribution } from '../../waterfall/waterfall.rules.js';
import type { Contribution, PaidDistribution, WaterfallTerms } from '../../waterfall/waterfall.js';
import type { CapitalAccount, CapitalAccounts, FundResult } from './capital-account.js';

/** What a fund has come to by the end of a day, for its partners' accounts. */
export interface AccountFacts {
  readonly on: LocalDate;
  readonly partners: readonly { readonly id: string; readonly name: string; readonly commitmentWon: Won; readonly calledWon: Won }[];
  readonly contributions: readonly Contribution[];
  readonly paid: readonly PaidDistribution[];
  readonly netAssetValueWon: Won;
  /** Since inception; the parts add up to what net asset value, contributions and distributions leave. */
  readonly result: FundResult;
  readonly terms: WaterfallTerms;
}

/** How the net asset value of a day belongs to partners and, as carry not paid yet, to the general partner. */
export interface ValueShares {
  readonly byPartner: readonly Won[];
  readonly carryWon: Won;
}

/**
 * Whose the fund is on a day: as if everything were sold at net asset value that day and handed out by the waterfall, so that
 * carry that was earned and not paid is not shown as the investors'. A value below zero is borne by paid-in capital.
 */
export function valueShares({ on, partners, contributions, paid, netAssetValueWon, terms }: AccountFacts): ValueShares {
  const ids = partners.map((partner) => partner.id);
  const contributed = contributedBy(contributions, ids, on);
  const weights = sumWon(contributed) === 0n ? partners.map((partner) => partner.commitmentWon) : contributed;
  if (netAssetValueWon <= 0n || sumWon(contributed) === 0n) {
    const negative = netAssetValueWon < 0n;
    const shares = netAssetValueWon === 0n ? weights.map(() => ZERO_WON) : allocate(negative ? negateWon(netAssetValueWon) : netAssetValueWon, weights);
    return { byPartner: negative ? shares.map(negateWon) : shares, carryWon: ZERO_WON };
  }
  const plan = planDistribution(terms, ids, contributions, paid, { on, amountWon: netAssetValueWon });
  return { byPartner: plan.byPartner.map((part) => part.amountWon), carryWon: plan.carryWon };
}

/**
 * The partners' capital accounts from the end of the day before a period to its end. Opening + contributions − distributions +
 * fees + realised + unrealised + carry = closing, for every partner and for the fund, to the won. Results are shared by paid-in
 * capital on the sums since inception; what the waterfall gives otherwise (carry accrued, losses borne first) is the column carry.
 */
export function capitalAccounts(before: AccountFacts, after: AccountFacts): CapitalAccounts {
  const [opening, closing] = [valueShares(before), valueShares(after)];
  const [openingGross, closingGross] = [grossShares(before), grossShares(after)];
  const accounts = after.partners.map((partner, index): CapitalAccount => {
    const was = before.partners.findIndex((each) => each.id === partner.id);
    const change = (pick: (shares: GrossShares) => readonly Won[]): Won => subtractWon(at(pick(closingGross), index), at(pick(openingGross), was));
    const openingWon = at(opening.byPartner, was);
    const closingWon = at(closing.byPartner, index);
    const contributedWon = change((shares) => shares.contributed);
    const distributedWon = change((shares) => shares.distributed);
    const [feesWon, realisedWon, unrealisedWon] = [change((shares) => shares.fees), change((shares) => shares.realised), change((shares) => shares.unrealised)];
    const carryWon = won(closingWon - openingWon - contributedWon + distributedWon - feesWon - realisedWon - unrealisedWon);
    return {
      partnerId: partner.id, partner: partner.name, commitmentWon: partner.commitmentWon, calledWon: partner.calledWon,
      paidInWon: at(closingGross.contributed, index), distributedToDateWon: at(closingGross.distributed, index),
      openingWon, contributedWon, distributedWon, feesWon, realisedWon, unrealisedWon, carryWon, closingWon,
    };
  });
  const carryPaidWon = subtractWon(carryPaid(after), carryPaid(before));
  return {
    from: before.on, to: after.on, accounts, netAssetValueWon: after.netAssetValueWon,
    carry: { openingWon: opening.carryWon, paidWon: carryPaidWon, accruedWon: won(closing.carryWon - opening.carryWon + carryPaidWon), closingWon: closing.carryWon },
  };
}

/** Per partner since inception, before any carry. */
interface GrossShares {
  readonly contributed: readonly Won[];
  readonly distributed: readonly Won[];
  readonly fees: readonly Won[];
  readonly realised: readonly Won[];
  readonly unrealised: readonly Won[];
}

function grossShares({ on, partners, contributions, paid, result }: AccountFacts): GrossShares {
  const ids = partners.map((partner) => partner.id);
  const contributed = contributedBy(contributions, ids, on);
  const weights = sumWon(contributed) === 0n ? partners.map((partner) => partner.commitmentWon) : contributed;
  const parts = paid.flatMap((each) => each.byPartner);
  return {
    contributed,
    distributed: ids.map((id) => sumWon(parts.filter((part) => part.partnerId === id).map((part) => part.amountWon))),
    fees: signedShares(result.feesWon, weights),
    realised: signedShares(result.realisedWon, weights),
    unrealised: signedShares(result.unrealisedWon, weights),
  };
}

/** Largest remainder for a gain and for a loss alike. */
function signedShares(amount: Won, weights: readonly Won[]): Won[] {
  if (amount === 0n) return weights.map(() => ZERO_WON);
  return amount < 0n ? allocate(negateWon(amount), weights).map(negateWon) : allocate(amount, weights);
}

const carryPaid = ({ paid }: AccountFacts): Won => sumWon(paid.map((each) => each.carryWon));
const at = (amounts: readonly Won[], index: number): Won => amounts[index] ?? ZERO_WON;
