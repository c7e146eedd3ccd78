import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { MovedOutcomeDto, OutcomeClaimsDto, ReceiveOutcomeClaimDto, RemitOutcomeClaimDto } from './outcome-claim.dto.js';
import { heldOfCall, listClaims, listRemittances } from './outcome-claim.query.js';
import { OutcomeClaimService } from './outcome-claim.service.js';
import { viewClaims, viewMovedOutcome } from './outcome-claim.view.js';

@ApiTags('outcome-claim')
@Controller()
export class OutcomeClaimController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly outcomes: OutcomeClaimService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/outcome-claims')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listOutcomeClaims', summary: 'Royalties and proceeds claimed for the Treasury, what came and what was paid on' })
  @ApiOkResponse({ type: OutcomeClaimsDto })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<OutcomeClaimsDto> {
    return this.reader.read(actor, async (tx) => {
      await getCall(tx, callId);
      return viewClaims(await listClaims(tx, callId), await listRemittances(tx, callId), await heldOfCall(tx, callId), this.clock.today());
    });
  }

  @Post('outcome-claims/:id/receive')
  @Allow('outcome-claim.receive')
  @ApiOperation({ operationId: 'receiveOutcomeClaim', summary: 'Record money that came for a notice' })
  @ApiCreatedResponse({ type: MovedOutcomeDto })
  async receive(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) claimId: string, @Body() body: ReceiveOutcomeClaimDto): Promise<MovedOutcomeDto> {
    const input = { claimId, amountWon: won(body.amountWon), valueOn: localDate(body.valueOn), bankReference: body.bankReference ?? null };
    return viewMovedOutcome(await this.runner.run(this.outcomes.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('grant-calls/:callId/outcome-remittances')
  @Allow('outcome-claim.remit')
  @ApiOperation({ operationId: 'remitOutcomeClaim', summary: 'Pay what came for notices to the Treasury' })
  @ApiCreatedResponse({ type: MovedOutcomeDto })
  async remit(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('callId', IdPipe) callId: string, @Body() body: RemitOutcomeClaimDto): Promise<MovedOutcomeDto> {
    const input = { callId, amountWon: won(body.amountWon), remittedOn: localDate(body.remittedOn), treasuryNumber: body.treasuryNumber };
    return viewMovedOutcome(await this.runner.run(this.outcomes.remit, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
