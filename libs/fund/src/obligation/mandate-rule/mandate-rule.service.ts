import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant, notFound } from '#libs/errors';
import type { PostedEntry } from '#libs/ledger';
import { formatWon, type Won } from '#libs/money';
import { EVERYTHING, type FundRow, getFund, listFunds, lockFund } from '../../fund/fund.query.js';
import { LimitService } from '../limit/limit.service.js';
import { bearsOn, mandateGroup } from '../mandate-fund/mandate-group.query.js';
import { mandateOutlook } from '../mandate/outlook.rules.js';
import { getRule } from './mandate-rule.query.js';
import { insertRule } from './mandate-rule.store.js';
import type { RuleDraft, StoredRule } from './stored-rule.js';

export interface DecideMandate {
  /** The fund whose rule it is; null for rules of a manager or a programme. */
  readonly fundId: string | null;
  /** The fund, general partner or programme whose rule it is. */
  readonly keyId: string;
  /** The rule that is worded anew; null for a new rule. */
  readonly ruleId: string | null;
  readonly draft: RuleDraft;
}

/** In won; null where the rule counts funds outside of what the actor may see. */
export interface StandingFigures {
  readonly requiredWon: Won | null;
  readonly countedWon: Won | null;
}

export interface DecidedMandate extends StandingFigures {
  readonly ruleId: string;
  readonly number: number;
  /** What the wording before asked for, and what counted for it; null for a new rule, and where the figures cannot be told. */
  readonly before: StandingFigures | null;
  readonly postings: readonly PostedEntry[];
}

export interface EndMandate {
  readonly ruleId: string;
  readonly endedOn: LocalDate;
  readonly reason: string;
}

@Injectable()
export class MandateRuleService {
  constructor(private readonly limits: LimitService) {}

  /** `mandate.decide`: a new rule of a mandate, or a new wording of one from a day on. What applied before answers for its time. */
  readonly decide: Command<DecideMandate, DecidedMandate> = {
    name: 'mandate.decide',
    execute: async (tx, context, input) => {
      if (input.fundId !== null) await lockFund(tx, input.fundId);
      const fund = await oneFundOf(tx, input);
      const before = input.ruleId === null ? null : await earlierWording(tx, input.ruleId, input);
      if (input.draft.stakePartnerId !== null) await requirePartner(tx, input.keyId, input.draft.stakePartnerId);
      const on = maxOf(context.today, input.draft.effectiveFrom);
      const stood = before === null ? null : await howItStands(tx, fund, before.id, on);
      const rule = { id: before?.id ?? randomUUID(), number: (before?.number ?? 0) + 1, keyId: input.keyId, draft: input.draft };
      await insertRule(tx, context, rule);
      const effectiveOn = input.draft.effectiveFrom < context.today ? input.draft.effectiveFrom : context.today;
      const postings = input.fundId === null ? [] : await this.limits.settleRooms(tx, context, { fundId: input.fundId, effectiveOn, memo: input.draft.name.ko });
      const stands = await howItStands(tx, fund, rule.id, on);
      invariant(stands !== null, 'a rule that has just been decided is in force');
      context.judge(stands.verdicts);
      if (input.fundId !== null) context.announce('fund.changed', { fundId: input.fundId });
      return { ruleId: rule.id, number: rule.number, ...figuresOf(stands), before: stood === null ? null : figuresOf(stood), postings };
    },
  };

  /** `mandate.end`: from a day on the rule asks for nothing. It cannot be undone; a new rule can be decided. */
  readonly end: Command<EndMandate, EndMandate> = {
    name: 'mandate.end',
    execute: async (tx, context, input) => {
      const rule = await getRule(tx, input.ruleId, EVERYTHING);
      const fundId = rule.level === 'FUND' ? rule.key : null;
      if (fundId !== null) await lockFund(tx, fundId);
      requireEndable(await getRule(tx, input.ruleId, EVERYTHING), input);
      await tx.query('insert into mandate_end (rule_id, ended_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [
        ...[input.ruleId, input.endedOn, input.reason, context.now, context.commandId],
      ]);
      if (fundId !== null) context.announce('fund.changed', { fundId });
      return input;
    },
  };
}

const figuresOf = ({ requiredWon, countedWon }: StandingFigures): StandingFigures => ({ requiredWon, countedWon });

const maxOf = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

/** A fund that the rule counts, through which its whole group is found. Throws at /keyId where there is none to be seen. */
async function oneFundOf(tx: Tx, input: DecideMandate): Promise<FundRow> {
  if (input.fundId !== null) return getFund(tx, input.fundId);
  const fund = (await listFunds(tx)).find((each) => bearsOn({ level: input.draft.level, key: input.keyId }, each));
  if (fund !== undefined) return fund;
  throw invalidField('/keyId', 'mandate.nothing-to-count', {
    ko: input.draft.level === 'PROGRAMME' ? '이 사업에 조합이 없습니다. 조합이 결성된 사업을 골라 주세요.' : '이 운용사가 운용하는 조합이 없습니다. 업무집행조합원을 골라 주세요.',
    en: input.draft.level === 'PROGRAMME' ? 'The programme has no fund yet. Choose one that has.' : 'Nobody of that name manages a fund. Choose a general partner.',
  });
}

async function earlierWording(tx: Tx, ruleId: string, { keyId, draft }: DecideMandate): Promise<StoredRule> {
  const before = await getRule(tx, ruleId, EVERYTHING);
  if (before.key !== keyId || before.level !== draft.level) throw notFound({ ko: '투자의무', en: 'mandate rule' }, ruleId);
  if (before.endedOn !== null) throw new DomainError('conflict', 'mandate.ended', { ko: `${before.endedOn}에 종료된 의무입니다. 새 의무로 등록해 주세요.`, en: `The rule ended on ${before.endedOn}. Decide a new one.` });
  if (before.effectiveFrom > draft.effectiveFrom) {
    throw invalidField('/effectiveFrom', 'mandate.before-earlier-wording', { ko: `직전 문구의 시행일(${before.effectiveFrom}) 이후여야 합니다.`, en: `It cannot take effect before the wording of ${before.effectiveFrom}.` });
  }
  return before;
}

async function requirePartner(tx: Tx, fundId: string, partnerId: string): Promise<void> {
  const rows: unknown[] = await tx.query('select 1 from fund_partner where id = $1 and fund_id = $2', [partnerId, fundId]);
  if (rows.length === 0) throw invalidField('/stakePartnerId', 'mandate.unknown-partner', { ko: '이 조합의 조합원이 아닙니다. 조합원을 다시 골라 주세요.', en: 'That is no partner of this fund. Choose again.' });
}

function requireEndable(rule: StoredRule, { endedOn }: EndMandate): void {
  if (rule.endedOn !== null) throw new DomainError('conflict', 'mandate.ended-already', { ko: `${rule.endedOn}에 이미 종료된 의무입니다.`, en: `The rule ended on ${rule.endedOn} already.` });
  if (endedOn < rule.effectiveFrom) {
    throw invalidField('/endedOn', 'mandate.ended-before-it-began', { ko: `종료일은 시행일(${rule.effectiveFrom}) 이후여야 합니다.`, en: `It cannot end before it took effect on ${rule.effectiveFrom}.` });
  }
}

interface Standing extends StandingFigures {
  readonly verdicts: readonly Verdict[];
}

/** Where the rule stands on a day with all others beside it; null while it does not apply. A rule out of reach is a fact to be known, not to be refused. */
async function howItStands(tx: Tx, fund: FundRow, ruleId: string, on: LocalDate): Promise<Standing | null> {
  const group = await mandateGroup(tx, [fund], EVERYTHING, on);
  const outlook = mandateOutlook(group.rules, group.funds.map((each) => each.mandate), on);
  const own = outlook.positions.find((position) => position.rule.id === ruleId);
  if (own === undefined) return null;
  if (group.partial) return { requiredWon: null, countedWon: null, verdicts: [] };
  const conflicting = outlook.positions.filter((position) => outlook.conflict.includes(position.rule.id)).map((position) => position.rule.name);
  const verdict: Verdict = {
    rule: 'mandates-can-be-met-together',
    clause: own.rule.clause,
    result: outlook.reachable ? 'PASS' : 'WARN',
    text: outlook.reachable
      ? { ko: `다른 의무와 함께 달성할 수 있습니다. 앞으로 적어도 ${formatWon(outlook.leastFurtherWon ?? own.shortfallWon)}원을 더 투자해야 합니다.`, en: `It can be met with all others, by ${formatWon(outlook.leastFurtherWon ?? own.shortfallWon)} won of further deals at least.` }
      : { ko: `남은 투자가능액으로는 함께 달성할 수 없습니다: ${conflicting.map((name) => name.ko).join(', ')}.`, en: `The capital left cannot meet these together: ${conflicting.map((name) => name.en).join(', ')}.` },
    inputs: { requiredWon: `${own.target.requiredWon}`, countedWon: `${own.countedWon}`, leastFurtherWon: outlook.leastFurtherWon === null ? null : `${outlook.leastFurtherWon}` },
  };
  return { requiredWon: own.target.requiredWon, countedWon: own.countedWon, verdicts: [verdict] };
}

