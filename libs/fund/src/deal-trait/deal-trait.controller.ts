import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { cleanText } from '#libs/identifier';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { shownTraits } from '../deal/deal-trait.view.js';
import { RecordDealTraitDto, RecordedDealTraitDto } from './deal-trait.dto.js';
import { DealTraitService } from './deal-trait.service.js';

@ApiTags('investment')
@Controller('investments/:id/traits')
export class DealTraitController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly traits: DealTraitService,
  ) {}

  @Post()
  @Allow('deal-trait.record')
  @ApiOperation({ operationId: 'recordDealTrait', summary: 'What a deal is to the classes of the agreement, from a day on' })
  @ApiCreatedResponse({ type: RecordedDealTraitDto })
  async record(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) investmentId: string,
    @Body() { dimension, value, effectiveOn, reason }: RecordDealTraitDto,
  ): Promise<RecordedDealTraitDto> {
    const input = { investmentId, dimension, value: value === undefined ? null : cleanText(value), effectiveOn: localDate(effectiveOn) };
    const { result } = await this.runner.run(this.traits.record, { actor, origin, idempotencyKey, reason, input });
    return { traits: shownTraits(result.traits) };
  }
}
