import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { holidayCalendar, localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { EndReportScheduleDto, LaidReportScheduleDto, LayReportScheduleDto, ReportScheduleChoicesDto, ReportScheduleDto } from './schedule.dto.js';
import { listPossibleRecipients, listSchedules, listSubjects } from './schedule.query.js';
import { nextDraftDay } from './schedule.rules.js';
import { endReportSchedule, layReportSchedule } from './schedule.service.js';
import { SCHEDULED_KINDS, type ReportSchedule } from './schedule.js';

/** Reports that go out by the calendar: which, when, and to whom. */
@ApiTags('report')
@Controller('reports/schedules')
export class ReportScheduleController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ operationId: 'listReportSchedules', summary: 'Which reports go out by themselves, when next, and to whom; those that hold first' })
  @ApiOkResponse({ type: [ReportScheduleDto] })
  async list(@CurrentActor() actor: Actor): Promise<ReportScheduleDto[]> {
    return (await this.reader.read(actor, listSchedules)).map((schedule) => this.view(schedule));
  }

  @Get('choices')
  @Allow('report-schedule.lay')
  @ApiOperation({ operationId: 'listReportScheduleChoices', summary: 'Who may receive reports, and what they can be about' })
  @ApiOkResponse({ type: ReportScheduleChoicesDto })
  choices(@CurrentActor() actor: Actor): Promise<ReportScheduleChoicesDto> {
    return this.reader.read(actor, async (tx) => {
      const subjects = [];
      for (const kind of SCHEDULED_KINDS.filter((each) => each !== 'ANNUAL')) subjects.push(...(await listSubjects(tx, kind, this.clock.today())));
      return { recipients: await listPossibleRecipients(tx), subjects };
    });
  }

  @Post()
  @Allow('report-schedule.lay')
  @ApiOperation({ operationId: 'layReportSchedule', summary: 'Have reports of a kind drafted after each period, and sent to the recipients when they are issued' })
  @ApiCreatedResponse({ type: LaidReportScheduleDto })
  async lay(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: LayReportScheduleDto): Promise<LaidReportScheduleDto> {
    const untilOn = body.untilOn === undefined ? null : localDate(body.untilOn);
    const input = { ...body, name: body.name.trim(), subjectId: body.subjectId ?? null, fromOn: localDate(body.fromOn), untilOn };
    return (await this.runner.run(layReportSchedule, { actor, origin, idempotencyKey, input })).result;
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('report-schedule.end')
  @ApiOperation({ operationId: 'endReportSchedule', summary: 'Let nothing more go out by a schedule' })
  @ApiOkResponse({ type: LaidReportScheduleDto })
  async end(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) scheduleId: string,
    @Body() { reason }: EndReportScheduleDto,
  ): Promise<LaidReportScheduleDto> {
    return (await this.runner.run(endReportSchedule, { actor, origin, idempotencyKey, reason, input: { scheduleId, reason } })).result;
  }

  private view(schedule: ReportSchedule): ReportScheduleDto {
    const { id, name, kind, subjectNumber, subjectName, period, daysAfter, fromOn, untilOn, ownerName, recipients, endedOn, endReason } = schedule;
    const nextOn = endedOn === null ? nextDraftDay(schedule, this.clock.today(), holidayCalendar()) : null;
    return { id, name, kind, subjectNumber, subjectName, period, daysAfter, fromOn, untilOn, ownerName, recipients, nextOn, endedOn, endReason };
  }
}
