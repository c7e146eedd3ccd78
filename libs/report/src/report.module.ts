import { Module, type DynamicModule } from '@nestjs/common';
import { AnnualController } from './annual/annual.controller.js';
import { DownloadLog } from './download/download-log.service.js';
import { FundReportController } from './fund-report/fund-report.controller.js';
import { GrantReportController } from './grant-report/grant-report.controller.js';
import { LedgerExtractController } from './ledger-extract/ledger-extract.controller.js';
import { LedgerExtractService } from './ledger-extract/ledger-extract.service.js';
import { IssueArchive } from './press/issue-archive.service.js';
import { IssueDesk } from './issue/issue-desk.service.js';
import { IssueController } from './issue/issue.controller.js';
import { PressRunner } from './press/press.runner.js';
import { PressFailures } from './press/press-failures.service.js';
import { Press } from './press/press.service.js';
import { VerificationController } from './issue/verification/verification.controller.js';
import { REPORT_OPTIONS, type ReportOptions } from './report.options.js';
import { ReportTextController } from './report-text/report-text.controller.js';
import { ReportController } from './report/report.controller.js';
import { ReportService } from './report/report.service.js';
import { ReportDeliveryController } from './schedule/delivery/delivery.controller.js';
import { ScheduleDesk } from './schedule/schedule-desk.service.js';
import { ReportScheduleController } from './schedule/schedule.controller.js';
import { ScheduleRunner } from './schedule/schedule.runner.js';
import { SupportController } from './support/support.controller.js';

/** Reads everything; writes the log of what was taken away, and what was issued. */
@Module({})
export class ReportModule {
  static forRoot(options: ReportOptions): DynamicModule {
    return {
      module: ReportModule,
      // The audit room packs reports into what it hands out.
      global: true,
      exports: [ReportService],
      controllers: [IssueController, ReportScheduleController, ReportDeliveryController, ReportController, FundReportController, GrantReportController, AnnualController, LedgerExtractController, ReportTextController, SupportController, VerificationController],
      providers: [{ provide: REPORT_OPTIONS, useValue: options }, ReportService, LedgerExtractService, DownloadLog, IssueArchive, PressFailures, Press, PressRunner, IssueDesk, ScheduleDesk, ScheduleRunner],
    };
  }
}
