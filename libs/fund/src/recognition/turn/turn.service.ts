import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { ClassificationRecord } from '../../classification/classification-record.service.js';
import type { Classification, CompanyBasis, RecognitionRoute } from '../../classification/classification.js';
import { EVERYTHING, getFund, lockFund } from '../../fund/fund.query.js';
import { getInvestment, type InvestmentRow } from '../../investment/investment.query.js';
import type { ObligationPosition } from '../../obligation/obligation.js';
import { fundPosition } from '../../obligation/fund-position.query.js';
import type { EvidenceTurn } from '../detail/evidence-detail.js';
import { lostStatusEffect } from '../recognition.policy.js';
import { dealsRestingOn, getEvidence, type TurningEvidence } from './turn.query.js';
import { recognitionFallsOn } from './turn.rules.js';

export interface InvalidateEvidence {
  readonly investmentId: string;
  readonly evidenceId: string;
  readonly turn: EvidenceTurn;
  readonly happenedOn: LocalDate;
  readonly replacedById: string | null;
  readonly reason: string;
}

export interface FallenRecognition {
  readonly investmentId: string;
  readonly number: string;
  readonly company: string;
  readonly amountWon: string;
  readonly effectiveOn: LocalDate;
}

export interface InvalidatedEvidence {
  readonly evidenceId: string;
  readonly turn: EvidenceTurn;
  readonly revoked: readonly FallenRecognition[];
  readonly kept: readonly string[];
  readonly before: ObligationPosition;
  readonly after: ObligationPosition;
}

@Injectable()
export class EvidenceTurnService {
  constructor(private readonly record: ClassificationRecord) {}

  /**
   * `evidence.invalidate`: a document turned out false or void, lost its status, or is replaced. Every recognition that rests on it
   * and cannot stand without it is revoked with it, by the same person and for the same reason.
   */
  readonly invalidate: Command<InvalidateEvidence, InvalidatedEvidence> = {
    name: 'evidence.invalidate',
    execute: async (tx, context, input) => {
      const { fundId } = await getEvidence(tx, input);
      await lockFund(tx, fundId);
      const evidence = await getEvidence(tx, input);
      await requirePossible(tx, evidence, input, context.today);
      const fund = await getFund(tx, fundId);
      const { position: before, policies } = await fundPosition(tx, fund, EVERYTHING, context.today);
      await tx.query('insert into evidence_turn (id, evidence_id, turn, happened_on, reason, replaced_by, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8)', [
        ...[randomUUID(), evidence.id, input.turn, input.happenedOn, input.reason, input.replacedById],
        ...[context.now, context.commandId],
      ]);
      const [revoked, kept]: [FallenRecognition[], string[]] = [[], []];
      for (const id of await dealsRestingOn(tx, evidence)) {
        const deal = await getInvestment(tx, id, EVERYTHING);
        const fallsOn = recognitionFallsOn(input.turn, input.happenedOn, deal.paidOn, lostStatusEffect(policies));
        if (fallsOn === null) kept.push(deal.number);
        else revoked.push(await this.revoke(tx, context, deal, revocation(deal, evidence, input, fallsOn), before.rule.version));
      }
      const after = (await fundPosition(tx, fund, EVERYTHING, context.today)).position;
      context.announce('fund.changed', { fundId });
      return { evidenceId: evidence.id, turn: input.turn, revoked, kept, before, after };
    },
  };

  private async revoke(tx: Tx, context: CommandContext, deal: InvestmentRow, decision: Classification, ruleVersion: string): Promise<FallenRecognition> {
    const { knownAt } = await this.record.keep(tx, context, deal, decision, ruleVersion);
    await this.record.post(tx, context, deal, decision, knownAt);
    return { investmentId: deal.id, number: deal.number, company: deal.company, amountWon: deal.amountWon, effectiveOn: decision.effectiveOn };
  }
}

const TURN_NAMES: Readonly<Record<EvidenceTurn, string>> = {
  FALSE_DOCUMENT: '허위 서류',
  CANCELLED_AB_INITIO: '소급 취소',
  LOST_STATUS: '지위 상실',
  CORRECTED: '정정',
};

function revocation(deal: InvestmentRow, evidence: TurningEvidence, input: InvalidateEvidence, effectiveOn: LocalDate): Classification {
  return {
    decision: 'REVOKED',
    route: deal.route as RecognitionRoute | null,
    companyBasis: deal.companyBasis as CompanyBasis | null,
    effectiveOn,
    reason: `증빙 '${evidence.kind}' ${TURN_NAMES[input.turn]}(${input.happenedOn}): ${input.reason}`,
  };
}

async function requirePossible(tx: Tx, evidence: TurningEvidence, input: InvalidateEvidence, today: LocalDate): Promise<void> {
  if (evidence.turns.some((turn) => turn !== 'LOST_STATUS' || turn === input.turn)) {
    throw new DomainError('conflict', 'evidence.turned-already', { ko: '이미 효력을 잃은 것으로 기록된 증빙입니다.', en: 'The document is on record as invalid already.' });
  }
  if (input.happenedOn > today) {
    throw invalidField('/happenedOn', 'evidence.turn-in-future', { ko: '오늘보다 뒤의 날짜입니다. 그날이 지난 뒤 기록해 주세요.', en: 'It lies in the future. Record it once it has happened.' });
  }
  if (evidence.issuedOn !== null && input.happenedOn < evidence.issuedOn) {
    throw invalidField('/happenedOn', 'evidence.turn-before-issue', {
      ko: `증빙 발급일(${evidence.issuedOn})보다 앞선 날짜입니다. 날짜를 확인해 주세요.`,
      en: `It lies before the issue of the document on ${evidence.issuedOn}. Check the date.`,
    });
  }
  await requireReplacement(tx, evidence, input);
}

async function requireReplacement(tx: Tx, evidence: TurningEvidence, { turn, replacedById }: InvalidateEvidence): Promise<void> {
  if (turn !== 'CORRECTED' && replacedById === null) return;
  const found: unknown[] =
    turn === 'CORRECTED' && replacedById !== null ? await tx.query('select 1 from evidence where id = $1 and investment_id = $2 and id <> $3', [replacedById, evidence.investmentId, evidence.id]) : [];
  if (found.length > 0) return;
  throw invalidField('/replacedById', 'evidence.replacement', {
    ko: '정정이면 이 투자에 첨부한 대체 증빙을 고르고, 그 밖의 경우에는 비워 두세요.',
    en: 'For a correction choose the document of this investment that takes its place; otherwise leave it empty.',
  });
}
