import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { attachmentDisposition } from '#libs/document';
import { IdPipe } from '#libs/http';
import { getCall } from '../../call/call.query.js';
import { GRANT_REGIMES } from '../../call/call.js';
import { getClaim } from '../outcome-claim.query.js';
import { outcomeNotice } from './notice.model.js';
import { outcomeNoticePdf } from './notice.pdf.js';

@ApiTags('outcome-claim')
@Controller('outcome-claims/:id/notice')
export class OutcomeNoticeController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('grant.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'getOutcomeClaimNotice', summary: 'The notice to the institution as PDF' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) claimId: string): Promise<StreamableFile> {
    const notice = await this.reader.read(actor, async (tx) => {
      const claim = await getClaim(tx, claimId);
      const call = await getCall(tx, claim.callId);
      return outcomeNotice(claim, call, GRANT_REGIMES[call.regime].law);
    });
    const bytes = await outcomeNoticePdf(notice);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: attachmentDisposition(`납부고지_${notice.number}.pdf`), length: bytes.length });
  }
}
