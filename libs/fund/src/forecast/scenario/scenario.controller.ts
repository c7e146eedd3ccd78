import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { AsOfQuery, IdempotencyKey, IdPipe, timePoint } from '#libs/http';
import { getFund, listPartners } from '../../fund/fund.query.js';
import { namesOf } from '../../waterfall/party/term.view.js';
import { forecast } from '../forecast.rules.js';
import { ForecastDto, SavedScenarioDto, SaveScenarioDto, ScenarioDto } from './scenario.dto.js';
import { scenarioOf } from './scenario.model.js';
import { forecastStart, listScenarios } from './scenario.query.js';
import { requireAssumptions } from './scenario.rules.js';
import { saveScenario } from './scenario.service.js';
import { toAssumptions, viewForecast, viewScenario } from './scenario.view.js';

@ApiTags('scenario')
@Controller('funds/:fundId')
export class ScenarioController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('scenarios')
  @Allow('fund.read')
  @ApiOperation({ operationId: 'listScenarios', summary: 'Scenarios of a fund: those saved, and base, good and bad to start from' })
  @ApiOkResponse({ type: [ScenarioDto] })
  async list(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery): Promise<ScenarioDto[]> {
    const point = timePoint(query, this.clock);
    return this.reader.read(actor, async (tx) => (await listScenarios(tx, await getFund(tx, fundId), point)).map(viewScenario));
  }

  @Post('scenarios')
  @Allow('scenario.save')
  @ApiOperation({ operationId: 'saveScenario', summary: 'Keep the assumptions of a scenario under a name' })
  @ApiCreatedResponse({ type: SavedScenarioDto })
  async save(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('fundId', IdPipe) fundId: string, @Body() body: SaveScenarioDto): Promise<SavedScenarioDto> {
    const input = { fundId, name: body.name, assumptions: toAssumptions(body.assumptions) };
    const { result } = await this.runner.run(saveScenario, { actor, origin, idempotencyKey, input });
    return { id: result.id };
  }

  @Post('forecast')
  @HttpCode(200)
  @Allow('fund.read')
  @ApiOperation({ operationId: 'runForecast', summary: 'The cash of a fund to its end under a scenario; nothing is saved' })
  @ApiOkResponse({ type: ForecastDto })
  async run(@CurrentActor() actor: Actor, @Param('fundId', IdPipe) fundId: string, @Query() query: AsOfQuery, @Body() body: SaveScenarioDto): Promise<ForecastDto> {
    const point = timePoint(query, this.clock);
    const assumptions = toAssumptions(body.assumptions);
    requireAssumptions(assumptions);
    return this.reader.read(actor, async (tx) => {
      const start = await forecastStart(tx, await getFund(tx, fundId), point);
      return viewForecast(forecast(start, scenarioOf(body.name, assumptions)), namesOf(await listPartners(tx, fundId, point.asOf, point.knownBefore)));
    });
  }
}
