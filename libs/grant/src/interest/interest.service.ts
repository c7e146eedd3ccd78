import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, sumWon, type Won } from '#libs/money';
import { getAgreement, lockAgreements } from '../agreement/agreement.query.js';
import { requireOpenStages } from '../agreement/standing/final-stage.query.js';
import { callBook } from '../call/call.charts.js';
import { INTEREST_VOIDED, interestEarned, interestUsed } from './interest.posting.js';
import { getInterest, stageOfDay } from './interest.query.js';
import type { InterestDto } from './interest.dto.js';
import { insertInterest, insertInterestUses } from './interest.store.js';
import { viewInterest } from './interest.view.js';
import type { Interest, InterestTime, InterestUse } from './interest.js';

export interface RecordInterest {
  readonly agreementId: string;
  readonly time: InterestTime;
  readonly earnedOn: LocalDate;
  readonly earnedWon: Won;
  readonly note: string | null;
  readonly uses: readonly InterestUse[];
}

export interface UseInterest extends InterestUse {
  readonly interestId: string;
}

export interface VoidInterest {
  readonly interestId: string;
  readonly reason: string;
}

/** As it is logged and shown: amounts are text, so that a replayed answer reads like a fresh one. */
export interface ChangedInterest {
  readonly interest: InterestDto;
  readonly postings: readonly PostedEntry[];
}

@Injectable()
export class InterestService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-interest.record`: interest that the account of a project earned, and what was approved to be done with it. */
  readonly record: Command<RecordInterest, ChangedInterest> = {
    name: 'grant-interest.record',
    execute: async (tx, context, input) => {
      await lockAgreements(tx, [input.agreementId]);
      const agreement = await getAgreement(tx, input.agreementId);
      requirePast(input.earnedOn, context, '/earnedOn');
      requireTime(input, agreement.periodTo);
      requireUses(input.uses, input.earnedWon, input.earnedOn, context);
      const [id, stage] = [randomUUID(), await stageOfDay(tx, input.agreementId, input.earnedOn)];
      await requireOpenStages(tx, agreement.id, [stage]);
      const row = { ...input, id, stage, knownAt: context.now };
      await insertInterest(tx, context, [row]);
      await insertInterestUses(tx, context, input.uses.map((use) => ({ ...use, interestId: id, knownAt: context.now })));
      const money = { callId: agreement.callId, agreementId: agreement.id, interestId: id };
      const entries = [...interestEarned({ ...money, amountWon: input.earnedWon, effectiveOn: input.earnedOn }), ...input.uses.flatMap((use) => interestUsed({ ...money, amountWon: use.amountWon, effectiveOn: use.usedOn }, use.purpose))];
      return this.changed(tx, context, id, entries);
    },
  };

  /** `grant-interest.use`: what was approved to be done with interest that is on record. */
  readonly use: Command<UseInterest, ChangedInterest> = {
    name: 'grant-interest.use',
    execute: async (tx, context, input) => {
      const interest = await this.lockStanding(tx, input.interestId);
      const leftWon = subtractWon(interest.earnedWon, sumWon(interest.uses.map(({ amountWon }) => amountWon)));
      requirePast(input.usedOn, context, '/usedOn');
      if (interest.earnedOn !== null && input.usedOn < interest.earnedOn) throw usedBeforeEarned('/usedOn');
      if (input.amountWon > leftWon) {
        throw invalidField('/amountWon', 'grant-interest.more-than-earned', { ko: `쓸 수 있는 이자는 ${formatWon(leftWon)}원입니다. 그 이하로 적어 주세요.`, en: `${formatWon(leftWon)} won of this interest are left. Enter at most that.` });
      }
      await insertInterestUses(tx, context, [{ ...input, knownAt: context.now }]);
      const money = { callId: interest.callId, agreementId: interest.agreementId, interestId: interest.id, amountWon: input.amountWon, effectiveOn: input.usedOn };
      return this.changed(tx, context, interest.id, interestUsed(money, input.purpose));
    },
  };

  /** `grant-interest.void`: interest that was recorded wrongly, with its uses; record it anew as it was. */
  readonly void: Command<VoidInterest, ChangedInterest> = {
    name: 'grant-interest.void',
    execute: async (tx, context, { interestId, reason }) => {
      const interest = await this.lockStanding(tx, interestId);
      await tx.query('insert into grant_interest_void (interest_id, voided_on, reason, known_at, command_id) values ($1, $2, $3, $4, $5)', [interestId, context.today, reason, context.now, context.commandId]);
      const postings = await this.ledger.reverse(tx, context, { kind: 'grant-interest', id: interestId }, context.today, INTEREST_VOIDED);
      context.announce('grant.changed', { callId: interest.callId });
      return { interest: viewInterest(await getInterest(tx, interestId)), postings };
    },
  };

  private async lockStanding(tx: Tx, interestId: string): Promise<Interest & { readonly callId: string }> {
    await lockAgreements(tx, [(await getInterest(tx, interestId)).agreementId]);
    const interest = await getInterest(tx, interestId);
    if (interest.voidedOn !== null) throw new DomainError('conflict', 'grant-interest.voided-already', { ko: '취소된 이자 기록입니다. 새로 기록해 주세요.', en: 'This interest has been voided. Record it anew.' });
    await requireOpenStages(tx, interest.agreementId, [interest.stage]);
    return interest;
  }

  private async changed(tx: Tx, context: CommandContext, interestId: string, entries: readonly JournalEntry[]): Promise<ChangedInterest> {
    const interest = await getInterest(tx, interestId);
    const booked: JournalEntry[] = [];
    for (const entry of entries) booked.push({ ...entry, effectiveOn: await this.ledger.bookableDay(tx, callBook(interest.callId), entry.effectiveOn) });
    const postings = await this.ledger.post(tx, context, booked);
    context.announce('grant.changed', { callId: interest.callId });
    return { interest: viewInterest(interest), postings };
  }
}

function requirePast(on: LocalDate, { today }: CommandContext, pointer: string): void {
  if (on > today) throw invalidField(pointer, 'grant-interest.in-future', { ko: '날짜가 오늘보다 뒤입니다. 실제로 발생하거나 쓴 날짜를 적어 주세요.', en: 'The day lies in the future. Enter the day on which it happened.' });
}

/** After the period means after its last day, and during it not. */
function requireTime({ time, earnedOn }: Pick<RecordInterest, 'time' | 'earnedOn'>, periodTo: LocalDate): void {
  if ((time === 'AFTER') === earnedOn > periodTo) return;
  throw invalidField('/time', 'grant-interest.other-time', {
    ko: `수행 기간은 ${periodTo}에 끝납니다. 발생일 ${earnedOn}의 이자는 '${time === 'AFTER' ? '기간 중' : '기간 후'}'입니다.`,
    en: `The period ends on ${periodTo}: interest of ${earnedOn} was earned ${time === 'AFTER' ? 'during' : 'after'} it.`,
  });
}

function requireUses(uses: readonly InterestUse[], earnedWon: Won, earnedOn: LocalDate, context: CommandContext): void {
  for (const [index, { usedOn }] of uses.entries()) {
    requirePast(usedOn, context, `/uses/${index}/usedOn`);
    if (usedOn < earnedOn) throw usedBeforeEarned(`/uses/${index}/usedOn`);
  }
  const totalWon = sumWon(uses.map(({ amountWon }) => amountWon));
  if (totalWon <= earnedWon) return;
  throw invalidField('/uses', 'grant-interest.more-than-earned', { ko: `사용액 합계 ${formatWon(totalWon)}원이 발생액 ${formatWon(earnedWon)}원보다 많습니다.`, en: `${formatWon(totalWon)} won are used, and ${formatWon(earnedWon)} were earned.` });
}

const usedBeforeEarned = (pointer: string): DomainError => invalidField(pointer, 'grant-interest.used-before-earned', { ko: '사용일은 발생일 이후여야 합니다.', en: 'Interest is used on or after the day on which it was earned.' });
