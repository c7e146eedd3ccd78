import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '#libs/access';
import type { Actor } from '#libs/command';
import { Reader } from '#libs/database';
import { ReportDeliveryDto } from './delivery.dto.js';
import { listDeliveries } from './delivery.query.js';

const LATEST = 200;

@ApiTags('report')
@Controller('reports/deliveries')
export class ReportDeliveryController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow('report.read')
  @ApiOperation({ operationId: 'listReportDeliveries', summary: 'Reports that came to you by a schedule, the latest first; new until you take them away' })
  @ApiOkResponse({ type: [ReportDeliveryDto] })
  async list(@CurrentActor() actor: Actor): Promise<ReportDeliveryDto[]> {
    const deliveries = await this.reader.read(actor, (tx) => listDeliveries(tx, actor.userId, LATEST));
    return deliveries.map(({ titleKo, titleEn, ...delivery }) => ({ ...delivery, title: { ko: titleKo, en: titleEn } }));
  }
}
