import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { getCall } from '../call/call.query.js';
import { DecidedGrantObjectionDto, DecideGrantObjectionDto, FiledGrantObjectionDto, FileGrantObjectionDto, GrantObjectionDto } from './objection.dto.js';
import { listObjections } from './objection.query.js';
import { decideGrantObjection, fileGrantObjection } from './objection.service.js';

@ApiTags('grant-objection')
@Controller()
export class GrantObjectionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/objections')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantObjections', summary: 'Objections to decisions on the applications of a call' })
  @ApiOkResponse({ type: [GrantObjectionDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantObjectionDto[]> {
    return this.reader.read(actor, async (tx) => (await listObjections(tx, (await getCall(tx, callId)).id)).map(({ callId: _call, ...row }) => row));
  }

  @Post('grant-applications/:applicationId/objections')
  @Allow('grant-objection.file')
  @ApiOperation({ operationId: 'fileGrantObjection', summary: 'Record an objection; with dryRun only whether it would be in time' })
  @ApiCreatedResponse({ type: FiledGrantObjectionDto })
  async file(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('applicationId', IdPipe) applicationId: string,
    @Body() body: FileGrantObjectionDto,
  ): Promise<FiledGrantObjectionDto> {
    const input = { applicationId, reason: body.reason, filedOn: body.filedOn === undefined ? this.clock.today() : localDate(body.filedOn) };
    const { result, verdicts, dryRun } = await this.runner.run(fileGrantObjection, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input });
    return { id: dryRun ? null : result.id, dryRun, verdicts: verdicts.map(shownVerdict) };
  }

  @Post('grant-objections/:objectionId/decision')
  @HttpCode(200)
  @Allow('grant-objection.decide')
  @ApiOperation({ operationId: 'decideGrantObjection', summary: 'Decide an objection: the decision stands, or the application is judged again' })
  @ApiOkResponse({ type: DecidedGrantObjectionDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('objectionId', IdPipe) objectionId: string,
    @Body() body: DecideGrantObjectionDto,
  ): Promise<DecidedGrantObjectionDto> {
    const decidedOn = body.decidedOn === undefined ? this.clock.today() : localDate(body.decidedOn);
    const input = { objectionId, outcome: body.outcome === 'UPHELD' ? ('UPHELD' as const) : ('DISMISSED' as const), decidedOn, reason: body.reason };
    return (await this.runner.run(decideGrantObjection, { actor, origin, idempotencyKey, input })).result;
  }
}
