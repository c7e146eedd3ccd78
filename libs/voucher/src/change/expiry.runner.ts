import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM_ACTOR } from '#libs/access';
import { addDays, startOfSeoulDay, type Clock } from '#libs/calendar';
import { CommandRunner } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { listYears } from '../year/year.query.js';
import { listDueVouchers } from '../voucher/voucher.query.js';
import { VOUCHER_OPTIONS, type VoucherOptions } from '../voucher.options.js';
import { ExpiryService } from './expiry.service.js';

/** Timers count in 32 bits; and a machine that slept wakes up late. So the day is looked at every so often, not once. */
const LOOK_EVERY_MS = 15 * 60_000;

/** Lets vouchers lapse on the day after their last one: when the program starts, and after each midnight in Seoul. */
@Injectable()
export class ExpiryRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ExpiryRunner.name);
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private doneOn: string | null = null;
  private stopped = false;

  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly expiries: ExpiryService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VOUCHER_OPTIONS) private readonly options: VoucherOptions,
  ) {}

  onApplicationBootstrap(): void {
    if (this.options.expiresDaily) this.wait(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.turn;
  }

  private wait(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.turn = this.work().finally(() => this.wait(this.untilNextLook()));
    }, milliseconds);
    this.timer.unref();
  }

  private untilNextLook(): number {
    const midnight = startOfSeoulDay(addDays(this.clock.today(), 1)).getTime() - this.clock.now().getTime();
    return Math.min(Math.max(midnight, 1_000), LOOK_EVERY_MS);
  }

  /** What goes wrong here is tried again at the next look: the day is done only when nothing is due any more. */
  private async work(): Promise<void> {
    const today = this.clock.today();
    if (this.doneOn === today) return;
    try {
      for (const yearId of await this.dueYears()) {
        // One process of several does it; the others are given its answer.
        await this.runner.run(this.expiries.expire, { actor: SYSTEM_ACTOR, input: { yearId, voucherIds: null }, idempotencyKey: `expiry-${yearId}-${today}` });
      }
      this.doneOn = today;
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  private dueYears(): Promise<string[]> {
    return this.reader.read(SYSTEM_ACTOR, async (tx) => {
      const due: string[] = [];
      for (const { id } of await listYears(tx)) if ((await listDueVouchers(tx, id, this.clock.today())).length > 0) due.push(id);
      return due;
    });
  }
}
