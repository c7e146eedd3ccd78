import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM_ACTOR } from '#libs/access';
import { Reader } from '#libs/database';
import { REPORT_OPTIONS, type ReportOptions } from '../report.options.js';
import { listUnprinted } from '../issue/issue.query.js';
import { Press } from './press.service.js';

const AT_A_TIME = 20;

/** Prints what was issued by the last signature on a draft, when nobody stood at the press. */
@Injectable()
export class PressRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PressRunner.name);
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly reader: Reader,
    private readonly press: Press,
    @Inject(REPORT_OPTIONS) private readonly options: ReportOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.everySeconds === 0) return;
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.work());
    }, this.options.everySeconds * 1000);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.turn;
  }

  /** What goes wrong is tried again at the next turn. */
  private async work(): Promise<void> {
    try {
      for (const id of await this.reader.read(SYSTEM_ACTOR, (tx) => listUnprinted(tx, AT_A_TIME))) await this.press.printed(id);
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
