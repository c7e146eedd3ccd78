import { addDays, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { fundPosition, FUND_POLICIES, getFund, listInvestments, listPartners, listVersions, partnerCapitalAccounts, STATUS_NAMES } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { sumWon, won } from '#libs/money';
import { outcomeOn, readRegister } from '../fund-outcome/fund-outcome.query.js';
import { EXIT_KIND_NAMES } from '../fund-outcome/words.js';
import { quarterOf, stretchesOf } from '../period/quarter.js';
import { dateText, nameIn } from '../report/report-text.js';
import { readEvents } from './key-events.query.js';
import type { QuarterlyFacts } from './fund-quarterly.js';

/** Everything the quarterly report shows, at one point in both times. Throws `report.not-known-then` where nothing was known yet. */
export async function readQuarterlyFacts(tx: Tx, fundId: string, point: TimePoint): Promise<QuarterlyFacts> {
  const fund = await getFund(tx, fundId, point);
  const { position, policies } = await fundPosition(tx, fund, point);
  if (point.asOf < fund.foundedOn || policies.find(FUND_POLICIES.obligationRatio) === null) throw notKnownThen(fund.number, fund.foundedOn);
  const { quarter } = stretchesOf(point.asOf, fund.foundedOn);
  const register = await readRegister(tx, fundId, point.knownBefore);
  const partners = await listPartners(tx, fundId, point.asOf, point.knownBefore);
  const investments = await listInvestments(tx, fundId, point);
  const versions = await listVersions(tx, fund, point);
  const within = (on: LocalDate): boolean => on >= quarter.from && on <= quarter.to;
  return {
    fund,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    quarter: quarterOf(point.asOf),
    from: quarter.from,
    position,
    accounts: await partnerCapitalAccounts(tx, fundId, quarter, point),
    before: await outcomeOn(tx, register, fund, { ...point, asOf: addDays(quarter.from, -1) }),
    outcome: await outcomeOn(tx, register, fund, point),
    newDeals: investments
      .filter((deal) => within(deal.paidOn) && !deal.voided)
      .map((deal) => ({ ...deal, amountWon: won(deal.amountWon), status: deal.kind === 'CONVERSION' ? '비현금 전환' : nameIn(STATUS_NAMES, deal.status) })),
    events: await readEvents(tx, fundId, quarter, point.knownBefore, (kind) => nameIn(EXIT_KIND_NAMES, kind)),
    unpaidWon: sumWon(partners.map((partner) => won(partner.calledWon - partner.paidInWon))),
    uncalledWon: sumWon(partners.map((partner) => won(partner.commitmentWon - partner.calledWon + partner.recalledWon))),
    agreementVersion: versions.find(({ effectiveFrom }) => effectiveFrom <= point.asOf)?.number ?? null,
  };
}

const notKnownThen = (fundNumber: string, foundedOn: LocalDate): DomainError =>
  new DomainError(
    'invalid',
    'report.not-known-then',
    {
      ko: `그때에는 조합 ${fundNumber}의 규약이 등록되어 있지 않았습니다. 결성일(${dateText(foundedOn)}) 이후의 기준일과 규약이 등록된 뒤의 시점을 지정해 주세요.`,
      en: `No agreement of ${fundNumber} was in force or known at that point. Ask for a date from its founding (${foundedOn}) on, as known after its agreement was entered.`,
    },
    { details: { fundNumber, foundedOn } },
  );
