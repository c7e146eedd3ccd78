import { Body, Controller, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { AccessIsLogged, Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { attachmentDisposition } from '#libs/document';
import { IdempotencyKey, IdPipe } from '#libs/http';
import type { FileFormat } from '../run/payment-run.js';
import { ExportPaymentRunDto } from './export.dto.js';
import { ExportService } from './export.service.js';

@ApiTags('payment-run')
@Controller('payment-runs/:id')
export class ExportController {
  constructor(private readonly files: ExportService) {}

  @Post('export')
  @HttpCode(200)
  @Allow('payment-run.export')
  @StepUp()
  @AccessIsLogged()
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'exportPaymentRun', summary: 'The file for the bank, account numbers in the open; the same bytes each time. Who, when and why is kept' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) runId: string,
    @Body() { format, reason }: ExportPaymentRunDto,
  ): Promise<StreamableFile> {
    const { fileName, mediaType, content } = await this.files.export({ actor, origin, idempotencyKey }, runId, format as FileFormat, reason);
    return new StreamableFile(content, { type: mediaType, disposition: attachmentDisposition(fileName), length: content.length });
  }
}
