import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type CommandOutcome, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { shownEffect } from '../../obligation/obligation.view.js';
import type { EvidenceTurn } from '../detail/evidence-detail.js';
import { InvalidatedEvidenceDto, InvalidateEvidenceDto } from './turn.dto.js';
import { EvidenceTurnService, type InvalidatedEvidence } from './turn.service.js';

@ApiTags('evidence')
@Controller('investments/:id/evidence')
export class EvidenceTurnController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly turns: EvidenceTurnService,
  ) {}

  @Post(':evidenceId/turns')
  @Allow('evidence.invalidate')
  @ApiOperation({ operationId: 'invalidateEvidence', summary: 'Record what became of a document; recognitions that cannot stand without it are revoked' })
  @ApiCreatedResponse({ type: InvalidatedEvidenceDto })
  async invalidate(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('id', IdPipe) investmentId: string,
    @Param('evidenceId', IdPipe) evidenceId: string,
    @Body() body: InvalidateEvidenceDto,
  ): Promise<InvalidatedEvidenceDto> {
    const input = { investmentId, evidenceId, turn: body.turn as EvidenceTurn, happenedOn: localDate(body.happenedOn), replacedById: body.replacedById ?? null, reason: body.reason };
    return viewInvalidated(await this.runner.run(this.turns.invalidate, { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input }));
  }
}

const viewInvalidated = ({ result, dryRun }: CommandOutcome<InvalidatedEvidence>): InvalidatedEvidenceDto => ({
  ...result,
  dryRun,
  revoked: result.revoked.map((deal) => ({ ...deal })),
  kept: [...result.kept],
  ratioBeforePercent: result.before.decisive.ratioPercent,
  ratioAfterPercent: result.after.decisive.ratioPercent,
  before: shownEffect(result.before),
  after: shownEffect(result.after),
});
