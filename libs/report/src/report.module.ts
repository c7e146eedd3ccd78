import { Module } from '@nestjs/common';
import { ReportController } from './report/report.controller.js';
import { ReportService } from './report/report.service.js';

/** Reads everything, writes nothing but the log of what was taken away. */
@Module({ controllers: [ReportController], providers: [ReportService] })
export class ReportModule {}
