import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdempotencyKey, type Attendance } from '#libs/http';
import { AccessEntryDto, AccessLogQuery, ExportAccessLogDto, MonthFiguresDto, MonthQuery, PurgeAccessLogDto, PurgeDto, RetentionDto } from './access-log.dto.js';
import { listAccess, readRetention, type AccessLogFilter } from './access-log.query.js';
import { AccessLogService, purgeLog, type MonthFigures } from './access-log.service.js';

const PAGE = 100;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const shownLogins = (entries: readonly AccessEntryDto[]): readonly string[] => entries.map(({ login }) => login);
const shownPeople = ({ people }: MonthFigures): readonly string[] => people.map(({ login }) => login);

@ApiTags('access-log')
@Controller('access-log')
export class AccessLogController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly accesses: AccessLogService,
  ) {}

  @Get()
  @Allow('access-log.read')
  @LogsAccess('access-log', shownLogins)
  @ApiOperation({ operationId: 'listAccess', summary: 'Who looked at whose personal data in a month, newest first' })
  @ApiOkResponse({ type: [AccessEntryDto] })
  async list(@CurrentActor() actor: Actor, @Query() query: AccessLogQuery): Promise<AccessEntryDto[]> {
    const rows = await this.reader.read(actor, (tx) => listAccess(tx, filterOf(query), query.before ?? null, query.limit ?? PAGE));
    return rows.map((row) => ({ ...row, roles: [...row.roles] }));
  }

  @Get('figures')
  @Allow('access-log.read')
  @LogsAccess('access-log', shownPeople)
  @ApiOperation({ operationId: 'getAccessFigures', summary: 'A month by person and by kind, with who is over a limit' })
  @ApiOkResponse({ type: MonthFiguresDto })
  figures(@CurrentActor() actor: Actor, @Query() query: MonthQuery): Promise<MonthFigures> {
    return this.accesses.figures(actor, query.month);
  }

  @Get('retention')
  @Allow('access-log.read')
  @ApiOperation({ operationId: 'getAccessLogRetention', summary: 'How long the log is kept, what is past that, and what was destroyed' })
  @ApiOkResponse({ type: RetentionDto })
  retention(@CurrentActor() actor: Actor): Promise<object> {
    return this.reader.read(actor, readRetention);
  }

  @Post('export')
  @HttpCode(200)
  @Attended()
  @Allow('access-log.export')
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'exportAccessLog', summary: 'Take the log of a month away as a workbook; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Body() body: ExportAccessLogDto, @Attending() attendance: Attendance): Promise<StreamableFile> {
    const bytes = await this.accesses.export({ actor, origin, attendance }, body.month, body.reason);
    return new StreamableFile(bytes, { type: XLSX, disposition: attachmentDisposition(`개인정보접속기록_${body.month}.xlsx`), length: bytes.length });
  }

  @Post('purge')
  @Allow('access-log.purge')
  @ApiOperation({ operationId: 'purgeAccessLog', summary: 'Destroy what is past its retention; a row says what went' })
  @ApiCreatedResponse({ type: PurgeDto })
  async purge(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: PurgeAccessLogDto): Promise<PurgeDto> {
    return (await this.runner.run(purgeLog, { actor, origin, idempotencyKey, reason: body.reason, input: { reason: body.reason } })).result;
  }
}

function filterOf(query: AccessLogQuery): AccessLogFilter {
  return {
    month: query.month,
    login: query.login ?? null,
    subject: query.subject ?? null,
    action: query.action ?? null,
    onlyReasoned: query.reasoned === 'true',
    onlyOffHours: query.offHours === 'true',
    moreSubjectsThan: query.moreSubjectsThan ?? null,
  };
}
