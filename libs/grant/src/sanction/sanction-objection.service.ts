import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, addMonths, civilDeadline, formatOfficialDate, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, TREASURY_STEP_WON, truncateTo, won, ZERO_WON, type Won } from '#libs/money';
import { accountOf } from '#libs/recovery';
import { callBook } from '../call/call.charts.js';
import { getCall } from '../call/call.query.js';
import { penaltyReduced } from '../recovery/recovery.posting.js';
import { getRecovery } from '../recovery/recovery.query.js';
import { insertMovement } from '../recovery/recovery.store.js';
import { settlementWordingOn } from '../settlement/settlement.data.js';
import { lockSanction, type SanctionRow } from './sanction.query.js';
import { insertBanEnd, insertSanctionAnswer, insertSanctionObjection } from './sanction.store.js';

export interface ObjectToSanction {
  readonly sanctionId: string;
  readonly objectedOn: LocalDate;
  readonly grounds: string;
  readonly documentId: string | null;
}

export interface AnswerSanction {
  readonly sanctionId: string;
  readonly outcome: 'UPHELD' | 'REDUCED' | 'LIFTED';
  readonly reason: string;
  /** What stands after a reduction; null leaves it as it is. */
  readonly penaltyWon: Won | null;
  readonly banMonths: number | null;
}

export interface AnsweredSanction {
  readonly sanctionId: string;
  readonly penaltyWon: string;
  readonly banMonths: number;
  readonly entries: readonly PostedEntry[];
}

/** `grant-sanction.object`: whoever was sanctioned objects within the term; the penalty stays due meanwhile. */
export const objectToSanction: Command<ObjectToSanction, { readonly id: string; readonly answerDueOn: LocalDate }> = {
  name: 'grant-sanction.object',
  execute: async (tx, context, { sanctionId, objectedOn, grounds, documentId }) => {
    const row = await lockSanction(tx, sanctionId);
    if (row.objection !== null) throw new DomainError('conflict', 'grant-sanction.objected-already', { ko: '이미 이의신청을 접수했습니다.', en: 'An objection was received already.' });
    if (objectedOn < row.noticeOn || objectedOn > row.objectionUntil || objectedOn > context.today) {
      throw invalidField('/objectedOn', 'grant-sanction.objection-out-of-term', {
        ko: `이의신청 기간은 ${formatOfficialDate(row.noticeOn)}부터 ${formatOfficialDate(row.objectionUntil)}까지이고, 오늘 뒤의 날짜는 적을 수 없습니다.`,
        en: `Objections are taken from ${row.noticeOn} until ${row.objectionUntil}, and not of a day to come.`,
      });
    }
    const { answer } = settlementWordingOn((await getCall(tx, row.callId)).regime, row.noticeOn);
    const answerDueOn = civilDeadline({ from: objectedOn, period: answer.period }, holidayCalendar()).effective;
    const id = randomUUID();
    await insertSanctionObjection(tx, context, { id, sanctionId, objectedOn, grounds, answerDueOn, documentId });
    context.announce('grant.changed', { callId: row.callId });
    return { id, answerDueOn };
  },
};

@Injectable()
export class SanctionObjectionService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-sanction.answer`: the sanction stands, or is lowered, or lifted; a penalty comes off what is open, a ban ends earlier. */
  readonly answer: Command<AnswerSanction, AnsweredSanction> = {
    name: 'grant-sanction.answer',
    execute: async (tx, context, input) => {
      const row = await lockSanction(tx, input.sanctionId);
      if (row.objection === null || row.answer !== null) throw new DomainError('conflict', 'grant-sanction.nothing-to-answer', { ko: '답할 이의신청이 없습니다.', en: 'There is no objection to answer.' });
      const stands = standingAfter(row, input);
      await insertSanctionAnswer(tx, context, { objectionId: row.objection.id, outcome: input.outcome, reason: input.reason, ...stands });
      if (stands.banMonths < row.banMonths) {
        for (const { id, fromOn } of row.bans) await insertBanEnd(tx, context, id, addDays(addMonths(fromOn, stands.banMonths), -1), input.reason);
      }
      const entries = await this.reduce(tx, context, row, stands.penaltyWon, input.reason);
      context.announce('grant.changed', { callId: row.callId });
      return { sanctionId: row.id, penaltyWon: `${stands.penaltyWon}`, banMonths: stands.banMonths, entries };
    },
  };

  private async reduce(tx: Tx, context: CommandContext, row: SanctionRow, penaltyWon: Won, reason: string): Promise<readonly PostedEntry[]> {
    if (row.recoveryId === null) return [];
    const claim = await getRecovery(tx, row.recoveryId);
    const off = subtractWon(won(BigInt(claim.demandedWon)), truncateTo(penaltyWon, TREASURY_STEP_WON));
    if (off === 0n) return [];
    const { openWon } = accountOf(claim);
    if (off > openWon) {
      throw invalidField('/penaltyWon', 'grant-sanction.paid-already', { ko: `납부하지 않은 ${formatWon(openWon)}원까지만 줄일 수 있습니다. 이미 낸 금액은 따로 돌려주어야 합니다.`, en: `Only the ${formatWon(openWon)} won that are open can be taken off. What was paid has to be given back on its own.` });
    }
    await insertMovement(tx, context, claim.id, { kind: 'REDUCED', amountWon: off, valueOn: context.today, reason });
    const effectiveOn = await this.ledger.bookableDay(tx, callBook(row.callId), context.today);
    return this.ledger.post(tx, context, [penaltyReduced({ callId: row.callId, recoveryId: claim.id, effectiveOn, memo: `제재부가금 감액 ${row.number}` }, off)]);
  }
}

/** What an answer leaves of a sanction. Throws at the field where it would make it heavier, or change nothing while it says so. */
function standingAfter(row: SanctionRow, { outcome, penaltyWon, banMonths }: AnswerSanction): { readonly penaltyWon: Won; readonly banMonths: number } {
  const before = { penaltyWon: won(BigInt(row.penaltyWon)), banMonths: row.banMonths };
  if (outcome === 'UPHELD') return before;
  if (outcome === 'LIFTED') return { penaltyWon: ZERO_WON, banMonths: 0 };
  const after = { penaltyWon: penaltyWon ?? before.penaltyWon, banMonths: banMonths ?? before.banMonths };
  if (after.penaltyWon > before.penaltyWon) throw invalidField('/penaltyWon', 'grant-sanction.not-lower', { ko: '이의신청으로 제재를 무겁게 할 수 없습니다.', en: 'An objection never makes a sanction heavier.' });
  if (after.banMonths > before.banMonths) throw invalidField('/banMonths', 'grant-sanction.not-lower', { ko: '이의신청으로 제재를 무겁게 할 수 없습니다.', en: 'An objection never makes a sanction heavier.' });
  if (after.penaltyWon === before.penaltyWon && after.banMonths === before.banMonths) throw invalidField('/penaltyWon', 'grant-sanction.nothing-reduced', { ko: '줄인 제재부가금이나 참여제한 기간을 적어 주세요.', en: 'Say what is lowered, the penalty or the ban.' });
  return after;
}
