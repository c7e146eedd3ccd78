import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { IdPipe } from '#libs/http';
import { getYear } from '../../year/year.query.js';
import { getClawback } from '../clawback.query.js';
import { noticePdf } from './notice.pdf.js';
import { viewNotice } from './notice.view.js';

@ApiTags('clawback')
@Controller('clawbacks/:id/notice')
export class NoticeController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('voucher.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getClawbackNotice', summary: 'The notice to the debtor as PDF, with what the statute wants in it' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) clawbackId: string): Promise<StreamableFile> {
    const notice = await this.reader.read(actor, async (tx) => {
      const row = await getClawback(tx, clawbackId);
      return viewNotice(row, await getYear(tx, row.yearId));
    });
    const bytes = await noticePdf(notice);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: attachmentDisposition(`환수통지_${notice.facts.number}.pdf`), length: bytes.length });
  }
}
