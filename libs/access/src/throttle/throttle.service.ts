import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Clock } from '#libs/calendar';
import type { Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { DataSource } from 'typeorm';
import { ACCESS_OPTIONS, type AccessOptions } from '../access.options.js';
import { listFailures } from './throttle.query.js';
import { DEFAULT_SIGN_IN_LIMIT, tooManyFailures, waitSeconds } from './throttle.js';

/**
 * Stops guessing that goes from account to account. The failures are counted by the database as attempts are written
 * (trigger `count_failed_sign_in`), so every process and every way of signing in counts into one number. Guesses that
 * are being checked at the same moment are not counted yet: how many those can be, the edge's limit of requests bounds.
 */
@Injectable()
export class ThrottleService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ACCESS_OPTIONS) private readonly options: AccessOptions,
  ) {}

  /** Throws `sign-in.throttled` with the seconds to wait. An address that is not known is not counted. */
  async requireRoom({ address }: Origin): Promise<void> {
    if (address === null) return;
    const limit = this.options.signInLimit ?? DEFAULT_SIGN_IN_LIMIT;
    const wait = waitSeconds(await listFailures(this.source.manager, address), limit, this.clock.now());
    if (wait > 0) throw tooManyFailures(wait);
  }
}
