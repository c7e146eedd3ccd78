import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SYSTEM_ACTOR } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CLOCK, enterScopes } from '#libs/database';
import { DomainError } from '#libs/errors';
import { DataSource } from 'typeorm';
import { nextTryAfter, reasonOf } from './print-failure.js';
import { findPrintFailure } from './press.query.js';
import { keepPrintFailure } from './press.store.js';

/** Where an issue stands that could not be printed: for its page, and for whoever tries again. It states nothing about the books. */
@Injectable()
export class PressFailures {
  private readonly logger = new Logger(PressFailures.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Counts a failure and says when it is tried again. */
  async keep(issueId: string, error: unknown): Promise<void> {
    this.logger.error(`issue ${issueId} was not printed: ${error instanceof DomainError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const failedAt = this.clock.now();
    await this.source.transaction(async (tx) => {
      await enterScopes(tx, SYSTEM_ACTOR);
      const tries = ((await findPrintFailure(tx, issueId))?.tries ?? 0) + 1;
      await keepPrintFailure(tx, issueId, { failedAt, nextTryAt: nextTryAfter(tries, failedAt), reason: reasonOf(error) });
    });
  }
}
