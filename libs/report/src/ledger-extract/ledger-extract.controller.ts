import { Body, Controller, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { Attending, type Attendance } from '#libs/http';
import type { FastifyReply } from 'fastify';
import { HandsOut } from '../report/report.controller.js';
import { DownloadLedgerExtractDto } from './ledger-extract.dto.js';
import { LedgerExtractService } from './ledger-extract.service.js';

@ApiTags('report')
@Controller('reports/ledger-extracts')
export class LedgerExtractController {
  constructor(private readonly extracts: LedgerExtractService) {}

  @Post()
  @Allow('report.download')
  @HandsOut('downloadLedgerExtract', 'Every line of a book as of a date, as known at a time, as PDF; comes while it is made, who took it and why is kept')
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Body() { book, ...query }: DownloadLedgerExtractDto,
    @Attending() attendance: Attendance,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { number, fileName, content } = await this.extracts.download({ actor, origin, attendance }, book, query);
    void reply.header('x-report-number', number);
    return new StreamableFile(content, { type: 'application/pdf', disposition: attachmentDisposition(fileName) });
  }
}
