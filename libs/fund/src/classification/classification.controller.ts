import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, IfMatch } from '#libs/http';
import { AttachedEvidenceDto, AttachEvidenceDto, DecideClassificationDto, DecidedClassificationDto } from './classification.dto.js';
import { toDecision, toEvidence } from '../investment/investment.input.js';
import { ifUnchanged } from '../investment/investment-revision.service.js';
import { ClassificationService } from './classification.service.js';
import { viewAttached, viewDecided } from './classification.view.js';

@ApiTags('classification')
@Controller('investments/:id')
export class ClassificationController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly classifications: ClassificationService,
  ) {}

  @Post('classifications')
  @Allow('classification.decide')
  @ApiOperation({ operationId: 'decideClassification', summary: 'Decide about main-purpose recognition' })
  @ApiCreatedResponse({ type: DecidedClassificationDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() seen: readonly string[] | null,
    @Param('id', IdPipe) id: string,
    @Body() body: DecideClassificationDto,
  ): Promise<DecidedClassificationDto> {
    const request = { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input: toDecision(id, body) };
    return viewDecided(await this.runner.run(ifUnchanged(this.classifications.decide, seen), request));
  }

  @Post('evidence')
  @Allow('evidence.attach')
  @ApiOperation({ operationId: 'attachEvidence', summary: 'Attach documents to an investment, with what they say; with dryRun only what the checks make of them' })
  @ApiCreatedResponse({ type: AttachedEvidenceDto })
  async attach(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() seen: readonly string[] | null,
    @Param('id', IdPipe) id: string,
    @Body() body: AttachEvidenceDto,
  ): Promise<AttachedEvidenceDto> {
    const input = { investmentId: id, evidence: body.evidence.map(toEvidence) };
    const request = { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input };
    return viewAttached(await this.runner.run(ifUnchanged(this.classifications.attach, seen), request));
  }
}
