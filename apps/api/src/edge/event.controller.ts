import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { interval, map, merge, takeUntil, type Observable } from 'rxjs';
import { EventStream } from './event.stream.js';

const HEARTBEAT_MS = 25_000;

@ApiTags('event')
@Controller('events')
export class EventController {
  constructor(private readonly stream: EventStream) {}

  @Sse()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'streamEvents', summary: 'What was committed within your scope, as it happens (server-sent events)' })
  events(@CurrentActor() actor: Actor): Observable<MessageEvent> {
    // Proxies close silent connections; a heartbeat keeps them open.
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ data: { topic: 'heartbeat', payload: {} } })));
    const heard = this.stream.heardBy(actor).pipe(map((event) => ({ data: event })));
    return merge(heard, heartbeat).pipe(takeUntil(this.stream.accessChanged(actor.userId)));
  }
}
