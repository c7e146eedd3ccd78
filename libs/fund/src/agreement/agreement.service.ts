import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { requireFile } from '#libs/document';
import { invalidField } from '#libs/errors';
import type { PostedEntry } from '#libs/ledger';
import { decidePolicies, type PolicyDraft, type PolicySet, type PolicySource, type PolicyValue } from '#libs/policy';
import { EVERYTHING, getFund, lockFund, type FundRow } from '../fund/fund.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { fundPolicies, fundPosition } from '../obligation/fund-position.query.js';
import { amendedObligationIsAttainable, DECIDABLE_TERMS, termsFitTogether, termTakesEffectInTime, termValue, type PointerOf } from './agreement.rules.js';
import { storeVersion } from './agreement.store.js';

export interface DecidePolicy {
  readonly fundId: string;
  readonly key: string;
  readonly value: string;
  readonly effectiveFrom: LocalDate;
  readonly clause: string;
  readonly source: PolicySource;
}

export interface AmendAgreement {
  readonly fundId: string;
  readonly title: string;
  readonly decidedOn: LocalDate;
  readonly effectiveFrom: LocalDate;
  readonly summary: string;
  readonly documentId: string | null;
  readonly terms: readonly { readonly key: string; readonly value: string; readonly clause: string }[];
}

/** The obligation before and after, by the rules of the day from which the terms apply, or of today. */
export interface DecidedPolicy {
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  readonly postings: readonly PostedEntry[];
}

export interface AmendedAgreement extends DecidedPolicy {
  readonly id: string;
  readonly number: number;
  readonly terms: readonly { readonly key: string; readonly value: PolicyValue; readonly clause: string; readonly before: PolicyValue; readonly beforeClause: string | null }[];
}

type Term = Pick<PolicyDraft, 'key' | 'value' | 'clause' | 'source'>;
interface Application {
  readonly effectiveFrom: LocalDate;
  readonly memo: string;
  readonly terms: readonly Term[];
  readonly pointerOf: PointerOf;
}

@Injectable()
export class AgreementService {
  constructor(private readonly limits: LimitService) {}

  /** `policy.decide`: a term of one fund from a day on. What applied before stays on record; limits in the ledger follow. */
  readonly decide: Command<DecidePolicy, DecidedPolicy> = {
    name: 'policy.decide',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      termTakesEffectInTime([input.key], input.effectiveFrom, fund.foundedOn, context.today);
      const { key, clause, source, effectiveFrom } = input;
      const decided = await this.apply(tx, context, fund, {
        effectiveFrom,
        memo: clause,
        terms: [{ key, clause, source, value: termValue(key, input.value) }],
        pointerOf: () => '/value',
      });
      context.announce('fund.changed', { fundId: fund.id });
      return decided;
    },
  };

  /**
   * `agreement.amend`: the next version of a fund's agreement, with every term that changes, from a day on. Earlier days keep
   * the terms they had; limits in the ledger follow at once.
   */
  readonly amend: Command<AmendAgreement, AmendedAgreement> = {
    name: 'agreement.amend',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireDates(input, fund, context.today);
      requireEachOnce(input);
      await requireFile(tx, input.documentId, '/documentId');
      const current = await fundPolicies(tx, fund, EVERYTHING, input.effectiveFrom);
      const terms = input.terms.map((term, index) => ({ ...term, source: 'AGREEMENT' as const, value: changedValue(current, term, index) }));
      const decided = await this.apply(tx, context, fund, { effectiveFrom: input.effectiveFrom, memo: input.title, terms, pointerOf: (key) => pointerIn(input, key) });
      context.judge([amendedObligationIsAttainable(decided.after)]);
      const { fundId, title, effectiveFrom, decidedOn, summary, documentId } = input;
      const version = await storeVersion(tx, context, { fundId, title, effectiveFrom, decidedOn, summary, documentId, knownAt: context.now });
      context.announce('fund.changed', { fundId });
      return { ...decided, ...version, terms: terms.map((term) => ({ ...term, ...beforeOf(current, term.key) })) };
    },
  };

  /** Decides terms and brings the limits to what they say. */
  private async apply(tx: Tx, context: CommandContext, fund: FundRow, { effectiveFrom, memo, terms, pointerOf }: Application): Promise<DecidedPolicy> {
    const rulesOn = effectiveFrom > context.today ? effectiveFrom : context.today;
    const before = (await fundPosition(tx, fund, EVERYTHING, rulesOn)).position;
    const rest = { scope: `fund/${fund.id}`, effectiveFrom, effectiveTo: null, knownAt: context.now };
    await decidePolicies(tx, context, terms.map(({ key, value, clause, source }) => ({ key, value, clause, source, ...rest })));
    termsFitTogether(await fundPolicies(tx, fund, EVERYTHING, effectiveFrom), fund, pointerOf);
    const after = (await fundPosition(tx, fund, EVERYTHING, rulesOn)).position;
    const moves = terms.some(({ key }) => DECIDABLE_TERMS[key]?.movesLimits === true);
    const postings = moves ? await this.limits.settle(tx, context, { fundId: fund.id, effectiveOn: effectiveFrom, memo }) : [];
    return { before, after, postings };
  }
}

function requireDates(input: AmendAgreement, fund: FundRow, today: LocalDate): void {
  termTakesEffectInTime(input.terms.map(({ key }) => key), input.effectiveFrom, fund.foundedOn, today);
  if (input.decidedOn <= today && input.decidedOn >= fund.foundedOn) return;
  throw invalidField('/decidedOn', 'agreement.decided-outside-life', {
    ko: `의결일은 결성일(${fund.foundedOn})부터 오늘까지의 날짜여야 합니다.`,
    en: `An amendment is decided between the founding on ${fund.foundedOn} and today.`,
  });
}

function requireEachOnce({ terms }: AmendAgreement): void {
  const twice = terms.findIndex(({ key }, index) => terms.findIndex((other) => other.key === key) !== index);
  if (twice === -1) return;
  throw invalidField(`/terms/${twice}/key`, 'agreement.term-twice', { ko: '같은 항목이 두 번 있습니다. 하나를 빼 주세요.', en: 'This term stands here twice. Take one out.' });
}

/** The value of a term that differs from what is in force by its value or by its clause. */
function changedValue(current: PolicySet, term: AmendAgreement['terms'][number], index: number): PolicyValue {
  const value = termValue(term.key, term.value, `/terms/${index}/value`);
  const inForce = current.find(term.key);
  if (inForce === null || inForce.value !== value || inForce.clause !== term.clause) return value;
  throw invalidField(`/terms/${index}/value`, 'agreement.term-unchanged', { ko: '지금 적용 중인 값과 같습니다. 바꿀 값을 적거나 이 항목을 빼 주세요.', en: 'This is in force already. Give another value, or take the term out.' });
}

function beforeOf(current: PolicySet, key: string): { before: PolicyValue; beforeClause: string | null } {
  const inForce = current.find(key);
  return { before: inForce?.value ?? null, beforeClause: inForce?.clause ?? null };
}

/** The field of a term; of one that the request leaves out, that of the first term: together they do not fit. */
function pointerIn({ terms }: AmendAgreement, key: string): string {
  return `/terms/${Math.max(0, terms.findIndex((term) => term.key === key))}/value`;
}
