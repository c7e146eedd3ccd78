import type { LocalDate } from '#libs/calendar';
import type { Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import type { PolicySet } from '#libs/policy';
import type { EvidenceDraft, Recognition } from '../../classification/classification.js';
import type { EvidenceRow } from '../../classification/classification.query.js';
import { EVERYTHING } from '../../fund/fund.query.js';
import type { FullClaim } from './claim.js';
import { claimGrounds, claimOn, type ClaimingDeal } from './claim.query.js';
import { judgeFullClaim } from './claim.rules.js';
import { recognitionLimits, type FollowOnTest, type RecognitionLimits } from '../recognition.policy.js';

/** A claim with everything that its checks were made on, and what came of them. */
export interface JudgedClaim {
  readonly claim: FullClaim;
  readonly limits: RecognitionLimits;
  readonly test: FollowOnTest;
  readonly evidence: readonly EvidenceRow[];
  readonly verdicts: readonly Verdict[];
}

/** What whoever claims is told beside the verdicts. */
export interface ClaimChecks {
  readonly followOnTest: FollowOnTest;
  readonly testedOn: LocalDate;
  /** Checks that do not hold on these documents: to be cleared before somebody decides. */
  readonly open: readonly string[];
}

export const claimChecks = ({ claim, test, verdicts }: JudgedClaim): ClaimChecks => ({
  followOnTest: test,
  testedOn: claim.testedOn,
  open: verdicts.filter(({ result }) => result !== 'PASS').map(({ rule }) => rule),
});

/** What the machine checks make of a claim on the evidence on record and, for a deal about to be recorded, on `drafts`. */
export async function judgedClaim(tx: Tx, deal: ClaimingDeal, recognition: Recognition, policies: PolicySet, drafts: readonly EvidenceDraft[] = []): Promise<JudgedClaim> {
  const grounds = await claimGrounds(tx, deal, policies, EVERYTHING, drafts);
  const claim = claimOn(grounds, deal, recognition, drafts);
  const limits = recognitionLimits(policies);
  return { claim, limits, test: grounds.test, evidence: grounds.evidence, verdicts: judgeFullClaim(claim, limits) };
}
