import { invalidField } from '#libs/errors';
import type { ApprovalPolicyDraft, ApprovalTier } from './approval-policy.js';

/**
 * Refuses what nobody could follow: no tier from 0 won, a tier twice, signatures wanted but no step, a last step that is
 * not an approval, or the wish to let pass what never passes unsigned. The database says the same at commit.
 * Source: dossier §7.1.
 */
export function requireFollowable(draft: Pick<ApprovalPolicyDraft, 'tiers'>, alwaysSigned: boolean): void {
  const bounds = draft.tiers.map((tier) => BigInt(tier.fromWon));
  if (!bounds.includes(0n)) {
    throw invalidField('/tiers', 'approval-policy.from-zero', { ko: '0원부터 시작하는 구간이 있어야 합니다.', en: 'One tier must start at 0 won.' });
  }
  if (new Set(bounds).size !== bounds.length) {
    throw invalidField('/tiers', 'approval-policy.tier-twice', { ko: '시작 금액이 같은 구간이 두 번 있습니다.', en: 'Two tiers start at the same amount.' });
  }
  draft.tiers.forEach((tier, index) => requireSteps(tier, index, alwaysSigned));
}

function requireSteps(tier: ApprovalTier, index: number, alwaysSigned: boolean): void {
  if (tier.mode === 'DIRECT' && alwaysSigned) {
    throw invalidField(`/tiers/${index}/mode`, 'approval-policy.always-signed', {
      ko: '이 작업은 결재 없이 처리하도록 정할 수 없습니다.',
      en: 'This command can never pass without a signature.',
    });
  }
  if (tier.mode === 'DIRECT' && tier.steps.length > 0) {
    throw invalidField(`/tiers/${index}/steps`, 'approval-policy.direct-with-steps', {
      ko: '결재 없이 처리하는 구간에는 결재 단계를 둘 수 없습니다.',
      en: 'A tier without signatures has no steps.',
    });
  }
  if (tier.mode === 'SIGNED' && tier.steps.at(-1)?.kind !== 'APPROVE') {
    throw invalidField(`/tiers/${index}/steps`, 'approval-policy.ends-with-approval', {
      ko: '결재선의 마지막 단계는 결재(APPROVE)여야 합니다.',
      en: 'The last step of a tier must be an approval.',
    });
  }
}
