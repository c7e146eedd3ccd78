import { randomUUID } from 'node:crypto';
import type { Command } from '#libs/command';
import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { findRival, getSchedule, listPossibleRecipients, listSubjects, lockSchedule } from './schedule.query.js';
import { insertSchedule, insertScheduleEnd } from './schedule.store.js';
import type { EndReportSchedule, LayReportSchedule } from './schedule.js';

/**
 * `report-schedule.lay`: from now on reports of a kind are drafted by themselves after each period, in the name of who lays
 * it, and go to the recipients when they are issued. Throws at the field that is wrong.
 */
export const layReportSchedule: Command<LayReportSchedule, { readonly id: string }> = {
  name: 'report-schedule.lay',
  async execute(tx, context, input) {
    requireOrder(input);
    requireAnnualByYear(input);
    await requireSubject(tx, input, context.today);
    await requireRecipients(tx, input);
    await requireNoRival(tx, input);
    const id = randomUUID();
    await insertSchedule(tx, context, id, input);
    context.announce('report.changed', { scheduleId: id });
    return { id };
  },
};

/** `report-schedule.end`: nothing more is drafted by it; what was drafted is signed or returned as it is, and what went out stays. */
export const endReportSchedule: Command<EndReportSchedule, { readonly id: string }> = {
  name: 'report-schedule.end',
  async execute(tx, context, input) {
    await lockSchedule(tx, input.scheduleId);
    const schedule = await getSchedule(tx, input.scheduleId);
    if (schedule.endedOn !== null) {
      throw new DomainError('conflict', 'report-schedule.ended-already', { ko: `'${schedule.name}'은(는) 이미 종료되었습니다. 목록을 새로 고쳐 확인해 주세요.`, en: `'${schedule.name}' has been ended already. Reload the list.` });
    }
    await insertScheduleEnd(tx, context, input);
    context.announce('report.changed', { scheduleId: input.scheduleId });
    return { id: input.scheduleId };
  },
};

export const REPORT_SCHEDULE_COMMANDS = [layReportSchedule, endReportSchedule] as const;

function requireOrder({ fromOn, untilOn }: LayReportSchedule): void {
  if (untilOn === null || untilOn >= fromOn) return;
  throw invalidField('/untilOn', 'report-schedule.ends-before-it-starts', { ko: '마지막 날은 첫날과 같거나 그 뒤여야 합니다.', en: 'The last day must not be before the first.' });
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
  throw invalidField(`/recipientIds/${at}`, 'report-schedule.recipient-not-possible', { ko: '보고서를 받을 수 있는 역할을 가진 사람만 수신인이 될 수 있습니다.', en: 'Only somebody whose role may take reports away can receive them.' });
}

/** A report of one day is issued once: a second schedule would leave its recipients without it. */
async function requireNoRival(tx: Tx, input: LayReportSchedule): Promise<void> {
  const rival = await findRival(tx, input);
  if (rival === null) return;
  throw new DomainError('conflict', 'report-schedule.laid-already', {
    ko: `같은 보고서를 '${rival}'이(가) 이미 발행하고 있습니다. 수신인을 바꾸려면 그 정기 발행을 종료하고 새로 등록해 주세요.`,
    en: `'${rival}' issues the same report. To change its recipients, end it and lay it anew.`,
  });
}
