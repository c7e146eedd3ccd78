import { fraction, won } from '#libs/money';
import type { PolicySet } from '#libs/policy';
import type { GrantRegime } from '../call/call.js';
import { RECOVERY_POLICIES } from '../recovery/recovery.policy.js';
import type { SanctionGround, SanctionTerms } from './sanction.js';

/** 국가연구개발혁신법 시행령 별표 6 (participation) and 별표 7 (penalty for misspending). */
export const INNOVATION_SANCTIONS: SanctionTerms = {
  penalty: [
    { aboveWon: won(0n), rate: fraction(1n, 1n) },
    { aboveWon: won(100_000_000n), rate: fraction(3n, 2n) },
    { aboveWon: won(500_000_000n), rate: fraction(2n, 1n) },
  ],
  adjustment: fraction(1n, 2n),
  capOfGrant: fraction(5n, 1n),
  bans: [
    { upToWon: won(10_000_000n), monthsFrom: 6, monthsTo: 24 },
    { upToWon: won(50_000_000n), monthsFrom: 24, monthsTo: 48 },
    { upToWon: won(100_000_000n), monthsFrom: 48, monthsTo: 60 },
    { upToWon: won(500_000_000n), monthsFrom: 60, monthsTo: 84 },
    { upToWon: null, monthsFrom: 84, monthsTo: 120 },
  ],
  clause: '국가연구개발혁신법 시행령 별표 6, 별표 7',
};

/** 보조금 관리에 관한 법률 제31조의2 (exclusion up to five years) and 제33조의2 (multiples of what was misused, by ground). */
function subsidySanctions(multiple: bigint, clause: string): SanctionTerms {
  return {
    penalty: [{ aboveWon: won(0n), rate: fraction(multiple, 10_000n) }],
    adjustment: fraction(0n, 1n),
    capOfGrant: fraction(5n, 1n),
    bans: [{ upToWon: null, monthsFrom: 1, monthsTo: 60 }],
    clause: `${clause} · 보조금 관리에 관한 법률 제31조의2`,
  };
}

/** What a ground costs under a regime; the Subsidy Act's multiples are policy. */
export function sanctionTermsOf(regime: GrantRegime, ground: SanctionGround, policies: PolicySet): SanctionTerms {
  if (regime === 'RND') return INNOVATION_SANCTIONS;
  const row = policies.find(RECOVERY_POLICIES.subsidyPenalty);
  const multiples = (row?.value ?? {}) as Readonly<Record<string, unknown>>;
  const multiple = multiples[ground];
  return subsidySanctions(BigInt(typeof multiple === 'number' ? multiple : 0), row?.clause ?? '보조금 관리에 관한 법률 제33조의2');
}
