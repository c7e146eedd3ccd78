import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { ScheduleDesk } from './schedule-desk.service.js';
import { DraftedReportScheduleDto, EndReportScheduleDto, LaidReportScheduleDto, LayReportScheduleDto, ReportScheduleChoicesDto, ReportScheduleDetailDto, ReportScheduleDto } from './schedule.dto.js';
import { getSchedule, listPossibleRecipients, listSchedules, listSubjects } from './schedule.query.js';
import { endReportSchedule, layReportSchedule } from './schedule.service.js';
import { SCHEDULED_KINDS } from './schedule.js';
import { viewSchedule, viewTurn } from './schedule.view.js';
import { listTurnStandings } from './turn.query.js';

const LATEST = 200;

/** Reports that go out by the calendar: which, when, and to whom. */
@ApiTags('report')
@Controller('reports/schedules')
export class ReportScheduleController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly desk: ScheduleDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ operationId: 'listReportSchedules', summary: 'Which reports are drafted by themselves, when next, and who receives them; those that stand first' })
  @ApiOkResponse({ type: [ReportScheduleDto] })
  async list(@CurrentActor() actor: Actor): Promise<ReportScheduleDto[]> {
    return (await this.reader.read(actor, listSchedules)).map((schedule) => viewSchedule(schedule, this.clock.today()));
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

  @Get(':id')
  @Allow('report.read')
  @ApiOperation({ operationId: 'getReportSchedule', summary: 'A schedule with the reports that it has come to: issued, waiting for signatures, or why they could not be drafted' })
  @ApiOkResponse({ type: ReportScheduleDetailDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ReportScheduleDetailDto> {
    return this.reader.read(actor, async (tx) => {
      const schedule = viewSchedule(await getSchedule(tx, id), this.clock.today());
      return { ...schedule, turns: (await listTurnStandings(tx, id, this.clock.now(), LATEST)).map(viewTurn) };
    });
  }

  @Post()
  @Allow('report-schedule.lay')
  @ApiOperation({ operationId: 'layReportSchedule', summary: 'Have reports of a kind drafted after each period, and brought to the recipients when they are issued' })
  @ApiCreatedResponse({ type: LaidReportScheduleDto })
  async lay(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: LayReportScheduleDto): Promise<LaidReportScheduleDto> {
    const input = { ...body, subjectId: body.subjectId ?? null };
    return (await this.runner.run(layReportSchedule, { actor, origin, idempotencyKey, input })).result;
  }

  @Post(':id/draft')
  @HttpCode(200)
  @Allow('report-schedule.draft')
  @ApiOperation({ operationId: 'draftReportSchedule', summary: 'Draft at once what is due and not drafted yet, also what was refused before; what was drafted is not drafted again' })
  @ApiOkResponse({ type: DraftedReportScheduleDto })
  async draft(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DraftedReportScheduleDto> {
    const outcomes = (await this.desk.draft(actor, id)).map(({ outcome }) => outcome);
    return { id, tried: outcomes.length, refused: outcomes.filter((outcome) => outcome === 'REFUSED').length };
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('report-schedule.end')
  @ApiOperation({ operationId: 'endReportSchedule', summary: 'Let nothing more be drafted by a schedule' })
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
}
