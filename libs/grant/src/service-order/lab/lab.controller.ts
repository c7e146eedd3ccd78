import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { toBusiness } from '../../business/business.input.js';
import { accreditedOn } from '../service-order.rules.js';
import { AccreditedLabDto, RegisterAccreditedLabDto, RegisteredAccreditedLabDto } from './lab.dto.js';
import { listLabs } from './lab.query.js';
import { registerAccreditedLab } from './lab.service.js';

@ApiTags('service-order')
@Controller('accredited-labs')
export class LabController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listAccreditedLabs', summary: 'Laboratories and what they are accredited for' })
  @ApiOkResponse({ type: [AccreditedLabDto] })
  list(@CurrentActor() actor: Actor): Promise<AccreditedLabDto[]> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => (await listLabs(tx)).map((lab) => ({ ...lab, valid: accreditedOn([lab], lab.kind, today) !== null })));
  }

  @Post()
  @Allow('accredited-lab.register')
  @ApiOperation({ operationId: 'registerAccreditedLab', summary: 'Record what a laboratory is accredited for, and until when' })
  @ApiCreatedResponse({ type: RegisteredAccreditedLabDto })
  async register(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: RegisterAccreditedLabDto): Promise<RegisteredAccreditedLabDto> {
    const { kind, scheme, number } = body;
    const dates = { validFrom: localDate(body.validFrom), validThrough: body.validThrough === undefined ? null : localDate(body.validThrough) };
    const input = { party: toBusiness(body.lab, 'INSTITUTION', '/lab'), kind, scheme, number, ...dates };
    return (await this.runner.run(registerAccreditedLab, { actor, origin, idempotencyKey, input })).result;
  }
}
