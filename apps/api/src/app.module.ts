import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from '#libs/access';
import { ApprovalGate, ApprovalModule } from '#libs/approval';
import { AuditModule } from '#libs/audit';
import type { Clock } from '#libs/calendar';
import { CommandModule } from '#libs/command';
import { DatabaseModule, type DatabaseUrls } from '#libs/database';
import { DocumentModule } from '#libs/document';
import { FundModule } from '#libs/fund';
import { GrantModule } from '#libs/grant';
import { LedgerModule } from '#libs/ledger';
import { MatchingModule } from '#libs/matching';
import { PartyModule } from '#libs/party';
import { PaymentModule } from '#libs/payment';
import { PrivacyModule } from '#libs/privacy';
import { ProgrammeModule } from '#libs/programme';
import { ReportModule } from '#libs/report';
import { SealModule } from '#libs/seal';
import { SecretModule, type Keyring } from '#libs/secret';
import type { ReportSigner } from '#libs/signature';
import { VoucherModule } from '#libs/voucher';
import path from 'node:path';
import type { Config } from './config.js';
import { HealthController } from './edge/health.controller.js';
import { EventController } from './edge/event.controller.js';
import { EventStream } from './edge/event.stream.js';
import { AttendanceInterceptor } from './edge/attendance.interceptor.js';
import { ReplayInterceptor } from './edge/replay.interceptor.js';
import { ENTITIES, EXPECTED_MOVES, PAYABLE_KINDS, POSTING_REGISTRY } from './registry.js';

/** What the installation holds that is not in its database. */
export interface Secrets {
  readonly keyring: Keyring;
  /** Who signs issued reports. */
  readonly signer: ReportSigner | null;
}

/** The composition root: every feature, and what each is given. */
@Module({})
export class AppModule {
  static forRoot(config: Config, urls: DatabaseUrls, { keyring, signer }: Secrets, clock: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forRoot({ urls, entities: ENTITIES, clock }),
        SecretModule.forRoot(keyring),
        CommandModule.forRoot(new ApprovalGate()),
        ApprovalModule,
        AccessModule.forRoot({
          secureCookie: config.secureCookie,
          allowedOrigins: config.allowedOrigins,
          publicUrl: config.publicUrl,
          provider: config.provider,
          signInLimit: { maximumFailures: config.limits.signInFailures, windowMinutes: config.limits.signInFailureMinutes },
        }),
        DocumentModule.forRoot({ folder: path.join(config.dataDir, 'files') }),
        SealModule.forRoot({ anchorFolder: config.anchorFolder, intervalSeconds: config.sealSeconds, authorityUrl: config.timestampUrl ?? null }),
        LedgerModule.forRoot(POSTING_REGISTRY),
        PartyModule,
        PaymentModule.forRoot({ kinds: PAYABLE_KINDS, moves: EXPECTED_MOVES }),
        PrivacyModule,
        ProgrammeModule,
        FundModule,
        GrantModule,
        MatchingModule,
        VoucherModule.forRoot({ expiresDaily: config.expiresDaily }),
        ReportModule.forRoot({ signer, authorityUrl: config.timestampUrl ?? null, requiresTimestamp: config.timestampRequired, publicUrl: config.publicUrl ?? `http://localhost:${config.port}`, everySeconds: config.sealSeconds }),
        AuditModule,
      ],
      controllers: [HealthController, EventController],
      providers: [
        { provide: APP_INTERCEPTOR, useClass: AttendanceInterceptor },
        { provide: APP_INTERCEPTOR, useClass: ReplayInterceptor },EventStream],
    };
  }
}
