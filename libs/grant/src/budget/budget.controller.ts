import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { BUDGET_STAGES, type BudgetStage } from '#libs/journal';
import { shownEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { viewFiscalYear } from '../call/call.view.js';
import { DecidedGrantBudgetDto, DecideGrantBudgetDto, GrantBudgetDto } from './budget.dto.js';
import { listBudget } from './budget.query.js';
import { GrantBudgetService, type DecideBudget } from './budget.service.js';

@ApiTags('grant-budget')
@Controller('grant-calls/:callId/budget')
export class GrantBudgetController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly budgets: GrantBudgetService,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantBudget', summary: 'Decisions on the budget of a call' })
  @ApiOkResponse({ type: [GrantBudgetDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantBudgetDto[]> {
    return this.reader.read(actor, async (tx) => (await listBudget(tx, (await getCall(tx, callId)).id)).map((row) => ({ ...row, spendable: BUDGET_STAGES[row.stage].spendable })));
  }

  @Post()
  @Allow('grant-budget.decide')
  @ApiOperation({ operationId: 'decideGrantBudget', summary: 'Grant or cut the budget of a fiscal year; with dryRun only what would be posted' })
  @ApiCreatedResponse({ type: DecidedGrantBudgetDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DecideGrantBudgetDto,
  ): Promise<DecidedGrantBudgetDto> {
    const { result, verdicts, dryRun } = await this.runner.run(this.budgets.decide, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDecision(callId, body) });
    return { id: dryRun ? null : result.id, dryRun, verdicts: verdicts.map(shownVerdict), before: viewFiscalYear(result.before), after: viewFiscalYear(result.after), entries: result.entries.map(shownEntry) };
  }
}

function toDecision(callId: string, body: DecideGrantBudgetDto): DecideBudget {
  return {
    ...{ callId, fiscalYear: body.fiscalYear, stage: body.stage as BudgetStage, change: body.change === 'CUT' ? 'CUT' : 'GRANT' },
    ...{ amountWon: won(body.amountWon), decidedOn: localDate(body.decidedOn), clause: body.clause },
  };
}
