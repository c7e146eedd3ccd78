import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock, type LocalDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { won } from '#libs/money';
import { paymentsOf } from '#libs/payment';
import { toBusiness } from '../business/business.input.js';
import { getCall } from '../call/call.query.js';
import { AcceptServiceOrderDto, ApproveServiceOrderDto, CertifyServiceOrderDto, EndServiceOrderDto, MovedServiceOrderDto, RequestedServiceOrderDto, RequestServiceOrderDto, ServiceOrderDto } from './service-order.dto.js';
import type { OrderKind, OrderResult } from './service-order.js';
import { SERVICE_ORDER_DEBT } from './service-order.registry.js';
import { listOrders } from './service-order.query.js';
import { ServiceOrderService } from './service-order.service.js';
import { viewMovedOrder, viewOrder } from './service-order.view.js';

@ApiTags('service-order')
@Controller()
export class ServiceOrderController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly orders: ServiceOrderService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/service-orders')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listServiceOrders', summary: 'Evaluations and tests ordered under a call, with where each stands' })
  @ApiOkResponse({ type: [ServiceOrderDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<ServiceOrderDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getCall(tx, callId);
      const orders = await listOrders(tx, callId);
      const payments = await paymentsOf(tx, SERVICE_ORDER_DEBT.kind, orders.map(({ id }) => id));
      return orders.map((order) => viewOrder(order, payments));
    });
  }

  @Post('grant-calls/:callId/service-orders')
  @Allow('service-order.request')
  @ApiOperation({ operationId: 'requestServiceOrder', summary: 'Order an evaluation or a test; who pays how much follows from the terms of the call' })
  @ApiCreatedResponse({ type: RequestedServiceOrderDto })
  async request(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('callId', IdPipe) callId: string, @Body() body: RequestServiceOrderDto): Promise<RequestedServiceOrderDto> {
    const { labId, subject, items } = body;
    const input = { callId, kind: body.kind as OrderKind, company: toBusiness(body.company, 'COMPANY', '/company'), agreementId: body.agreementId ?? null, labId, subject, items, requestedOn: this.day(body.requestedOn), feeWon: won(body.feeWon) };
    const { result, verdicts, dryRun } = await this.runner.run(this.orders.request, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return { ...result, dryRun, verdicts: verdicts.map(shownVerdict) };
  }

  @Post('service-orders/:id/accept')
  @Allow('service-order.accept')
  @ApiOperation({ operationId: 'acceptServiceOrder', summary: 'The laboratory takes an order on; the government’s part is taken from the budget' })
  @ApiCreatedResponse({ type: MovedServiceOrderDto })
  async accept(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) orderId: string, @Body() body: AcceptServiceOrderDto): Promise<MovedServiceOrderDto> {
    return viewMovedOrder(await this.runner.run(this.orders.accept, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: { orderId, on: this.day(body.on) } }));
  }

  @Post('service-orders/:id/decline')
  @Allow('service-order.decline')
  @ApiOperation({ operationId: 'declineServiceOrder', summary: 'The laboratory does not take an order on' })
  @ApiCreatedResponse({ type: MovedServiceOrderDto })
  async decline(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) orderId: string, @Body() body: EndServiceOrderDto): Promise<MovedServiceOrderDto> {
    const input = { orderId, on: this.day(body.on), reason: body.reason };
    return viewMovedOrder(await this.runner.run(this.orders.decline, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('service-orders/:id/certify')
  @Allow('service-order.certify')
  @ApiOperation({ operationId: 'certifyServiceOrder', summary: 'Record the certificate of an order' })
  @ApiCreatedResponse({ type: MovedServiceOrderDto })
  async certify(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) orderId: string, @Body() body: CertifyServiceOrderDto): Promise<MovedServiceOrderDto> {
    const { certificate, documentId = null } = body;
    const companyPaidOn = body.companyPaidOn === undefined ? null : localDate(body.companyPaidOn);
    const input = { orderId, on: this.day(body.on), certificate, result: body.result as OrderResult, companyPaidOn, documentId };
    return viewMovedOrder(await this.runner.run(this.orders.certify, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('service-orders/:id/approve')
  @Allow('service-order.approve')
  @ApiOperation({ operationId: 'approveServiceOrder', summary: 'Decide to pay the government’s part; a payment run pays it' })
  @ApiCreatedResponse({ type: MovedServiceOrderDto })
  async approve(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) orderId: string, @Body() body: ApproveServiceOrderDto): Promise<MovedServiceOrderDto> {
    const input = { orderId, amountWon: won(body.amountWon), payOn: localDate(body.payOn) };
    return viewMovedOrder(await this.runner.run(this.orders.approve, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('service-orders/:id/cancel')
  @Allow('service-order.cancel')
  @ApiOperation({ operationId: 'cancelServiceOrder', summary: 'Give an order up before its certificate' })
  @ApiCreatedResponse({ type: MovedServiceOrderDto })
  async cancel(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) orderId: string, @Body() body: EndServiceOrderDto): Promise<MovedServiceOrderDto> {
    const input = { orderId, on: this.day(body.on), reason: body.reason };
    return viewMovedOrder(await this.runner.run(this.orders.cancel, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  private day(given: string | undefined): LocalDate {
    return given === undefined ? this.clock.today() : localDate(given);
  }
}
