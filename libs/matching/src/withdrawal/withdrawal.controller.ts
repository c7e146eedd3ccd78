import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { getCall } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { MatchingWithdrawalDto, RecordedMatchingWithdrawalDto, RecordMatchingWithdrawalDto, ReverseMatchingWithdrawalDto } from './withdrawal.dto.js';
import { withdrawalsOfPool } from './withdrawal.query.js';
import { MatchingWithdrawalService } from './withdrawal.service.js';
import { viewRecordedWithdrawal, viewWithdrawal } from './withdrawal.view.js';

/** Who the money went to may be a person. */
const payees = (rows: readonly MatchingWithdrawalDto[]): readonly string[] => rows.map(({ paidTo }) => paidTo);

@ApiTags('matching-withdrawal')
@Controller()
export class MatchingWithdrawalController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly withdrawals: MatchingWithdrawalService,
  ) {}

  @Get('matching-pools/:callId/withdrawals')
  @Allow('grant.read')
  @LogsAccess('matching-project', payees)
  @ApiOperation({ operationId: 'listMatchingWithdrawals', summary: 'Private money that left the projects of a pool' })
  @ApiOkResponse({ type: [MatchingWithdrawalDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<MatchingWithdrawalDto[]> {
    return this.reader.read(actor, async (tx) => (await withdrawalsOfPool(tx, (await getCall(tx, callId)).id)).map(viewWithdrawal));
  }

  @Post('matching-projects/:agreementId/withdrawals')
  @Allow('matching-withdrawal.record')
  @ApiOperation({ operationId: 'recordMatchingWithdrawal', summary: 'Record private money that left; what is released beyond the rest is proposed to be clawed back' })
  @ApiCreatedResponse({ type: RecordedMatchingWithdrawalDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { dryRun, ...body }: RecordMatchingWithdrawalDto,
  ): Promise<RecordedMatchingWithdrawalDto> {
    const input = { agreementId, withdrawnOn: localDate(body.withdrawnOn), amountWon: won(body.amountWon), paidTo: body.paidTo, reason: body.reason, documentId: body.documentId ?? null };
    return viewRecordedWithdrawal(await this.runner.run(this.withdrawals.record, { actor, origin, idempotencyKey, reason: body.reason, dryRun: dryRun === true, input }));
  }

  @Post('matching-withdrawals/:withdrawalId/reversal')
  @HttpCode(200)
  @Allow('matching-withdrawal.reverse')
  @ApiOperation({ operationId: 'reverseMatchingWithdrawal', summary: 'Undo a withdrawal that was recorded wrongly: the money counts again, and the clawback proposed for it ends' })
  @ApiOkResponse({ type: RecordedMatchingWithdrawalDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('withdrawalId', IdPipe) withdrawalId: string,
    @Body() { reason, dryRun }: ReverseMatchingWithdrawalDto,
  ): Promise<RecordedMatchingWithdrawalDto> {
    return viewRecordedWithdrawal(await this.runner.run(this.withdrawals.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { withdrawalId, reason } }));
  }
}
