import { endOfSeoulDay } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import {
  COMPANY_BASIS_NAMES,
  DEAL_CAPACITY,
  fundBook,
  FUND_POLICIES,
  fundPosition,
  getFund,
  HEADROOM,
  INVESTMENT_COST,
  CASH,
  DISTRIBUTED,
  EXPENSE,
  CAPITAL_PAID_IN,
  listClassifications,
  listEvidence,
  listExits,
  listInvestments,
  listPartners,
  listVerdicts,
  obligationPosition,
  RECOGNITION_ROUTES,
  requirementsOf,
  ROUTE_NAMES,
  STATUS_NAMES,
  viewCalls,
  viewObligation,
  type FundPosition,
  type FundRow,
  type InvestmentRow,
  type ObligationPosition,
  wasFormedBy,
} from '#libs/fund';
import type { TimePoint } from '#libs/http';
import { listBalancesAsOf, listEntries, type AccountBalance } from '#libs/ledger';
import { won } from '#libs/money';
import { getProgramme } from '#libs/programme';
import { dateText } from '../report/report-text.js';
import { bearsOnFunds } from '../rule/fund-rule-words.js';
import { outcomeOn, readRegister } from '../fund-outcome/fund-outcome.query.js';
import { counts, type ComplianceDeal, type ComplianceFacts, type Hindsight, type LedgerFigures } from './fund-compliance.js';
import { readAgreements, readChanges } from './reading/changes.query.js';
import { readMandates, readStatutory } from './reading/obligations.query.js';
import { readRestrictions } from './reading/restrictions.query.js';

/**
 * Everything the compliance report shows of one fund at one point in both times; the caller's transaction is the one
 * snapshot. About twenty statements, however large the fund is. Throws `report.not-known-then` where nothing was known
 * yet, because a fund without rules would look as if it met them.
 */
export async function readComplianceFacts(tx: Tx, fundId: string, point: TimePoint): Promise<ComplianceFacts> {
  const fund = await getFund(tx, fundId, point);
  const standing = await fundPosition(tx, fund, point);
  requireKnown(standing, point, await wasFormedBy(tx, fundId, point.knownBefore));
  const investments = await listInvestments(tx, fundId, point);
  const ids = investments.map(({ id }) => id);
  const evidence = await listEvidence(tx, ids, point.knownBefore);
  const deals = await withRescissions(tx, fundId, investments, evidence, point);
  const programme = await getProgramme(tx, fund.programmeId);
  return {
    fund,
    programme: { ko: programme.nameKo, en: programme.nameEn },
    asOf: point.asOf,
    knownBefore: point.knownBefore,
    position: standing.position,
    ifPendingAccepted: withPendingAccepted(standing, point),
    pace: await readPace(tx, fund, point),
    policies: standing.policies.all().filter(({ key }) => bearsOnFunds(key)),
    partners: await listPartners(tx, fundId, point.asOf, point.knownBefore),
    calls: await viewCalls(tx, fund, point),
    investments: deals,
    classifications: await listClassifications(tx, ids, point.knownBefore),
    evidence,
    verdicts: await listVerdicts(tx, { fundId, failedOnly: true }, point.knownBefore),
    ledger: await readLedger(tx, fundId, investments, point),
    outcome: await outcomeOn(tx, await readRegister(tx, fundId, point.knownBefore), fund, point),
    mandates: await readMandates(tx, fund, point),
    statutory: await readStatutory(tx, fund, point),
    restrictions: await readRestrictions(tx, fund, deals.filter(counts), standing.policies, point),
    agreements: await readAgreements(tx, fund, point),
    changes: await readChanges(tx, fundId, point),
    then: await readThen(tx, fund, point),
    names: { routes: ROUTE_NAMES, companyBases: COMPANY_BASIS_NAMES, statuses: STATUS_NAMES },
  };
}

function requireKnown({ fund, policies }: FundPosition, { asOf }: TimePoint, isFormed: boolean): void {
  if (isFormed && asOf >= fund.foundedOn && policies.find(FUND_POLICIES.obligationRatio) !== null) return;
  throw new DomainError(
    'invalid',
    'report.not-known-then',
    {
      ko: `그때에는 조합 ${fund.number}의 의무투자 기준이 없었습니다. 결성일(${dateText(fund.foundedOn)}) 이후의 기준일과 규약이 등록된 뒤의 시점을 지정해 주세요.`,
      en: `No obligation of ${fund.number} was in force or known at that point. Ask for a date from its founding (${fund.foundedOn}) on, as known after its agreement was entered.`,
    },
    { details: { fundNumber: fund.number, foundedOn: fund.foundedOn, asOf } },
  );
}

function withPendingAccepted({ fund, position }: FundPosition, { asOf }: TimePoint): ObligationPosition {
  const { facts } = position;
  const accepted = {
    ...facts,
    qualifyingWon: won(facts.qualifyingWon + facts.pendingWon),
    qualifyingOutstandingWon: won(facts.qualifyingOutstandingWon + facts.pendingWon),
  };
  return obligationPosition(position.rule, accepted, { from: fund.investmentFrom, to: fund.investmentTo }, asOf);
}

/** The points of the obligation page, so that both draw one curve. */
async function readPace(tx: Tx, fund: FundRow, point: TimePoint): Promise<ComplianceFacts['pace']> {
  const { pace } = await viewObligation(tx, fund, point);
  return pace.points.map(({ on, expectedWon, qualifyingWon }) => ({ on: on as ComplianceFacts['asOf'], expectedWon, qualifyingWon }));
}

async function withRescissions(
  tx: Tx,
  fundId: string,
  investments: readonly InvestmentRow[],
  evidence: ComplianceFacts['evidence'],
  point: TimePoint,
): Promise<ComplianceDeal[]> {
  const exits = await listExits(tx, fundId, point);
  return investments.map((deal) => {
    const route = RECOGNITION_ROUTES.find((each) => each === deal.route);
    const own = evidence.filter((each) => each.investmentId === deal.id);
    return {
      ...deal,
      rescindedOn: exits.find((exit) => exit.investmentId === deal.id && exit.kind === 'RESCISSION')?.exitedOn ?? null,
      missingEvidence: route === undefined ? [] : requirementsOf(route, own).filter(({ present }) => !present).map(({ kind }) => kind),
    };
  });
}

/** What facts moved after the formation is no part of what it granted. */
const SETTLED = 'fund.limits-settled';

async function readLedger(tx: Tx, fundId: string, investments: readonly InvestmentRow[], point: TimePoint): Promise<LedgerFigures> {
  const book = fundBook(fundId);
  const balances = await listBalancesAsOf(tx, book, point.asOf, point.knownBefore);
  const ofFund = await listEntries(tx, { book, subjectId: fundId, asOf: point.asOf, knownBefore: point.knownBefore, limit: 50 });
  const formation = ofFund.filter(({ posting }) => posting !== SETTLED);
  const granted = formation.flatMap(({ lines }) => lines.map((line) => ({ ...line, balance: line.side === 'C' ? line.amountWon : `-${line.amountWon}` })));
  const voided = new Set(investments.filter((deal) => deal.voided).map(({ id }) => id));
  const costs = balances.filter(({ chart, balance }) => chart === INVESTMENT_COST.code && balance !== '0');
  return {
    paidInWon: balanceOn(balances, CAPITAL_PAID_IN.code),
    dealCapacityWon: balanceOn(balances, DEAL_CAPACITY.code),
    headroomWon: balanceOn(balances, HEADROOM.code),
    investmentCostWon: balanceOn(balances, INVESTMENT_COST.code),
    distributedWon: balanceOn(balances, DISTRIBUTED.code),
    expensesWon: balanceOn(balances, EXPENSE.code),
    cashWon: balanceOn(balances, CASH.code),
    grantedCapacityWon: balanceOn(granted, DEAL_CAPACITY.code),
    grantedHeadroomWon: balanceOn(granted, HEADROOM.code),
    standingVoids: [...voided].filter((id) => costs.some(({ key }) => key.includes(id))),
  };
}

const balanceOn = (accounts: readonly Pick<AccountBalance, 'chart' | 'balance'>[], chart: string): bigint =>
  accounts.filter((each) => each.chart === chart).reduce((sum, { balance }) => sum + BigInt(balance), 0n);

/** The same date as known at its end; null where the report itself knows no more than that, or where no rule was known. */
async function readThen(tx: Tx, fund: FundRow, point: TimePoint): Promise<Hindsight | null> {
  const knownBefore = endOfSeoulDay(point.asOf);
  if (point.knownBefore <= knownBefore) return null;
  const then = { asOf: point.asOf, knownBefore };
  const { position, policies } = await fundPosition(tx, fund, then);
  if (policies.find(FUND_POLICIES.obligationRatio) === null) return null;
  return { knownBefore, position, investments: await listInvestments(tx, fund.id, then) };
}
