import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { getCall } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { MatchingDepositDto, MovedMatchingDepositDto, ProveMatchingDepositDto, ReceiptCandidateDto, RecordMatchingDepositDto, ReverseMatchingDepositDto } from './deposit.dto.js';
import { toDeposit } from './deposit.input.js';
import { candidatesOfDeposit, depositsOfPool } from './deposit.query.js';
import { MatchingDepositService } from './deposit.service.js';
import { viewCandidate, viewDeposit, viewMovedDeposit } from './deposit.view.js';

/** Depositors and payers may be people. */
const depositors = (rows: readonly MatchingDepositDto[]): readonly string[] => rows.map(({ depositor }) => depositor);
const payers = (rows: readonly ReceiptCandidateDto[]): readonly string[] => rows.flatMap(({ counterparty }) => (counterparty === null ? [] : [counterparty]));

@ApiTags('matching-deposit')
@Controller()
export class MatchingDepositController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly deposits: MatchingDepositService,
  ) {}

  @Get('matching-pools/:callId/deposits')
  @Allow('grant.read')
  @LogsAccess('matching-project', depositors)
  @ApiOperation({ operationId: 'listMatchingDeposits', summary: 'Private deposits of a pool: what proves each, what stands against it; those without a receipt first' })
  @ApiOkResponse({ type: [MatchingDepositDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<MatchingDepositDto[]> {
    return this.reader.read(actor, async (tx) => (await depositsOfPool(tx, (await getCall(tx, callId)).id)).map(viewDeposit));
  }

  @Get('matching-deposits/:depositId/receipts')
  @Allow('bank-statement.read')
  @LogsAccess('bank-account', payers)
  @ApiOperation({ operationId: 'listMatchingReceipts', summary: 'Lines of statements that may be the receipt of a deposit' })
  @ApiOkResponse({ type: [ReceiptCandidateDto] })
  receipts(@CurrentActor() actor: Actor, @Param('depositId', IdPipe) depositId: string): Promise<ReceiptCandidateDto[]> {
    return this.reader.read(actor, async (tx) => (await candidatesOfDeposit(tx, depositId)).map(viewCandidate));
  }

  @Post('matching-projects/:agreementId/deposits')
  @Allow('matching-deposit.record')
  @ApiOperation({ operationId: 'recordMatchingDeposit', summary: 'Record private money that is said to have come in; it counts once its receipt is found' })
  @ApiCreatedResponse({ type: MovedMatchingDepositDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: RecordMatchingDepositDto,
  ): Promise<MovedMatchingDepositDto> {
    return viewMovedDeposit(await this.runner.run(this.deposits.record, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDeposit(agreementId, body) }));
  }

  @Post('matching-deposits/:depositId/proof')
  @HttpCode(200)
  @Allow('matching-deposit.prove')
  @ApiOperation({ operationId: 'proveMatchingDeposit', summary: 'Confirm which line of a statement is the receipt of a deposit; with dryRun how the room would rise' })
  @ApiOkResponse({ type: MovedMatchingDepositDto })
  async prove(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('depositId', IdPipe) depositId: string,
    @Body() { lineId, dryRun }: ProveMatchingDepositDto,
  ): Promise<MovedMatchingDepositDto> {
    return viewMovedDeposit(await this.runner.run(this.deposits.prove, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: { depositId, lineId } }));
  }

  @Post('matching-deposits/:depositId/reversal')
  @HttpCode(200)
  @Allow('matching-deposit.reverse')
  @ApiOperation({ operationId: 'reverseMatchingDeposit', summary: 'Undo a deposit that was recorded wrongly' })
  @ApiOkResponse({ type: MovedMatchingDepositDto })
  async reverse(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('depositId', IdPipe) depositId: string,
    @Body() { reason, dryRun }: ReverseMatchingDepositDto,
  ): Promise<MovedMatchingDepositDto> {
    return viewMovedDeposit(await this.runner.run(this.deposits.reverse, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { depositId, reason } }));
  }
}
