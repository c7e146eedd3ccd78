import { Module, type DynamicModule } from '@nestjs/common';
import type { PostingRegistry } from '#libs/journal';
import { LedgerController } from './entry/ledger.controller.js';
import { Ledger } from './entry/ledger.js';
import { PeriodService } from './period/period.service.js';

/** The books. The composition root hands in what all features may post. */
@Module({})
export class LedgerModule {
  static forRoot(registry: PostingRegistry): DynamicModule {
    return {
      module: LedgerModule,
      global: true,
      controllers: [LedgerController],
      providers: [{ provide: Ledger, useFactory: () => new Ledger(registry) }, PeriodService],
      exports: [Ledger, PeriodService],
    };
  }
}
