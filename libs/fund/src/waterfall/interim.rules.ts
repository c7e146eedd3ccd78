import type { Verdict } from '#libs/command';
import { formatWon, maxWon, subtractWon, ZERO_WON, type Won } from '#libs/money';
import type { WaterfallTerms } from './waterfall.js';

/** What the rule on interim distributions looks at; amounts in won. */
export interface InterimFacts {
  readonly amountWon: Won;
  /** Paid in and not returned before this distribution. */
  readonly unreturnedWon: Won;
  readonly obligationMet: boolean;
}

/**
 * While the main-purpose obligation is not met a fund hands out what its agreement allows: commonly paid-in capital, and
 * no profit. Source: docs/domain.md §2.10 (interim distributions, since the 2023 model agreement).
 */
export function interimPayoutStaysWithinPrincipal(facts: InterimFacts, terms: Pick<WaterfallTerms, 'interim' | 'clause'>): Verdict {
  const limitWon = terms.interim === 'NONE' ? ZERO_WON : maxWon(ZERO_WON, facts.unreturnedWon);
  const free = facts.obligationMet || terms.interim === 'UNRESTRICTED';
  const over = subtractWon(facts.amountWon, limitWon);
  const holds = free || over <= 0n;
  return {
    rule: 'interim-payout-stays-within-principal',
    clause: terms.clause,
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '분배할 수 있는 범위 이내입니다.', en: 'Within what may be distributed.' }
      : {
          ko: `주목적 투자의무를 채우기 전에는 ${formatWon(limitWon)}원까지만 분배할 수 있습니다. ${formatWon(over)}원을 줄이거나 의무를 채운 뒤 분배하십시오.`,
          en: `Before the obligation is met only ${formatWon(limitWon)} won may be distributed. Lower the amount by ${formatWon(over)} won, or distribute once it is met.`,
        },
    inputs: { amountWon: `${facts.amountWon}`, limitWon: `${limitWon}`, obligationMet: facts.obligationMet, interim: terms.interim },
  };
}
