import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock, type LocalDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { SteppedServiceDto } from '../service/service.dto.js';
import { viewStep } from '../service/service.view.js';
import { AcceptServiceDto, DeliverServiceDto, InspectServiceDto, SendBackServiceDto } from './delivery.dto.js';
import { DeliveryService } from './delivery.service.js';

@ApiTags('service')
@Controller('services/:id')
export class DeliveryController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly deliveries: DeliveryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('deliver')
  @HttpCode(200)
  @Allow('service.deliver')
  @ApiOperation({ operationId: 'deliverService', summary: 'Record the result that the provider reports' })
  @ApiOkResponse({ type: SteppedServiceDto })
  async deliver(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: DeliverServiceDto,
  ): Promise<SteppedServiceDto> {
    const brokerReportedOn = body.brokerReportedOn === undefined ? null : localDate(body.brokerReportedOn);
    const input = { serviceId, deliveredOn: this.day(body.deliveredOn), documentId: body.documentId ?? null, brokerReportedOn, note: body.note ?? null };
    return viewStep(await this.runner.run(this.deliveries.deliver, { actor, origin, idempotencyKey, input }));
  }

  @Post('accept')
  @HttpCode(200)
  @Allow('service.accept')
  @ApiOperation({ operationId: 'acceptService', summary: 'Record that the company took the result, and how satisfied it is' })
  @ApiOkResponse({ type: SteppedServiceDto })
  async accept(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: AcceptServiceDto,
  ): Promise<SteppedServiceDto> {
    const input = { serviceId, acceptedOn: this.day(body.acceptedOn), rating: body.rating, note: body.note ?? null };
    return viewStep(await this.runner.run(this.deliveries.accept, { actor, origin, idempotencyKey, input }));
  }

  @Post('inspect')
  @HttpCode(200)
  @Allow('service.inspect')
  @ApiOperation({ operationId: 'inspectService', summary: 'Record the inspection by the agency' })
  @ApiOkResponse({ type: SteppedServiceDto })
  async inspect(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: InspectServiceDto,
  ): Promise<SteppedServiceDto> {
    const input = { serviceId, inspectedOn: this.day(body.inspectedOn), note: body.note ?? null };
    return viewStep(await this.runner.run(this.deliveries.inspect, { actor, origin, idempotencyKey, input }));
  }

  @Post('send-back')
  @HttpCode(200)
  @Allow('service.send-back')
  @ApiOperation({ operationId: 'sendBackService', summary: 'Ask for what is missing: a claim is claimed anew, a result delivered anew' })
  @ApiOkResponse({ type: SteppedServiceDto })
  async sendBack(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: SendBackServiceDto,
  ): Promise<SteppedServiceDto> {
    return viewStep(await this.runner.run(this.deliveries.sendBack, { actor, origin, idempotencyKey, reason: body.reason, input: { serviceId, reason: body.reason } }));
  }

  private day(given: string | undefined): LocalDate {
    return given === undefined ? this.clock.today() : localDate(given);
  }
}
