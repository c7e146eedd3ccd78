import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import pg from 'pg';
import { concatMap, filter, Subject, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { seesAllOf } from './event.query.js';

/** What was announced by a committed command, whichever process ran it. */
export interface CommittedEvent {
  readonly topic: string;
  readonly payload: Readonly<Record<string, string>>;
}

const RECONNECT_MS = 2_000;
/** Announced when the roles of an account change: told to nobody, it ends the streams of that account. */
const ACCESS_CHANGED = 'access.changed';
const EVERYWHERE = '*';

/** Listens to the outbox through the database, so that every process hears of every commit. */
@Injectable()
export class EventStream implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(EventStream.name);
  private readonly subject = new Subject<CommittedEvent>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reader: Reader,
  ) {}

  /** What `actor` may hear of, in the order in which it was committed: of a fund outside their scopes, nothing. */
  heardBy(actor: Actor): Observable<CommittedEvent> {
    return this.subject.pipe(
      filter(({ topic }) => topic !== ACCESS_CHANGED),
      concatMap(async (event) => ((await this.mayHear(actor, event)) ? event : null)),
      filter((event) => event !== null),
    );
  }

  /** Emits when the roles of `userId` change. A stream was opened with the roles of its first moment: it must be opened anew. */
  accessChanged(userId: string): Observable<CommittedEvent> {
    return this.subject.pipe(filter(({ topic, payload }) => topic === ACCESS_CHANGED && payload.userId === userId));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.subject.complete();
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const { url } = this.source.options as { url?: string };
    const client = new pg.Client({ connectionString: url ?? '', application_name: 'baton events' });
    client.on('notification', (message) => this.publish(message.payload));
    client.on('error', () => this.reconnectLater(client));
    client.on('end', () => this.reconnectLater(client));
    this.client = client;
    try {
      await client.connect();
      await client.query('listen outbox');
    } catch {
      this.reconnectLater(client);
    }
  }

  private async mayHear(actor: Actor, { payload }: CommittedEvent): Promise<boolean> {
    if (actor.scopes.includes(EVERYWHERE)) return true;
    try {
      return await this.reader.read(actor, (tx) => seesAllOf(tx, payload));
    } catch (error) {
      // One event less is a page that is reloaded; an event too many is a leak.
      this.logger.warn(`an event was withheld because it could not be judged: ${String(error)}`);
      return false;
    }
  }

  private publish(payload: string | undefined): void {
    if (payload === undefined) return;
    const { topic, payload: facts } = JSON.parse(payload) as CommittedEvent;
    this.subject.next({ topic, payload: facts });
  }

  private reconnectLater(client: pg.Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = null;
    this.logger.warn('lost the connection that listens for events; trying again');
    setTimeout(() => void this.listen(), RECONNECT_MS).unref();
  }
}
