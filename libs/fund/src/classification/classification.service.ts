import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { EVERYTHING, getFund, lockFund } from '../fund/fund.query.js';
import { getInvestment, type InvestmentRow } from '../investment/investment.query.js';
import { keepVerdicts } from '../investment/investment.store.js';
import type { ObligationPosition } from '../obligation/obligation.js';
import { fundPolicies, fundPosition } from '../obligation/fund-position.query.js';
import { judgedClaim } from '../recognition/claim/claim.service.js';
import { keepEvidence, keepSnapshot } from '../recognition/recognition.store.js';
import { snapshotOf } from '../recognition/snapshot/snapshot.rules.js';
import { ClassificationRecord } from './classification-record.service.js';
import { COMPANY_BASES, RECOGNITION_ROUTES, type Classification, type EvidenceDraft, type Recognition } from './classification.js';
import { listEvidence, requireDocuments, type EvidenceRow } from './classification.query.js';

export interface DecideClassification extends Classification {
  readonly investmentId: string;
}

export interface DecidedClassification {
  readonly decision: string;
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
  /** SHA-256 of the frozen facts; null for a decision that freezes none. */
  readonly snapshotSha256: string | null;
}

export interface AttachEvidence {
  readonly investmentId: string;
  readonly evidence: readonly EvidenceDraft[];
}

export interface AttachedEvidence {
  readonly route: string | null;
  readonly evidence: readonly EvidenceRow[];
}

@Injectable()
export class ClassificationService {
  constructor(private readonly record: ClassificationRecord) {}

  /**
   * `classification.decide`: a dated decision that follows the earlier ones. Accepting gives headroom back and freezes what it
   * rests on; withdrawing takes it, even below its floor, because the loss of recognition is a fact.
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
      const recognition = recognitionOf(input);
      // What is missing is shown and kept; the decision is a person's.
      const judged = recognition === null ? null : await judgedClaim(tx, investment, recognition, policies);
      context.judge(judged?.verdicts ?? []);
      const { investmentId: _investment, ...decision } = input;
      const { classificationId, knownAt } = await this.record.keep(tx, context, investment, decision, before.rule.version);
      const witness = { knownAt, commandId: context.commandId };
      const frozen = judged === null ? null : { ...judged, deal: investment, decision: { ...decision, decidedBy: context.actor.userId, ruleVersion: before.rule.version } };
      const snapshotSha256 = frozen === null ? null : await keepSnapshot(tx, witness, classificationId, frozen.claim.testedOn, snapshotOf(frozen));
      await this.record.post(tx, context, investment, decision, knownAt);
      const after = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      await keepVerdicts(tx, context.commandId, context.now, [{ kind: 'investment', id: investment.id, fundId: fund.id, verdicts: context.verdicts }]);
      context.announce('fund.changed', { fundId: fund.id });
      return { decision: input.decision, before, after, snapshotSha256 };
    },
  };

  /** `evidence.attach`: further documents for an investment, with what they say; the earlier ones stay. In a dry run: what the checks make of them. */
  readonly attach: Command<AttachEvidence, AttachedEvidence> = {
    name: 'evidence.attach',
    execute: async (tx, context, input) => {
      const investment = await getInvestment(tx, input.investmentId, EVERYTHING);
      // Whoever decides under the same lock sees either all of these documents or none.
      await lockFund(tx, investment.fundId);
      await requireDocuments(tx, input.evidence);
      await keepEvidence(tx, { knownAt: context.now, commandId: context.commandId }, investment.id, input.evidence);
      await judgeStandingClaim(tx, context, investment);
      context.announce('fund.changed', { fundId: investment.fundId });
      return { route: investment.route, evidence: await listEvidence(tx, [investment.id], EVERYTHING.knownBefore) };
    },
  };
}

/** An acceptance names both prongs and is checked; any other decision claims nothing. */
const recognitionOf = ({ decision, route, companyBasis }: Classification): Recognition | null => (decision !== 'QUALIFIED' || route === null || companyBasis === null ? null : { route, companyBasis });

/** What the checks say of the claim as it stands, for who attaches; nobody decides by it. */
async function judgeStandingClaim(tx: Tx, context: CommandContext, investment: InvestmentRow): Promise<void> {
  const route = RECOGNITION_ROUTES.find((each) => each === investment.route);
  const companyBasis = COMPANY_BASES.find((each) => each === investment.companyBasis);
  if (route === undefined || companyBasis === undefined) return;
  const policies = await fundPolicies(tx, await getFund(tx, investment.fundId), EVERYTHING, context.today);
  context.judge((await judgedClaim(tx, investment, { route, companyBasis }, policies)).verdicts);
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
