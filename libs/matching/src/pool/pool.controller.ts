import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { figuresOfCall, figuresOfCalls } from '#libs/grant';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { policiesInForce } from '#libs/policy';
import { courseOfPool } from './pool-course.query.js';
import { OpenedPoolDto, OpenPoolDto, PoolDto, PoolPresetDto, PoolSummaryDto } from './pool.dto.js';
import { toPool } from './pool.input.js';
import { figuresOfPools, getPool, listPools, noFigures, policiesOfPool } from './pool.query.js';
import { openPool } from './pool.service.js';
import { viewPool, viewPoolSummary, viewPreset } from './pool.view.js';

@ApiTags('matching-pool')
@Controller()
export class PoolController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('matching-pools')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listMatchingPools', summary: 'Pools of reverse matching with where their money is' })
  @ApiOkResponse({ type: [PoolSummaryDto] })
  list(@CurrentActor() actor: Actor): Promise<PoolSummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      const pools = await listPools(tx);
      const ids = pools.map(({ id }) => id);
      const [money, figures] = [await figuresOfCalls(tx, ids), await figuresOfPools(tx, ids)];
      return pools.flatMap((pool) => {
        const of = money.get(pool.id);
        return of === undefined ? [] : [viewPoolSummary(pool, of, figures.get(pool.id) ?? noFigures(pool.id))];
      });
    });
  }

  @Get('matching-pool-preset')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getMatchingPoolPreset', summary: 'The pool as the plan of 2020 describes it, with the terms that hold by default' })
  @ApiOkResponse({ type: PoolPresetDto })
  preset(@CurrentActor() actor: Actor): Promise<PoolPresetDto> {
    return this.reader.read(actor, async (tx) => viewPreset(await policiesInForce(tx, ['*'], this.clock.today(), this.clock.now())));
  }

  @Post('matching-pools')
  @Allow('matching-pool.open')
  @ApiOperation({ operationId: 'openMatchingPool', summary: 'Open a pool with its terms; its budget is decided next' })
  @ApiCreatedResponse({ type: OpenedPoolDto })
  async open(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: OpenPoolDto): Promise<OpenedPoolDto> {
    return (await this.runner.run(openPool, { actor, origin, idempotencyKey, input: toPool(body) })).result;
  }

  @Get('matching-pools/:callId')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getMatchingPool', summary: 'One pool: its money, its terms in force today and how it went' })
  @ApiOkResponse({ type: PoolDto })
  get(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<PoolDto> {
    return this.reader.read(actor, async (tx) => {
      const pool = await getPool(tx, callId);
      const figures = (await figuresOfPools(tx, [callId])).get(callId) ?? noFigures(callId);
      return viewPool(pool, { money: await figuresOfCall(tx, callId), figures, policies: await policiesOfPool(tx, pool, this.clock.today()), course: await courseOfPool(tx, callId) });
    });
  }
}
