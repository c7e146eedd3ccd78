import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { minDate, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { isReissued, type Standing } from '../../change/change.js';
import { openVoucher, readStanding, standingOf, type OpenVoucher } from '../../change/change.store.js';
import { recordVoucherEvents } from '../../voucher/event.store.js';
import { voucherRevoked } from '../../voucher/voucher.posting.js';
import { ledgerOf } from '../../voucher/voucher.query.js';
import { afterDeed } from '../../voucher/voucher.rules.js';
import { yearBook } from '../../year/year.charts.js';
import { postedAmounts, type Calculation, type CalculationFacts } from '../calculation.rules.js';
import { clawbackDecided } from '../clawback.posting.js';
import { askCalculation } from './calculation.query.js';
import { debtorOf, type Claim } from './debtor.query.js';
import { insertClawback, nextClawbackNumber } from './decision.store.js';

export interface DecideClawback extends Claim, Omit<CalculationFacts, 'regime'> {
  readonly reason: string;
}

export interface DecidedClawback {
  readonly id: string;
  readonly number: string;
  readonly demandedWon: string;
  readonly before: Standing;
  readonly after: Standing;
  readonly entries: readonly PostedEntry[];
}

interface Posted {
  readonly id: string;
  readonly number: string;
  readonly calculation: Calculation;
  readonly reason: string;
  readonly noticeOn: LocalDate;
}

@Injectable()
export class DecisionService {
  constructor(private readonly ledger: Ledger) {}

  /**
   * `clawback.decide`: money that was paid improperly is claimed back with interest and penalty; what the voucher had left goes
   * back to the programme. Every rule is judged, the working is kept with the decision.
   */
  readonly decide: Command<DecideClawback, DecidedClawback> = {
    name: 'clawback.decide',
    execute: async (tx, context, input) => {
      const open = await openVoucher(tx, input.voucherId, context.today);
      const { row, year, figures } = open;
      afterDeed(ledgerOf(row), { event: 'clawBack' });
      requireDates(input, context);
      const debtorId = await debtorOf(tx, row, input);
      const { calculation } = await askCalculation(tx, year, open.policies, input, input);
      context.judge(calculation.verdicts);
      const [id, before, number] = [randomUUID(), standingOf(row, figures), await nextClawbackNumber(tx, year.fiscalYear)];
      const answer = { id, number, demandedWon: `${calculation.demandedWon}`, before };
      if (context.blocked) return { ...answer, after: before, entries: [] };
      await insertClawback(tx, context, { id, number, yearId: year.id, debtorId, reason: input.reason, claim: input, facts: { ...input, regime: year.legalRegime }, calculation });
      const entries = await this.post(tx, context, open, { id, number, calculation, reason: input.reason, noticeOn: input.noticeOn });
      context.announce('voucher.changed', { yearId: year.id });
      return { ...answer, after: await readStanding(tx, row.id), entries };
    },
  };

  private async post(tx: Tx, context: CommandContext, { row, year, terms }: OpenVoucher, decided: Posted): Promise<readonly PostedEntry[]> {
    const restWon = BigInt(row.availableWon);
    await recordVoucherEvents(tx, context, [{ voucherId: row.id, event: 'clawBack', happenedOn: context.today, amountWon: restWon, reason: decided.reason, detail: { clawbackId: decided.id, number: decided.number } }]);
    const about = { yearId: year.id, effectiveOn: context.today, memo: `환수 결정 ${decided.number}` };
    const revoked = restWon === 0n ? [] : [voucherRevoked({ ...about, voucherId: row.id }, restWon, isReissued(year, terms, context.today))];
    // Money may have come since the notice: the claim stands from that day on.
    const effectiveOn = await this.ledger.bookableDay(tx, yearBook(year.id), minDate(decided.noticeOn, context.today));
    return this.ledger.post(tx, context, [...revoked, clawbackDecided({ ...about, effectiveOn, clawbackId: decided.id }, postedAmounts(decided.calculation))]);
  }
}

/** What happened lies behind; the notice goes out today or later. */
function requireDates(input: DecideClawback, context: CommandContext): void {
  if (input.improperOn > context.today) throw invalidField('/improperOn', 'clawback.not-happened-yet', { ko: '부정행위일이 오늘보다 뒤입니다.', en: 'The improper act lies in the future.' });
  if (input.improperOn > input.noticeOn) throw invalidField('/noticeOn', 'clawback.act-after-notice', { ko: '통지일이 부정행위일보다 빠릅니다.', en: 'The notice lies before the improper act.' });
}
