import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { getAgreement, lockAgreements, requireOpenForMoney, returnCash, reverseReturn } from '#libs/grant';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { addWon, formatWon, minWon, type Won } from '#libs/money';
import { depositsOf, depositTermsOn } from '../deposit/deposit.query.js';
import { flagsOfWithdrawal } from '../deposit/deposit.rules.js';
import { insertFlags } from '../deposit/deposit.store.js';
import type { RoomProject } from '../room/room.js';
import type { RoomBalances } from '../room/room.posting.js';
import { getRoomProject, privateMoneyOf } from '../room/room.query.js';
import { settleRoom } from '../room/room.service.js';
import { getWithdrawal, isFoundAtTheBank, recoveryDecidedAfter } from './withdrawal.query.js';
import { insertWithdrawal, insertWithdrawalReversal } from './withdrawal.store.js';
import type { Withdrawal } from './withdrawal.js';

export interface RecordWithdrawal {
  readonly agreementId: string;
  readonly withdrawnOn: LocalDate;
  readonly amountWon: Won;
  readonly paidTo: string;
  readonly reason: string;
  readonly documentId: string | null;
}

export interface ReverseWithdrawal {
  readonly withdrawalId: string;
  readonly reason: string;
}

export interface RecordedWithdrawal {
  readonly id: string;
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  /** The clawback that stands proposed now; null where what is out is within what is allowed. */
  readonly clawbackId: string | null;
  readonly entries: readonly PostedEntry[];
}

/** Private money that leaves a project: the government's follows it out. */
@Injectable()
export class MatchingWithdrawalService {
  constructor(private readonly ledger: Ledger) {}

  /** `matching-withdrawal.record`: private money left. What was matched leaves first; what is out beyond the rest is proposed to be clawed back (docs/domain.md §5). */
  readonly record: Command<RecordWithdrawal, RecordedWithdrawal> = {
    name: 'matching-withdrawal.record',
    execute: async (tx, context, { agreementId, ...input }) => {
      const project = await getRoomProject(tx, agreementId);
      await lockAgreements(tx, [agreementId]);
      const { countedWon, uncountedWon } = await privateMoneyOf(tx, agreementId);
      requireWithdrawal(input, addWon(countedWon, uncountedWon), context.today);
      const id = await insertWithdrawal(tx, context, agreementId, { ...input, countedWon: minWon(countedWon, input.amountWon) });
      const cash = await returnCash(tx, context, this.ledger, await getAgreement(tx, agreementId), input.amountWon, input.withdrawnOn);
      await this.flag(tx, context, project, { id, on: input.withdrawnOn, amountWon: input.amountWon });
      const { before, after, entries, clawbackId } = await settleRoom(tx, context, this.ledger, project, { on: input.withdrawnOn, cause: `민간부담금 ${formatWon(input.amountWon)}원 회수(${input.withdrawnOn})` });
      return { id, before, after, clawbackId, entries: [...cash, ...entries] };
    },
  };

  /**
   * `matching-withdrawal.reverse`: the money had not left. It counts again, and the clawback that was proposed for it ends, unless it was
   * decided: then the recovery is set right first, by whoever decided it.
   */
  readonly reverse: Command<ReverseWithdrawal, RecordedWithdrawal> = {
    name: 'matching-withdrawal.reverse',
    execute: async (tx, context, { withdrawalId, reason }) => {
      const { agreementId } = await getWithdrawal(tx, withdrawalId);
      await lockAgreements(tx, [agreementId]);
      const withdrawal = await getWithdrawal(tx, withdrawalId);
      await requireReversible(tx, withdrawal);
      const project = await getRoomProject(tx, agreementId);
      await insertWithdrawalReversal(tx, context, withdrawalId, reason);
      const cash = await reverseReturn(tx, context, this.ledger, { id: agreementId, callId: project.callId }, withdrawal);
      const { before, after, entries, clawbackId } = await settleRoom(tx, context, this.ledger, project, { on: context.today, cause: `민간부담금 회수 기록 취소(${withdrawal.withdrawnOn} ${formatWon(withdrawal.amountWon)}원)` });
      return { id: withdrawalId, before, after, clawbackId, entries: [...cash, ...entries] };
    },
  };

  /** Money that had not been free to leave, or that only passed through, is kept as such. */
  private async flag(tx: Tx, context: CommandContext, project: RoomProject, withdrawal: { readonly id: string; readonly on: LocalDate; readonly amountWon: Won }): Promise<void> {
    const terms = await depositTermsOn(tx, project.callId, withdrawal.on);
    const proven = (await depositsOf(tx, project.agreementId)).filter(({ state }) => state === 'PROVEN');
    const found = flagsOfWithdrawal(proven, withdrawal, terms);
    await insertFlags(tx, context, found.map(({ deposit, flag }) => ({ depositId: deposit.id, flag })));
    context.judge(found.map(({ flag }) => warningOf(flag)));
  }
}

async function requireReversible(tx: Tx, { id, agreementId, reversedFor }: Withdrawal): Promise<void> {
  if (reversedFor !== null) throw new DomainError('conflict', 'matching-withdrawal.reversed-already', { ko: '이미 취소한 회수 기록입니다.', en: 'This withdrawal was reversed already.' });
  const recovery = await recoveryDecidedAfter(tx, id);
  if (recovery !== null) {
    throw new DomainError(
      'conflict',
      'matching-withdrawal.clawback-decided',
      { ko: `이 회수 뒤에 환수 ${recovery}이(가) 결정되어 통지되었습니다. 기록을 취소할 수 없습니다. 돈이 실제로 다시 들어왔으면 새 입금으로 기록하고, 통지한 금액은 회수 화면에서 처리해 주세요.`, en: `The clawback ${recovery} was decided after this withdrawal and the debtor has its notice. Record money that came again as a deposit, and deal with ${recovery} among the recoveries.` },
      { details: { recovery } },
    );
  }
  if (await isFoundAtTheBank(tx, id)) throw new DomainError('conflict', 'matching-withdrawal.found-at-the-bank', { ko: '은행 거래와 연결된 회수입니다. 실제로 나가지 않은 돈이면 은행 대사에서 연결을 먼저 취소해 주세요.', en: 'A line of the bank is this withdrawal. If the money did not leave, undo that match at the desk of the bank first.' });
  await requireOpenForMoney(tx, agreementId);
}

const warningOf = ({ kind, detail, clause }: { readonly kind: string; readonly detail: string; readonly clause: string }): Verdict => ({
  rule: kind === 'LOCK_UP_BROKEN' ? 'private-money-stays-through-its-lock-up' : 'private-money-does-not-pass-through',
  clause,
  result: 'WARN',
  text: { ko: detail, en: kind === 'LOCK_UP_BROKEN' ? 'The money left before its lock-up was over.' : 'The same amount left soon after it came in.' },
  inputs: { kind },
});

function requireWithdrawal({ withdrawnOn, amountWon }: Pick<RecordWithdrawal, 'withdrawnOn' | 'amountWon'>, inWon: Won, today: LocalDate): void {
  if (withdrawnOn > today) throw invalidField('/withdrawnOn', 'matching-withdrawal.not-yet', { ko: '회수일이 오늘보다 뒤입니다. 돈이 나간 날을 적어 주세요.', en: 'The day lies in the future.' });
  if (amountWon <= inWon) return;
  throw invalidField('/amountWon', 'matching-withdrawal.more-than-in', { ko: `확인된 민간부담금은 ${formatWon(inWon)}원입니다. 그 안의 금액을 적어 주세요.`, en: `${formatWon(inWon)} won of private money are in. No more can leave.` });
}
