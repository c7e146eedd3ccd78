import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { MovedClawbackDto, OffsetClawbackDto, ReceiveClawbackDto, SurchargeClawbackDto, WriteOffClawbackDto } from './collection.dto.js';
import { CollectionService } from './collection.service.js';
import { viewMoved } from './collection.view.js';

@ApiTags('clawback')
@Controller('clawbacks/:id')
export class CollectionController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly collections: CollectionService,
  ) {}

  @Post('receive')
  @Allow('clawback.receive')
  @ApiOperation({ operationId: 'receiveClawback', summary: 'Record money that came for a clawback' })
  @ApiCreatedResponse({ type: MovedClawbackDto })
  async receive(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) clawbackId: string, @Body() body: ReceiveClawbackDto): Promise<MovedClawbackDto> {
    const input = { clawbackId, amountWon: won(body.amountWon), valueOn: localDate(body.valueOn), bankReference: body.bankReference ?? null };
    return viewMoved(await this.runner.run(this.collections.receive, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('offset')
  @Allow('clawback.offset')
  @ApiOperation({ operationId: 'offsetClawback', summary: 'Set a clawback off against what the debtor is owed for a service' })
  @ApiCreatedResponse({ type: MovedClawbackDto })
  async offset(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) clawbackId: string, @Body() body: OffsetClawbackDto): Promise<MovedClawbackDto> {
    const input = { clawbackId, serviceId: body.serviceId, amountWon: won(body.amountWon) };
    return viewMoved(await this.runner.run(this.collections.offset, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('surcharge')
  @Allow('clawback.surcharge')
  @ApiOperation({ operationId: 'surchargeClawback', summary: 'Add the surcharge that has fallen due by today' })
  @ApiCreatedResponse({ type: MovedClawbackDto })
  async surcharge(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) clawbackId: string, @Body() body: SurchargeClawbackDto): Promise<MovedClawbackDto> {
    return viewMoved(await this.runner.run(this.collections.surcharge, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { clawbackId } }));
  }

  @Post('write-off')
  @Allow('clawback.write-off')
  @ApiOperation({ operationId: 'writeOffClawback', summary: 'Give up what is open of a clawback' })
  @ApiCreatedResponse({ type: MovedClawbackDto })
  async writeOff(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) clawbackId: string, @Body() body: WriteOffClawbackDto): Promise<MovedClawbackDto> {
    const input = { clawbackId, reason: body.reason };
    return viewMoved(await this.runner.run(this.collections.writeOff, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
