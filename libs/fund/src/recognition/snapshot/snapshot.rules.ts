import type { Verdict } from '#libs/command';
import type { Classification } from '../../classification/classification.js';
import type { EvidenceRow } from '../../classification/classification.query.js';
import type { FullClaim } from '../claim/claim.js';
import { speaksOn } from '../detail/evidence-detail.js';
import type { FollowOnTest, RecognitionLimits } from '../recognition.policy.js';

/** The deal as a snapshot tells of it. */
export interface SnapshotDeal {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly company: string;
  readonly companyId: string;
  readonly businessNumber: string | null;
  readonly instrument: string;
  readonly amountWon: string;
  readonly paidOn: string;
  readonly incorporatedOn: string | null;
}

export interface SnapshotParts {
  readonly deal: SnapshotDeal;
  readonly decision: Classification & { readonly decidedBy: string; readonly ruleVersion: string };
  readonly claim: FullClaim;
  readonly test: FollowOnTest;
  readonly evidence: readonly EvidenceRow[];
  readonly limits: RecognitionLimits;
  readonly verdicts: readonly Verdict[];
}

/** Everything that a recognition rests on, by value: it can be read and checked when all else has moved on. */
export function snapshotOf({ deal, decision, claim, test, evidence, limits, verdicts }: SnapshotParts): Readonly<Record<string, unknown>> {
  const { id, number, kind, company, companyId, businessNumber, instrument, amountWon, paidOn, incorporatedOn } = deal;
  const documents = evidence
    .filter(({ turns }) => speaksOn(turns, claim.testedOn))
    .map(({ id: evidenceId, kind: name, issuer, issuedOn, validTo, documentId, fileName, sha256, detail }) => ({ id: evidenceId, kind: name, issuer, issuedOn, validTo, documentId, fileName, sha256, detail }));
  return {
    format: 'baton-recognition-snapshot/1',
    testedOn: claim.testedOn,
    followOnTest: test,
    deal: { id, number, kind, company, companyId, businessNumber, instrument, amountWon, paidOn, incorporatedOn },
    decision: { ...decision },
    evidence: documents,
    institutes: claim.institutes.map((institute) => ({ ...institute })),
    exceptions: claim.route === 'APPROVED_EXCEPTION' ? claim.exceptions.map((exception) => ({ ...exception })) : [],
    limits: { ...limits, holdings: { ...limits.holdings }, specialZones: [...limits.specialZones] },
    verdicts: verdicts.map(({ rule, result, clause, inputs }) => ({ rule, result, clause, inputs: { ...inputs } })),
  };
}
