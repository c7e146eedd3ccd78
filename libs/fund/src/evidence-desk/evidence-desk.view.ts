import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';
import { sumWon, won } from '#libs/money';
import { COMPANY_BASES, RECOGNITION_ROUTES } from '../classification/classification.js';
import { listEvidence, type EvidenceRow } from '../classification/classification.query.js';
import { getFund, listFunds } from '../fund/fund.query.js';
import { listInvestments, type InvestmentRow } from '../investment/investment.query.js';
import { fundPositions, type FundPosition } from '../obligation/fund-position.query.js';
import { followOnTest, lostStatusEffect, noticeDays } from '../recognition/recognition.policy.js';
import type { DeskCountDto, DeskRowDto, EvidenceDeskDto, EvidenceDeskQuery } from './evidence-desk.dto.js';
import { DESK_CONCERNS, type ClaimConcerns } from './evidence-desk.js';
import { concernsOf, effectOf } from './evidence-desk.rules.js';

const MOST_ROWS = 500;

type DeskAsk = Pick<EvidenceDeskQuery, 'fundId' | 'concern' | 'withinDays'>;

/** What somebody has to look at in all funds that one sees, at one point in both times. */
export async function viewEvidenceDesk(tx: Tx, point: TimePoint, { fundId, concern, withinDays }: DeskAsk): Promise<EvidenceDeskDto> {
  const funds = fundId === undefined ? await listFunds(tx) : [await getFund(tx, fundId)];
  const rows: DeskRowDto[] = [];
  for (const standing of await fundPositions(tx, funds, point)) rows.push(...(await rowsOf(tx, standing, point, withinDays ?? noticeDays(standing.policies))));
  rows.sort(byEffectThenDay);
  const wanted = rows.filter(({ concerns }) => concern === undefined || concerns.includes(concern));
  return { asOf: point.asOf, total: wanted.length, counts: countsOf(rows), rows: wanted.slice(0, MOST_ROWS) };
}

async function rowsOf(tx: Tx, standing: FundPosition, point: TimePoint, notice: number): Promise<DeskRowDto[]> {
  const deals = (await listInvestments(tx, standing.fund.id, point)).filter(({ voided, kind }) => !voided && kind !== 'CONVERSION');
  const evidence = byDeal(await listEvidence(tx, deals.map(({ id }) => id), point.knownBefore));
  return deals.flatMap((deal) => {
    const { status } = deal;
    const route = RECOGNITION_ROUTES.find((each) => each === deal.route);
    if ((status !== 'PENDING' && status !== 'QUALIFIED') || route === undefined) return [];
    const companyBasis = COMPANY_BASES.find((each) => each === deal.companyBasis) ?? null;
    const found = concernsOf({ status, route, companyBasis, evidence: documentsFor(deal, deals, evidence, standing) }, point.asOf, notice);
    return found.concerns.length === 0 ? [] : [rowOf({ ...deal, status, route }, found, standing, point)];
  });
}

function byDeal(evidence: readonly EvidenceRow[]): ReadonlyMap<string, readonly EvidenceRow[]> {
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of evidence) {
    const group = groups.get(row.investmentId);
    if (group === undefined) groups.set(row.investmentId, [row]);
    else group.push(row);
  }
  return groups;
}

/** A follow-on also rests on the documents of the first deal, where the agreement tests that one. */
function documentsFor(deal: InvestmentRow, deals: readonly InvestmentRow[], evidence: ReadonlyMap<string, readonly EvidenceRow[]>, { policies }: FundPosition): readonly EvidenceRow[] {
  const own = evidence.get(deal.id) ?? [];
  if (deal.kind !== 'FOLLOW_ON' || followOnTest(policies) === 'EACH_TIME') return own;
  const first = deals.find(({ companyId, id }) => companyId === deal.companyId && id !== deal.id);
  return first === undefined || first.paidOn > deal.paidOn ? own : [...(evidence.get(first.id) ?? []), ...own];
}

type Claiming = InvestmentRow & { readonly status: 'PENDING' | 'QUALIFIED'; readonly route: string };

function rowOf(deal: Claiming, found: ClaimConcerns, { fund, policies, position }: FundPosition, point: TimePoint): DeskRowDto {
  const period = { from: fund.investmentFrom, to: fund.investmentTo };
  const amounts = { status: deal.status, amountWon: won(deal.amountWon), outstandingWon: won(deal.outstandingCostWon) };
  const { after, changePercent } = effectOf(position, amounts, period, point.asOf);
  const { id: investmentId, number, company, amountWon, paidOn, status, route, companyBasis } = deal;
  return {
    ...{ fundId: fund.id, fundNumber: fund.number, fundName: fund.name, investmentId, number, company, amountWon, paidOn, status, route, companyBasis },
    concerns: [...found.concerns],
    missing: [...found.missing],
    expiring: found.expiring.map((document) => ({ ...document })),
    invalid: found.invalid.map((document) => ({ ...document })),
    dueOn: found.dueOn,
    frozen: lostStatusEffect(policies) === 'KEEPS',
    effect: {
      kind: status === 'PENDING' ? 'IF_ACCEPTED' : 'IF_LOST',
      beforePercent: position.decisive.ratioPercent,
      afterPercent: after.decisive.ratioPercent,
      changePercent,
      headroomBeforeWon: position.feasibility.headroomWon.toString(),
      headroomAfterWon: after.feasibility.headroomWon.toString(),
    },
  };
}

function byEffectThenDay(left: DeskRowDto, right: DeskRowDto): number {
  const [less, more] = [BigInt(left.amountWon), BigInt(right.amountWon)];
  if (less !== more) return less > more ? -1 : 1;
  return (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999') || left.fundNumber.localeCompare(right.fundNumber) || left.number.localeCompare(right.number);
}

const countsOf = (rows: readonly DeskRowDto[]): DeskCountDto[] =>
  DESK_CONCERNS.map((concern) => {
    const of = rows.filter(({ concerns }) => concerns.includes(concern));
    return { concern, count: of.length, amountWon: sumWon(of.map(({ amountWon }) => won(amountWon))).toString() };
  });
