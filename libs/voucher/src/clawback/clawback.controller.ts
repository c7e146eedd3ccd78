import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { holidayCalendar, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getYear, policiesOfYear } from '../year/year.query.js';
import { CalculateClawbackDto, CalculationDto, DecideClawbackDto } from './calculation.dto.js';
import { calculationInput, decisionInput } from './decision/decision.input.js';
import { ClawbackDto, ClawbackSummaryDto, DecidedClawbackDto } from './clawback.dto.js';
import { getClawback, listClawbacks, termsOfClawbacks } from './clawback.query.js';
import { viewCalculation, viewClawback, viewDecided, viewSummary } from './clawback.view.js';
import { listOffsets } from './collection/offset.query.js';
import { askCalculation } from './decision/calculation.query.js';
import { DecisionService } from './decision/decision.service.js';

@ApiTags('clawback')
@Controller()
export class ClawbackController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly decisions: DecisionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/clawbacks')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listClawbacks', summary: 'The clawbacks of a year with what is open of each' })
  @ApiOkResponse({ type: [ClawbackSummaryDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<ClawbackSummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getYear(tx, yearId);
      return (await listClawbacks(tx, yearId)).map((row) => viewSummary(row, this.clock.today()));
    });
  }

  @Get('clawbacks/:id')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'getClawback', summary: 'One clawback: its working, the plan, what came for it and what can be set off' })
  @ApiOkResponse({ type: ClawbackDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) clawbackId: string): Promise<ClawbackDto> {
    return this.reader.read(actor, (tx) => this.page(tx, clawbackId));
  }

  @Post('clawbacks/calculation')
  @HttpCode(200)
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'calculateClawback', summary: 'Compute a clawback without deciding anything; every figure with its article' })
  @ApiOkResponse({ type: CalculationDto })
  async calculate(@CurrentActor() actor: Actor, @Body() body: CalculateClawbackDto): Promise<CalculationDto> {
    return this.reader.read(actor, (tx) => this.calculation(tx, body));
  }

  @Post('vouchers/:id/clawbacks')
  @Allow('clawback.decide')
  @ApiOperation({ operationId: 'decideClawback', summary: 'Claim improperly paid money back, with interest and penalty' })
  @ApiCreatedResponse({ type: DecidedClawbackDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) voucherId: string, @Body() body: DecideClawbackDto): Promise<DecidedClawbackDto> {
    return viewDecided(await this.runner.run(this.decisions.decide, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: decisionInput(voucherId, body) }));
  }

  private async page(tx: Tx, clawbackId: string): Promise<ClawbackDto> {
    const [row, today] = [await getClawback(tx, clawbackId), this.clock.today()];
    const year = await getYear(tx, row.yearId);
    const terms = await termsOfClawbacks(tx, year, await policiesOfYear(tx, year, today));
    return viewClawback({ row, terms, offsets: await listOffsets(tx, row.yearId, row.debtorId) }, today, holidayCalendar());
  }

  private async calculation(tx: Tx, body: CalculateClawbackDto): Promise<CalculationDto> {
    const year = await getYear(tx, body.yearId);
    const { calculation, record, terms } = await askCalculation(tx, year, await policiesOfYear(tx, year, this.clock.today()), ...calculationInput(body));
    return viewCalculation(calculation, record, terms);
  }
}
