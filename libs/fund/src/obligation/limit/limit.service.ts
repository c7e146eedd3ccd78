import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { balanceOf, Ledger, type PostedEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { DEAL_CAPACITY, fundAccount, fundBook, HEADROOM, MANDATE_ROOM } from '../../fund/fund.charts.js';
import { EVERYTHING, getFund, type FundRow } from '../../fund/fund.query.js';
import { fundMandates, type FundMandate } from '../mandate-fund/mandate-fund.query.js';
import { rulesInForce } from '../mandate-rule/mandate-rule.query.js';
import type { StoredRule } from '../mandate-rule/stored-rule.js';
import { fundPosition } from '../fund-position.query.js';
import { limitsSettled } from './limit.posting.js';
import { limitTargets } from './limit.rules.js';
import { roomsSettled, roomsUsed } from './room.posting.js';
import { roomChanges, roomTargets, withoutDeal } from './room.rules.js';

interface Change {
  readonly fundId: string;
  readonly effectiveOn: LocalDate;
  /** Which fact moved the limits. */
  readonly memo: string;
  /** An import tells them. */
  readonly history?: boolean;
}

/** A deal that has just been stored. */
export interface StoredDeal extends Change {
  readonly investmentId: string;
  /** The fund's policy makes its limits advice instead of a bar. */
  readonly limitIsAdvice: boolean;
}

/** A fund with deals one by one, as its own rules look at them. */
interface RuledFund {
  readonly rules: readonly StoredRule[];
  readonly fund: FundMandate;
}

/** Keeps the limits in the ledger in step with the facts. */
@Injectable()
export class LimitService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * Posts what is missing between the limits in the ledger and what the facts on record say, and nothing where they agree.
   * Call it after the facts are stored, under the fund's lock.
   */
  async settle(tx: Tx, context: CommandContext, change: Change): Promise<readonly PostedEntry[]> {
    const fund = await getFund(tx, change.fundId);
    const ruled = await this.ruled(tx, context, change.fundId, fund);
    const { position } = ruled?.fund ?? (await fundPosition(tx, fund, EVERYTHING, context.today));
    const held = {
      capacityWon: won(await balanceOf(tx, fundAccount(DEAL_CAPACITY, change.fundId).key)),
      headroomWon: won(await balanceOf(tx, fundAccount(HEADROOM, change.fundId).key)),
    };
    const entry = limitsSettled(change.fundId, held, limitTargets(position), change.memo, { effectiveOn: change.effectiveOn, knownAt: context.now, history: change.history === true });
    const settled = entry === null ? [] : await this.ledger.post(tx, context, [entry]);
    return [...settled, ...(ruled === null ? [] : await this.bringRooms(tx, context, change, ruled))];
  }

  /** The same for the rooms of the fund's own mandate rules alone: for facts whose postings move the two main limits themselves. */
  async settleRooms(tx: Tx, context: CommandContext, change: Change): Promise<readonly PostedEntry[]> {
    const ruled = await this.ruled(tx, context, change.fundId);
    return ruled === null ? [] : this.bringRooms(tx, context, change, ruled);
  }

  /**
   * What a deal that has just been stored takes of the rooms. What other facts have moved meanwhile is settled first; then the
   * deal may not take more than there is: the floor of each account refuses it, whoever else is at it.
   */
  async useRooms(tx: Tx, context: CommandContext, deal: StoredDeal): Promise<readonly PostedEntry[]> {
    const ruled = await this.ruled(tx, context, deal.fundId);
    if (ruled === null) return [];
    const { rules, fund } = ruled;
    const before = roomTargets(rules, withoutDeal(fund.mandate, (each) => each.investmentId === deal.investmentId), context.today);
    const settled = await this.bring(tx, context, deal, before);
    const dating = { effectiveOn: deal.effectiveOn, knownAt: context.now, history: false };
    const used = roomsUsed(deal.fundId, roomChanges(before, roomTargets(rules, fund.mandate, context.today)), { id: deal.investmentId, memo: deal.memo }, dating, deal.limitIsAdvice);
    return [...settled, ...(used === null ? [] : await this.ledger.post(tx, context, [used]))];
  }

  private bringRooms(tx: Tx, context: CommandContext, change: Change, { rules, fund }: RuledFund): Promise<readonly PostedEntry[]> {
    return this.bring(tx, context, change, roomTargets(rules, fund.mandate, context.today));
  }

  private async bring(tx: Tx, context: CommandContext, change: Change, wanted: ReturnType<typeof roomTargets>): Promise<readonly PostedEntry[]> {
    const held = await heldRooms(tx, change.fundId, [...wanted.keys()]);
    const effectiveOn = await this.ledger.bookableDay(tx, fundBook(change.fundId), change.effectiveOn);
    const entry = roomsSettled(change.fundId, roomChanges(held, wanted), change.memo, { effectiveOn, knownAt: context.now, history: false });
    return entry === null ? [] : this.ledger.post(tx, context, [entry]);
  }

  /** The fund with the rules of its own that are in force today; null where it has none, which is most of the time. `known` spares reading its row again. */
  private async ruled(tx: Tx, context: CommandContext, fundId: string, known?: FundRow): Promise<RuledFund | null> {
    const rules = (await rulesInForce(tx, EVERYTHING, context.today)).filter((rule) => rule.key === fundId);
    if (rules.length === 0) return null;
    const [fund] = await fundMandates(tx, [known ?? (await getFund(tx, fundId))], EVERYTHING, context.today);
    return fund === undefined ? null : { rules, fund };
  }
}

async function heldRooms(tx: Tx, fundId: string, ruleIds: readonly string[]): Promise<Map<string, bigint>> {
  const keys = new Map(ruleIds.map((ruleId) => [fundAccount(MANDATE_ROOM, fundId, ruleId).key, ruleId]));
  const rows: { key: string; balance: string }[] = await tx.query(
    'select a.key, b.balance::text from ledger_account a join account_balance b on b.account_id = a.id where a.key = any($1)',
    [[...keys.keys()]],
  );
  return new Map(rows.map((row) => [keys.get(row.key) ?? '', BigInt(row.balance)]));
}
