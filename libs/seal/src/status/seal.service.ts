import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { SYSTEM_ACTOR } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { enterScopes, SEALER } from '#libs/database';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { anchorSeal } from '../anchor/anchor-head.js';
import { listAnchors, listUnstamped } from '../anchor/anchor.query.js';
import { AnchorService } from '../anchor/anchor.service.js';
import { fingerprintOf, pemOf, type Batch } from '../chain/batch.js';
import { findHead, listBatches } from '../chain/chain.query.js';
import { countUnsealed, listSealedTables } from '../row/sealed-table.query.js';
import { SEAL_OPTIONS, type SealOptions } from '../seal.options.js';
import { SEAL_KEY } from '../sealer/seal-key.js';
import { Sealer } from '../sealer/sealer.service.js';
import type { SealStatusDto } from './seal.dto.js';

interface Request {
  readonly actor: Actor;
  readonly origin: Origin;
  readonly idempotencyKey: string;
}

const SHOWN_ANCHORS = 10;
const MOST_WAITING = 1_000;

@Injectable()
export class SealService {
  constructor(
    @InjectDataSource(SEALER) private readonly source: DataSource,
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
    private readonly anchors: AnchorService,
    private readonly keyring: Keyring,
    @Inject(SEAL_OPTIONS) private readonly options: SealOptions,
  ) {}

  /** How far the seals reach, what has left the house, and which key to check them with. Counts say nothing of anybody's data. */
  async status(): Promise<SealStatusDto> {
    const key = this.keyring.publicKey(SEAL_KEY);
    return this.source.transaction('REPEATABLE READ', async (tx) => {
      await enterScopes(tx, SYSTEM_ACTOR);
      const head = await findHead(tx);
      const tables = await listSealedTables(tx);
      const waiting = await countUnsealed(tx, tables, BigInt(head?.untilTick ?? 0));
      return {
        head,
        unsealedRows: waiting.rows,
        lagSeconds: waiting.lagSeconds,
        intervalSeconds: this.options.intervalSeconds,
        sealedTables: tables.length,
        anchors: await listAnchors(tx, SHOWN_ANCHORS),
        timestamping: {
          configured: this.options.authorityUrl !== null,
          waiting: (await listUnstamped(tx, MOST_WAITING)).length,
          problem: this.anchors.problem,
        },
        fingerprint: fingerprintOf(key),
        publicKey: pemOf(key),
      };
    });
  }

  /** Latest first. */
  batches(before: number | null, limit: number): Promise<Batch[]> {
    return listBatches(this.source.manager, before, limit);
  }

  /** Seals what is due and takes the head of the chain out of the house. Throws `seal.nothing-sealed`. */
  async anchor(request: Request): Promise<SealStatusDto> {
    await this.sealer.sealNow();
    await this.runner.run(anchorSeal, { ...request, input: {} });
    await this.anchors.carryOut();
    return this.status();
  }
}
