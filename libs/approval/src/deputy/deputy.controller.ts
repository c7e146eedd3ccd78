import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { AppointDeputyDto, AppointedDeputyDto, ColleagueDto, DeputyDto } from './deputy.dto.js';
import { listDeputies, listPossibleDeputies } from './deputy.query.js';
import { appointDeputy, endDeputy } from './deputy.service.js';

@ApiTags('deputy')
@Controller('deputies')
export class DeputyController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('approval.read')
  @ApiOperation({ operationId: 'listDeputies', summary: 'Who signs for whom, and when' })
  @ApiOkResponse({ type: [DeputyDto] })
  async list(@CurrentActor() actor: Actor): Promise<DeputyDto[]> {
    const rows = await this.reader.read(actor, listDeputies);
    return rows.map(({ absentId, deputyId: _deputyId, ...rest }) => ({ ...rest, own: absentId === actor.userId }));
  }

  @Get('candidates')
  @Allow('deputy.appoint')
  @ApiOperation({ operationId: 'listPossibleDeputies', summary: 'Those who hold a role that you hold' })
  @ApiOkResponse({ type: [ColleagueDto] })
  async candidates(@CurrentActor() actor: Actor): Promise<ColleagueDto[]> {
    return [...(await this.reader.read(actor, (tx) => listPossibleDeputies(tx, actor.userId)))];
  }

  @Post()
  @Allow('deputy.appoint')
  @StepUp()
  @ApiOperation({ operationId: 'appointDeputy', summary: 'Say who signs in your place while you are away' })
  @ApiCreatedResponse({ type: AppointedDeputyDto })
  async appoint(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: AppointDeputyDto): Promise<AppointedDeputyDto> {
    const input = { ...body, fromOn: localDate(body.fromOn), toOn: localDate(body.toOn) };
    return (await this.runner.run(appointDeputy, { actor, origin, idempotencyKey, input })).result;
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('deputy.end')
  @ApiOperation({ operationId: 'endDeputy', summary: 'End it from today on' })
  @ApiOkResponse({ type: AppointedDeputyDto })
  async end(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) deputyId: string): Promise<AppointedDeputyDto> {
    return (await this.runner.run(endDeputy, { actor, origin, idempotencyKey, input: { deputyId } })).result;
  }
}
