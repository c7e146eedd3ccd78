import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { IdPipe } from '#libs/http';
import { settlementNoticePdf } from './notice.pdf.js';

@ApiTags('grant-settlement')
@Controller('grant-settlements/:id/notice')
export class SettlementNoticeController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('grant.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getGrantSettlementNotice', summary: 'The result of a settlement as PDF: what goes back and why, until when one may object' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async notice(@CurrentActor() actor: Actor, @Param('id', IdPipe) settlementId: string): Promise<StreamableFile> {
    const { number, bytes } = await this.reader.read(actor, (tx) => settlementNoticePdf(tx, settlementId));
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: attachmentDisposition(`정산결과통보_${number}.pdf`), length: bytes.length });
  }
}
