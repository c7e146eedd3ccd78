import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { startOfSeoulDay, type Clock } from '#libs/calendar';
import { CLOCK } from '#libs/database';
import { invariant } from '#libs/errors';
import { Keyring } from '#libs/secret';
import { DataSource } from 'typeorm';
import { findHead, listBatchesByNumber } from '../chain/chain.query.js';
import { SEAL_OPTIONS, type SealOptions } from '../seal.options.js';
import { SEAL_KEY } from '../sealer/seal-key.js';
import { readHeadFile, writeAnchorFile, writeHeadFile, writeTimestampFile } from './anchor-folder.js';
import { anchorOf, type Anchor } from './anchor.js';
import { listAnchors, listUnanchoredDays, listUnstamped } from './anchor.query.js';
import { insertAnchor, insertStamp } from './anchor.store.js';
import { requestTimestamp } from './timestamp.js';

/** Files are looked after for so many anchors back; what was carried away earlier is not missed here. */
const LOOKED_AFTER = 40;
const STAMPS_AT_A_TIME = 10;
/** An authority that is down is not asked at every turn. */
const RETRY_MS = 60_000;

/** Takes heads of the chain out of the house: a file a day, on demand another, with the time an authority saw it. */
@Injectable()
export class AnchorService {
  private readonly logger = new Logger(AnchorService.name);
  private lastProblem: string | null = null;
  private notBefore = 0;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keyring: Keyring,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SEAL_OPTIONS) private readonly options: SealOptions,
  ) {}

  /** Why the authority gave no timestamp the last time it was asked; null when it did. */
  get problem(): string | null {
    return this.lastProblem;
  }

  /** Writes the files of anchors that have none and asks for the timestamps that are missing. */
  async carryOut(): Promise<void> {
    await this.writeFiles();
    await this.stamp();
  }

  /** Anchors the days that are over, writes files that are missing, and asks for timestamps. */
  async catchUp(): Promise<void> {
    const days = await listUnanchoredDays(this.source.manager, startOfSeoulDay(this.clock.today()));
    for (const { number, day } of days) await insertAnchor(this.source.manager, await this.anchorFor(number, day));
    await this.writeFiles();
    if (this.clock.now().getTime() >= this.notBefore) await this.stamp();
  }

  /**
   * Keeps the newest head of the chain in a file, so that whoever cuts the end of the chain off in the database is found out
   * between two anchors too. A file that knows of a later batch than the database does is left as it is: it is the witness.
   */
  async keepHead(): Promise<void> {
    const head = await findHead(this.source.manager);
    const kept = await readHeadFile(this.options.anchorFolder);
    if (head === null || (kept !== null && kept.number >= head.number)) return;
    await writeHeadFile(this.options.anchorFolder, await this.anchorFor(head.number, this.clock.today()));
  }

  private async anchorFor(number: number, day: string): Promise<Anchor> {
    const [batch] = await listBatchesByNumber(this.source.manager, [number]);
    invariant(batch !== undefined, `batch ${number} exists`);
    return anchorOf(batch, day, this.keyring.publicKey(SEAL_KEY, batch.keyName));
  }

  private async writeFiles(): Promise<void> {
    for (const { number, anchoredOn } of await listAnchors(this.source.manager, LOOKED_AFTER)) {
      await writeAnchorFile(this.options.anchorFolder, await this.anchorFor(number, anchoredOn));
    }
  }

  /** An authority that cannot be reached stops nothing: it is asked again later, and the status says so. */
  private async stamp(): Promise<void> {
    const { authorityUrl, anchorFolder } = this.options;
    if (authorityUrl === null) return;
    try {
      for (const anchor of await listUnstamped(this.source.manager, STAMPS_AT_A_TIME)) {
        const stamp = await requestTimestamp(authorityUrl, anchor.chainHash);
        await insertStamp(this.source.manager, { number: anchor.number, ...stamp });
        await writeTimestampFile(anchorFolder, anchor, stamp.token);
      }
      this.lastProblem = null;
    } catch (error) {
      this.lastProblem = (error as Error).message;
      this.notBefore = this.clock.now().getTime() + RETRY_MS;
      this.logger.warn(`no timestamp from ${authorityUrl}: ${this.lastProblem}`);
    }
  }
}
