import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { actorOfAccount, Allow, CurrentActor, Public, RequestOrigin, SYSTEM_ACTOR } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { notFound } from '#libs/errors';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { Keyring } from '#libs/secret';
import { listDeadlines } from '../facts/fact.query.js';
import { CalendarFeedDto, ChangedCalendarFeedDto, CreateCalendarFeedDto } from './feed.dto.js';
import { findFeedOwner, listFeeds } from './feed.query.js';
import { createCalendarFeed, revokeCalendarFeed } from './feed.service.js';
import { feedOfSecret } from './feed.js';
import { entriesOf, viewFeed } from './feed.view.js';
import { icalendar } from './ical.model.js';

/** What the owner of a feed must hold when it is fetched. */
const READING = 'grant.read';

@ApiTags('calendar-feed')
@Controller('calendar-feeds')
export class FeedController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly keyring: Keyring,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('calendar-feed.read')
  @ApiOperation({ operationId: 'listCalendarFeeds', summary: 'One’s own addresses for calendars' })
  @ApiOkResponse({ type: [CalendarFeedDto] })
  list(@CurrentActor() actor: Actor): Promise<CalendarFeedDto[]> {
    return this.reader.read(actor, async (tx) => (await listFeeds(tx, actor.userId)).map((feed) => viewFeed(feed, this.keyring)));
  }

  @Post()
  @Allow('calendar-feed.create')
  @ApiOperation({ operationId: 'createCalendarFeed', summary: 'Make an address from which a calendar fetches deadlines' })
  @ApiCreatedResponse({ type: ChangedCalendarFeedDto })
  async create(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() { name }: CreateCalendarFeedDto): Promise<ChangedCalendarFeedDto> {
    return (await this.runner.run(createCalendarFeed, { actor, origin, idempotencyKey, input: { name } })).result;
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @Allow('calendar-feed.revoke')
  @ApiOperation({ operationId: 'revokeCalendarFeed', summary: 'End an address; calendars that use it find nothing any more' })
  @ApiOkResponse({ type: ChangedCalendarFeedDto })
  async revoke(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) feedId: string): Promise<ChangedCalendarFeedDto> {
    return (await this.runner.run(revokeCalendarFeed, { actor, origin, idempotencyKey, input: { feedId } })).result;
  }

  @Get(':secret/deadlines.ics')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'readCalendarFeed', summary: 'Deadlines as a calendar (RFC 5545); the address itself is the key' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(@Param('secret') secret: string): Promise<string> {
    const owner = await this.ownerOf(secret);
    return this.reader.read(owner.actor, async (tx) => {
      const { deadlines } = await listDeadlines(tx, null, this.clock.today());
      return icalendar(`Baton ${owner.name}`, entriesOf(deadlines));
    });
  }

  /** The person behind an address, with no more than they may read today; every fault is the same 404. */
  private async ownerOf(secret: string): Promise<{ readonly actor: Actor; readonly name: string }> {
    const feedId = feedOfSecret(this.keyring, secret);
    const found = await this.reader.read({ ...SYSTEM_ACTOR, readOnly: true }, async (tx) => {
      const owner = feedId === null ? null : await findFeedOwner(tx, feedId, this.clock.today());
      return owner === null ? null : { actor: await actorOfAccount(tx, owner.userId, READING), name: owner.name };
    });
    if (found?.actor.permissions.has(READING) !== true) throw notFound({ ko: '달력 주소', en: 'calendar' }, 'ics');
    return found;
  }
}
