import type { Tx } from '#libs/database';
import { shownVerdict, type TimePoint } from '#libs/http';
import { COMPANY_BASES, RECOGNITION_ROUTES, type CompanyBasis, type Recognition, type RecognitionRoute } from '../classification/classification.js';
import { comparableName, MUST_HAVE_EVIDENCE } from '../classification/classification.rules.js';
import { shownEvidence } from '../classification/classification.view.js';
import type { EvidenceRow } from '../classification/classification.query.js';
import { getFund } from '../fund/fund.query.js';
import { getInvestment } from '../investment/investment.query.js';
import { fundPolicies } from '../obligation/fund-position.query.js';
import { claimGrounds, claimOn, type ClaimGrounds } from './claim/claim.query.js';
import { BASIS_CERTIFICATES, judgeFullClaim } from './claim/claim.rules.js';
import { speaksOn } from './detail/evidence-detail.js';
import type { ChecklistLineDto, InvestmentRecognitionDto, RecognitionQuery } from './recognition.dto.js';
import { followOnTest, lostStatusEffect, recognitionLimits } from './recognition.policy.js';
import { listSnapshots } from './snapshot/snapshot.query.js';

/** The checklist of a claim and what the machine checks make of it, at one point in both times; `tried` looks at another claim than the deal's own. */
export async function viewRecognition(tx: Tx, investmentId: string, point: TimePoint, tried: Pick<RecognitionQuery, 'route' | 'companyBasis'>): Promise<InvestmentRecognitionDto> {
  const deal = await getInvestment(tx, investmentId, point);
  const policies = await fundPolicies(tx, await getFund(tx, deal.fundId), point);
  const grounds = await claimGrounds(tx, deal, policies, point);
  const route = RECOGNITION_ROUTES.find((each) => each === (tried.route ?? deal.route)) ?? null;
  const companyBasis = COMPANY_BASES.find((each) => each === (tried.companyBasis ?? deal.companyBasis)) ?? null;
  const verdicts = route === null || companyBasis === null ? [] : judgeFullClaim(claimOn(grounds, deal, { route, companyBasis } satisfies Recognition), recognitionLimits(policies));
  return {
    ...{ investmentId: deal.id, fundId: deal.fundId, route, companyBasis },
    testedOn: grounds.testedOn,
    followOnTest: followOnTest(policies),
    firstInvestmentId: grounds.firstId,
    lostStatus: lostStatusEffect(policies),
    checklist: checklistOf(grounds, route, companyBasis),
    verdicts: verdicts.map(shownVerdict),
    snapshots: await listSnapshots(tx, deal.id, point.knownBefore),
  };
}

/** What the claim needs, line by line with what is there; then whatever else was attached. */
function checklistOf(grounds: ClaimGrounds, route: RecognitionRoute | null, basis: CompanyBasis | null): ChecklistLineDto[] {
  const routeKinds = route === null ? [] : MUST_HAVE_EVIDENCE[route];
  const certificate = basis === null || basis === 'STARTUP' ? [] : [BASIS_CERTIFICATES[basis]];
  const required = [...new Set([...routeKinds, ...certificate])];
  const isOf = (kind: string) => (row: EvidenceRow): boolean => comparableName(row.kind) === comparableName(kind);
  const line = (kind: string, isRequired: boolean): ChecklistLineDto => {
    const evidence = grounds.evidence.filter(isOf(kind));
    return { kind, required: isRequired, key: kind === routeKinds[0], satisfied: evidence.some(({ turns }) => speaksOn(turns, grounds.testedOn)), evidence: evidence.map(shownEvidence) };
  };
  const others = grounds.evidence.filter((row) => !required.some((kind) => isOf(kind)(row))).map(({ kind }) => kind);
  return [...required.map((kind) => line(kind, true)), ...[...new Set(others)].map((kind) => line(kind, false))];
}
