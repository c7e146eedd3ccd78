import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { getFund } from '../fund/fund.query.js';
import { DueDiligenceService } from './due-diligence.service.js';
import { ExpensesDto, PaidExpenseDto, PayExpenseDto, SettledDueDiligenceDto, SettleDueDiligenceDto, VoidedExpenseDto, VoidExpenseDto } from './expense.dto.js';
import { toPayExpense, toSettleDueDiligence } from './expense.input.js';
import { ExpenseService } from './expense.service.js';
import { viewDueDiligence, viewExpenses, viewPaidExpense } from './expense.view.js';

@ApiTags('expense')
@Controller('funds/:fundId')
export class ExpenseController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly expenses: ExpenseService,
    private readonly dueDiligence: DueDiligenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('expenses')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listExpenses', summary: 'Fees and expenses paid, who bore due diligence, and the plan for the whole life' })
  @ApiOkResponse({ type: ExpensesDto })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ExpensesDto> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => viewExpenses(tx, await getFund(tx, fundId), point));
  }

  @Post('expenses')
  @Allow('expense.pay')
  @ApiOperation({ operationId: 'payExpense', summary: 'Record a payment of a fee bill or of an expense; with dryRun cash after and the plan' })
  @ApiCreatedResponse({ type: PaidExpenseDto })
  async pay(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: PayExpenseDto,
  ): Promise<PaidExpenseDto> {
    return viewPaidExpense(await this.runner.run(this.expenses.pay, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toPayExpense(fundId, body) }));
  }

  @Post('expenses/:id/void')
  @Allow('expense.void')
  @ApiOperation({ operationId: 'voidExpense', summary: 'Undo a payment that was recorded wrongly' })
  @ApiCreatedResponse({ type: VoidedExpenseDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Param('id', IdPipe) expenseId: string,
    @Body() body: VoidExpenseDto,
  ): Promise<VoidedExpenseDto> {
    const { result } = await this.runner.run(this.expenses.void, { actor, origin, idempotencyKey, reason: body.reason, input: { fundId, expenseId, reason: body.reason } });
    return { id: result.id, postings: result.postings.map(shownEntry) };
  }

  @Post('due-diligence')
  @Allow('due-diligence.settle')
  @ApiOperation({ operationId: 'settleDueDiligence', summary: 'Pay the fund’s part of what looking into a company cost; with dryRun both parts' })
  @ApiCreatedResponse({ type: SettledDueDiligenceDto })
  async settle(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('fundId', IdPipe) fundId: string,
    @Body() body: SettleDueDiligenceDto,
  ): Promise<SettledDueDiligenceDto> {
    return viewDueDiligence(await this.runner.run(this.dueDiligence.settle, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toSettleDueDiligence(fundId, body) }));
  }
}
