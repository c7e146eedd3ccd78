import { Injectable } from '@nestjs/common';
import { holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, subtractWon, won, type Won } from '#libs/money';
import { accountOf, paidBeforeItsSurcharge, surchargeLeft, type ClaimAccount, type CollectionTerms } from '#libs/recovery';
import { oweTheRest } from '../../payment/claim-debt.store.js';
import { lockServices } from '../../service/service.store.js';
import { getYear, policiesOfYear } from '../../year/year.query.js';
import { clawbackOffset, clawbackReceived, clawbackReinstated, clawbackSurcharged, clawbackWrittenOff } from '../clawback.posting.js';
import { getClawback, termsOfClawbacks, type ClawbackRow } from '../clawback.query.js';
import { endClawback, insertMovement, openClawback } from './collection.store.js';
import { getOffsetService } from './offset.query.js';

export interface ReceiveClawback {
  readonly clawbackId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
}

export interface OffsetClawback {
  readonly clawbackId: string;
  /** The service whose payment is reduced. */
  readonly serviceId: string;
  readonly amountWon: Won;
}

export interface SurchargeClawback {
  readonly clawbackId: string;
}

export interface WriteOffClawback {
  readonly clawbackId: string;
  readonly reason: string;
}

export interface MovedClawback {
  readonly clawbackId: string;
  readonly amountWon: string;
  readonly before: ClaimAccount;
  readonly after: ClaimAccount;
  readonly entries: readonly PostedEntry[];
}

/** What happens to a claim after it was decided. */
@Injectable()
export class CollectionService {
  constructor(private readonly ledger: Ledger) {}

  /** `clawback.receive`: money arrived. More than is owed is refused; what was written off stands again as far as it is paid. */
  readonly receive: Command<ReceiveClawback, MovedClawback> = {
    name: 'clawback.receive',
    execute: async (tx, context, { clawbackId, amountWon, valueOn, bankReference }) => {
      const claim = await openClawback(tx, clawbackId);
      if (valueOn > context.today) throw invalidField('/valueOn', 'clawback.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다.', en: 'The value date lies in the future.' });
      if (valueOn < claim.noticeOn) throw invalidField('/valueOn', 'clawback.received-before-notice', { ko: `통지일(${claim.noticeOn})보다 빠른 입금입니다. 날짜를 확인해 주세요.`, en: `That is before the notice of ${claim.noticeOn}. Check the date.` });
      const before = accountOf(claim);
      requireWithin(amountWon, won(before.openWon + before.writtenOffWon), '/amountWon');
      const terms = await termsOn(tx, claim, valueOn);
      context.judge([paidBeforeItsSurcharge(surchargeLeft(claim, valueOn, terms, holidayCalendar()), valueOn, terms)]);
      await insertMovement(tx, context, clawbackId, { kind: 'RECEIVED', amountWon, valueOn, bankReference });
      return this.settle(tx, context, claim, amountWon, valueOn, (about) => clawbackReceived(about, amountWon));
    },
  };

  /** `clawback.offset`: set off against public money that is owed to the debtor for a service that waits for its payment. */
  readonly offset: Command<OffsetClawback, MovedClawback> = {
    name: 'clawback.offset',
    execute: async (tx, context, { clawbackId, serviceId, amountWon }) => {
      const claim = await openClawback(tx, clawbackId);
      await lockServices(tx, [serviceId]);
      const service = await getOffsetService(tx, serviceId);
      if (service.payeeId !== claim.debtorId) {
        throw invalidField('/serviceId', 'clawback.owed-to-somebody-else', { ko: `상계할 미지급금은 ${claim.debtor}의 것이어야 합니다.`, en: `It has to be owed to ${claim.debtor}.` });
      }
      const before = accountOf(claim);
      requireWithin(amountWon, won(before.openWon + before.writtenOffWon), '/amountWon');
      requireWithin(amountWon, service.payableWon, '/amountWon');
      await insertMovement(tx, context, clawbackId, { kind: 'OFFSET', amountWon, valueOn: context.today, serviceId });
      await oweTheRest(tx, context, serviceId, `상계 ${claim.number}`);
      return this.settle(tx, context, claim, amountWon, context.today, (about) => clawbackOffset(about, service.payeeId, amountWon));
    },
  };

  /** `clawback.surcharge`: what the delay has cost by today, less what was added before. */
  readonly surcharge: Command<SurchargeClawback, MovedClawback> = {
    name: 'clawback.surcharge',
    execute: async (tx, context, { clawbackId }) => {
      const claim = await openClawback(tx, clawbackId);
      if (accountOf(claim).openWon === 0n) throw settledAlready();
      const amountWon = surchargeLeft(claim, context.today, await termsOn(tx, claim, context.today), holidayCalendar());
      if (amountWon === 0n) {
        throw new DomainError('rule_broken', 'clawback.nothing-overdue', { ko: '더 부과할 가산금이 없습니다. 납부기한과 이미 부과한 가산금을 확인해 주세요.', en: 'No further surcharge has fallen due. Look at the due dates and at what was added before.' });
      }
      await insertMovement(tx, context, clawbackId, { kind: 'SURCHARGED', amountWon, valueOn: context.today });
      return this.moved(tx, context, claim, amountWon, [clawbackSurcharged(this.about(claim, context.today, '가산금'), amountWon)]);
    },
  };

  /** `clawback.write-off`: what is open cannot be collected and is given up; if it is paid after all, it is received. */
  readonly writeOff: Command<WriteOffClawback, MovedClawback> = {
    name: 'clawback.write-off',
    execute: async (tx, context, { clawbackId, reason }) => {
      const claim = await openClawback(tx, clawbackId);
      const { openWon } = accountOf(claim);
      if (openWon === 0n) throw settledAlready();
      await insertMovement(tx, context, clawbackId, { kind: 'WRITTEN_OFF', amountWon: openWon, valueOn: context.today, reason });
      const answer = await this.moved(tx, context, claim, openWon, [clawbackWrittenOff(this.about(claim, context.today, '결손처분'), openWon)]);
      await endClawback(tx, context, claim.voucherId);
      return answer;
    },
  };

  private async settle(tx: Tx, context: CommandContext, claim: ClawbackRow, amountWon: Won, on: LocalDate, entry: (about: ReturnType<CollectionService['about']>) => JournalEntry): Promise<MovedClawback> {
    const effectiveOn = await this.ledger.bookableDay(tx, `voucher/${claim.yearId}`, on);
    const beyond = subtractWon(amountWon, accountOf(claim).openWon);
    const reinstated = beyond > 0n ? [clawbackReinstated(this.about(claim, effectiveOn, '결손처분 회수'), beyond)] : [];
    const answer = await this.moved(tx, context, claim, amountWon, [...reinstated, entry(this.about(claim, effectiveOn, '환수'))]);
    await endClawback(tx, context, claim.voucherId);
    return answer;
  }

  private async moved(tx: Tx, context: CommandContext, claim: ClawbackRow, amountWon: Won, postings: readonly JournalEntry[]): Promise<MovedClawback> {
    const entries = await this.ledger.post(tx, context, postings);
    context.announce('voucher.changed', { yearId: claim.yearId });
    return { clawbackId: claim.id, amountWon: `${amountWon}`, before: accountOf(claim), after: accountOf(await getClawback(tx, claim.id)), entries };
  }

  private about(claim: ClawbackRow, effectiveOn: LocalDate, what: string) {
    return { yearId: claim.yearId, clawbackId: claim.id, effectiveOn, memo: `${what} ${claim.number}` };
  }
}

async function termsOn(tx: Tx, claim: ClawbackRow, on: LocalDate): Promise<CollectionTerms> {
  const year = await getYear(tx, claim.yearId);
  return termsOfClawbacks(tx, year, await policiesOfYear(tx, year, on));
}

function requireWithin(amountWon: Won, mostWon: Won, pointer: string): void {
  if (amountWon <= mostWon) return;
  throw invalidField(pointer, 'clawback.more-than-owed', { ko: `남은 금액은 ${formatWon(mostWon)}원입니다. 그 이하로 적어 주세요.`, en: `${formatWon(mostWon)} won are left. Enter that or less.` });
}

const settledAlready = (): DomainError => new DomainError('conflict', 'clawback.settled', { ko: '남은 환수금이 없습니다.', en: 'Nothing of this clawback is open.' });
