import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin, StepUp } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { ApprovalPolicyDto, CommandKindDto, DecideApprovalPolicyDto, DecidedApprovalPolicyDto } from './approval-policy.dto.js';
import { listApprovalPolicies, listCommandKinds } from './approval-policy.query.js';
import { decideApprovalPolicy } from './approval-policy.service.js';

@ApiTags('approval-policy')
@Controller()
export class ApprovalPolicyController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get('approval-policies')
  @Allow('approval.read')
  @ApiOperation({ operationId: 'listApprovalPolicies', summary: 'Who signs what from which amount, every decision, the one in force first' })
  @ApiOkResponse({ type: [ApprovalPolicyDto] })
  async list(@CurrentActor() actor: Actor): Promise<ApprovalPolicyDto[]> {
    const rows = await this.reader.read(actor, (tx) => listApprovalPolicies(tx, null));
    return rows.map(({ tiers, knownAt, recordedAt, ...rest }) => ({
      ...rest,
      tiers: tiers.map((tier) => ({ ...tier, steps: [...tier.steps] })),
      knownAt: knownAt.toISOString(),
      recordedAt: recordedAt.toISOString(),
    }));
  }

  @Get('command-kinds')
  @Allow('approval.read')
  @ApiOperation({ operationId: 'listCommandKinds', summary: 'The commands that approvals can be decided for' })
  @ApiOkResponse({ type: [CommandKindDto] })
  async kinds(@CurrentActor() actor: Actor): Promise<CommandKindDto[]> {
    return [...(await this.reader.read(actor, listCommandKinds))];
  }

  @Post('approval-policies')
  @Allow('approval-policy.decide')
  @StepUp()
  @ApiOperation({ operationId: 'decideApprovalPolicy', summary: 'Decide who signs a command from a day on; itself never without a second signature' })
  @ApiCreatedResponse({ type: DecidedApprovalPolicyDto })
  async decide(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: DecideApprovalPolicyDto,
  ): Promise<DecidedApprovalPolicyDto> {
    const { fundId, effectiveFrom, ...rest } = body;
    const input = { ...rest, scope: fundId === undefined ? '*' : `fund/${fundId}`, effectiveFrom: localDate(effectiveFrom) };
    return (await this.runner.run(decideApprovalPolicy, { actor, origin, idempotencyKey, input })).result;
  }
}
