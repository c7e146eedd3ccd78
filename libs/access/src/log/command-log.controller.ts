import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { Allow, CurrentActor } from '../guard/decorators.js';
import { LogsAccess } from './logs-access.js';
import { CommandQuery, LoggedCommandDto } from './command-log.dto.js';
import { listCommands } from './command-log.query.js';

/** Inputs of commands name people and whom to reach at a partner. */
const shownLogins = (commands: readonly LoggedCommandDto[]): readonly string[] => commands.map(({ login }) => login);

@ApiTags('command')
@Controller('commands')
export class CommandLogController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('command.read')
  @LogsAccess('command', shownLogins)
  @ApiOperation({ operationId: 'listCommands', summary: 'Every write and every refusal, newest first' })
  @ApiOkResponse({ type: [LoggedCommandDto] })
  list(@CurrentActor() actor: Actor, @Query() query: CommandQuery): Promise<LoggedCommandDto[]> {
    return this.reader.read(actor, (tx) => listCommands(tx, query));
  }
}
