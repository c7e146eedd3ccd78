import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actorOfAccount, SYSTEM_ACTOR } from '#libs/access';
import { holidayCalendar, type Clock, type LocalDate } from '#libs/calendar';
import { AwaitingApproval, CommandRunner, type Actor } from '#libs/command';
import { CLOCK, Reader, sqlState, whileAlone } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { DataSource } from 'typeorm';
import { IssueDesk } from '../issue/issue-desk.service.js';
import { findValid } from '../issue/issue.query.js';
import { issueReport } from '../issue/issue.service.js';
import { getSchedule, listSchedules, listSubjects } from './schedule.query.js';
import { draftKey, duePeriods } from './schedule.rules.js';
import { draftReportSchedule, requireStanding } from './schedule.service.js';
import type { ReportSchedule, ScheduleTurn, TurnProblem } from './schedule.js';
import { findDraft, isDraftedElsewhere, listTurnCounts } from './turn.query.js';

/** A report that a schedule asks for now. */
type DueReport = Pick<ScheduleTurn, 'subjectId' | 'periodEndsOn' | 'attempt'>;
type Ending = Pick<ScheduleTurn, 'outcome' | 'draftId' | 'problem'>;
type Owner = { readonly actor: Actor } | { readonly problem: TurnProblem };

const FOUND: Ending = { outcome: 'FOUND', draftId: null, problem: null };

/**
 * Drafts what schedules ask for, in the name of who laid them: like any other draft it waits for its signatures. A report is
 * drafted first and put on record after it; the key of its command says that it was drafted if the program falls over in between.
 */
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
   * Drafts each report whose day has come, once; what is refused stays on record as such until somebody asks again. Answers what
   * came of each. Where the database fails the other schedules have their turn first; then it throws.
   */
  async draftDue(): Promise<ScheduleTurn[]> {
    const standing = (await this.reader.read(SYSTEM_ACTOR, listSchedules)).filter(({ endedOn }) => endedOn === null);
    const [turns, failures]: [ScheduleTurn[], unknown[]] = [[], []];
    for (const schedule of standing) {
      try {
        turns.push(...((await this.turnsOf(schedule, null)) ?? []));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${standing.length} schedules of reports were not looked at to the end`);
    return turns;
  }

  /**
   * The same for one schedule, now, with what was refused before. Throws not found for one out of sight of `actor`,
   * `report-schedule.ended-already`, and `report-schedule.at-work` while it is being looked at.
   */
  async draft(actor: Actor, scheduleId: string): Promise<ScheduleTurn[]> {
    const schedule = await this.reader.read(actor, (tx) => getSchedule(tx, scheduleId));
    requireStanding(schedule);
    const turns = await this.turnsOf(schedule, actor.userId);
    if (turns !== null) return turns;
    throw new DomainError('conflict', 'report-schedule.at-work', {
      ko: '지금 이 정기 발행의 보고서를 기안하고 있습니다. 잠시 뒤 목록을 새로 고쳐 확인해 주세요.',
      en: 'Its reports are being drafted at this moment. Reload the list in a while.',
    });
  }

  /** Null while another process is at it. */
  private turnsOf(schedule: ReportSchedule, askedById: string | null): Promise<ScheduleTurn[] | null> {
    return whileAlone(this.source, `report schedule ${schedule.id}`, async () => {
      const owner = await this.ownerOf(schedule);
      const turns: ScheduleTurn[] = [];
      for (const due of await this.open(schedule, owner, askedById !== null)) {
        const turn = { scheduleId: schedule.id, ...due, ...('actor' in owner ? await this.tryToDraft(schedule, owner.actor, due) : refused(owner.problem)) };
        await this.runner.run(draftReportSchedule, { actor: SYSTEM_ACTOR, input: { ...turn, askedById } });
        turns.push(turn);
      }
      return turns;
    });
  }

  /** In whose name is drafted, or why nobody can be named. */
  private async ownerOf({ ownerId, ownerName }: ReportSchedule): Promise<Owner> {
    const actor = await this.reader.read(SYSTEM_ACTOR, (tx) => actorOfAccount(tx, ownerId, issueReport.name)).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    if (actor?.permissions.has(issueReport.name) === true) return { actor };
    const problem = {
      code: 'report-schedule.owner-cannot',
      ko: `기안자(${ownerName})의 계정이 닫혔거나 보고서를 발급할 권한이 없습니다. 이 정기 발행을 종료하고, 발급 권한이 있는 사람이 새로 등록해 주세요.`,
      en: `The account of ${ownerName}, who drafts, is closed or may not issue reports. End this schedule and let somebody who may lay a new one.`,
    };
    return { problem };
  }

  /** The reports whose day has come and that are neither drafted nor refused; the refused ones as well where somebody asks `again`. */
  private async open(schedule: ReportSchedule, owner: Owner, again: boolean): Promise<DueReport[]> {
    const periods = duePeriods(schedule, this.clock.today(), holidayCalendar());
    if (periods.length === 0) return [];
    return this.reader.read('actor' in owner ? owner.actor : SYSTEM_ACTOR, async (tx) => {
      const counts = new Map((await listTurnCounts(tx, schedule.id)).map((count) => [`${count.subjectId} ${count.periodEndsOn}`, count]));
      const due: DueReport[] = [];
      for (const periodEndsOn of periods) {
        const subjects = schedule.subjectId === null ? (await listSubjects(tx, schedule.kind, periodEndsOn)).map(({ id }) => id) : [schedule.subjectId];
        for (const subjectId of subjects) {
          const { attempts, settled } = counts.get(`${subjectId} ${periodEndsOn}`) ?? { attempts: 0, settled: false };
          if (!settled && (attempts === 0 || again)) due.push({ subjectId, periodEndsOn, attempt: attempts + 1 });
        }
      }
      return due;
    });
  }

  private async tryToDraft(schedule: ReportSchedule, actor: Actor, due: DueReport): Promise<Ending> {
    try {
      return (await this.stands(schedule, due)) ?? (await this.issue(schedule, actor, due));
    } catch (error) {
      return refused(this.problemOf(schedule, error));
    }
  }

  /** What of it is there already: its draft, made by a process that fell over, or the same report by somebody else. */
  private stands(schedule: ReportSchedule, { subjectId, periodEndsOn }: DueReport): Promise<Ending | null> {
    return this.reader.read(SYSTEM_ACTOR, async (tx) => {
      const draftId = await findDraft(tx, schedule.ownerId, draftKey(schedule.id, subjectId, periodEndsOn));
      if (draftId !== null) return { outcome: 'DRAFTED', draftId, problem: null };
      const isThere = (await findValid(tx, { kind: schedule.kind, subjectId, asOf: periodEndsOn })) !== null || (await isDraftedElsewhere(tx, schedule, subjectId, periodEndsOn));
      return isThere ? FOUND : null;
    });
  }

  private async issue(schedule: ReportSchedule, actor: Actor, due: DueReport): Promise<Ending> {
    const { subjectId, periodEndsOn } = due;
    const reason = reasonOf(schedule, periodEndsOn);
    const input = await this.issues.toIssue(actor, { kind: schedule.kind, subjectId, asOf: periodEndsOn, reason });
    await this.runner.run(issueReport, { actor, reason, idempotencyKey: draftKey(schedule.id, subjectId, periodEndsOn), input }).catch((error: unknown) => {
      if (!(error instanceof AwaitingApproval)) throw error;
    });
    const drafted = await this.stands(schedule, due);
    invariant(drafted?.outcome === 'DRAFTED', 'what was drafted is in the log');
    return drafted;
  }

  /** Why a report cannot be drafted, in words for people. Throws what says nothing of the report: the database is asked again later. */
  private problemOf({ id }: ReportSchedule, error: unknown): TurnProblem {
    if (error instanceof DomainError) return { code: error.code, ko: error.text.ko, en: error.text.en };
    if (sqlState(error) !== undefined) throw error;
    this.logger.error(`report schedule ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return {
      code: 'report-schedule.report-broken',
      ko: '보고서의 금액이 서로 맞지 않거나 만들 수 없어 기안하지 않았습니다. 관리자에게 서버 기록의 확인을 요청하고, 바로잡은 뒤 다시 기안해 주세요.',
      en: 'The figures of the report do not tie, or it cannot be made, so it was not drafted. Ask the administrator to look into the log of the server; when it is put right, draft again.',
    };
  }
}

const refused = (problem: TurnProblem): Ending => ({ outcome: 'REFUSED', draftId: null, problem });

const PERIOD_NAMES = { QUARTER: '분기', HALF: '반기', YEAR: '연간' } as const;

const reasonOf = ({ period }: ReportSchedule, endsOn: LocalDate): string => `정기 발행(${PERIOD_NAMES[period]}, ${endsOn} 기준)`;
