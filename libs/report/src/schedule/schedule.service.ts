import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { getSchedule, listPossibleRecipients, listSubjects } from './schedule.query.js';
import { insertSchedule, insertScheduleEnd, insertTurn, lockSchedule } from './schedule.store.js';
import type { DraftReportSchedule, EndReportSchedule, LayReportSchedule, ReportSchedule } from './schedule.js';

interface Done {
  readonly id: string;
}

/**
 * `report-schedule.lay`: from now on reports of a kind are drafted by themselves after each period, in the name of who lays
 * it, and go to the recipients when they are issued. Throws at the field that is wrong.
 */
export const layReportSchedule: Command<LayReportSchedule, Done> = {
  name: 'report-schedule.lay',
  async execute(tx, context, input) {
    requireAnnualByYear(input);
    await requireSubject(tx, input, context.today);
    await requireRecipients(tx, input);
    const id = randomUUID();
    await insertSchedule(tx, context, id, input);
    context.announce('report.changed', { scheduleId: id });
    return { id };
  },
};

/** `report-schedule.draft`: keeps what came of it when a report of a schedule was to be drafted. */
export const draftReportSchedule: Command<DraftReportSchedule, Done> = {
  name: 'report-schedule.draft',
  async execute(tx, context, input) {
    requireStanding(await getSchedule(tx, input.scheduleId));
    await insertTurn(tx, context, input);
    context.announce('report.changed', { scheduleId: input.scheduleId });
    return { id: input.scheduleId };
  },
};

/** `report-schedule.end`: nothing more is drafted by it; what was drafted is signed or returned as it is, and what went out stays. */
export const endReportSchedule: Command<EndReportSchedule, Done> = {
  name: 'report-schedule.end',
  async execute(tx, context, input) {
    await lockSchedule(tx, input.scheduleId);
    requireStanding(await getSchedule(tx, input.scheduleId));
    await insertScheduleEnd(tx, context, input);
    context.announce('report.changed', { scheduleId: input.scheduleId });
    return { id: input.scheduleId };
  },
};

export const REPORT_SCHEDULE_COMMANDS = [layReportSchedule, draftReportSchedule, endReportSchedule] as const;

/** Throws `report-schedule.ended-already` for one that drafts nothing any more. */
export function requireStanding({ endedOn }: Pick<ReportSchedule, 'endedOn'>): void {
  if (endedOn === null) return;
  throw new DomainError('conflict', 'report-schedule.ended-already', {
    ko: `이 정기 발행은 ${endedOn}에 이미 종료되었습니다. 계속 발행하려면 새로 등록해 주세요.`,
    en: `This schedule was ended on ${endedOn} already. Lay a new one to go on.`,
  });
}

/** The annual report is about a year and all books in sight. */
function requireAnnualByYear({ kind, period, subjectId }: LayReportSchedule): void {
  if (kind !== 'ANNUAL') return;
  if (period !== 'YEAR') throw invalidField('/period', 'report-schedule.annual-by-year', { ko: '연간 통합보고서는 해마다 한 번만 발행합니다. 주기를 연간으로 골라 주세요.', en: 'The annual report goes out once a year. Choose the year as its period.' });
  if (subjectId !== null) throw invalidField('/subjectId', 'report-schedule.annual-has-no-subject', { ko: '연간 통합보고서는 대상을 고르지 않습니다. 대상을 전체로 두세요.', en: 'The annual report is about everything. Leave the subject open.' });
}

async function requireSubject(tx: Tx, { kind, subjectId }: LayReportSchedule, today: LocalDate): Promise<void> {
  if (subjectId === null || (await listSubjects(tx, kind, today)).some(({ id }) => id === subjectId)) return;
  throw invalidField('/subjectId', 'report-schedule.subject-not-possible', { ko: '이 보고서의 대상이 아니거나 볼 수 없는 대상입니다. 목록에서 골라 주세요.', en: 'This is not what the report is about, or it is out of your sight. Choose from the list.' });
}

async function requireRecipients(tx: Tx, { recipientIds }: LayReportSchedule): Promise<void> {
  const possible = new Set((await listPossibleRecipients(tx)).map(({ id }) => id));
  const at = recipientIds.findIndex((id) => !possible.has(id));
  if (at === -1) return;
  throw invalidField(`/recipientIds/${at}`, 'report-schedule.recipient-not-possible', { ko: '보고서를 내려받을 수 있는 사람만 수신인이 될 수 있습니다. 목록에서 골라 주세요.', en: 'Only somebody whose role may take reports away can receive them. Choose from the list.' });
}
