import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import { getAgreement, lockAgreements } from '#libs/grant';
import { Ledger, type PostedEntry } from '#libs/ledger';
import type { Won } from '#libs/money';
import { BankMatchService } from '#libs/payment';
import { DEPOSIT_MOVE } from '../bank-move/bank-move.service.js';
import type { FundSource } from '../match/match.js';
import { getRoomProject, roomBalances } from '../room/room.query.js';
import type { RoomBalances } from '../room/room.posting.js';
import type { DepositorRelation } from './deposit.js';
import { depositTermsOn, getDeposit } from './deposit.query.js';
import { flagsOfDeclaration, lockedUntil } from './deposit.rules.js';
import { insertDeposit, insertDepositReversal, insertFlags } from './deposit.store.js';
import { unproveDeposit } from './proof/proof.service.js';

export interface RecordDeposit {
  readonly agreementId: string;
  readonly depositedOn: LocalDate;
  readonly amountWon: Won;
  readonly depositor: string;
  readonly relation: DepositorRelation;
  readonly source: FundSource;
  readonly sourceText: string | null;
  readonly reference: string | null;
  readonly documentId: string | null;
}

/** A deposit after a deed, and the room of its project before and after. */
export interface MovedDeposit {
  readonly id: string;
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  readonly entries: readonly PostedEntry[];
}

/** Private money that is said to have come in, proven by the bank, or recorded wrongly. */
@Injectable()
export class MatchingDepositService {
  constructor(
    private readonly ledger: Ledger,
    private readonly matches: BankMatchService,
  ) {}

  /** `matching-deposit.record`: somebody says that private money came in. It counts nothing until its receipt is found on a statement. */
  readonly record: Command<RecordDeposit, MovedDeposit> = {
    name: 'matching-deposit.record',
    execute: async (tx, context, { agreementId, ...draft }) => {
      const project = await getRoomProject(tx, agreementId);
      await lockAgreements(tx, [agreementId]);
      const { state, agreedOn } = await getAgreement(tx, agreementId);
      if (state === 'CLOSED') throw new DomainError('conflict', 'matching-deposit.agreement-closed', { ko: '종결된 과제입니다. 잘못 들어온 돈은 입금자에게 돌려주세요.', en: 'The project is closed. What came in by mistake goes back to who paid it.' });
      requireDay(draft.depositedOn, agreedOn, context.today);
      const terms = await depositTermsOn(tx, project.callId, draft.depositedOn);
      const id = await insertDeposit(tx, context, agreementId, { ...draft, lockedUntil: lockedUntil(draft.depositedOn, terms) });
      await insertFlags(tx, context, flagsOfDeclaration(draft, terms).map((flag) => ({ depositId: id, flag })));
      const balances = await roomBalances(tx, project);
      context.announce('grant.changed', { callId: project.callId });
      return { id, before: balances, after: balances, entries: [] };
    },
  };

  /** `matching-deposit.prove`: this line of a statement is its receipt; the match is confirmed by it, by somebody who did not bring the statement in. */
  readonly prove: Command<{ readonly depositId: string; readonly lineId: string }, MovedDeposit> = {
    name: 'matching-deposit.prove',
    execute: async (tx, context, { depositId, lineId }) => {
      const deposit = await getDeposit(tx, depositId);
      requireUnproven(deposit.state);
      const project = await getRoomProject(tx, deposit.agreementId);
      const before = await roomBalances(tx, project);
      await this.matches.confirm.execute(tx, context, { items: [{ lineId, records: [{ kind: DEPOSIT_MOVE, recordId: depositId }] }] });
      return { id: depositId, before, after: await roomBalances(tx, project), entries: [] };
    },
  };

  /** `matching-deposit.reverse`: it was recorded wrongly. One that a line of the bank proves is released from it at the desk of the bank first. */
  readonly reverse: Command<{ readonly depositId: string; readonly reason: string }, MovedDeposit> = {
    name: 'matching-deposit.reverse',
    execute: async (tx, context, { depositId, reason }) => {
      const { agreementId } = await getDeposit(tx, depositId);
      await lockAgreements(tx, [agreementId]);
      const deposit = await getDeposit(tx, depositId);
      if (deposit.state === 'REVERSED') throw new DomainError('conflict', 'matching-deposit.reversed-already', { ko: '이미 취소한 입금 기록입니다.', en: 'This deposit was reversed already.' });
      if (deposit.bankLineId !== null) {
        throw new DomainError('conflict', 'matching-deposit.still-proven', { ko: `은행 입금(${deposit.provenOn ?? ''})과 연결된 기록입니다. 은행 대사에서 연결을 먼저 취소해 주세요.`, en: 'A receipt of the bank proves it. Undo that match at the desk of the bank first.' });
      }
      const project = await getRoomProject(tx, agreementId);
      const before = await roomBalances(tx, project);
      const settled = await unproveDeposit(tx, context, this.ledger, depositId, { lineId: null, on: context.today, reason });
      await insertDepositReversal(tx, context, depositId, reason);
      context.announce('grant.changed', { callId: project.callId });
      return { id: depositId, before, after: settled?.after ?? before, entries: settled?.entries ?? [] };
    },
  };
}

function requireDay(depositedOn: LocalDate, agreedOn: LocalDate, today: LocalDate): void {
  if (depositedOn > today) throw invalidField('/depositedOn', 'matching-deposit.not-received-yet', { ko: '입금일이 오늘보다 뒤입니다. 통장에 찍힌 날을 적어 주세요.', en: 'The day of the deposit lies in the future.' });
  if (depositedOn < agreedOn) throw invalidField('/depositedOn', 'matching-deposit.before-the-agreement', { ko: `협약일(${agreedOn})보다 앞선 입금은 이 과제의 민간부담금이 아닙니다.`, en: `Money that came before the agreement of ${agreedOn} is none of this project.` });
}

function requireUnproven(state: 'UNPROVEN' | 'PROVEN' | 'REVERSED'): void {
  if (state === 'UNPROVEN') return;
  const text = state === 'PROVEN' ? { ko: '이미 입금이 확인되었습니다.', en: 'It is proven already.' } : { ko: '취소한 입금 기록입니다. 다시 기록해 주세요.', en: 'It was reversed. Record it again.' };
  throw new DomainError('conflict', 'matching-deposit.not-waiting', text, { details: { state } });
}

