import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, won, type Won } from '#libs/money';
import { lockAgreements } from '../agreement/agreement.query.js';
import { callBook } from '../call/call.charts.js';
import { getCall, lockCall } from '../call/call.query.js';
import { openOf, type OutcomeClaim } from './outcome-claim.js';
import { outcomeReceived, outcomeRemitted } from './outcome-claim.posting.js';
import { getClaim, heldOfCall, listRemittances } from './outcome-claim.query.js';
import { insertReceipt, insertRemittance } from './outcome-claim.store.js';

export interface ReceiveOutcome {
  readonly claimId: string;
  readonly amountWon: Won;
  readonly valueOn: LocalDate;
  readonly bankReference: string | null;
}

export interface RemitOutcome {
  readonly callId: string;
  readonly amountWon: Won;
  readonly remittedOn: LocalDate;
  readonly treasuryNumber: string;
}

/** What a deed did to one sum; won, as digits. */
export interface MovedOutcome {
  readonly id: string;
  readonly amountWon: string;
  readonly beforeWon: string;
  readonly afterWon: string;
  readonly entries: readonly PostedEntry[];
}

/** What happens to claims after their notice. */
@Injectable()
export class OutcomeClaimService {
  constructor(private readonly ledger: Ledger) {}

  /** `outcome-claim.receive`: money arrived for a notice; before and after are what is open of it. More than that is refused. */
  readonly receive: Command<ReceiveOutcome, MovedOutcome> = {
    name: 'outcome-claim.receive',
    execute: async (tx, context, { claimId, amountWon, valueOn, bankReference }) => {
      const claim = await this.openClaim(tx, claimId);
      requireValueDate(valueOn, claim, context);
      const beforeWon = openOf(claim);
      if (amountWon > beforeWon) throw moreThan(beforeWon, 'outcome-claim.more-than-owed', { ko: '남은 고지액은', en: 'won are open' });
      await insertReceipt(tx, context, { claimId, amountWon, valueOn, bankReference });
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(claim.callId), valueOn);
      const entries = await this.ledger.post(tx, context, [outcomeReceived({ callId: claim.callId, claimId, effectiveOn, memo: `수납 ${claim.number} ${claim.debtor}` }, amountWon)]);
      context.announce('grant.changed', { callId: claim.callId });
      return { id: claimId, amountWon: `${amountWon}`, beforeWon: `${beforeWon}`, afterWon: `${beforeWon - amountWon}`, entries };
    },
  };

  /** `outcome-claim.remit`: what came for claims of a call is paid to the Treasury; before and after are what is held. */
  readonly remit: Command<RemitOutcome, MovedOutcome> = {
    name: 'outcome-claim.remit',
    execute: async (tx, context, { callId, amountWon, remittedOn, treasuryNumber }) => {
      await lockCall(tx, callId);
      const call = await getCall(tx, callId);
      if (remittedOn > context.today) throw invalidField('/remittedOn', 'outcome-claim.not-remitted-yet', { ko: '납입일이 오늘보다 뒤입니다.', en: 'The day of payment lies in the future.' });
      const beforeWon = await heldOfCall(tx, callId);
      if (amountWon > beforeWon) throw moreThan(beforeWon, 'outcome-claim.more-than-held', { ko: '납입할 수 있는 금액은', en: 'won are held' });
      await requireNewNumber(tx, callId, treasuryNumber);
      const remittanceId = randomUUID();
      await insertRemittance(tx, context, { id: remittanceId, callId, amountWon, remittedOn, treasuryNumber });
      const effectiveOn = await this.ledger.bookableDay(tx, callBook(callId), remittedOn);
      const entries = await this.ledger.post(tx, context, [outcomeRemitted({ callId, remittanceId, effectiveOn, memo: `국고납입 ${treasuryNumber} ${call.name}` }, amountWon)]);
      context.announce('grant.changed', { callId });
      return { id: remittanceId, amountWon: `${amountWon}`, beforeWon: `${beforeWon}`, afterWon: `${beforeWon - amountWon}`, entries };
    },
  };

  /** A claim that nobody else settles until the transaction ends. */
  private async openClaim(tx: Tx, claimId: string): Promise<OutcomeClaim> {
    await lockAgreements(tx, [(await getClaim(tx, claimId)).agreementId]);
    return getClaim(tx, claimId);
  }
}

function requireValueDate(valueOn: LocalDate, claim: OutcomeClaim, context: CommandContext): void {
  if (valueOn > context.today) throw invalidField('/valueOn', 'outcome-claim.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다.', en: 'The value date lies in the future.' });
  if (valueOn < claim.noticeOn) {
    throw invalidField('/valueOn', 'outcome-claim.received-before-notice', { ko: `고지일(${claim.noticeOn})보다 빠른 입금입니다. 날짜를 확인해 주세요.`, en: `That is before the notice of ${claim.noticeOn}. Check the date.` });
  }
}

function moreThan(mostWon: bigint, code: string, words: { readonly ko: string; readonly en: string }): DomainError {
  const most = formatWon(won(mostWon));
  return invalidField('/amountWon', code, { ko: `${words.ko} ${most}원입니다. 그 이하로 적어 주세요.`, en: `${most} ${words.en}. Enter that or less.` });
}

async function requireNewNumber(tx: Tx, callId: string, treasuryNumber: string): Promise<void> {
  const known = (await listRemittances(tx, callId)).some((each) => each.treasuryNumber === treasuryNumber);
  if (known) throw invalidField('/treasuryNumber', 'outcome-claim.treasury-number-used', { ko: '이미 기록한 납입고지번호입니다. 번호를 확인해 주세요.', en: 'A payment of that number is recorded already. Check the number.' });
}
