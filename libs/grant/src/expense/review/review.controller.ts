import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { invariant } from '#libs/errors';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getCall } from '../../call/call.query.js';
import { AttachPaperDto } from '../../evidence/evidence.dto.js';
import type { Paper } from '../../evidence/evidence.js';
import { attachGrantEvidence } from '../../evidence/evidence.service.js';
import { paperRulesOf } from '../desk/wanted-papers.query.js';
import { GrantExpenseDto } from '../expense.dto.js';
import { viewExpense } from '../expense.view.js';
import { expensesById } from '../expense.query.js';
import { ReviewedExpensesDto, ReviewGrantExpensesDto } from './review.dto.js';
import { toReviews } from './review.input.js';
import { reviewExpenses } from './review.service.js';

@ApiTags('grant-expense')
@Controller()
export class ExpenseReviewController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Post('grant-calls/:callId/expense-reviews')
  @HttpCode(200)
  @Allow('grant-expense.review')
  @ApiOperation({ operationId: 'reviewGrantExpenses', summary: 'Accept expenses wholly, in part or not at all; the latest review counts' })
  @ApiOkResponse({ type: ReviewedExpensesDto })
  async review(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: ReviewGrantExpensesDto,
  ): Promise<ReviewedExpensesDto> {
    const { result } = await this.runner.run(reviewExpenses, { actor, origin, idempotencyKey, input: toReviews(callId, body) });
    return { expenses: await this.shown(actor, callId, result.reviewed) };
  }

  @Post('grant-expenses/:expenseId/evidence')
  @HttpCode(200)
  @Allow('grant-evidence.attach')
  @ApiOperation({ operationId: 'attachGrantEvidence', summary: 'Attach a paper on which an expense rests' })
  @ApiOkResponse({ type: GrantExpenseDto })
  async attach(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('expenseId', IdPipe) expenseId: string,
    @Body() { paper, reference, documentId }: AttachPaperDto,
  ): Promise<GrantExpenseDto> {
    const input = { expenseId, paper: paper as Paper, reference: reference ?? null, documentId: documentId ?? null };
    const { result } = await this.runner.run(attachGrantEvidence, { actor, origin, idempotencyKey, input });
    const [expense] = await this.shown(actor, result.callId, [result.expenseId]);
    invariant(expense !== undefined, 'an expense to which a paper was attached is there');
    return expense;
  }

  /** Read after the commit, so that the names of those who acted are there. */
  private shown(actor: Actor, callId: string, expenseIds: readonly string[]): Promise<GrantExpenseDto[]> {
    return this.reader.read(actor, async (tx) => {
      const rulesOn = await paperRulesOf(tx, await getCall(tx, callId));
      return (await expensesById(tx, expenseIds)).map((expense) => viewExpense(expense, rulesOn(expense.spentOn)));
    });
  }
}
