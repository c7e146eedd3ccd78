import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { ScheduleDesk } from './schedule-desk.service.js';

/** A machine that slept wakes up late, and another server may have been asked first: the day is looked at every so often. */
const LOOK_EVERY_MS = 15 * 60_000;

/** Has the reports that are due drafted: when the program starts, and once on each day after. */
@Injectable()
export class ScheduleRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ScheduleRunner.name);
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private doneOn: string | null = null;
  private stopped = false;

  constructor(
    private readonly desk: ScheduleDesk,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REPORT_OPTIONS) private readonly options: ReportOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.everySeconds > 0) this.wait(this.options.everySeconds * 1000);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.turn;
  }

  private wait(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.turn = this.work().finally(() => this.wait(LOOK_EVERY_MS));
    }, milliseconds);
    this.timer.unref();
  }

  /** What goes wrong here is tried again at the next look. */
  private async work(): Promise<void> {
    const today = this.clock.today();
    if (this.doneOn === today) return;
    try {
      await this.desk.draftDue();
      this.doneOn = today;
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
