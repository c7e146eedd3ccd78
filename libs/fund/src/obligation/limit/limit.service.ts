import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { balanceOf, Ledger } from '#libs/ledger';
import { won } from '#libs/money';
import { DEAL_CAPACITY, fundAccount, HEADROOM } from '../../fund/fund.charts.js';
import { getFund } from '../../fund/fund.query.js';
import { EVERYTHING, fundPosition } from '../obligation.service.js';
import { limitsSettled } from './limit.posting.js';
import { limitTargets } from './limit.rules.js';

/** Keeps the limits in the ledger in step with facts that are no deals. */
@Injectable()
export class LimitService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Posts what is missing between the limits in the ledger and what the facts on record say, and nothing where they agree.
   * Call it after the facts are stored, under the fund's lock; `memo` says which fact moved them.
   */
  async settle(tx: Tx, context: CommandContext, change: { readonly fundId: string; readonly effectiveOn: LocalDate; readonly memo: string }): Promise<void> {
    const { position } = await fundPosition(tx, await getFund(tx, change.fundId), EVERYTHING, context.today);
    const held = {
      capacityWon: won(await balanceOf(tx, fundAccount(DEAL_CAPACITY, change.fundId).key)),
      headroomWon: won(await balanceOf(tx, fundAccount(HEADROOM, change.fundId).key)),
    };
    const dating = { effectiveOn: change.effectiveOn, knownAt: context.now, history: false };
    const entry = limitsSettled(change.fundId, held, limitTargets(position), change.memo, dating);
    if (entry !== null) await this.ledger.post(tx, context, [entry]);
  }
}
