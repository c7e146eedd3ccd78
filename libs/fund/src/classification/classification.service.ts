import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { fundBook } from '../fund/fund.charts.js';
import { claimLimits } from '../fund/fund.policy.js';
import { getFund, lockFund } from '../fund/fund.query.js';
import { getInvestment, type InvestmentRow } from '../investment/investment.query.js';
import { keepVerdicts } from '../investment/investment.store.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { EVERYTHING, fundPosition } from '../obligation/obligation.service.js';
import type { Classification, EvidenceDraft } from './classification.js';
import { judgeClaim, type ClaimLimits } from './classification.rules.js';
import { ClassificationEntity } from './classification.entity.js';
import { recognitionAccepted, recognitionWithdrawn } from './classification.posting.js';
import { afterEarlierDecisions, listEvidence, requireDocuments, type EvidenceRow } from './classification.query.js';
import { EvidenceEntity } from './evidence.entity.js';

export interface DecideClassification extends Classification {
  readonly investmentId: string;
}

export interface DecidedClassification {
  readonly decision: string;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
}

export interface AttachEvidence {
  readonly investmentId: string;
  readonly evidence: readonly EvidenceDraft[];
}

@Injectable()
export class ClassificationService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `classification.decide`: a dated decision that follows the earlier ones. Accepting gives headroom back; withdrawing
   * takes it, even below its floor, because the loss of recognition is a fact.
   */
  readonly decide: Command<DecideClassification, DecidedClassification> = {
    name: 'classification.decide',
    execute: async (tx, context, input) => {
      const found = await getInvestment(tx, input.investmentId, EVERYTHING);
      await lockFund(tx, found.fundId);
      // Read again under the lock: what it was a moment ago may have been decided meanwhile.
      const investment = await getInvestment(tx, input.investmentId, EVERYTHING);
      requireDecidable(investment, input, context.today);
      const fund = await getFund(tx, investment.fundId);
      const { position: before, policies } = await fundPosition(tx, fund, EVERYTHING, context.today);
      context.judge(await judgeDecision(tx, investment, input, claimLimits(policies)));
      const knownAt = await afterEarlierDecisions(tx, investment.id, context.now);
      await tx.insert(ClassificationEntity, {
        investmentId: investment.id,
        decision: input.decision,
        route: input.route,
        companyBasis: input.companyBasis,
        effectiveOn: input.effectiveOn,
        reason: input.reason,
        decidedBy: context.actor.userId,
        ruleVersion: before.rule.version,
        knownAt,
        commandId: context.commandId,
      });
      const was = investment.status === 'QUALIFIED';
      const is = input.decision === 'QUALIFIED';
      if (was !== is) {
        const recognised = { investmentId: investment.id, number: investment.number, amountWon: won(investment.amountWon) };
        const bookedOn = await this.ledger.bookableDay(tx, fundBook(fund.id), input.effectiveOn);
        const dating = { effectiveOn: bookedOn, knownAt, history: false };
        await this.ledger.post(tx, context, [is ? recognitionAccepted(fund.id, recognised, dating) : recognitionWithdrawn(fund.id, recognised, dating)]);
      }
      const after = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      await keepVerdicts(tx, context.commandId, context.now, [{ kind: 'investment', id: investment.id, fundId: fund.id, verdicts: context.verdicts }]);
      context.announce('fund.changed', { fundId: fund.id });
      return { decision: input.decision, before, after };
    },
  };

  /** `evidence.attach`: further documents for an investment; the earlier ones stay. */
  readonly attach: Command<AttachEvidence, readonly EvidenceRow[]> = {
    name: 'evidence.attach',
    execute: async (tx, context, input) => {
      const investment = await getInvestment(tx, input.investmentId, EVERYTHING);
      // Whoever decides under the same lock sees either all of these documents or none.
      await lockFund(tx, investment.fundId);
      await requireDocuments(tx, input.evidence);
      const witness = { knownAt: context.now, commandId: context.commandId, investmentId: investment.id };
      await tx.insert(EvidenceEntity, input.evidence.map((each) => ({ ...each, ...witness, id: randomUUID() })));
      context.announce('fund.changed', { fundId: investment.fundId });
      return listEvidence(tx, [investment.id], EVERYTHING.knownBefore);
    },
  };
}

/** An acceptance is checked against the evidence on record; what is missing is shown and kept, the decision is a person's. */
async function judgeDecision(tx: Tx, investment: InvestmentRow, input: DecideClassification, limits: ClaimLimits): Promise<Verdict[]> {
  const { route, companyBasis } = input;
  if (input.decision !== 'QUALIFIED' || route === null || companyBasis === null) return [];
  const evidence = await listEvidence(tx, [investment.id], EVERYTHING.knownBefore);
  return judgeClaim({ route, companyBasis, evidence, paidOn: investment.paidOn, incorporatedOn: investment.incorporatedOn }, limits);
}

function requireDecidable(investment: InvestmentRow, input: DecideClassification, today: LocalDate): void {
  if (investment.voided || investment.kind === 'CONVERSION') {
    throw new DomainError('conflict', 'classification.nothing-to-decide', {
      ko: investment.voided ? '취소된 투자는 판정할 수 없습니다.' : '전환(비현금) 건은 별도로 판정하지 않습니다. 최초 투자를 판정해 주세요.',
      en: investment.voided ? 'A voided investment cannot be classified.' : 'A conversion is not classified by itself: decide about the first investment.',
    });
  }
  if (input.decision === 'QUALIFIED' && (input.route === null || input.companyBasis === null)) {
    throw invalidField(input.route === null ? '/route' : '/companyBasis', 'classification.two-prongs', {
      ko: '주목적 인정에는 공공기술 인정경로와 창업·기술기반 구분이 모두 필요합니다.',
      en: 'Recognition needs both the public-technology route and the start-up or technology basis.',
    });
  }
  if (input.effectiveOn < investment.paidOn) {
    throw invalidField('/effectiveOn', 'classification.before-payment', {
      ko: `효력일은 투자금 납입일(${investment.paidOn}) 이후여야 합니다.`,
      en: `The decision cannot take effect before the payment date ${investment.paidOn}.`,
    });
  }
  if (input.effectiveOn > today) {
    throw invalidField('/effectiveOn', 'classification.not-in-effect-yet', {
      ko: '효력일이 오늘보다 뒤입니다. 효력이 생긴 날에 판정을 기록해 주세요.',
      en: 'The decision would take effect in the future. Record it on the day it does.',
    });
  }
  if (input.decision === 'REVOKED' && investment.status !== 'QUALIFIED') {
    throw new DomainError('conflict', 'classification.not-recognised', { ko: '인정된 투자만 취소할 수 있습니다.', en: 'Only a recognised investment can be revoked.' });
  }
}
