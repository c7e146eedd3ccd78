import { Injectable } from '@nestjs/common';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { fundBook } from '../fund/fund.charts.js';
import type { InvestmentRow } from '../investment/investment.query.js';
import { LimitService } from '../obligation/limit/limit.service.js';
import type { Classification } from './classification.js';
import { recognitionAccepted, recognitionWithdrawn } from './classification.posting.js';
import { afterEarlierDecisions } from './classification.query.js';

export interface RecordedDecision {
  readonly classificationId: string;
  readonly knownAt: Date;
}

/** Records a decision with what it does to the limits, whichever command states it. */
@Injectable()
export class ClassificationRecord {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
  ) {}

  /**
   * The decision as a fact. Whoever claimed or attached evidence is refused (`classification.own-claim`), as the database
   * would at commit. Call it under the fund's lock.
   */
  async keep(tx: Tx, context: CommandContext, investment: InvestmentRow, decision: Classification, ruleVersion: string): Promise<RecordedDecision> {
    await requireAnother(tx, investment.id, context.actor.userId);
    const knownAt = await afterEarlierDecisions(tx, investment.id, context.now);
    const { route, companyBasis, effectiveOn, reason } = decision;
    const rows: { id: string }[] = await tx.query(
      `insert into classification (investment_id, decision, route, company_basis, effective_on, reason, decided_by, rule_version, known_at, command_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [investment.id, decision.decision, route, companyBasis, effectiveOn, reason, context.actor.userId, ruleVersion, knownAt, context.commandId],
    );
    return { classificationId: rows[0]?.id ?? '', knownAt };
  }

  /** Gives headroom back, or takes it, where the decision changes whether the deal counts; then the rooms of all mandates. */
  async post(tx: Tx, context: CommandContext, investment: InvestmentRow, decision: Classification, knownAt: Date): Promise<void> {
    const was = investment.status === 'QUALIFIED';
    const is = decision.decision === 'QUALIFIED';
    if (was === is) return;
    const { fundId, id, number } = investment;
    const recognised = { investmentId: id, number, amountWon: won(investment.amountWon) };
    const effectiveOn = await this.ledger.bookableDay(tx, fundBook(fundId), decision.effectiveOn);
    const dating = { effectiveOn, knownAt, history: false };
    await this.ledger.post(tx, context, [is ? recognitionAccepted(fundId, recognised, dating) : recognitionWithdrawn(fundId, recognised, dating)]);
    await this.limits.settleRooms(tx, context, { fundId, effectiveOn, memo: `${number} ${is ? '주목적 인정' : '주목적 인정 취소'}` });
  }
}

async function requireAnother(tx: Tx, investmentId: string, userId: string): Promise<void> {
  const own: unknown[] = await tx.query(
    `select 1 from investment i join command_author a on a.id = i.command_id where i.id = $1 and a.actor_id = $2
      union all select 1 from evidence e join command_author a on a.id = e.command_id where e.investment_id = $1 and a.actor_id = $2`,
    [investmentId, userId],
  );
  if (own.length === 0) return;
  throw new DomainError('forbidden', 'classification.own-claim', {
    ko: '투자를 기록했거나 증빙을 첨부한 사람은 인정 여부를 판정할 수 없습니다. 다른 준법감시 담당자가 판정해 주세요.',
    en: 'Whoever recorded the deal or attached its evidence cannot decide about it. Another compliance officer has to.',
  });
}
