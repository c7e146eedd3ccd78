import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { BreakGlassDto, OpenBreakGlassDto, OpenedBreakGlassDto } from './break-glass.dto.js';
import { listBreakGlasses } from './break-glass.query.js';
import { openBreakGlass } from './break-glass.service.js';

@ApiTags('break-glass')
@Controller('break-glass')
export class BreakGlassController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('break-glass.read')
  @ApiOperation({ operationId: 'listBreakGlasses', summary: 'Emergencies, and everything that was done in them' })
  @ApiOkResponse({ type: [BreakGlassDto] })
  async list(@CurrentActor() actor: Actor): Promise<BreakGlassDto[]> {
    const rows = await this.reader.read(actor, listBreakGlasses);
    return rows.map(({ userId, ...row }) => ({ ...row, own: userId === actor.userId, commands: [...row.commands], uses: [...row.uses], openedAt: row.openedAt.toISOString(), openUntil: row.openUntil.toISOString() }));
  }

  @Post()
  @Allow('break-glass.open')
  @StepUp()
  @ApiOperation({ operationId: 'openBreakGlass', summary: 'Ask that named commands of yours pass without further signatures for some hours; a second person signs' })
  @ApiCreatedResponse({ type: OpenedBreakGlassDto })
  async open(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: OpenBreakGlassDto): Promise<OpenedBreakGlassDto> {
    return (await this.runner.run(openBreakGlass, { actor, origin, idempotencyKey, input: body })).result;
  }
}
