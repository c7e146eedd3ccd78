import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Actor, Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { CaptureDesk } from './capture-desk.service.js';
import { CapturedServiceDto, CaptureOutcomesDto, CaptureServiceDto, CaptureServicesDto } from './capture.dto.js';
import { viewAnswers, viewCaptured } from './capture.view.js';

@ApiTags('service')
@Controller()
export class CaptureController {
  constructor(private readonly desk: CaptureDesk) {}

  @Post('services/:id/capture')
  @HttpCode(200)
  @Allow('service.capture')
  @ApiOperation({ operationId: 'captureService', summary: 'Decide to pay a claim; with dryRun only what would be posted' })
  @ApiOkResponse({ type: CapturedServiceDto })
  async capture(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) id: string,
    @Body() body: CaptureServiceDto,
  ): Promise<CapturedServiceDto> {
    return viewCaptured(await this.desk.capture({ actor, origin, idempotencyKey }, id, body.dryRun === true));
  }

  @Post('voucher-years/:yearId/captures')
  @HttpCode(200)
  @Allow('service.capture')
  @ApiOperation({ operationId: 'captureServices', summary: 'Decide to pay many claims; each is answered for itself' })
  @ApiOkResponse({ type: CaptureOutcomesDto })
  async captureMany(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: CaptureServicesDto,
  ): Promise<CaptureOutcomesDto> {
    return viewAnswers(await this.desk.captureMany({ actor, origin, idempotencyKey }, yearId, body.serviceIds));
  }
}
