import { addDays, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { getFund, listCalls, listPartners, listVersions, multipleOnCost, partnerCapitalAccounts, type FundRow, type RegisterFacts } from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { negateWon, subtractWon, won, type Won } from '#libs/money';
import { outcomeOn, readRegister } from '../fund-outcome/fund-outcome.query.js';
import { fundOfPartner, requireFounded } from '../partner-statement/partner-statement.query.js';
import { stretchesOf } from '../period/quarter.js';
import type { IlpaFlow, IlpaPerformanceFacts, IlpaReportingFacts, IlpaStretch } from './ilpa.js';

/** What the reporting template asks about one partner's part of a fund. */
export async function readIlpaReporting(tx: Tx, partnerId: string, point: TimePoint): Promise<IlpaReportingFacts> {
  const { fund, agreementVersion } = await readFund(tx, await fundOfPartner(tx, partnerId), point);
  const register = await readRegister(tx, fund.id, point.knownBefore);
  const partners = await listPartners(tx, fund.id, point.asOf, point.knownBefore);
  const partner = partners.find((each) => each.id === partnerId);
  if (partner === undefined) throw notFound({ ko: '조합원', en: 'partner' }, partnerId);
  const stretches = stretchesOf(point.asOf, fund.foundedOn);
  const stretch = async (period: { from: LocalDate; to: LocalDate }): Promise<IlpaStretch> => ({
    accounts: await partnerCapitalAccounts(tx, fund.id, period, point),
    before: await listPartners(tx, fund.id, addDays(period.from, -1), point.knownBefore),
    expenses: expensesWithin(register, period),
  });
  return {
    fund,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    partner,
    partners,
    stretches: { quarter: await stretch(stretches.quarter), year: await stretch(stretches.year), life: await stretch(stretches.life) },
    agreementVersion,
  };
}

/** What the performance template asks about a fund. */
export async function readIlpaPerformance(tx: Tx, fundId: string, point: TimePoint): Promise<IlpaPerformanceFacts> {
  const { fund, agreementVersion } = await readFund(tx, fundId, point);
  const register = await readRegister(tx, fundId, point.knownBefore);
  const outcome = await outcomeOn(tx, register, fund, point);
  const { realisedProceedsWon, holdingsFairValueWon, investedWon } = outcome.performance;
  return {
    fund,
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    outcome,
    partnerFlows: partnerFlows(register, await callTypes(tx, fundId, point), point.asOf),
    dealFlows: dealFlows(register, point.asOf),
    grossMultiple: multipleOnCost(realisedProceedsWon, holdingsFairValueWon, investedWon),
    agreementVersion,
  };
}

async function readFund(tx: Tx, fundId: string, point: TimePoint): Promise<{ fund: FundRow; agreementVersion: number | null }> {
  const fund = await getFund(tx, fundId, point);
  await requireFounded(tx, fund, point);
  const versions = await listVersions(tx, fund, point);
  return { fund, agreementVersion: versions.find(({ effectiveFrom }) => effectiveFrom <= point.asOf)?.number ?? null };
}

function expensesWithin({ expenses }: RegisterFacts, { from, to }: { from: LocalDate; to: LocalDate }): Map<string, Won> {
  const sums = new Map<string, Won>();
  for (const { kind, paidOn, paidWon } of expenses) if (paidOn >= from && paidOn <= to) sums.set(kind, won((sums.get(kind) ?? 0n) + paidWon));
  return sums;
}

const byDay = (one: IlpaFlow, other: IlpaFlow): number => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0);

/** Transaction types of the granular methodology, by what a call is for. */
const CALL_TYPES: Readonly<Record<string, string>> = {
  INVESTMENT: 'Capital Call: Investments',
  MANAGEMENT_FEE: 'Capital Call: Management Fees',
  EXPENSE: 'Capital Call: Partnership Expenses',
};

/** By number of the call. One that mixes purposes, or of which none is on record, is not itemised. */
async function callTypes(tx: Tx, fundId: string, point: TimePoint): Promise<ReadonlyMap<number, string>> {
  const calls = await listCalls(tx, fundId, point);
  return new Map(calls.map(({ number, purposeCode }) => [number, CALL_TYPES[purposeCode ?? ''] ?? 'Capital Call: Not itemised']));
}

/** Receipts of one call on one day are one flow, as are the parts of one distribution. */
function partnerFlows({ callPayments, distributions }: RegisterFacts, types: ReadonlyMap<number, string>, asOf: LocalDate): IlpaFlow[] {
  const flows = new Map<string, IlpaFlow>();
  const add = (flow: IlpaFlow): void => {
    const key = `${flow.on}|${flow.type}|${flow.subject}`;
    flows.set(key, { ...flow, amountWon: won((flows.get(key)?.amountWon ?? 0n) + flow.amountWon) });
  };
  for (const { call, valueOn, receivedWon } of callPayments) {
    if (valueOn !== null && receivedWon !== null && valueOn <= asOf) add({ on: valueOn, type: types.get(call) ?? 'Capital Call: Not itemised', subject: `제${call}차 출자요청`, amountWon: negateWon(receivedWon) });
  }
  for (const { number, paidOn, amountWon } of distributions) if (paidOn <= asOf) add({ on: paidOn, type: 'Distribution', subject: `제${number}차 분배`, amountWon });
  return [...flows.values()].filter((flow) => flow.amountWon !== 0n).sort(byDay);
}

function dealFlows({ investments, exits }: RegisterFacts, asOf: LocalDate): IlpaFlow[] {
  const companies = new Map(investments.map((deal) => [deal.number, deal.company]));
  const paid = investments.filter((deal) => deal.kind !== 'CONVERSION' && deal.paidOn <= asOf).map((deal) => ({ on: deal.paidOn, type: 'Investment', subject: `${deal.number} ${deal.company}`, amountWon: negateWon(deal.amountWon) }));
  const back = exits.filter((exit) => exit.exitedOn <= asOf).map((exit) => ({ on: exit.exitedOn, type: 'Investment Proceeds', subject: `${exit.investment} ${companies.get(exit.investment) ?? ''}`.trim(), amountWon: subtractWon(exit.proceedsWon, exit.expenseWon) }));
  return [...paid, ...back].sort(byDay);
}
