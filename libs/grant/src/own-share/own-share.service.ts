import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, maxWon, subtractWon, sumWon, ZERO_WON, type Won } from '#libs/money';
import { releaseBankRecord } from '#libs/payment';
import { SOURCE_NAMES, type Agreement } from '../agreement/agreement.js';
import { getAgreement, lockAgreements, sourcePlanOf } from '../agreement/agreement.query.js';
import { moneyOfAgreement } from '../agreement/standing/agreement-money.query.js';
import { requireOpenForMoney } from '../agreement/standing/final-stage.query.js';
import { getCall } from '../call/call.query.js';
import { requireOwnCommand } from '../call/pool/pool.rules.js';
import { receiveCash, reverseCash } from './cash-move.service.js';
import { getOwnShare, ownSharesOf } from './own-share.query.js';
import { OWN_SHARE_MOVE, type CashSource } from './own-share.js';

export interface ReceiveOwnShare {
  readonly agreementId: string;
  readonly source: CashSource;
  readonly amountWon: Won;
  readonly receivedOn: LocalDate;
  readonly reference: string;
  readonly documentId: string | null;
}

export interface ReverseOwnShare {
  readonly ownShareId: string;
  readonly reason: string;
}

export interface MovedOwnShare {
  readonly id: string;
  readonly cashBeforeWon: Won;
  readonly cashAfterWon: Won;
  readonly entries: readonly PostedEntry[];
}

/** What an institution, a province or others promised in cash, as it comes in on the account of the project. */
@Injectable()
export class OwnShareService {
  constructor(private readonly ledger: Ledger) {}

  /** `grant-own-share.receive`: cash came in, no more of each source than the agreement says. */
  readonly receive: Command<ReceiveOwnShare, MovedOwnShare> = {
    name: 'grant-own-share.receive',
    execute: async (tx, context, input) => {
      const { agreementId } = input;
      await getAgreement(tx, agreementId);
      await lockAgreements(tx, [agreementId]);
      const agreement = await getAgreement(tx, agreementId);
      requireOwnCommand(await getCall(tx, agreement.callId), context.command);
      await requireOpenForMoney(tx, agreementId);
      await requireReceipt(tx, context, agreement, input);
      const before = await moneyOfAgreement(tx, agreementId);
      const { id, entries } = await receiveCash(tx, context, this.ledger, agreement, input);
      context.announce('grant.changed', { callId: agreement.callId });
      return { id, cashBeforeWon: before.cashWon, cashAfterWon: (await moneyOfAgreement(tx, agreementId)).cashWon, entries };
    },
  };

  /** `grant-own-share.reverse`: a receipt that was recorded wrongly is undone, and stays on record; the line of the bank that it was is open again. */
  readonly reverse: Command<ReverseOwnShare, MovedOwnShare> = {
    name: 'grant-own-share.reverse',
    execute: async (tx, context, { ownShareId, reason }) => {
      const { agreementId } = await getOwnShare(tx, ownShareId);
      await lockAgreements(tx, [agreementId]);
      const { reversed } = await getOwnShare(tx, ownShareId);
      if (reversed) throw new DomainError('conflict', 'grant-own-share.reversed-already', { ko: '이미 취소한 입금입니다.', en: 'This receipt was reversed already.' });
      const { callId } = await getAgreement(tx, agreementId);
      requireOwnCommand(await getCall(tx, callId), context.command);
      await requireOpenForMoney(tx, agreementId);
      const before = await moneyOfAgreement(tx, agreementId);
      const entries = await reverseCash(tx, context, this.ledger, callId, ownShareId, reason);
      await releaseBankRecord(tx, context, OWN_SHARE_MOVE, ownShareId, reason);
      context.announce('grant.changed', { callId });
      return { id: ownShareId, cashBeforeWon: before.cashWon, cashAfterWon: (await moneyOfAgreement(tx, agreementId)).cashWon, entries };
    },
  };
}

async function requireReceipt(tx: Tx, context: CommandContext, { id, versionId, state }: Agreement, { source, amountWon, receivedOn }: ReceiveOwnShare): Promise<void> {
  if (state === 'CLOSED') throw new DomainError('conflict', 'grant-own-share.agreement-closed', { ko: '종결된 협약입니다. 잘못 들어온 돈은 기관에 돌려주세요.', en: 'The agreement is closed. Money that came in by mistake goes back to the institution.' });
  if (receivedOn > context.today) throw invalidField('/receivedOn', 'grant-own-share.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다. 통장에 찍힌 날을 적어 주세요.', en: 'The day of the receipt lies in the future.' });
  const planned = sumWon((await sourcePlanOf(tx, versionId)).filter((row) => row.source === source && row.resource === 'CASH').map((row) => row.amountWon));
  const received = sumWon((await ownSharesOf(tx, id)).filter((row) => row.source === source && !row.reversed).map((row) => row.amountWon));
  const leftWon = maxWon(ZERO_WON, subtractWon(planned, received));
  if (amountWon <= leftWon) return;
  throw invalidField('/amountWon', 'grant-own-share.more-than-agreed', {
    ko: `${SOURCE_NAMES[source].ko}이(가) 더 낼 현금은 ${formatWon(leftWon)}원입니다(협약 ${formatWon(planned)}원). 초과 입금분은 돌려주거나 협약을 먼저 변경해 주세요.`,
    en: `${SOURCE_NAMES[source].en} still owes ${formatWon(leftWon)} of ${formatWon(planned)} won in cash. Return what came in beyond that, or amend the agreement first.`,
  });
}
