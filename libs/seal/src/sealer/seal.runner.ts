import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AnchorService } from '../anchor/anchor.service.js';
import { SEAL_OPTIONS, type SealOptions } from '../seal.options.js';
import { Sealer } from './sealer.service.js';

/** Seals and anchors every few seconds, and once more before the program ends. */
@Injectable()
export class SealRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SealRunner.name);
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly sealer: Sealer,
    private readonly anchors: AnchorService,
    @Inject(SEAL_OPTIONS) private readonly options: SealOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.wait();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.turn;
    if (this.options.intervalSeconds > 0) await this.sealAtTheEnd().catch((error: unknown) => this.report(error));
  }

  private async sealAtTheEnd(): Promise<void> {
    await this.sealer.sealDue();
    await this.anchors.keepHead();
  }

  private wait(): void {
    if (this.stopped || this.options.intervalSeconds === 0) return;
    this.timer = setTimeout(() => {
      this.turn = this.work().finally(() => this.wait());
    }, this.options.intervalSeconds * 1000);
    this.timer.unref();
  }

  /** What goes wrong here goes wrong again at the next turn; the lag that the status shows grows meanwhile. */
  private async work(): Promise<void> {
    try {
      await this.sealer.sealDue();
      await this.anchors.keepHead();
      await this.anchors.catchUp();
    } catch (error) {
      this.report(error);
    }
  }

  private report(error: unknown): void {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
