import { SIGNAL_WORDS, type WarningSign } from './warning.js';
import type { SignDecisionDto, WarningSignDto } from './warning.dto.js';
import type { SignDecision } from './warning.query.js';

/** Signs with what was decided on them; those that nobody has looked at come first. `decisions` have the latest first. */
export function viewSigns(signs: readonly WarningSign[], decisions: readonly SignDecision[]): WarningSignDto[] {
  return signs
    .map((sign): WarningSignDto => {
      const ofSubject = decisions.filter((each) => each.signal === sign.signal && each.subjectId === sign.subjectId);
      const decision = ofSubject.find((each) => each.fingerprint === sign.fingerprint);
      const earlier = decision === undefined ? ofSubject[0] : undefined;
      const { name, pattern, innocent } = SIGNAL_WORDS[sign.signal];
      return {
        ...{ signal: sign.signal, name: { ...name }, pattern: { ...pattern }, innocent: { ...innocent }, subjectId: sign.subjectId, subject: sign.subject, text: { ...sign.text } },
        facts: sign.facts.map(({ label, voucherId, values }) => ({ label, voucherId, values: { ...values } })),
        fingerprint: sign.fingerprint,
        decision: shown(decision),
        earlier: shown(earlier),
      };
    })
    .sort((one, other) => Number(one.decision !== null) - Number(other.decision !== null));
}

function shown(decision: SignDecision | undefined): SignDecisionDto | null {
  return decision === undefined ? null : { verdict: decision.verdict, reason: decision.reason, decidedAt: decision.decidedAt.toISOString(), actor: decision.actor };
}
