import { Body, Controller, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { IdPipe } from '#libs/http';
import { DownloadPaymentBatchDto } from './payment-batch.dto.js';
import { TransferFileService, type TransferDownload } from './transfer-file.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('payment-batch')
@Controller('payment-batches/:id')
export class TransferFileController {
  constructor(private readonly files: TransferFileService) {}

  @Post('download')
  @HttpCode(200)
  @Allow('payment-batch.download')
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'downloadPaymentBatch', summary: 'A batch as a workbook, account numbers covered; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async masked(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Param('id', IdPipe) id: string, @Body() body: DownloadPaymentBatchDto): Promise<StreamableFile> {
    return streamed(await this.files.masked({ actor, origin }, id, body.reason));
  }

  @Post('transfer-file')
  @HttpCode(200)
  @Allow('bank-account.unmask')
  @StepUp()
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'unmaskPaymentBatch', summary: 'A batch as a workbook for the bank, account numbers in the open; who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async unmasked(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @Param('id', IdPipe) id: string, @Body() body: DownloadPaymentBatchDto): Promise<StreamableFile> {
    return streamed(await this.files.unmasked({ actor, origin }, id, body.reason));
  }
}

function streamed({ fileName, content }: TransferDownload): StreamableFile {
  return new StreamableFile(content, { type: XLSX, disposition: attachmentDisposition(fileName), length: content.length });
}
