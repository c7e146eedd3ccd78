import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { invalidField } from '#libs/errors';
import { basisPoints, type BasisPoints } from '#libs/money';
import { decidePolicies, type PolicyValue } from '#libs/policy';
import { FUND_POLICIES } from '../../fund/fund.policy.js';
import { EVERYTHING, getFund, listPartners, lockFund } from '../../fund/fund.query.js';
import { termsRecord, type TermsRecord } from '../terms.model.js';
import { termsAreUsable } from '../tier.rules.js';
import { WATERFALL_POLICIES } from '../waterfall.policy.js';
import type { DayCount, InterimPayout } from '../waterfall.js';
import { termsInForce } from './party.query.js';
import { partiesOf, requireParties, type WaterfallParty } from './party.rules.js';
import { WaterfallDecisionEntity } from './waterfall-decision.entity.js';
import { WaterfallPartyEntity } from './waterfall-party.entity.js';

export interface DecideWaterfallTerm {
  readonly fundId: string;
  readonly hurdle: BasisPoints;
  readonly carry: BasisPoints;
  /** 0 for none. */
  readonly catchUp: BasisPoints;
  readonly dayCount: DayCount;
  readonly interim: InterimPayout;
  readonly parties: readonly WaterfallParty[];
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
}

export interface DecidedWaterfallTerm {
  readonly effectiveFrom: LocalDate;
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly before: TermsRecord;
  readonly after: TermsRecord;
}

/** `waterfall-term.decide`: how a fund divides what it hands out, from a day on: the whole of it, so that nothing is left half decided. */
export const decideWaterfallTerm: Command<DecideWaterfallTerm, DecidedWaterfallTerm> = {
  name: 'waterfall-term.decide',
  execute: async (tx, context, input) => {
    await lockFund(tx, input.fundId);
    const fund = await getFund(tx, input.fundId);
    requireTerms(input, fund.foundedOn);
    const partners = await listPartners(tx, fund.id, EVERYTHING.asOf, EVERYTHING.knownBefore);
    requireParties(input.parties, partners);
    const point = { asOf: input.effectiveFrom, knownBefore: EVERYTHING.knownBefore };
    const before = termsRecord(await termsInForce(tx, fund, partners, point));
    const { effectiveFrom, clause } = input;
    const rest = { scope: `fund/${fund.id}`, effectiveFrom, effectiveTo: null, clause, source: 'AGREEMENT' as const, knownAt: context.now };
    await decidePolicies(tx, context, policyValues(input).map(([key, value]) => ({ ...rest, key, value })));
    const decisionId = randomUUID();
    await tx.insert(WaterfallDecisionEntity, { id: decisionId, fundId: fund.id, effectiveFrom, clause, knownAt: context.now, commandId: context.commandId });
    if (input.parties.length > 0) await tx.insert(WaterfallPartyEntity, input.parties.map((party) => ({ ...party, decisionId, commandId: context.commandId })));
    context.announce('fund.changed', { fundId: fund.id });
    const after = termsRecord(await termsInForce(tx, fund, partners, point));
    return { effectiveFrom, partners: partners.map(({ id, name }) => ({ id, name })), before, after };
  },
};

export const WATERFALL_TERM_COMMANDS = [decideWaterfallTerm] as const;

function policyValues({ hurdle, carry, catchUp, dayCount, interim }: DecideWaterfallTerm): readonly (readonly [string, PolicyValue])[] {
  return [
    [FUND_POLICIES.hurdle, hurdle],
    [FUND_POLICIES.carry, carry],
    [WATERFALL_POLICIES.catchUp, catchUp],
    [WATERFALL_POLICIES.dayCount, dayCount],
    [WATERFALL_POLICIES.interim, interim],
  ];
}

function requireTerms(input: DecideWaterfallTerm, foundedOn: LocalDate): void {
  if (input.effectiveFrom < foundedOn) {
    throw invalidField('/effectiveFrom', 'waterfall.before-founding', { ko: `결성일(${foundedOn}) 이후여야 합니다.`, en: `It cannot apply before the founding on ${foundedOn}.` });
  }
  const catchUp = input.catchUp === 0 ? null : basisPoints(input.catchUp);
  termsAreUsable({ ...input, catchUp, ...partiesOf([], []) });
}
