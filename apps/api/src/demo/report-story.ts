import { addMonths, quarterEnd, type LocalDate, type ManualClock } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { layReportSchedule, type ScheduleDesk } from '#libs/report';
import type { Cast } from './cast.js';

/** One schedule as it is laid in the story, and the desk that drafts by it today. */
export interface ReportStage {
  readonly cast: Cast;
  readonly clock: ManualClock;
  readonly desk: ScheduleDesk;
  /** The same people on the day on which somebody looks at the demo. */
  readonly open: Cast;
}

/** Twenty days after a quarter its report goes to the people of the ministry who ask for it. */
const DAYS_AFTER = 20;
const RECIPIENTS = ['auditor', 'director'] as const;

/**
 * Finance had the quarterly reports of a fund drafted by the calendar half a year ago. The first one was signed, issued and brought
 * to its recipients, who have not taken it away yet; where the quarter after it is due as well, its report waits for a signature.
 */
export async function playReportStory({ cast, clock, desk, open }: ReportStage, fundId: string, today: LocalDate): Promise<void> {
  clock.set(`${quarterEnd(addMonths(today, -6))}T15:00:00+09:00`);
  const recipientIds = await cast.look(async (tx) => (await tx.query<{ id: string }[]>('select id from app_user where login = any($1) order by login', [RECIPIENTS])).map(({ id }) => id));
  await cast.do('finance', layReportSchedule, { kind: 'FUND_QUARTERLY', subjectId: fundId, period: 'QUARTER', daysAfter: DAYS_AFTER, recipientIds });
  const [first] = await desk.draftDue();
  invariant(first?.outcome === 'DRAFTED', `the report of the story was not drafted: ${first?.problem?.en ?? 'none was due'}`);
  const requests = await open.look((tx) => tx.query<{ id: string }[]>('select id from approval_request where command_id = $1', [first.draftId]));
  await open.signOnce(requests[0]?.id ?? '');
}
