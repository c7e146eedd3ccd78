import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import {
  ConfirmedGrantTrancheDto, ConfirmGrantTrancheDto, DecideGrantTrancheDto, DueGrantTrancheDto, GrantTranchesDto, PlanGrantTranchesDto, PlannedGrantTranchesDto, RequestGrantTrancheDto, StepGrantTrancheDto, SteppedGrantTrancheDto,
} from './tranche.dto.js';
import { dueTranchesOfCall, tranchesOfAgreement } from './desk/tranche-desk.view.js';
import { toPlanned } from './tranche.input.js';
import { TrancheService } from './tranche.service.js';
import { viewStepped } from './tranche.view.js';

@ApiTags('grant-tranche')
@Controller()
export class TrancheController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly tranches: TrancheService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/tranches')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listDueGrantTranches', summary: 'Tranches of a call that are not paid yet, what is asked for first' })
  @ApiOkResponse({ type: [DueGrantTrancheDto] })
  due(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<DueGrantTrancheDto[]> {
    return this.reader.read(actor, (tx) => dueTranchesOfCall(tx, callId));
  }

  @Get('grant-agreements/:agreementId/tranches')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantTranches', summary: 'The tranches of an agreement with their conditions as they stand, and what the pattern of the call proposes' })
  @ApiOkResponse({ type: GrantTranchesDto })
  list(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<GrantTranchesDto> {
    return this.reader.read(actor, (tx) => tranchesOfAgreement(tx, agreementId, this.clock.today()));
  }

  @Post('grant-agreements/:agreementId/tranches')
  @Allow('grant-tranche.plan')
  @ApiOperation({ operationId: 'planGrantTranches', summary: 'Lay the plan of what is not asked for yet, with conditions' })
  @ApiCreatedResponse({ type: PlannedGrantTranchesDto })
  async plan(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { tranches }: PlanGrantTranchesDto,
  ): Promise<PlannedGrantTranchesDto> {
    return (await this.runner.run(this.tranches.plan, { actor, origin, idempotencyKey, input: { agreementId, tranches: toPlanned(tranches) } })).result;
  }

  @Post('grant-tranches/:trancheId/confirmations')
  @Allow('grant-tranche.confirm')
  @ApiOperation({ operationId: 'confirmGrantTranche', summary: 'Record that a milestone was accepted or a report handed in' })
  @ApiCreatedResponse({ type: ConfirmedGrantTrancheDto })
  async confirm(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('trancheId', IdPipe) trancheId: string,
    @Body() { position, metOn, note, documentId }: ConfirmGrantTrancheDto,
  ): Promise<ConfirmedGrantTrancheDto> {
    const input = { trancheId, position, metOn: localDate(metOn), note, documentId: documentId ?? null };
    return (await this.runner.run(this.tranches.confirm, { actor, origin, idempotencyKey, input })).result;
  }

  @Post('grant-tranches/:trancheId/request')
  @HttpCode(200)
  @Allow('grant-tranche.request')
  @ApiOperation({ operationId: 'requestGrantTranche', summary: 'Ask for a tranche; what is missing for its payment is told' })
  @ApiOkResponse({ type: SteppedGrantTrancheDto })
  async request(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('trancheId', IdPipe) trancheId: string,
    @Body() { note, dryRun }: RequestGrantTrancheDto,
  ): Promise<SteppedGrantTrancheDto> {
    return viewStepped(await this.runner.run(this.tranches.request, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: { trancheId, reason: note ?? null } }));
  }

  @Post('grant-tranches/:trancheId/send-back')
  @HttpCode(200)
  @Allow('grant-tranche.send-back')
  @ApiOperation({ operationId: 'sendBackGrantTranche', summary: 'Send a tranche back that was asked for' })
  @ApiOkResponse({ type: SteppedGrantTrancheDto })
  async sendBack(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('trancheId', IdPipe) trancheId: string,
    @Body() { reason, dryRun }: StepGrantTrancheDto,
  ): Promise<SteppedGrantTrancheDto> {
    return viewStepped(await this.runner.run(this.tranches.sendBack, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { trancheId, reason } }));
  }

  @Post('grant-tranches/:trancheId/decision')
  @HttpCode(200)
  @Allow('grant-tranche.decide')
  @ApiOperation({ operationId: 'decideGrantTranche', summary: 'Decide to pay a tranche that was asked for by somebody else; it is owed, and a payment run can take it' })
  @ApiOkResponse({ type: SteppedGrantTrancheDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('trancheId', IdPipe) trancheId: string,
    @Body() { amountWon, payFrom, dryRun }: DecideGrantTrancheDto,
  ): Promise<SteppedGrantTrancheDto> {
    const input = { trancheId, amountWon: won(amountWon), payFrom: payFrom === undefined ? this.clock.today() : localDate(payFrom) };
    return viewStepped(await this.runner.run(this.tranches.decide, { actor, origin, idempotencyKey, dryRun: dryRun === true, input }));
  }

  @Post('grant-tranches/:trancheId/void')
  @HttpCode(200)
  @Allow('grant-tranche.void')
  @ApiOperation({ operationId: 'voidGrantTranche', summary: 'Take the decision on a tranche back that no payment run has taken' })
  @ApiOkResponse({ type: SteppedGrantTrancheDto })
  async void(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('trancheId', IdPipe) trancheId: string,
    @Body() { reason, dryRun }: StepGrantTrancheDto,
  ): Promise<SteppedGrantTrancheDto> {
    return viewStepped(await this.runner.run(this.tranches.void, { actor, origin, idempotencyKey, reason, dryRun: dryRun === true, input: { trancheId, reason } }));
  }
}
