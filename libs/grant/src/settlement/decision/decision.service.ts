import { randomUUID } from 'node:crypto';
import { civilDeadline, holidayCalendar, yearOf, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import type { Won } from '#libs/money';
import { lockAgreements } from '../../agreement/agreement.query.js';
import { listSettlementsOf, type SettlementRow } from '../settlement.query.js';
import { insertSettlement, nextSettlementNumber } from '../settlement.store.js';
import { readWorksheet, type Retained, type Worksheet } from '../worksheet/worksheet.query.js';
import { carriedForwardIsLeft, settlementIsWhatWasRead, stageIsReady } from './decision.rules.js';
import { readinessOf } from './readiness.query.js';

export interface DecideSettlement {
  readonly agreementId: string;
  readonly stage: number;
  readonly noticeOn: LocalDate;
  /** The notice as the drafter read it; null asks nobody (a dry run). */
  readonly noticeWon: Won | null;
  readonly retained: readonly Retained[];
}

export interface DecidedGrantSettlement {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly totalWon: string;
  readonly noticeWon: string;
}

/** `grant-settlement.decide`: the form of a stage is frozen as the books give it. A later version needs an objection. */
export const decideSettlement: Command<DecideSettlement, DecidedGrantSettlement> = {
  name: 'grant-settlement.decide',
  execute: async (tx, context, input) => {
    await lockAgreements(tx, [input.agreementId]);
    const sheet = await readWorksheet(tx, input.agreementId, input.stage, input.retained);
    const earlier = (await listSettlementsOf(tx, input.agreementId)).filter(({ stage }) => stage === input.stage);
    if (earlier.length > 0) throw settledAlready(earlier);
    return stateSettlement(tx, context, sheet, { ...input, version: 1, reason: null });
  },
};

/** Judges and freezes one version; used by the decision and by the answer to an objection. */
export async function stateSettlement(
  tx: Tx,
  context: CommandContext,
  sheet: Worksheet,
  { noticeOn, noticeWon, version, reason }: Pick<DecideSettlement, 'noticeOn' | 'noticeWon'> & { readonly version: number; readonly reason: string | null },
): Promise<DecidedGrantSettlement> {
  if (noticeOn < context.today) throw invalidField('/noticeOn', 'grant-settlement.notice-in-the-past', { ko: '통지일은 오늘이거나 그 뒤여야 합니다.', en: 'The notice goes out today or later.' });
  context.judge([...stageIsReady(await readinessOf(tx, sheet, context.today)), carriedForwardIsLeft(sheet.form.lines), settlementIsWhatWasRead(noticeWon, sheet.form.returns.noticeWon)]);
  const number = await nextSettlementNumber(tx, yearOf(context.today));
  const { totalWon, noticeWon: demandedWon } = sheet.form.returns;
  const decided = { id: randomUUID(), number, version, totalWon: `${totalWon}`, noticeWon: `${demandedWon}` };
  if (context.blocked) return decided;
  const { objection } = sheet.wording;
  const objectionUntil = civilDeadline({ from: noticeOn, period: objection.period }, holidayCalendar()).effective;
  await insertSettlement(tx, context, { ...decided, noticeOn, objectionUntil, reason }, sheet);
  context.announce('grant.changed', { callId: sheet.call.id });
  return decided;
}

function settledAlready(earlier: readonly SettlementRow[]): DomainError {
  const last = earlier.at(-1);
  return new DomainError('conflict', 'grant-settlement.decided-already', {
    ko: `이 단계는 ${last?.number ?? ''}로 정산되었습니다. 바꾸려면 수행기관의 이의신청을 받아 처리해 주세요.`,
    en: `The stage was settled by ${last?.number ?? ''}. To change it, record and answer an objection.`,
  });
}
