import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SYSTEM_ACTOR } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CLOCK, Reader, Rounds } from '#libs/database';
import { DataSource } from 'typeorm';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { listDue } from './press.query.js';
import { Press } from './press.service.js';

const AT_A_TIME = 20;

/** Prints what was issued by the last signature on a draft, when nobody stood at the press. */
@Injectable()
export class PressRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly pauseMs: number;
  private readonly rounds: Rounds;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly reader: Reader,
    private readonly press: Press,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REPORT_OPTIONS) options: ReportOptions,
  ) {
    this.pauseMs = options.everySeconds * 1000;
    this.rounds = new Rounds({ name: 'press of reports', source, work: () => this.printDue(), pauseMs: () => this.pauseMs });
  }

  onApplicationBootstrap(): void {
    if (this.pauseMs > 0) this.rounds.begin(this.pauseMs);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  /** What goes wrong is on record with its next try, and keeps nothing else waiting. */
  private async printDue(): Promise<void> {
    for (const id of await this.reader.read(SYSTEM_ACTOR, (tx) => listDue(tx, this.clock.now(), AT_A_TIME))) await this.press.attempt(id);
  }
}
