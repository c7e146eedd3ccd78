import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SYSTEM_ACTOR } from '#libs/access';
import { enterScopes, SEALER, sqlState } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import type { Batch } from '../chain/batch.js';
import { findHead, readSealClock } from '../chain/chain.query.js';
import { listSealedTables, tablesWithRows } from '../row/sealed-table.query.js';
import { sealDueRows } from './seal-due-rows.js';

const UNIQUE_VIOLATION = '23505';
/** How long `sealNow` waits for transactions that are under way, and for another process that seals. */
const PATIENCE_MS = 3_000;
const POLL_MS = 20;

/**
 * Seals what has happened: takes all rows below the horizon of the seal clock, digests them, and puts one more batch on the
 * chain. Writers never wait for it; of several processes one seals and the others pass.
 */
@Injectable()
export class Sealer {
  private running: Promise<Batch | null> | null = null;

  constructor(
    @InjectDataSource(SEALER) private readonly source: DataSource,
    private readonly keyring: Keyring,
  ) {}

  /** One step; null when there was nothing to seal or somebody else is sealing. */
  sealDue(): Promise<Batch | null> {
    this.running ??= this.step().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /**
   * Seals until everything that was committed before the call is sealed, and answers the head of the chain. Gives up
   * waiting for transactions that take long: what they write is sealed after them.
   */
  async sealNow(): Promise<Batch | null> {
    const { next } = await readSealClock(this.source.manager);
    for (let waited = 0; ; waited += POLL_MS) {
      await this.sealDue();
      const { horizon } = await readSealClock(this.source.manager);
      const done = horizon >= next && (await this.nothingDueBelow(next));
      if (done || waited >= PATIENCE_MS) return findHead(this.source.manager);
      await pause(POLL_MS);
    }
  }

  private nothingDueBelow(tick: bigint): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await enterScopes(tx, SYSTEM_ACTOR);
      const head = await findHead(tx);
      const from = BigInt(head?.untilTick ?? 0);
      return from >= tick || (await tablesWithRows(tx, await listSealedTables(tx), from, tick)).size === 0;
    });
  }

  private async step(): Promise<Batch | null> {
    try {
      // One snapshot: what lies below its horizon is all there, and nothing can join it later.
      return await this.source.transaction('REPEATABLE READ', (tx) => sealDueRows(tx, this.keyring));
    } catch (error) {
      // Another process put its batch there between our snapshot and our lock.
      if (sqlState(error) === UNIQUE_VIOLATION) return null;
      throw error;
    }
  }
}
