import { Module, type DynamicModule } from '@nestjs/common';
import { AnchorService } from './anchor/anchor.service.js';
import { SEAL_OPTIONS, type SealOptions } from './seal.options.js';
import { SealRunner } from './sealer/seal.runner.js';
import { Sealer } from './sealer/sealer.service.js';
import { SealController } from './status/seal.controller.js';
import { SealService } from './status/seal.service.js';
import { VerificationService } from './status/verification.service.js';

/** Seals what happened, anchors the seals outside, and checks them. */
@Module({})
export class SealModule {
  static forRoot(options: SealOptions): DynamicModule {
    return {
      module: SealModule,
      global: true,
      controllers: [SealController],
      providers: [{ provide: SEAL_OPTIONS, useValue: options }, Sealer, AnchorService, SealRunner, SealService, VerificationService],
      exports: [Sealer],
    };
  }
}
