import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import { requireFile } from '#libs/document';
import { DomainError, invalidField } from '#libs/errors';
import { lockCall } from '../call/call.query.js';
import { listDeadlines } from './facts/fact.query.js';

export interface FulfilDeadline {
  readonly callId: string;
  readonly key: string;
  readonly subjectId: string;
  readonly from: LocalDate;
  readonly doneOn: LocalDate;
  readonly note: string | null;
  readonly documentId: string | null;
}

export interface FulfilledDeadline {
  readonly id: string;
  readonly effective: LocalDate;
  readonly inTime: boolean;
}

/** `grant-deadline.fulfil`: that something was done of which nothing else in the program tells; once for each event. */
export const fulfilGrantDeadline: Command<FulfilDeadline, FulfilledDeadline> = {
  name: 'grant-deadline.fulfil',
  async execute(tx, context, { callId, key, subjectId, from, doneOn, note, documentId }) {
    await lockCall(tx, callId);
    const { deadlines } = await listDeadlines(tx, callId, context.today);
    const found = deadlines.find((each) => each.key === key && each.subjectId === subjectId && each.from === from);
    if (found === undefined || !found.rule.told) throw invalidField('/subjectId', 'grant-deadline.unknown', { ko: '기한 목록에 없는 항목입니다. 목록에서 골라 주세요.', en: 'The list has no such deadline. Choose one of it.' });
    if (found.doneOn !== null) throw new DomainError('conflict', 'grant-deadline.done-already', { ko: `${found.doneOn}에 이행한 것으로 이미 기록되어 있습니다.`, en: `It is on record as done on ${found.doneOn}.` });
    if (doneOn < from || doneOn > context.today) throw invalidField('/doneOn', 'grant-deadline.done-out-of-time', { ko: `사유 발생일(${from})부터 오늘까지의 날짜여야 합니다.`, en: `It was done between ${from}, when it began, and today.` });
    await requireFile(tx, documentId, '/documentId');
    await tx.query(
      `insert into grant_deadline_done (key, subject_id, from_on, call_id, done_on, note, document_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [key, subjectId, from, callId, doneOn, note, documentId, context.now, context.commandId],
    );
    context.announce('grant.changed', { callId });
    return { id: found.id, effective: found.effective, inTime: doneOn <= found.effective };
  },
};
