import { Module } from '@nestjs/common';
import { FundReportController } from './fund-report/fund-report.controller.js';
import { GrantReportController } from './grant-report/grant-report.controller.js';
import { ReportController } from './report/report.controller.js';
import { ReportService } from './report/report.service.js';

/** Reads everything, writes nothing but the log of what was taken away. */
@Module({ controllers: [ReportController, FundReportController, GrantReportController], providers: [ReportService] })
export class ReportModule {}
