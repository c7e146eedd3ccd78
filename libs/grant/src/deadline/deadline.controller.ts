import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { FulfilGrantDeadlineDto, FulfilledGrantDeadlineDto, GrantDeadlinesDto, GrantDeadlinesQuery } from './deadline.dto.js';
import { fulfilGrantDeadline } from './deadline.service.js';
import { viewDeadlines } from './deadline.view.js';
import { listDeadlines } from './facts/fact.query.js';

@ApiTags('grant-deadline')
@Controller()
export class DeadlineController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-deadlines')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantDeadlines', summary: 'What is due in grants, overdue first, each day with how it was reached' })
  @ApiOkResponse({ type: GrantDeadlinesDto })
  list(@CurrentActor() actor: Actor, @Query() query: GrantDeadlinesQuery): Promise<GrantDeadlinesDto> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => {
      const { deadlines, calls } = await listDeadlines(tx, query.callId ?? null, today);
      return viewDeadlines(deadlines, calls, query, today);
    });
  }

  @Post('grant-calls/:callId/deadlines/fulfil')
  @Allow('grant-deadline.fulfil')
  @ApiOperation({ operationId: 'fulfilGrantDeadline', summary: 'Say that something was done of which nothing else tells' })
  @ApiCreatedResponse({ type: FulfilledGrantDeadlineDto })
  async fulfil(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('callId', IdPipe) callId: string, @Body() body: FulfilGrantDeadlineDto): Promise<FulfilledGrantDeadlineDto> {
    const { key, subjectId, note = null, documentId = null } = body;
    const input = { callId, key, subjectId, from: localDate(body.from), doneOn: body.doneOn === undefined ? this.clock.today() : localDate(body.doneOn), note, documentId };
    return (await this.runner.run(fulfilGrantDeadline, { actor, origin, idempotencyKey, input })).result;
  }
}
