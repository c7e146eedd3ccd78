import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, balanceOf, type PostedEntry } from '#libs/ledger';
import { basisPoints, won, type Won } from '#libs/money';
import { ensureParties, type PartyDraft } from '#libs/party';
import type { PolicySet } from '#libs/policy';
import { requireDocuments } from '../classification/classification.query.js';
import { EvidenceEntity } from '../classification/evidence.entity.js';
import type { EvidenceDraft, Recognition } from '../classification/classification.js';
import { judgeClaim } from '../classification/classification.rules.js';
import { CASH, fundAccount } from '../fund/fund.charts.js';
import { claimLimits, FUND_POLICIES } from '../fund/fund.policy.js';
import { getFund, lockFund, type FundRow } from '../fund/fund.query.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { obligationPosition } from '../obligation/obligation.rules.js';
import { EVERYTHING, fundPosition, withDeal } from '../obligation/obligation.service.js';
import type { Deal } from './investment.js';
import { InvestmentEntity } from './investment.entity.js';
import { investmentPaid } from './investment.posting.js';
import { judgeDeal, type DealLimits } from './investment.rules.js';
import { costInCompany, keepVerdicts, nextInvestmentNumber } from './investment.store.js';

export interface RecordInvestment {
  readonly fundId: string;
  readonly company: PartyDraft;
  readonly deal: Deal;
  readonly originId: string | null;
  readonly recognition: Recognition | null;
  readonly evidence: readonly EvidenceDraft[];
}

export interface RecordedInvestment {
  readonly id: string | null;
  readonly number: string | null;
  readonly blocked: boolean;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  readonly afterIfAccepted: ObligationPosition | null;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class InvestmentService {
  constructor(private readonly ledger: Ledger) {}

  /** `investment.record`: a paid deal, judged by every rule, posted, its evidence kept. In a dry run: the simulator. */
  readonly record: Command<RecordInvestment, RecordedInvestment> = {
    name: 'investment.record',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const fund = await getFund(tx, input.fundId);
      requireDatesOfTheFund(fund, input.deal.paidOn, context.today);
      const { position, policies } = await fundPosition(tx, fund, EVERYTHING, context.today);
      const companies = await ensureParties(tx, [input.company]);
      const companyId = [...companies.values()][0] ?? '';
      const limits = dealLimits(policies);
      const verdicts = [...(await this.judge(tx, fund, position, limits, input, companyId)), ...judgeRecognition(input, policies)];
      const after = (status: 'NOT_CLAIMED' | 'PENDING' | 'QUALIFIED'): ObligationPosition => withOneMore(fund, position, input.deal.amountWon, status);
      const outcome = {
        before: position,
        after: after(input.recognition === null ? 'NOT_CLAIMED' : 'PENDING'),
        afterIfAccepted: input.recognition === null ? null : after('QUALIFIED'),
      };
      context.judge(verdicts);
      if (context.blocked) return { ...outcome, id: null, number: null, blocked: true, postings: [] };
      const stored = await this.store(tx, context, fund, companyId, input);
      await keepVerdicts(tx, context.commandId, context.now, [{ kind: 'investment', id: stored.id, fundId: fund.id, verdicts }]);
      const dating = { effectiveOn: input.deal.paidOn, knownAt: context.now, history: false };
      const entry = investmentPaid(fund.id, { ...stored, company: input.company.name, amountWon: input.deal.amountWon }, dating, limits.headroomAction === 'WARN');
      const postings = await this.ledger.post(tx, context, [entry]);
      context.announce('fund.changed', { fundId: fund.id });
      return { ...outcome, ...stored, blocked: false, postings };
    },
  };

  private async judge(tx: Tx, fund: FundRow, position: ObligationPosition, limits: DealLimits, input: RecordInvestment, companyId: string): Promise<Verdict[]> {
    const facts = {
      amountWon: input.deal.amountWon,
      paidOn: input.deal.paidOn,
      position,
      deadlineOn: position.rule.test.kind === 'BY_DEADLINE' ? position.rule.test.deadlineOn : fund.investmentTo,
      investmentPeriod: { from: fund.investmentFrom, to: fund.investmentTo },
      costInCompanyWon: await costInCompany(tx, fund.id, companyId),
      cashWon: won(await balanceOf(tx, fundAccount(CASH, fund.id).key)),
      claimsRecognition: input.recognition !== null,
    };
    return judgeDeal(facts, limits);
  }

  private async store(tx: Tx, context: CommandContext, fund: FundRow, companyId: string, input: RecordInvestment): Promise<{ id: string; number: string }> {
    if (input.originId !== null) await requireOrigin(tx, fund.id, input.originId);
    await requireDocuments(tx, input.evidence);
    const { deal } = input;
    const id = randomUUID();
    const number = await nextInvestmentNumber(tx, fund.id, deal.paidOn.slice(0, 4));
    const witness = { knownAt: context.now, commandId: context.commandId };
    await tx.insert(InvestmentEntity, {
      ...deal,
      ...witness,
      id,
      number,
      fundId: fund.id,
      companyId,
      shares: deal.shares?.toString() ?? null,
      claimedRoute: input.recognition?.route ?? null,
      companyBasis: input.recognition?.companyBasis ?? null,
      originId: input.originId,
      history: false,
    });
    if (input.evidence.length > 0) {
      await tx.insert(EvidenceEntity, input.evidence.map((each) => ({ ...each, ...witness, id: randomUUID(), investmentId: id })));
    }
    return { id, number };
  }
}

function judgeRecognition({ recognition, evidence, deal, company }: RecordInvestment, policies: PolicySet): Verdict[] {
  if (recognition === null) return [];
  return judgeClaim({ ...recognition, evidence, paidOn: deal.paidOn, incorporatedOn: company.incorporatedOn }, claimLimits(policies));
}

function withOneMore(fund: FundRow, position: ObligationPosition, amountWon: Won, status: 'NOT_CLAIMED' | 'PENDING' | 'QUALIFIED'): ObligationPosition {
  const period = { from: fund.investmentFrom, to: fund.investmentTo };
  return obligationPosition(position.rule, withDeal(position.facts, amountWon, status), period, EVERYTHING.asOf);
}

function requireDatesOfTheFund(fund: FundRow, paidOn: LocalDate, today: LocalDate): void {
  if (paidOn < fund.foundedOn || paidOn > fund.lifeTo) {
    throw invalidField('/paidOn', 'investment.outside-fund-life', {
      ko: `투자금 납입일은 조합 존속기간(${fund.foundedOn} ~ ${fund.lifeTo}) 안이어야 합니다.`,
      en: `The payment date must lie within the life of the fund (${fund.foundedOn} to ${fund.lifeTo}).`,
    });
  }
  if (paidOn > today) {
    throw invalidField('/paidOn', 'investment.not-paid-yet', {
      ko: '납입일이 오늘보다 뒤입니다. 실제로 납입한 뒤에 기록해 주세요.',
      en: 'The payment date lies in the future. Record the deal once it is paid.',
    });
  }
}

async function requireOrigin(tx: Tx, fundId: string, originId: string): Promise<void> {
  const found: unknown[] = await tx.query('select 1 from investment where id = $1 and fund_id = $2', [originId, fundId]);
  if (found.length > 0) return;
  throw invalidField('/originId', 'investment.unknown-origin', {
    ko: '이 조합에 그런 최초 투자가 없습니다. 최초 투자를 다시 골라 주세요.',
    en: 'The fund has no such first investment. Choose it again.',
  });
}

export function dealLimits(policies: PolicySet): DealLimits {
  const action = (key: string): 'WARN' | 'BLOCK' => (policies.text(key) === 'WARN' ? 'WARN' : 'BLOCK');
  const cap = policies.find(FUND_POLICIES.singleCompanyCap);
  const ratio = policies.find(FUND_POLICIES.obligationRatio);
  if (ratio === null) {
    throw new DomainError('conflict', 'fund.no-obligation', { ko: '의무투자 기준이 등록되지 않은 조합입니다.', en: 'No obligation has been decided for this fund.' });
  }
  return {
    headroomAction: action(FUND_POLICIES.headroomAction),
    singleCompanyCap: basisPoints(policies.integer(FUND_POLICIES.singleCompanyCap, 10_000)),
    singleCompanyAction: action(FUND_POLICIES.singleCompanyAction),
    obligationClause: ratio.clause,
    singleCompanyClause: cap?.clause ?? '',
  };
}
