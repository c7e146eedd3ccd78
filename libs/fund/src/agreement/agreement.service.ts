import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { decidePolicies, type PolicySource } from '#libs/policy';
import { FUND_POLICIES } from '../fund/fund.policy.js';
import { getFund, lockFund } from '../fund/fund.query.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { EVERYTHING, fundPosition } from '../obligation/obligation.service.js';
import { limitsRevised } from './agreement.posting.js';
import { termTakesEffectInTime, termValue } from './agreement.rules.js';

export interface DecidePolicy {
  readonly fundId: string;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
  readonly source: PolicySource;
}

export interface DecidedPolicy {
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
}

@Injectable()
export class AgreementService {
  constructor(private readonly ledger: Ledger) {}

  /** `policy.decide`: a term of one fund from a day on. What applied before stays on record; limits in the ledger follow. */
  readonly decide: Command<DecidePolicy, DecidedPolicy> = {
    name: 'policy.decide',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      termTakesEffectInTime(input.key, input.effectiveFrom, fund.foundedOn, context.today);
      const before = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      const { fundId: _fund, ...term } = input;
      const value = termValue(input.key, input.value);
      await decidePolicies(tx, context, [{ ...term, value, scope: `fund/${fund.id}`, effectiveTo: null, knownAt: context.now }]);
      const after = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      const change = won(after.feasibility.capacityWon - before.feasibility.capacityWon);
      if (input.key === FUND_POLICIES.lifetimeExpenses && change !== 0n) {
        const dating = { effectiveOn: input.effectiveFrom, knownAt: context.now, history: false };
        await this.ledger.post(tx, context, [limitsRevised(fund.id, change, input.clause, dating)]);
      }
      context.announce('fund.changed', { fundId: fund.id });
      return { before, after };
    },
  };
}
