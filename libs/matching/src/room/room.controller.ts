import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Clock } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdPipe } from '#libs/http';
import { RoomStandingDto } from './room.dto.js';
import { listStandings } from './standing.query.js';
import { viewStanding } from './room.view.js';

@ApiTags('matching-room')
@Controller()
export class RoomController {
  constructor(
    private readonly reader: Reader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('matching-pools/:callId/rooms')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingRooms', summary: 'Each project of a pool: private money by what it counts, what it allows, what was released, and what does not fit together' })
  @ApiOkResponse({ type: [RoomStandingDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<RoomStandingDto[]> {
    return this.reader.read(actor, async (tx) => (await listStandings(tx, callId, this.clock.today())).map(({ project, standing, around }) => viewStanding(project, standing, around)));
  }
}
