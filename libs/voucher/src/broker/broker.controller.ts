import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getYear } from '../year/year.query.js';
import { BrokerDto, BrokerIdDto, RegisterBrokerDto, RenewBrokerDto, StrikeOffBrokerDto } from './broker.dto.js';
import { toBroker } from './broker.input.js';
import { brokersOf } from './broker.query.js';
import { registerBroker, renewBroker, strikeOffBroker } from './broker.service.js';
import { viewBroker } from './broker.view.js';

@ApiTags('broker')
@Controller()
export class BrokerController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/brokers')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listBrokers', summary: 'Brokers of the programme of a year, as they stand today' })
  @ApiOkResponse({ type: [BrokerDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<BrokerDto[]> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => (await brokersOf(tx, (await getYear(tx, yearId)).programmeId)).map((broker) => viewBroker(broker, today)));
  }

  @Post('voucher-years/:yearId/brokers')
  @Allow('broker.register')
  @ApiOperation({ operationId: 'registerBroker', summary: 'Register a broker with the programme of a year' })
  @ApiCreatedResponse({ type: BrokerIdDto })
  async register(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('yearId', IdPipe) yearId: string, @Body() body: RegisterBrokerDto): Promise<BrokerIdDto> {
    return (await this.runner.run(registerBroker, { actor, origin, idempotencyKey, input: toBroker(yearId, body) })).result;
  }

  @Post('brokers/:id/renew')
  @Allow('broker.renew')
  @ApiOperation({ operationId: 'renewBroker', summary: 'Let a registration run longer' })
  @ApiCreatedResponse({ type: BrokerIdDto })
  async renew(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) brokerId: string, @Body() body: RenewBrokerDto): Promise<BrokerIdDto> {
    const input = { brokerId, validTo: localDate(body.validTo), reason: body.reason };
    return (await this.runner.run(renewBroker, { actor, origin, idempotencyKey, reason: body.reason, input })).result;
  }

  @Post('brokers/:id/strike-off')
  @Allow('broker.strike-off')
  @ApiOperation({ operationId: 'strikeOffBroker', summary: 'End a registration for good, from a day on' })
  @ApiCreatedResponse({ type: BrokerIdDto })
  async strikeOff(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) brokerId: string, @Body() body: StrikeOffBrokerDto): Promise<BrokerIdDto> {
    const input = { brokerId, effectiveOn: localDate(body.effectiveOn), reason: body.reason };
    return (await this.runner.run(strikeOffBroker, { actor, origin, idempotencyKey, reason: body.reason, input })).result;
  }
}
