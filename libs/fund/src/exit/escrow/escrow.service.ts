import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField, notFound } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { addWon, formatWon, subtractWon, won, ZERO_WON, type Won } from '#libs/money';
import { fundBook } from '../../fund/fund.charts.js';
import { EVERYTHING, lockFund } from '../../fund/fund.query.js';
import { LimitService } from '../../obligation/limit/limit.service.js';
import { investmentExited } from '../../register/register.posting.js';
import type { LiveExitKind } from '../exit.js';
import { escrowSettled } from './escrow.posting.js';
import { listFundExits, type FundExitRow } from '../exit.query.js';
import { insertEscrowReceipt } from '../exit.store.js';

export interface ReceiveEscrow {
  readonly fundId: string;
  readonly exitId: string;
  readonly settledOn: LocalDate;
  readonly receivedWon: Won;
  /** Goes back to the buyer for good. */
  readonly forfeitedWon: Won;
  readonly note: string | null;
}

export interface ReceivedEscrow {
  readonly leftWon: Won;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class EscrowService {
  constructor(
    private readonly ledger: Ledger,
    private readonly limits: LimitService,
  ) {}

  /** `escrow.receive`: money held back at an exit arrives, or goes back to the buyer; never more than is still held. */
  readonly receive: Command<ReceiveEscrow, ReceivedEscrow> = {
    name: 'escrow.receive',
    execute: async (tx, context, input) => {
      await lockFund(tx, input.fundId);
      const exit = await findExit(tx, input);
      requireSettlement(exit, input, context.today);
      const settled = addWon(input.receivedWon, input.forfeitedWon);
      const proceedsId = await insertEscrowReceipt(tx, context, { ...input, investmentId: exit.investmentId, kind: exit.kind as LiveExitKind });
      const dating = { effectiveOn: await this.ledger.bookableDay(tx, fundBook(input.fundId), input.settledOn), knownAt: context.now, history: false };
      const proceeds = { id: proceedsId ?? '', investmentId: exit.investmentId, number: exit.number, proceedsWon: input.receivedWon, costWon: ZERO_WON, expenseWon: ZERO_WON };
      const posted = await this.ledger.post(tx, context, [
        escrowSettled(input.fundId, { exitId: exit.id, number: exit.number, amountWon: settled }, dating),
        ...(proceedsId === null ? [] : [investmentExited(input.fundId, proceeds, dating)]),
      ]);
      const limits = await this.limits.settle(tx, context, { fundId: input.fundId, effectiveOn: dating.effectiveOn, memo: `${exit.number} 유보 대금` });
      context.announce('fund.changed', { fundId: input.fundId });
      return { leftWon: subtractWon(won(exit.escrowLeftWon), settled), postings: [...posted, ...limits] };
    },
  };
}

async function findExit(tx: Tx, { fundId, exitId }: ReceiveEscrow): Promise<FundExitRow> {
  const found = (await listFundExits(tx, fundId, EVERYTHING)).find(({ id }) => id === exitId);
  if (found === undefined) throw notFound({ ko: '회수', en: 'exit' }, exitId);
  return found;
}

function requireSettlement(exit: FundExitRow, input: ReceiveEscrow, today: LocalDate): void {
  const left = won(exit.escrowLeftWon);
  const settled = input.receivedWon + input.forfeitedWon;
  if (input.settledOn > today || input.settledOn < exit.exitedOn) {
    throw invalidField('/settledOn', 'escrow.date', { ko: `회수일(${exit.exitedOn})부터 오늘까지의 날짜여야 합니다.`, en: `It must lie between the exit on ${exit.exitedOn} and today.` });
  }
  if (settled === 0n) throw invalidField('/receivedWon', 'escrow.nothing', { ko: '받은 금액이나 돌려준 금액을 입력해 주세요.', en: 'Enter what arrived or what went back.' });
  if (settled > left) {
    throw invalidField(input.receivedWon > left ? '/receivedWon' : '/forfeitedWon', 'escrow.more-than-held', { ko: `유보 잔액은 ${formatWon(left)}원입니다.`, en: `Only ${formatWon(left)} won is still held back.` });
  }
}
