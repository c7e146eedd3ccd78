import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import { CLOCK, dailyRounds, type Rounds } from '#libs/database';
import { DataSource } from 'typeorm';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { ScheduleDesk } from './schedule-desk.service.js';

/** Has the reports drafted whose day has come: when the program starts, and after each midnight in Seoul. */
@Injectable()
export class ScheduleRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    @InjectDataSource() source: DataSource,
    desk: ScheduleDesk,
    @Inject(CLOCK) clock: Clock,
    @Inject(REPORT_OPTIONS) private readonly options: ReportOptions,
  ) {
    this.rounds = dailyRounds(clock, { name: 'schedules of reports', source, work: () => desk.draftDue() });
  }

  onApplicationBootstrap(): void {
    if (this.options.everySeconds > 0) this.rounds.begin(0);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }
}
