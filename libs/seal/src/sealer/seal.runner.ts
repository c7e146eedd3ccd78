import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Rounds } from '#libs/database';
import { AnchorService } from '../anchor/anchor.service.js';
import { SEAL_OPTIONS, type SealOptions } from '../seal.options.js';
import { Sealer } from './sealer.service.js';

/** Seals and anchors every few seconds, and once more before the program ends. */
@Injectable()
export class SealRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SealRunner.name);
  private readonly pauseMs: number;
  /** Every process makes its own: each keeps the head in its own folder, and of several that seal one does. */
  private readonly rounds: Rounds;

  constructor(
    private readonly sealer: Sealer,
    private readonly anchors: AnchorService,
    @Inject(SEAL_OPTIONS) options: SealOptions,
  ) {
    this.pauseMs = options.intervalSeconds * 1000;
    this.rounds = new Rounds({ name: SealRunner.name, work: () => this.sealAndAnchor(), pauseMs: () => this.pauseMs });
  }

  onApplicationBootstrap(): void {
    if (this.pauseMs > 0) this.rounds.begin(this.pauseMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.end();
    if (this.pauseMs > 0) await this.sealAtTheEnd().catch((error: unknown) => this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }

  private async sealAtTheEnd(): Promise<void> {
    await this.sealer.sealDue();
    await this.anchors.keepHead();
  }

  /** What goes wrong here goes wrong again at the next turn; the lag that the status shows grows meanwhile. */
  private async sealAndAnchor(): Promise<void> {
    await this.sealAtTheEnd();
    await this.anchors.catchUp();
  }
}
