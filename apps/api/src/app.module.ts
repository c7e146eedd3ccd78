import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandModule } from '#libs/command';
import { DatabaseModule, type DatabaseUrls } from '#libs/database';
import { DocumentModule } from '#libs/document';
import { FundModule } from '#libs/fund';
import { LedgerModule } from '#libs/ledger';
import { ProgrammeModule } from '#libs/programme';
import { ReportModule } from '#libs/report';
import { SecretModule, type Keyring } from '#libs/secret';
import path from 'node:path';
import type { Config } from './config.js';
import { HealthController } from './edge/health.controller.js';
import { EventController } from './edge/event.controller.js';
import { EventStream } from './edge/event.stream.js';
import { ENTITIES, POSTING_REGISTRY } from './registry.js';

/** The composition root: every feature, and what each is given. */
@Module({})
export class AppModule {
  static forRoot(config: Config, urls: DatabaseUrls, keyring: Keyring, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot({ urls, entities: ENTITIES, clock }),
        SecretModule.forRoot(keyring),
        CommandModule,
        AccessModule.forRoot({ secureCookie: config.secureCookie, allowedOrigins: config.allowedOrigins }),
        DocumentModule.forRoot({ folder: path.join(config.dataDir, 'files') }),
        LedgerModule.forRoot(POSTING_REGISTRY),
        ProgrammeModule,
        FundModule,
        ReportModule,
      ],
      controllers: [HealthController, EventController],
      providers: [EventStream],
    };
  }
}
