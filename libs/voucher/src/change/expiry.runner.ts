import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SYSTEM_ACTOR } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner } from '#libs/command';
import { CLOCK, dailyRounds, Reader, type Rounds } from '#libs/database';
import { DataSource } from 'typeorm';
import { listYears } from '../year/year.query.js';
import { listDueVouchers } from '../voucher/voucher.query.js';
import { VOUCHER_OPTIONS, type VoucherOptions } from '../voucher.options.js';
import { ExpiryService } from './expiry.service.js';

/** Lets vouchers lapse on the day after their last one: when the program starts, and after each midnight in Seoul. */
@Injectable()
export class ExpiryRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly expiries: ExpiryService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(VOUCHER_OPTIONS) private readonly options: VoucherOptions,
  ) {
    this.rounds = dailyRounds(clock, { name: 'expiry of vouchers', source, work: () => this.expireDue() });
  }

  onApplicationBootstrap(): void {
    if (this.options.expiresDaily) this.rounds.begin(0);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.end();
  }

  private async expireDue(): Promise<void> {
    for (const yearId of await this.dueYears()) {
      await this.runner.run(this.expiries.expire, { actor: SYSTEM_ACTOR, input: { yearId, voucherIds: null }, idempotencyKey: `expiry-${yearId}-${this.clock.today()}` });
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
