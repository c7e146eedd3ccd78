import { Injectable } from '@nestjs/common';
import { startOfSeoulDay } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { booksClosedThrough, postedCarrying, valuedDeals } from './fair-value.query.js';
import { fairValueAdjusted } from './fair-value.posting.js';
import { carryingChanges, carryingSteps } from './fair-value.rules.js';

/** Keeps the fair values in the books in step with the valuations and exits on record. */
@Injectable()
export class FairValueService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Posts what is missing between the books and what the facts about these deals of one fund say on every day, and nothing
   * where they agree. Call it after the facts are stored, under the fund's lock. `history`: an import tells them.
   */
  async settle(tx: Tx, context: CommandContext, fundId: string, investmentIds: readonly string[], history = false): Promise<readonly PostedEntry[]> {
    if (investmentIds.length === 0) return [];
    const [deals, posted, closed] = [await valuedDeals(tx, investmentIds), await postedCarrying(tx, fundId, investmentIds), await booksClosedThrough(tx, fundId)];
    const entries = deals.flatMap((deal) =>
      carryingChanges(carryingSteps(deal), posted.get(deal.id) ?? [], closed).map(({ on, ...change }) =>
        fairValueAdjusted(fundId, deal, change, { effectiveOn: on, knownAt: history ? earlier(startOfSeoulDay(on), context.now) : context.now, history }),
      ),
    );
    return this.ledger.post(tx, context, entries);
  }
}

const earlier = (left: Date, right: Date): Date => (left < right ? left : right);
