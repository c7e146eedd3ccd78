import { Body, Controller, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { Attended, Attending, IdPipe, type Attendance } from '#libs/http';
import { DownloadPaymentRunDto } from './run-sheet.dto.js';
import { RunSheetService } from './run-sheet.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('payment-run')
@Controller('payment-runs/:id')
export class RunSheetController {
  constructor(private readonly sheets: RunSheetService) {}

  @Post('download')
  @HttpCode(200)
  @Attended()
  @Allow('payment-run.download')
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadPaymentRun', summary: 'A run as a workbook, account numbers covered; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: DownloadPaymentRunDto,
    @Attending() attendance: Attendance,
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.sheets.download({ actor, origin, attendance }, id, reason);
    return new StreamableFile(content, { type: XLSX, disposition: attachmentDisposition(fileName), length: content.length });
  }
}
