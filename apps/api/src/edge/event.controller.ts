import { Controller, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { interval, map, merge, type Observable } from 'rxjs';
import { EventStream } from './event.stream.js';

const HEARTBEAT_MS = 25_000;

@ApiTags('event')
@Controller('events')
export class EventController {
  constructor(private readonly stream: EventStream) {}

  @Sse()
  @Allow('fund.read')
  @ApiOperation({ operationId: 'streamEvents', summary: 'What was committed, as it happens (server-sent events)' })
  events(): Observable<MessageEvent> {
    // Proxies close silent connections; a heartbeat keeps them open.
    const heartbeat = interval(HEARTBEAT_MS).pipe(map(() => ({ data: { topic: 'heartbeat', payload: {} } })));
    return merge(this.stream.events.pipe(map((event) => ({ data: event }))), heartbeat);
  }
}
