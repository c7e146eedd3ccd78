import { Injectable } from '@nestjs/common';
import { civilDeadline, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, won, type Won } from '#libs/money';
import { accountOf, overdueOf, paidBeforeItsSurcharge, surchargeLeft, type ClaimAccount, type MovementKind } from '#libs/recovery';
import { callBook } from '../call/call.charts.js';
import { projectGaveBack, recoveryGivenUp, recoveryReceived, recoveryReinstated, recoveryRemitted, recoverySurcharged, type OfOneRecovery } from './recovery.posting.js';
import { getRecovery, lockRecovery, projectCashOf, recoveryTermsOn, type RecoveryRow } from './recovery.query.js';
import { insertMovement, insertReminder, insertRemittance } from './recovery.store.js';

export interface ReceiveRecovery {
  readonly recoveryId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
}

export interface RemitRecovery {
  readonly recoveryId: string;
  readonly amountWon: Won;
  readonly remittedOn: LocalDate;
  /** Number of the Treasury's payment notice (납입고지번호). */
  readonly noticeNumber: string;
}

export interface MovedRecovery {
  readonly recoveryId: string;
  readonly amountWon: string;
  readonly before: ClaimAccount;
  readonly after: ClaimAccount;
  readonly entries: readonly PostedEntry[];
}

/** What happens to a claim after it was demanded, until its money is with the Treasury. */
@Injectable()
export class RecoveryCollectionService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-recovery.receive`: money arrived, also for what was given up; unless it is a penalty it comes out of the project's account as far as that holds it. */
  readonly receive: Command<ReceiveRecovery, MovedRecovery> = {
    name: 'grant-recovery.receive',
    execute: async (tx, context, { recoveryId, amountWon, valueOn, bankReference }) => {
      const claim = await lockRecovery(tx, recoveryId);
      requireDay('/valueOn', valueOn, claim.noticeOn, context.today);
      const { openWon, writtenOffWon } = accountOf(claim);
      requireAtMost(amountWon, won(openWon + writtenOffWon));
      const { collection } = await recoveryTermsOn(tx, claim.callId, valueOn);
      context.judge([paidBeforeItsSurcharge(surchargeLeft(claim, valueOn, collection, holidayCalendar()), valueOn, collection)]);
      await insertMovement(tx, context, recoveryId, { kind: 'RECEIVED', amountWon, valueOn, bankReference });
      const about = await this.about(tx, claim, valueOn, '회수금 수납');
      const beyond = subtractWon(amountWon, openWon);
      const gaveBack = claim.sanctionId !== null ? [] : [projectGaveBack(about, claim.agreementId, amountWon, await projectCashOf(tx, claim.callId, claim.agreementId))];
      return this.moved(tx, context, claim, amountWon, [...(beyond > 0n ? [recoveryReinstated(about, beyond)] : []), recoveryReceived(about, amountWon), ...gaveBack]);
    },
  };

  /** `grant-recovery.surcharge`: what the delay has cost by today, less what was added before. */
  readonly surcharge: Command<{ readonly recoveryId: string }, MovedRecovery> = {
    name: 'grant-recovery.surcharge',
    execute: async (tx, context, { recoveryId }) => {
      const claim = await lockRecovery(tx, recoveryId);
      requireOpen(claim);
      const { collection } = await recoveryTermsOn(tx, claim.callId, context.today);
      const amountWon = surchargeLeft(claim, context.today, collection, holidayCalendar());
      if (amountWon === 0n) throw new DomainError('rule_broken', 'grant-recovery.nothing-overdue', { ko: '더 부과할 가산금이 없습니다. 납부기한을 확인해 주세요.', en: 'No further surcharge has fallen due. Look at the due dates.' });
      await insertMovement(tx, context, recoveryId, { kind: 'SURCHARGED', amountWon, valueOn: context.today });
      return this.moved(tx, context, claim, amountWon, [recoverySurcharged(await this.about(tx, claim, context.today, '가산금'), amountWon)]);
    },
  };

  /** `grant-recovery.write-off`: what is open cannot be collected and is given up. */
  readonly writeOff: Command<{ readonly recoveryId: string; readonly reason: string }, MovedRecovery> = {
    name: 'grant-recovery.write-off',
    execute: async (tx, context, { recoveryId, reason }) => {
      const claim = await lockRecovery(tx, recoveryId);
      const openWon = requireOpen(claim);
      await insertMovement(tx, context, recoveryId, { kind: 'WRITTEN_OFF', amountWon: openWon, valueOn: context.today, reason });
      return this.moved(tx, context, claim, openWon, [recoveryGivenUp(await this.about(tx, claim, context.today, '결손처분'), openWon)]);
    },
  };

  /** `grant-recovery.remind`: an overdue claim is asked for again, with some days to pay. */
  readonly remind: Command<{ readonly recoveryId: string }, { readonly id: string; readonly payBy: LocalDate; readonly openWon: string }> = {
    name: 'grant-recovery.remind',
    execute: async (tx, context, { recoveryId }) => {
      const claim = await lockRecovery(tx, recoveryId);
      const overdueWon = overdueOf(claim, context.today);
      if (overdueWon === 0n) throw new DomainError('rule_broken', 'grant-recovery.not-overdue', { ko: '납부기한이 지난 금액이 없어 독촉할 수 없습니다.', en: 'Nothing is overdue: there is nothing to remind of.' });
      if (claim.reminders.some(({ remindedOn }) => remindedOn === context.today)) throw new DomainError('conflict', 'grant-recovery.reminded-today', { ko: '오늘 이미 독촉했습니다.', en: 'A reminder went out today already.' });
      const { wording } = await recoveryTermsOn(tx, claim.callId, context.today);
      const payBy = civilDeadline({ from: context.today, period: { days: wording.reminder.payWithinDays } }, holidayCalendar()).effective;
      const id = await insertReminder(tx, context, recoveryId, payBy, overdueWon);
      context.announce('grant.changed', { callId: claim.callId });
      return { id, payBy, openWon: `${overdueWon}` };
    },
  };

  /** `grant-recovery.remit`: what was received goes to the Treasury. */
  readonly remit: Command<RemitRecovery, MovedRecovery> = {
    name: 'grant-recovery.remit',
    execute: async (tx, context, { recoveryId, amountWon, remittedOn, noticeNumber }) => {
      const claim = await lockRecovery(tx, recoveryId);
      requireDay('/remittedOn', remittedOn, claim.noticeOn, context.today);
      requireAtMost(amountWon, heldOf(claim));
      await insertRemittance(tx, context, recoveryId, { amountWon, remittedOn, noticeNumber });
      return this.moved(tx, context, claim, amountWon, [recoveryRemitted(await this.about(tx, claim, remittedOn, `국고납입 ${noticeNumber}`), amountWon)]);
    },
  };

  private async about(tx: Tx, { id, callId, number }: RecoveryRow, on: LocalDate, what: string): Promise<OfOneRecovery> {
    return { callId, recoveryId: id, effectiveOn: await this.ledger.bookableDay(tx, callBook(callId), on), memo: `${what} ${number}` };
  }

  private async moved(tx: Tx, context: CommandContext, claim: RecoveryRow, amountWon: Won, postings: readonly JournalEntry[]): Promise<MovedRecovery> {
    const entries = await this.ledger.post(tx, context, postings);
    context.announce('grant.changed', { callId: claim.callId });
    return { recoveryId: claim.id, amountWon: `${amountWon}`, before: accountOf(claim), after: accountOf(await getRecovery(tx, claim.id)), entries };
  }
}

/** Received or set off, what was reversed left out, and not yet with the Treasury; won. */
export function heldOf({ movements, remittances }: Pick<RecoveryRow, 'movements' | 'remittances'>): Won {
  const sum = (rows: readonly { readonly amountWon: string }[]): bigint => rows.reduce((total, row) => total + BigInt(row.amountWon), 0n);
  const of = (...kinds: readonly MovementKind[]): bigint => sum(movements.filter(({ kind }) => kinds.includes(kind)));
  return won(of('RECEIVED', 'OFFSET') - of('REVERSED') - sum(remittances));
}

function requireOpen(claim: RecoveryRow): Won {
  const { openWon } = accountOf(claim);
  if (openWon === 0n) throw new DomainError('conflict', 'grant-recovery.settled', { ko: '남은 회수금이 없습니다.', en: 'Nothing of this recovery is open.' });
  return openWon;
}

function requireAtMost(amountWon: Won, mostWon: Won): void {
  if (amountWon > mostWon) throw invalidField('/amountWon', 'grant-recovery.more-than-there-is', { ko: `${formatWon(mostWon)}원까지 적을 수 있습니다.`, en: `At most ${formatWon(mostWon)} won.` });
}

function requireDay(pointer: string, day: LocalDate, from: LocalDate, today: LocalDate): void {
  if (day < from || day > today) throw invalidField(pointer, 'grant-recovery.no-such-day', { ko: `통지일(${from})부터 오늘까지의 날짜를 적어 주세요.`, en: `Give a day from the notice of ${from} until today.` });
}
