import type { Tx } from '#libs/database';
import type { Policy } from '#libs/policy';
import { nameIn, policyName, policyValueText, SOURCE_NAMES } from '#libs/report';
import type { DecisionDto, DecisionsDto } from './decision.dto.js';
import type { DecisionEvidence, DecisionRow } from './decision.js';
import { getSubject, listDecisions, listEvidenceOf, listRecognitions, policiesAt } from './decision.query.js';

/** Who decided what about a thing, on which evidence, by which rules with which values; everything as it stood at that moment. */
export async function viewDecisions(tx: Tx, subjectId: string, knownBefore: Date): Promise<DecisionsDto> {
  const subject = await getSubject(tx, subjectId);
  const evidence = await listEvidenceOf(tx, subjectId, knownBefore);
  const decisions: DecisionDto[] = [];
  for (const row of await listDecisions(tx, subjectId, knownBefore)) decisions.push(shownDecision(row, evidence, await policiesAt(tx, subject.fundId, row.actedAt)));
  return {
    subject,
    knownBefore: knownBefore.toISOString(),
    decisions,
    recognitions: (await listRecognitions(tx, subjectId, knownBefore)).map((each) => ({ ...each, knownAt: each.knownAt.toISOString() })),
    evidence: evidence.map((each) => ({ ...each, attachedAt: each.attachedAt.toISOString() })),
  };
}

function shownDecision(row: DecisionRow, evidence: readonly DecisionEvidence[], policies: readonly Policy[]): DecisionDto {
  return {
    ...row,
    actorRoles: [...row.actorRoles],
    actedAt: row.actedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    rules: row.rules.map(({ rule, clause, result, text, inputs }) => ({ rule, clause, result, text, inputs: { ...inputs } })),
    signatures: row.signatures.map((each) => ({ ...each, at: new Date(each.at).toISOString() })),
    policies: policies.map((policy) => ({
      key: policy.key,
      name: policyName(policy.key),
      value: policyValueText(policy.key, policy.value),
      clause: policy.clause,
      source: nameIn(SOURCE_NAMES, policy.source),
      scope: policy.scope,
      version: policy.id,
      effectiveFrom: policy.effectiveFrom,
    })),
    evidenceCount: evidence.filter(({ attachedAt }) => attachedAt <= row.actedAt).length,
  };
}
