import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { businessStatusOn } from '#libs/party';
import { getYear } from '../year/year.query.js';
import { RegisteredServiceProviderDto, RegisterServiceProviderDto, ServiceProviderDto, TurnedServiceProviderDto, TurnServiceProviderDto } from './provider.dto.js';
import { toRegistration, toTurn } from './provider.input.js';
import { loadsOfProviders, providersOf } from './provider.query.js';
import { registerServiceProvider, resumeServiceProvider, suspendServiceProvider } from './provider.service.js';
import { viewProviders } from './provider.view.js';

@ApiTags('service-provider')
@Controller()
export class ProviderController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('voucher-years/:yearId/providers')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listServiceProviders', summary: 'Providers of a programme year as they stand today' })
  @ApiOkResponse({ type: [ServiceProviderDto] })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string): Promise<ServiceProviderDto[]> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => {
      const providers = await providersOf(tx, (await getYear(tx, yearId)).id);
      const statuses = await businessStatusOn(tx, providers.map(({ partyId }) => partyId), today);
      return viewProviders(providers, statuses, await loadsOfProviders(tx, yearId), today);
    });
  }

  @Post('voucher-years/:yearId/providers')
  @Allow('service-provider.register')
  @ApiOperation({ operationId: 'registerServiceProvider', summary: 'Register a provider for a programme year' })
  @ApiCreatedResponse({ type: RegisteredServiceProviderDto })
  async register(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: RegisterServiceProviderDto,
  ): Promise<RegisteredServiceProviderDto> {
    return (await this.runner.run(registerServiceProvider, { actor, origin, idempotencyKey, input: toRegistration(yearId, body) })).result;
  }

  @Post('service-providers/:id/suspend')
  @Allow('service-provider.suspend')
  @ApiOperation({ operationId: 'suspendServiceProvider', summary: 'Suspend a provider from a day on' })
  @ApiCreatedResponse({ type: TurnedServiceProviderDto })
  async suspend(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) providerId: string,
    @Body() body: TurnServiceProviderDto,
  ): Promise<TurnedServiceProviderDto> {
    return (await this.runner.run(suspendServiceProvider, { actor, origin, idempotencyKey, reason: body.reason, input: toTurn(providerId, body) })).result;
  }

  @Post('service-providers/:id/resume')
  @Allow('service-provider.resume')
  @ApiOperation({ operationId: 'resumeServiceProvider', summary: 'End the suspension of a provider' })
  @ApiCreatedResponse({ type: TurnedServiceProviderDto })
  async resume(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) providerId: string,
    @Body() body: TurnServiceProviderDto,
  ): Promise<TurnedServiceProviderDto> {
    return (await this.runner.run(resumeServiceProvider, { actor, origin, idempotencyKey, reason: body.reason, input: toTurn(providerId, body) })).result;
  }
}
