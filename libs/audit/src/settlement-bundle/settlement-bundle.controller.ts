import { Body, Controller, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdPipe, type Attendance } from '#libs/http';
import { DownloadEvidenceDto } from '../decision/decision.dto.js';
import { SettlementBundleService } from './settlement-bundle.service.js';

@ApiTags('grant-settlement')
@Controller('grant-settlements/:id/bundle')
export class SettlementBundleController {
  constructor(private readonly bundles: SettlementBundleService) {}

  @Post()
  @HttpCode(200)
  @Attended()
  @Allow('settlement-bundle.download')
  @AccessIsLogged()
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadSettlementBundle', summary: 'What an auditor from outside verifies a settlement by: the form, every file and an index of hashes, in one archive' })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('id', IdPipe) settlementId: string,
    @Body() { reason }: DownloadEvidenceDto,
    @Attending() attendance: Attendance,
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.bundles.download({ actor, origin, attendance }, settlementId, reason);
    return new StreamableFile(content, { type: 'application/zip', disposition: attachmentDisposition(fileName) });
  }
}
