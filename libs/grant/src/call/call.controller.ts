import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { figuresByFiscalYear, figuresOfCall, figuresOfCalls } from './call-figures.query.js';
import { GrantCallDto, GrantCallPresetDto, GrantCallSummaryDto, OpenedGrantCallDto, OpenGrantCallDto, PassedFeasibilityDto, PassFeasibilityDto } from './call.dto.js';
import { toOpening } from './call.input.js';
import { getCall, linesOfCall, listCalls, policiesOfCall } from './call.query.js';
import { openGrantCall, passFeasibility } from './call.service.js';
import { viewCall, viewCallSummary, viewPresets } from './call.view.js';

@ApiTags('grant-call')
@Controller()
export class CallController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantCalls', summary: 'Calls for grants with where their money is' })
  @ApiOkResponse({ type: [GrantCallSummaryDto] })
  list(@CurrentActor() actor: Actor): Promise<GrantCallSummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      const calls = await listCalls(tx);
      const figures = await figuresOfCalls(tx, calls.map(({ id }) => id));
      return calls.flatMap((call) => {
        const of = figures.get(call.id);
        return of === undefined ? [] : [viewCallSummary(call, of)];
      });
    });
  }

  @Get('grant-call-presets')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantCallPresets', summary: 'Calls as the plan of 2020 describes them: what the opening form is filled with' })
  @ApiOkResponse({ type: [GrantCallPresetDto] })
  presets(): GrantCallPresetDto[] {
    return viewPresets();
  }

  @Post('grant-calls')
  @Allow('grant-call.open')
  @ApiOperation({ operationId: 'openGrantCall', summary: 'Open a call with its lines and terms; its budget is decided next' })
  @ApiCreatedResponse({ type: OpenedGrantCallDto })
  async open(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() body: OpenGrantCallDto): Promise<OpenedGrantCallDto> {
    return (await this.runner.run(openGrantCall, { actor, origin, idempotencyKey, input: toOpening(body) })).result;
  }

  @Get('grant-calls/:callId')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantCall', summary: 'One call with its lines, its terms in force today, its money by fiscal year and what its law asks for' })
  @ApiOkResponse({ type: GrantCallDto })
  get(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantCallDto> {
    const today = this.clock.today();
    return this.reader.read(actor, async (tx) => {
      const call = await getCall(tx, callId);
      const facts = { lines: await linesOfCall(tx, callId), policies: await policiesOfCall(tx, call, today), years: await figuresByFiscalYear(tx, callId) };
      return viewCall(call, await figuresOfCall(tx, callId), facts, today);
    });
  }

  @Post('grant-calls/:callId/feasibility')
  @HttpCode(200)
  @Allow('grant-call.pass-feasibility')
  @ApiOperation({ operationId: 'passFeasibility', summary: 'Record that the preliminary feasibility study was passed' })
  @ApiOkResponse({ type: PassedFeasibilityDto })
  async pass(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: PassFeasibilityDto,
  ): Promise<PassedFeasibilityDto> {
    return (await this.runner.run(passFeasibility, { actor, origin, idempotencyKey, input: { callId, passedOn: localDate(body.passedOn), clause: body.clause } })).result;
  }
}
