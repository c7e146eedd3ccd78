import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { getCall } from '../call/call.query.js';
import { paperRulesOf } from './desk/wanted-papers.query.js';
import { ExpensesQuery, GrantExpensesDto, RecordedExpensesDto, RecordGrantExpensesDto, VoidedGrantExpenseDto, VoidGrantExpenseDto } from './expense.dto.js';
import { toRecordExpenses } from './expense.input.js';
import { listExpenses, type ExpenseState } from './expense.query.js';
import { GrantExpenseService } from './expense.service.js';
import { viewExpense, viewRecorded } from './expense.view.js';

@ApiTags('grant-expense')
@Controller()
export class GrantExpenseController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly expenses: GrantExpenseService,
  ) {}

  @Get('grant-calls/:callId/expenses')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantExpenses', summary: 'What was spent, each with its review and the papers that are missing' })
  @ApiOkResponse({ type: GrantExpensesDto })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string, @Query() query: ExpensesQuery): Promise<GrantExpensesDto> {
    return this.reader.read(actor, async (tx) => {
      const rulesOn = await paperRulesOf(tx, await getCall(tx, callId));
      const { rows, count, totalWon, disallowedWon } = await listExpenses(tx, { ...query, state: query.state as ExpenseState | undefined, callId });
      return { count, totalWon: totalWon.toString(), disallowedWon: disallowedWon.toString(), expenses: rows.map((row) => viewExpense(row, rulesOn(row.spentOn))) };
    });
  }

  @Post('grant-calls/:callId/expenses')
  @Allow('grant-expense.record')
  @ApiOperation({ operationId: 'recordGrantExpenses', summary: 'Record what institutions have spent, one or many; with dryRun the verdict on every row' })
  @ApiCreatedResponse({ type: RecordedExpensesDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: RecordGrantExpensesDto,
  ): Promise<RecordedExpensesDto> {
    return viewRecorded(await this.runner.run(this.expenses.record, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toRecordExpenses(callId, body) }));
  }

  @Post('grant-expenses/:expenseId/void')
  @HttpCode(200)
  @Allow('grant-expense.void')
  @ApiOperation({ operationId: 'voidGrantExpense', summary: 'Undo an expense that was recorded wrongly; with dryRun what it moves' })
  @ApiOkResponse({ type: VoidedGrantExpenseDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('expenseId', IdPipe) expenseId: string,
    @Body() { reason, dryRun }: VoidGrantExpenseDto,
  ): Promise<VoidedGrantExpenseDto> {
    const outcome = await this.runner.run(this.expenses.void, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { expenseId, reason } });
    return { id: outcome.result.id, dryRun: outcome.dryRun, postings: outcome.result.postings.map(shownEntry) };
  }
}
