import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { SteppedServiceDto } from '../service/service.dto.js';
import { viewStep } from '../service/service.view.js';
import { ContractChangeService } from './contract-change.service.js';
import { CancelledServiceDto, CancelServiceDto, ContractedServiceDto, ContractServiceDto, ReassignServiceDto } from './contract.dto.js';
import { ContractService, type ContractForService } from './contract.service.js';
import { viewCancelled, viewContracted } from './contract.view.js';

@ApiTags('service')
@Controller()
export class ContractController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly contracts: ContractService,
    private readonly changes: ContractChangeService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('vouchers/:id/services')
  @Allow('service.contract')
  @ApiOperation({ operationId: 'contractService', summary: 'Buy a service with a voucher; with dryRun who would pay what' })
  @ApiCreatedResponse({ type: ContractedServiceDto })
  async contract(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) voucherId: string,
    @Body() body: ContractServiceDto,
  ): Promise<ContractedServiceDto> {
    const input = toContract(voucherId, body, this.clock);
    return viewContracted(await this.runner.run(this.contracts.contract, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  @Post('services/:id/reassign')
  @HttpCode(200)
  @Allow('service.reassign')
  @ApiOperation({ operationId: 'reassignService', summary: 'Let another provider stand in for a suspended one' })
  @ApiOkResponse({ type: SteppedServiceDto })
  async reassign(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: ReassignServiceDto,
  ): Promise<SteppedServiceDto> {
    return viewStep(await this.runner.run(this.changes.reassign, { actor, origin, idempotencyKey, reason: body.reason, input: { serviceId, providerId: body.providerId, reason: body.reason } }));
  }

  @Post('services/:id/cancel')
  @HttpCode(200)
  @Allow('service.cancel')
  @ApiOperation({ operationId: 'cancelService', summary: 'Cancel a service; what was held for it comes free' })
  @ApiOkResponse({ type: CancelledServiceDto })
  async cancel(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) serviceId: string,
    @Body() body: CancelServiceDto,
  ): Promise<CancelledServiceDto> {
    const request = { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input: { serviceId, reason: body.reason } };
    return viewCancelled(await this.runner.run(this.changes.cancel, request));
  }
}

function toContract(voucherId: string, body: ContractServiceDto, clock: Clock): ContractForService {
  return {
    voucherId,
    providerId: body.providerId,
    menuCode: body.menuCode ?? null,
    name: body.name ?? null,
    supplyWon: won(body.supplyWon),
    taxable: body.taxable !== false,
    contractedOn: body.contractedOn === undefined ? clock.today() : localDate(body.contractedOn),
    dueOn: body.dueOn === undefined ? null : localDate(body.dueOn),
  };
}
