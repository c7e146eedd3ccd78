import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getAgreement } from '../agreement/agreement.query.js';
import { AmendedGrantAgreementDto, AmendGrantAgreementDto, GrantVersionDiffDto } from './amendment.dto.js';
import { toAmendment } from './amendment.input.js';
import { AmendmentService } from './amendment.service.js';
import { viewAmended, viewDiffs } from './amendment.view.js';

/** Whose data an answer showed: of the changes only those of people are personal data. */
const shownInChanges = ({ changes }: Pick<GrantVersionDiffDto, 'changes'>): readonly string[] =>
  changes.flatMap(({ kind, what, before, after }) => {
    if (kind === 'RESEARCHERS') return [what.ko];
    return kind === 'INVESTIGATOR' ? [before, after].filter((name) => name !== null) : [];
  });
const shownInVersions = (versions: readonly GrantVersionDiffDto[]): readonly string[] => versions.flatMap(shownInChanges);

@ApiTags('grant-agreement')
@Controller('grant-agreements/:agreementId')
export class AmendmentController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly amendments: AmendmentService,
  ) {}

  @Get('changes')
  @Allow('grant.read')
  @LogsAccess('grant-agreement', shownInVersions)
  @ApiOperation({ operationId: 'compareGrantVersions', summary: 'What each version changed against the one before' })
  @ApiOkResponse({ type: [GrantVersionDiffDto] })
  compare(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<GrantVersionDiffDto[]> {
    return this.reader.read(actor, async (tx) => viewDiffs(tx, await getAgreement(tx, agreementId)));
  }

  @Post('amendments')
  @Allow('grant-agreement.amend')
  @LogsAccess('grant-agreement', shownInChanges)
  @ApiOperation({ operationId: 'amendGrantAgreement', summary: 'Change an agreement by approval; with dryRun what changes and what each change needs' })
  @ApiCreatedResponse({ type: AmendedGrantAgreementDto })
  async amend(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: AmendGrantAgreementDto,
  ): Promise<AmendedGrantAgreementDto> {
    const input = toAmendment(agreementId, body);
    return viewAmended(await this.runner.run(this.amendments.amend, { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input }));
  }

  @Post('notices')
  @Allow('grant-agreement.notify')
  @LogsAccess('grant-agreement', shownInChanges)
  @ApiOperation({ operationId: 'notifyGrantAgreement', summary: 'Take notice of a change that needs no approval' })
  @ApiCreatedResponse({ type: AmendedGrantAgreementDto })
  async notify(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('agreementId', IdPipe) agreementId: string,
    @Body() body: AmendGrantAgreementDto,
  ): Promise<AmendedGrantAgreementDto> {
    const input = toAmendment(agreementId, body);
    return viewAmended(await this.runner.run(this.amendments.notify, { actor, origin, idempotencyKey, reason: body.reason, dryRun: body.dryRun === true, input }));
  }
}
