import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { OpenedVoucherYearDto, OpenVoucherYearDto, VoucherYearDto, VoucherYearSummaryDto } from './year.dto.js';
import { toOpening } from './year.input.js';
import { figuresOfYear, figuresOfYears, getYear, listYears, policiesOfYear } from './year.query.js';
import { openVoucherYear } from './year.service.js';
import { viewYear, viewYearSummaries } from './year.view.js';

@ApiTags('voucher-year')
@Controller('voucher-years')
export class YearController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listVoucherYears', summary: 'Programme years of vouchers with what is left of budget and quotas' })
  @ApiOkResponse({ type: [VoucherYearSummaryDto] })
  async list(@CurrentActor() actor: Actor): Promise<VoucherYearSummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      const years = await listYears(tx);
      return viewYearSummaries(years, await figuresOfYears(tx, years.map(({ id }) => id)));
    });
  }

  @Post()
  @Allow('voucher-year.open')
  @ApiOperation({ operationId: 'openVoucherYear', summary: 'Open a programme year with its terms; its budget is decided next' })
  @ApiCreatedResponse({ type: OpenedVoucherYearDto })
  async open(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: OpenVoucherYearDto): Promise<OpenedVoucherYearDto> {
    return (await this.runner.run(openVoucherYear, { actor, origin, idempotencyKey, input: toOpening(body) })).result;
  }

  @Get(':yearId')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getVoucherYear', summary: 'One programme year with its terms in force today' })
  @ApiOkResponse({ type: VoucherYearDto })
  async get(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<VoucherYearDto> {
    return this.reader.read(actor, async (tx) => {
      const year = await getYear(tx, yearId);
      return viewYear(year, await figuresOfYear(tx, yearId), await policiesOfYear(tx, year, this.clock.today()));
    });
  }
}
