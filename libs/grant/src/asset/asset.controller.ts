import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { holidayCalendar, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { getCall, policiesOfCall } from '../call/call.query.js';
import { ConfirmedGrantAssetDto, ConfirmGrantAssetDto, GrantAssetDto, RegisteredGrantAssetDto, RegisterGrantAssetDto } from './asset.dto.js';
import { ApproveDisposalGrantAssetDto, ApprovedDisposalDto, DisposedGrantAssetDto, DisposeGrantAssetDto } from './disposal.dto.js';
import { toApproval, toAsset, toCheck, toDisposal } from './asset.input.js';
import { assetTerms } from './asset.policy.js';
import { listAssets } from './asset.query.js';
import { AssetService } from './asset.service.js';
import { viewAsset, viewDisposed } from './asset.view.js';

@ApiTags('grant-asset')
@Controller()
export class AssetController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly assets: AssetService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/assets')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantAssets', summary: 'Assets bought from a call, where they are, what may be done with them and what is to be confirmed when' })
  @ApiOkResponse({ type: [GrantAssetDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantAssetDto[]> {
    const [today, calendar] = [this.clock.today(), holidayCalendar()];
    return this.reader.read(actor, async (tx) => {
      const call = await getCall(tx, callId);
      const terms = assetTerms(call.regime, await policiesOfCall(tx, call, today));
      return (await listAssets(tx, callId)).map((asset) => viewAsset(asset, terms, today, calendar));
    });
  }

  @Post('grant-agreements/:agreementId/assets')
  @Allow('grant-asset.register')
  @ApiOperation({ operationId: 'registerGrantAsset', summary: 'Register equipment or important property that an agreement paid' })
  @ApiCreatedResponse({ type: RegisteredGrantAssetDto })
  async register(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: RegisterGrantAssetDto): Promise<RegisteredGrantAssetDto> {
    const { result, verdicts, dryRun } = await this.runner.run(this.assets.register, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toAsset(agreementId, body) });
    return { ...result, dryRun, verdicts: verdicts.map(shownVerdict) };
  }

  @Post('grant-assets/:id/confirm')
  @Allow('grant-asset.confirm')
  @ApiOperation({ operationId: 'confirmGrantAsset', summary: 'Record that somebody looked at an asset for a period' })
  @ApiCreatedResponse({ type: ConfirmedGrantAssetDto })
  async confirm(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) assetId: string, @Body() body: ConfirmGrantAssetDto): Promise<ConfirmedGrantAssetDto> {
    return (await this.runner.run(this.assets.confirm, { actor, origin, idempotencyKey, input: toCheck(assetId, body, this.clock.today()) })).result;
  }

  @Post('grant-assets/:id/approve-disposal')
  @Allow('grant-asset.approve-disposal')
  @ApiOperation({ operationId: 'approveDisposalGrantAsset', summary: 'Give leave to sell, burden or use an asset otherwise' })
  @ApiCreatedResponse({ type: ApprovedDisposalDto })
  async approveDisposal(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) assetId: string, @Body() body: ApproveDisposalGrantAssetDto): Promise<ApprovedDisposalDto> {
    const { result, verdicts, dryRun } = await this.runner.run(this.assets.approveDisposal, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toApproval(assetId, body) });
    return { ...result, dryRun, verdicts: verdicts.map(shownVerdict) };
  }

  @Post('grant-assets/:id/dispose')
  @Allow('grant-asset.dispose')
  @ApiOperation({ operationId: 'disposeGrantAsset', summary: 'Record what was done under an approval; the government’s part of the proceeds is claimed at once' })
  @ApiCreatedResponse({ type: DisposedGrantAssetDto })
  async dispose(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) assetId: string, @Body() body: DisposeGrantAssetDto): Promise<DisposedGrantAssetDto> {
    return viewDisposed(await this.runner.run(this.assets.dispose, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toDisposal(assetId, body) }));
  }
}
