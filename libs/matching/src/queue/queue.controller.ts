import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { listApplications } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { plansOfPool } from '../plan/plan.query.js';
import { matchTerms } from '../pool/pool.policy.js';
import { getPool, policiesOfPool } from '../pool/pool.query.js';
import { DecidedQueueDto, DecideQueueDto, QueueDto } from './queue.dto.js';
import { toDecision } from './queue.input.js';
import { queueFacts } from './queue.query.js';
import { decidePoolQueue } from './queue.service.js';
import { viewDecided, viewQueue } from './queue.view.js';

@ApiTags('matching-pool')
@Controller('matching-pools/:callId/queue')
export class QueueController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getMatchingQueue', summary: 'Who comes next, what each would get and why it is no more; everybody who may read sees the same' })
  @ApiOkResponse({ type: QueueDto })
  get(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<QueueDto> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => {
      const pool = await getPool(tx, callId);
      return viewQueue(await queueFacts(tx, pool, today), matchTerms(await policiesOfPool(tx, pool, today)).match);
    });
  }

  @Post()
  @HttpCode(200)
  @Allow('matching-pool.decide-queue')
  @ApiOperation({ operationId: 'decideQueueMatchingPool', summary: 'Decide the queue as it stands; with dryRun what it would promise to whom' })
  @ApiOkResponse({ type: DecidedQueueDto })
  async decideQueue(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: DecideQueueDto,
  ): Promise<DecidedQueueDto> {
    const outcome = await this.runner.run(decidePoolQueue, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDecision(callId, body, this.clock.today()) });
    return this.reader.read(actor, async (tx) => viewDecided(outcome, { applications: await listApplications(tx, callId), plans: await plansOfPool(tx, callId) }));
  }
}
