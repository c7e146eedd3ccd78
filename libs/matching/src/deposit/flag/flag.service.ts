import { Injectable } from '@nestjs/common';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, notFound } from '#libs/errors';
import { lockAgreements } from '#libs/grant';
import { Ledger } from '#libs/ledger';
import { getRoomProject } from '../../room/room.query.js';
import { settleRoom } from '../../room/room.service.js';
import type { DepositFlag } from '../deposit.js';
import { getDeposit } from '../deposit.query.js';
import type { MovedDeposit } from '../deposit.service.js';
import { insertFlagDecision } from '../deposit.store.js';

export interface DecideFlag {
  readonly flagId: string;
  /** The money counts although it was flagged. */
  readonly counts: boolean;
  readonly reason: string;
}

/** What compliance says of deposits that were flagged. */
@Injectable()
export class MatchingFlagService {
  constructor(private readonly ledger: Ledger) {}

  /** `matching-flag.decide`: whether a flagged deposit counts. What the terms of the pool exclude is decided there, not here. */
  readonly decide: Command<DecideFlag, MovedDeposit> = {
    name: 'matching-flag.decide',
    execute: async (tx, context, { flagId, counts, reason }) => {
      const depositId = await depositOfFlag(tx, flagId);
      const { agreementId } = await getDeposit(tx, depositId);
      await lockAgreements(tx, [agreementId]);
      const { flags, depositor } = await getDeposit(tx, depositId);
      requireDecidable(flags.find(({ id }) => id === flagId));
      await insertFlagDecision(tx, context, flagId, counts, reason);
      const { before, after, entries } = await settleRoom(tx, context, this.ledger, await getRoomProject(tx, agreementId), { on: context.today, cause: `입금 판단 ${depositor}` });
      return { id: depositId, before, after, entries };
    },
  };
}

async function depositOfFlag(tx: Tx, flagId: string): Promise<string> {
  const [row]: { depositId: string }[] = await tx.query('select deposit_id as "depositId" from matching_deposit_flag where id = $1', [flagId]);
  if (row === undefined) throw notFound({ ko: '입금 표시', en: 'flag of a deposit' }, flagId);
  return row.depositId;
}

function requireDecidable(flag: DepositFlag | undefined): void {
  if (flag?.kind === 'EXCLUDED_SOURCE' || flag?.kind === 'EXCLUDED_DEPOSITOR') {
    throw new DomainError('conflict', 'matching-flag.final', { ko: '사업 조건이 인정하지 않는 재원입니다. 기록이 틀렸으면 입금 기록을 취소하고 다시 적어 주세요.', en: 'The terms of the pool do not count this money. If the record is wrong, reverse it and record it anew.' });
  }
  if (flag !== undefined && flag.counts !== null) throw new DomainError('conflict', 'matching-flag.decided-already', { ko: '이미 판단한 표시입니다.', en: 'This flag is decided already.' });
}
