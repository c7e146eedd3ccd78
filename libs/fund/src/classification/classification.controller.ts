import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, IfMatch } from '#libs/http';
import { AttachEvidenceDto, DecideClassificationDto, DecidedClassificationDto, EvidenceDto } from './classification.dto.js';
import { toDecision, toEvidence } from '../investment/investment.input.js';
import { ifUnchanged } from '../investment/investment-revision.service.js';
import { ClassificationService } from './classification.service.js';
import { viewDecided } from './classification.view.js';

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
  @ApiOperation({ operationId: 'attachEvidence', summary: 'Attach documents to an investment' })
  @ApiCreatedResponse({ type: [EvidenceDto] })
  async attach(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() seen: readonly string[] | null,
    @Param('id', IdPipe) id: string,
    @Body() body: AttachEvidenceDto,
  ): Promise<EvidenceDto[]> {
    const input = { investmentId: id, evidence: body.evidence.map(toEvidence) };
    return [...(await this.runner.run(ifUnchanged(this.classifications.attach, seen), { actor, origin, idempotencyKey, input })).result];
  }
}
