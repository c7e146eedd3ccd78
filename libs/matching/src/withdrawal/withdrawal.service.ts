import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import { invalidField } from '#libs/errors';
import type { Tx } from '#libs/database';
import { getAgreement, lockAgreements, returnCash } from '#libs/grant';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { addWon, formatWon, minWon, type Won } from '#libs/money';
import { depositsOf, depositTermsOn } from '../deposit/deposit.query.js';
import { flagsOfWithdrawal } from '../deposit/deposit.rules.js';
import { insertFlags } from '../deposit/deposit.store.js';
import type { RoomProject } from '../room/room.js';
import type { RoomBalances } from '../room/room.posting.js';
import { getRoomProject, privateMoneyOf } from '../room/room.query.js';
import { settleRoom } from '../room/room.service.js';
import { insertWithdrawal } from './withdrawal.store.js';

export interface RecordWithdrawal {
  readonly agreementId: string;
  readonly withdrawnOn: LocalDate;
  readonly amountWon: Won;
  readonly paidTo: string;
  readonly reason: string;
  readonly documentId: string | null;
}

export interface RecordedWithdrawal {
  readonly id: string;
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  /** Proposed by it; null where what is out stays within what is allowed. */
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

  /** Money that had not been free to leave, or that only passed through, is kept as such. */
  private async flag(tx: Tx, context: CommandContext, project: RoomProject, withdrawal: { readonly id: string; readonly on: LocalDate; readonly amountWon: Won }): Promise<void> {
    const terms = await depositTermsOn(tx, project.callId, withdrawal.on);
    const proven = (await depositsOf(tx, project.agreementId)).filter(({ state }) => state === 'PROVEN');
    const found = flagsOfWithdrawal(proven, withdrawal, terms);
    await insertFlags(tx, context, found.map(({ deposit, flag }) => ({ depositId: deposit.id, flag })));
    context.judge(found.map(({ flag }) => warningOf(flag)));
  }
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
