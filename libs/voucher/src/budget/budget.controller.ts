import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getYear } from '../year/year.query.js';
import type { BudgetStage } from '#libs/journal';
import { DecidedVoucherBudgetDto, DecideVoucherBudgetDto, VoucherBudgetDto } from './budget.dto.js';
import { listBudget } from './budget.query.js';
import { BudgetService, type DecideBudget } from './budget.service.js';
import { viewBudget, viewDecided } from './budget.view.js';

@ApiTags('voucher-budget')
@Controller('voucher-years/:yearId/budget')
export class BudgetController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly budgets: BudgetService,
  ) {}

  @Get()
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listVoucherBudget', summary: 'Decisions on budget and quotas of a programme year' })
  @ApiOkResponse({ type: [VoucherBudgetDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<VoucherBudgetDto[]> {
    return this.reader.read(actor, async (tx) => (await listBudget(tx, (await getYear(tx, yearId)).id)).map(viewBudget));
  }

  @Post()
  @Allow('voucher-budget.decide')
  @ApiOperation({ operationId: 'decideVoucherBudget', summary: 'Grant or cut money and quotas; with dryRun only what would be posted' })
  @ApiCreatedResponse({ type: DecidedVoucherBudgetDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: DecideVoucherBudgetDto,
  ): Promise<DecidedVoucherBudgetDto> {
    return viewDecided(await this.runner.run(this.budgets.decide, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDecision(yearId, body) }));
  }
}

function toDecision(yearId: string, body: DecideVoucherBudgetDto): DecideBudget {
  return {
    yearId,
    stage: body.stage as BudgetStage,
    change: body.change === 'CUT' ? 'CUT' : 'GRANT',
    amountWon: won(body.amountWon),
    vouchers: body.vouchers,
    companies: body.companies ?? body.vouchers,
    decidedOn: localDate(body.decidedOn),
    clause: body.clause,
  };
}
