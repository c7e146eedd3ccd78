import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { PlannedProjectDto, PlanProjectDto } from './plan.dto.js';
import { toPlan } from './plan.input.js';
import { planProject } from './plan.service.js';
import { viewPlanned } from './plan.view.js';

@ApiTags('matching-project')
@Controller('matching-pools/:callId/plans')
export class PlanController {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @Allow('matching-project.plan')
  @ApiOperation({ operationId: 'planMatchingProject', summary: 'Record what a company plans, with whom and why; it becomes an application of the pool' })
  @ApiCreatedResponse({ type: PlannedProjectDto })
  async plan(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: PlanProjectDto,
  ): Promise<PlannedProjectDto> {
    return viewPlanned(await this.runner.run(planProject, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toPlan(callId, body, this.clock.today()) }));
  }
}
