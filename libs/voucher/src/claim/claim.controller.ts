import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { ClaimedServiceDto, ClaimServiceDto, RefundServiceDto, ReturnedDto, ReverseCaptureDto } from './claim.dto.js';
import { toClaim, toRefund } from './claim.input.js';
import { ClaimService } from './claim.service.js';
import { viewClaimed, viewReturned } from './claim.view.js';
import { RefundingService } from './refund.service.js';

@ApiTags('service')
@Controller('services/:id')
export class ClaimController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly claims: ClaimService,
    private readonly refunds: RefundingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('claim')
  @HttpCode(200)
  @Allow('service.claim')
  @ApiOperation({ operationId: 'claimService', summary: 'Bill a service with a tax invoice; with dryRun the split and the rules' })
  @ApiOkResponse({ type: ClaimedServiceDto })
  async claim(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: ClaimServiceDto,
  ): Promise<ClaimedServiceDto> {
    const input = toClaim(serviceId, body, this.clock.today());
    return viewClaimed(await this.runner.run(this.claims.claim, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('refund')
  @HttpCode(200)
  @Allow('service.refund')
  @ApiOperation({ operationId: 'refundService', summary: 'Record what a provider gave back: all, a part, or by a credit note' })
  @ApiOkResponse({ type: ReturnedDto })
  async refund(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: RefundServiceDto,
  ): Promise<ReturnedDto> {
    const input = toRefund(serviceId, body, this.clock.today());
    return viewReturned(await this.runner.run(this.refunds.refund, { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input }));
  }

  @Post('reverse-capture')
  @HttpCode(200)
  @Allow('service.reverse-capture')
  @ApiOperation({ operationId: 'reverseCaptureService', summary: 'Undo a decision to pay before the money has left' })
  @ApiOkResponse({ type: ReturnedDto })
  async reverseCapture(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: ReverseCaptureDto,
  ): Promise<ReturnedDto> {
    const request = { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input: { serviceId, reason: body.reason } };
    return viewReturned(await this.runner.run(this.refunds.reverseCapture, request));
  }
}
