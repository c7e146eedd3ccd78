import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { localDate } from '#libs/calendar';
import type { Bilingual } from '#libs/errors';
import { IdempotencyKey, timePoint } from '#libs/http';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { listBalances, listBalancesAsOf, listChartBalances } from '../account/account.query.js';
import { PeriodService } from '../period/period.service.js';
import { listEntries } from './entry.query.js';
import { Ledger } from './ledger.js';
import { AccountBalanceDto, AccountQuery, ClosePeriodDto, EntryDto, EntryQuery, LedgerWordsDto, PeriodDto, ReopenedPeriodDto, ReopenPeriodDto } from './ledger.dto.js';

const PAGE = 50;

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly periods: PeriodService,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('accounts')
  @Allow('ledger.read')
  @ApiOperation({ operationId: 'listAccounts', summary: 'Accounts of a book with their balances, now or as of a date as known then' })
  @ApiOkResponse({ type: [AccountBalanceDto] })
  async listAccounts(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<AccountBalanceDto[]> {
    if (query.by === 'chart') return this.reader.read(actor, (tx) => listChartBalances(tx, query.book));
    if (query.asOf === undefined && query.knownAt === undefined) return this.reader.read(actor, (tx) => listBalances(tx, query.book));
    const { asOf, knownBefore } = timePoint(query, this.clock);
    return this.reader.read(actor, (tx) => listBalancesAsOf(tx, query.book, asOf, knownBefore));
  }

  @Get('words')
  @Allow('ledger.read')
  @ApiOperation({ operationId: 'listLedgerWords', summary: 'What accounts and postings are called' })
  @ApiOkResponse({ type: LedgerWordsDto })
  listWords(): LedgerWordsDto {
    const word = ({ code, name }: { readonly code: string; readonly name: Bilingual }) => ({ code, nameKo: name.ko, nameEn: name.en });
    return { charts: this.ledger.registry.charts.map(word), postings: this.ledger.registry.postings.map(word) };
  }

  @Get('entries')
  @Allow('ledger.read')
  @ApiOperation({ operationId: 'listEntries', summary: 'Journal entries behind a figure, newest first' })
  @ApiOkResponse({ type: [EntryDto] })
  async listEntries(@CurrentActor() actor: Actor, @Query() query: EntryQuery): Promise<EntryDto[]> {
    const { asOf, knownBefore } = timePoint(query, this.clock);
    const filter = { book: query.book, accountKey: query.account, chart: query.chart, subjectId: query.subject, before: query.before };
    const rows = await this.reader.read(actor, (tx) => listEntries(tx, { ...filter, asOf, knownBefore, limit: query.limit ?? PAGE }));
    return rows.map((row) => ({ ...row, lines: [...row.lines] }));
  }

  @Post('periods')
  @Allow('period.close')
  @ApiOperation({ operationId: 'closePeriod', summary: 'Close the books of one book through a day' })
  @ApiCreatedResponse({ type: PeriodDto })
  async closePeriod(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: ClosePeriodDto): Promise<PeriodDto> {
    const input = { book: body.book, closedThrough: localDate(body.closedThrough) };
    return (await this.runner.run(this.periods.close, { actor, origin, idempotencyKey, input })).result;
  }

  @Post('periods/reopen')
  @Allow('period.reopen')
  @StepUp()
  @ApiOperation({ operationId: 'reopenPeriod', summary: 'Ask that closed books be reopened; two other persons sign' })
  @ApiCreatedResponse({ type: ReopenedPeriodDto })
  async reopenPeriod(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: ReopenPeriodDto): Promise<ReopenedPeriodDto> {
    const input = { book: body.book, closedThrough: body.closedThrough === undefined ? null : localDate(body.closedThrough), reason: body.reason };
    const { result } = await this.runner.run(this.periods.reopen, { actor, origin, idempotencyKey, reason: body.reason, input });
    return { book: result.book, closedThrough: result.closedThrough };
  }
}
