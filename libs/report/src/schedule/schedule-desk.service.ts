import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actorOfAccount, SYSTEM_ACTOR } from '#libs/access';
import { holidayCalendar, type Clock, type LocalDate } from '#libs/calendar';
import { AwaitingApproval, CommandRunner, type Actor } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { DataSource } from 'typeorm';
import { IssueDesk } from '../issue/issue-desk.service.js';
import { findValid } from '../issue/issue.query.js';
import { issueReport } from '../issue/issue.service.js';
import { listDraftedKeys, listSchedules, listSubjects } from './schedule.query.js';
import { draftKey, duePeriods } from './schedule.rules.js';
import type { ReportSchedule } from './schedule.js';

/** A report that a schedule asks for now. */
interface DueReport {
  readonly schedule: ReportSchedule;
  readonly actor: Actor;
  readonly subjectId: string;
  readonly endsOn: LocalDate;
}

/** Drafts what schedules ask for, in the name of who laid them; like any other draft it waits for its signatures. */
@Injectable()
export class ScheduleDesk {
  private readonly logger = new Logger(ScheduleDesk.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly issues: IssueDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Drafts each report that is due and answers how many. What was drafted before, also by a process that crashed since, is not
   * drafted again, whatever became of the draft; a report that somebody issued by hand is left as it is. What is refused is
   * logged and tried at the next call.
   */
  async draftDue(): Promise<number> {
    const connection = this.source.createQueryRunner();
    try {
      const rows = (await connection.query(`select pg_try_advisory_lock(hashtextextended('report schedules', 0)) as held`)) as { held: boolean }[];
      if (rows[0]?.held !== true) return 0;
      return await this.draftAll().finally(() => connection.query(`select pg_advisory_unlock(hashtextextended('report schedules', 0))`));
    } finally {
      await connection.release();
    }
  }

  private async draftAll(): Promise<number> {
    const today = this.clock.today();
    const schedules = (await this.reader.read(SYSTEM_ACTOR, listSchedules)).filter(({ endedOn }) => endedOn === null);
    let drafted = 0;
    for (const schedule of schedules) {
      const periods = duePeriods(schedule, today, holidayCalendar());
      for (const due of periods.length === 0 ? [] : await this.missing(schedule, periods)) if (await this.draft(due)) drafted += 1;
    }
    return drafted;
  }

  /** What of the periods is not drafted yet, about things that the owner sees. */
  private async missing(schedule: ReportSchedule, periods: readonly LocalDate[]): Promise<DueReport[]> {
    try {
      const actor = await this.reader.read(SYSTEM_ACTOR, (tx) => actorOfAccount(tx, schedule.ownerId, issueReport.name));
      return await this.reader.read(actor, async (tx) => {
        const asked: DueReport[] = [];
        for (const endsOn of periods) for (const subjectId of await subjectsOf(tx, schedule, endsOn)) asked.push({ schedule, actor, subjectId, endsOn });
        const drafted = await listDraftedKeys(tx, schedule.ownerId, asked.map(keyOf));
        const open = asked.filter((due) => !drafted.has(keyOf(due)));
        const issued = await Promise.all(open.map(({ subjectId, endsOn }) => findValid(tx, { kind: schedule.kind, subjectId, asOf: endsOn })));
        return open.filter((_, at) => issued[at] === null);
      });
    } catch (error) {
      this.tell(schedule, error);
      return [];
    }
  }

  private async draft(due: DueReport): Promise<boolean> {
    const { schedule, actor, subjectId, endsOn } = due;
    const reason = `정기 발행: ${schedule.name} (${endsOn} 기준)`;
    try {
      const input = await this.issues.toIssue(actor, { kind: schedule.kind, subjectId, asOf: endsOn, reason });
      await this.runner.run(issueReport, { actor, reason, idempotencyKey: keyOf(due), input: { ...input, schedule: { id: schedule.id, periodEndsOn: endsOn } } });
      return true;
    } catch (error) {
      if (error instanceof AwaitingApproval) return true;
      this.tell(schedule, error);
      return false;
    }
  }

  /** One schedule that cannot be kept stops no other. */
  private tell({ name, id }: ReportSchedule, error: unknown): void {
    if (!(error instanceof DomainError)) throw error;
    this.logger.warn(`report schedule ${id} (${name}): ${error.code} ${error.text.ko}`);
  }
}

const keyOf = ({ schedule, subjectId, endsOn }: DueReport): string => draftKey(schedule.id, subjectId, endsOn);

async function subjectsOf(tx: Tx, { kind, subjectId }: ReportSchedule, endsOn: LocalDate): Promise<readonly string[]> {
  return subjectId === null ? (await listSubjects(tx, kind, endsOn)).map(({ id }) => id) : [subjectId];
}
