import { randomUUID } from 'node:crypto';
import { civilDeadline, formatOfficialDate, holidayCalendar, type LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { DomainError, invalidField } from '#libs/errors';
import type { Won } from '#libs/money';
import { getCall } from '../../call/call.query.js';
import { stateSettlement } from '../decision/decision.service.js';
import { settlementWordingOn } from '../settlement.data.js';
import { lockSettlement, type SettlementRow } from '../settlement.query.js';
import { readWorksheet, type Retained } from '../worksheet/worksheet.query.js';
import { insertAnswer, insertObjection } from './objection.store.js';

export interface ObjectToSettlement {
  readonly settlementId: string;
  readonly objectedOn: LocalDate;
  readonly grounds: string;
  readonly documentId: string | null;
}

export interface AnswerSettlement {
  readonly settlementId: string;
  readonly outcome: 'ACCEPTED' | 'PARTLY' | 'REJECTED';
  readonly reason: string;
  /** Of the next version; nothing is stated anew where the objection is rejected. */
  readonly noticeOn: LocalDate;
  readonly noticeWon: Won | null;
  readonly retained: readonly Retained[];
}

export interface AnsweredSettlement {
  readonly settlementId: string;
  readonly outcome: AnswerSettlement['outcome'];
  /** What was decided instead; null where nothing was. */
  readonly next: { readonly id: string; readonly number: string; readonly noticeWon: string } | null;
}

/** `grant-settlement.object`: the institution objects within its term; the agency has its own to answer. */
export const objectToSettlement: Command<ObjectToSettlement, { readonly id: string; readonly answerDueOn: LocalDate }> = {
  name: 'grant-settlement.object',
  execute: async (tx, context, { settlementId, objectedOn, grounds, documentId }) => {
    const row = await lockSettlement(tx, settlementId);
    requireStanding(row);
    if (row.objection !== null) throw new DomainError('conflict', 'grant-settlement.objected-already', { ko: '이미 이의신청을 접수했습니다.', en: 'An objection was received already.' });
    if (objectedOn > context.today) throw invalidField('/objectedOn', 'grant-settlement.not-objected-yet', { ko: '이의신청일이 오늘보다 뒤입니다.', en: 'The objection lies in the future.' });
    if (objectedOn < row.noticeOn || objectedOn > row.objectionUntil) {
      throw invalidField('/objectedOn', 'grant-settlement.objection-out-of-term', {
        ko: `이의신청 기간은 통지일 ${formatOfficialDate(row.noticeOn)}부터 ${formatOfficialDate(row.objectionUntil)}까지입니다.`,
        en: `Objections are taken from the notice of ${row.noticeOn} until ${row.objectionUntil}.`,
      });
    }
    const { answer } = settlementWordingOn((await getCall(tx, row.callId)).regime, row.noticeOn);
    const answerDueOn = civilDeadline({ from: objectedOn, period: answer.period }, holidayCalendar()).effective;
    const id = randomUUID();
    await insertObjection(tx, context, { id, settlementId, objectedOn, grounds, answerDueOn, documentId });
    context.announce('grant.changed', { callId: row.callId });
    return { id, answerDueOn };
  },
};

/** `grant-settlement.answer`: rejected, the settlement stands; accepted, the stage is settled anew as the books are now. */
export const answerSettlement: Command<AnswerSettlement, AnsweredSettlement> = {
  name: 'grant-settlement.answer',
  execute: async (tx, context, input) => {
    const { settlementId, outcome, reason } = input;
    const row = await lockSettlement(tx, settlementId);
    requireStanding(row);
    if (row.objection === null || row.answer !== null) throw new DomainError('conflict', 'grant-settlement.nothing-to-answer', { ko: '답할 이의신청이 없습니다.', en: 'There is no objection to answer.' });
    const answer = { objectionId: row.objection.id, outcome, reason };
    context.announce('grant.changed', { callId: row.callId });
    if (outcome === 'REJECTED') {
      await insertAnswer(tx, context, { ...answer, settlementId: null });
      return { settlementId, outcome, next: null };
    }
    const sheet = await readWorksheet(tx, row.agreementId, row.stage, input.retained);
    if (sheet.digest === row.digest) {
      throw invalidField('/outcome', 'grant-settlement.nothing-changed', {
        ko: '정산 내용이 그대로입니다. 먼저 집행 검토나 협약을 고친 뒤 인정하거나, 기각해 주세요.',
        en: 'The settlement would be the same. Correct the reviews or the agreement first, or reject the objection.',
      });
    }
    const next = await stateSettlement(tx, context, sheet, { ...input, version: row.version + 1, reason });
    const answered = { settlementId, outcome, next: { id: next.id, number: next.number, noticeWon: next.noticeWon } };
    if (!context.blocked) await insertAnswer(tx, context, { ...answer, settlementId: next.id });
    return answered;
  },
};

/** The latest version, not final yet. */
export function requireStanding(row: SettlementRow): void {
  if (row.final !== null) throw new DomainError('conflict', 'grant-settlement.final', { ko: '확정된 정산입니다.', en: 'The settlement is final.' });
  if (!row.latest) throw new DomainError('conflict', 'grant-settlement.superseded', { ko: '다시 정산되어 대체된 정산입니다. 최신 차수를 열어 주세요.', en: 'A later version replaced this settlement. Open the latest.' });
}
