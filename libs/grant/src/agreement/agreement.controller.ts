import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { ConcludedGrantAgreementDto, ConcludeGrantAgreementDto, FundedGrantYearDto, FundGrantYearDto, GrantAgreementSummaryDto } from './agreement.dto.js';
import { toConclusion } from './agreement.input.js';
import { moneyOfAgreements } from './standing/agreement-money.query.js';
import { GrantAgreementDto } from './standing/agreement-page.dto.js';
import { factsOfAgreement } from './standing/agreement-facts.query.js';
import { getAgreement, listAgreements } from './agreement.query.js';
import { GrantAgreementService } from './agreement.service.js';
import { viewAgreement, viewConcluded, viewFunded, viewSummary } from './agreement.view.js';

/** Whose data an answer showed: those who lead the projects. */
const shownLeaders = (agreements: readonly GrantAgreementSummaryDto[]): readonly string[] => agreements.flatMap(({ number, investigator }) => (investigator === null ? [] : [`${number} ${investigator}`]));
const shownLeader = ({ number, investigator, researchers }: GrantAgreementDto): readonly string[] => (investigator === null && researchers === null ? [] : [`${number} ${investigator ?? ''}`.trim()]);

@ApiTags('grant-agreement')
@Controller()
export class GrantAgreementController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly agreements: GrantAgreementService,
  ) {}

  @Get('grant-calls/:callId/agreements')
  @Allow('grant.read')
  @LogsAccess('grant-agreement', shownLeaders)
  @ApiOperation({ operationId: 'listGrantAgreements', summary: 'Agreements of a call with where their money is' })
  @ApiOkResponse({ type: [GrantAgreementSummaryDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantAgreementSummaryDto[]> {
    return this.reader.read(actor, async (tx) => {
      const agreements = await listAgreements(tx, (await getCall(tx, callId)).id);
      const money = await moneyOfAgreements(tx, agreements.map(({ id }) => id));
      return agreements.flatMap((agreement) => {
        const of = money.get(agreement.id);
        return of === undefined ? [] : [viewSummary(agreement, of)];
      });
    });
  }

  @Post('grant-calls/:callId/agreements')
  @Allow('grant-agreement.conclude')
  @ApiOperation({ operationId: 'concludeGrantAgreement', summary: 'Conclude an agreement with its plan by line and by source; with dryRun the verdicts and what would be posted' })
  @ApiCreatedResponse({ type: ConcludedGrantAgreementDto })
  async conclude(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() body: ConcludeGrantAgreementDto,
  ): Promise<ConcludedGrantAgreementDto> {
    return viewConcluded(await this.runner.run(this.agreements.conclude, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: toConclusion(callId, body) }));
  }

  @Get('grant-agreements/:agreementId')
  @Allow('grant.read')
  @LogsAccess('grant-agreement', shownLeader)
  @ApiOperation({ operationId: 'getGrantAgreement', summary: 'One agreement: plan, money by line from the books, sources, stages, versions and what happened to it' })
  @ApiOkResponse({ type: GrantAgreementDto })
  get(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<GrantAgreementDto> {
    return this.reader.read(actor, async (tx) => {
      const agreement = await getAgreement(tx, agreementId);
      return viewAgreement(agreement, await factsOfAgreement(tx, agreement));
    });
  }

  @Post('grant-agreements/:agreementId/funding')
  @Allow('grant-agreement.fund-year')
  @ApiOperation({ operationId: 'fundYearGrantAgreement', summary: 'Commit the budget of a later year once it is decided' })
  @ApiCreatedResponse({ type: FundedGrantYearDto })
  async fundYear(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() { fiscalYear, amountWon, dryRun }: FundGrantYearDto,
  ): Promise<FundedGrantYearDto> {
    return viewFunded(await this.runner.run(this.agreements.fundYear, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: { agreementId, fiscalYear, amountWon: won(amountWon) } }));
  }
}
