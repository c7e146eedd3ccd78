import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { Subject, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';

/** What was announced by a committed command, whichever process ran it. */
export interface CommittedEvent {
  readonly topic: string;
  readonly payload: Readonly<Record<string, string>>;
}

const RECONNECT_MS = 2_000;

/** Listens to the outbox through the database, so that every process hears of every commit. */
@Injectable()
export class EventStream implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(EventStream.name);
  private readonly subject = new Subject<CommittedEvent>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  get events(): Observable<CommittedEvent> {
    return this.subject.asObservable();
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
