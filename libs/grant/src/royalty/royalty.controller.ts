import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getAgreement } from '../agreement/agreement.query.js';
import { getCall } from '../call/call.query.js';
import { AgreementRoyaltyDto, DeclaredGrantRoyaltyDto, DeclareGrantRoyaltyDto, NotifiedGrantRoyaltyDto, NotifyGrantRoyaltyDto, RegisteredGrantRoyaltyDto, RegisterGrantRoyaltyDto } from './royalty.dto.js';
import { toDeclaration, toTechnology } from './royalty.input.js';
import { statementOf, technologiesOfAgreement, technologiesOfCall } from './royalty.query.js';
import { RoyaltyService } from './royalty.service.js';
import { viewAgreementRoyalty, viewDeclared, viewNotified } from './royalty.view.js';

@ApiTags('grant-royalty')
@Controller()
export class RoyaltyController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly royalties: RoyaltyService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('grant-calls/:callId/royalties')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantRoyalties', summary: 'Agreements of a call whose results companies use, with what they brought and what it costs' })
  @ApiOkResponse({ type: [AgreementRoyaltyDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<AgreementRoyaltyDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getCall(tx, callId);
      const ids = [...new Set((await technologiesOfCall(tx, callId)).map(({ agreementId }) => agreementId))];
      const pages: AgreementRoyaltyDto[] = [];
      for (const id of ids) pages.push(await this.page(tx, id));
      return pages;
    });
  }

  @Get('grant-agreements/:agreementId/royalty')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'getGrantRoyalty', summary: 'What income of an agreement’s results costs year by year, and up to which cap' })
  @ApiOkResponse({ type: AgreementRoyaltyDto })
  get(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string): Promise<AgreementRoyaltyDto> {
    return this.reader.read(actor, (tx) => this.page(tx, agreementId));
  }

  @Post('grant-agreements/:agreementId/royalty-technologies')
  @Allow('grant-royalty.register')
  @ApiOperation({ operationId: 'registerGrantRoyalty', summary: 'Record that a company licensed a result, or uses it' })
  @ApiCreatedResponse({ type: RegisteredGrantRoyaltyDto })
  async register(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: RegisterGrantRoyaltyDto): Promise<RegisteredGrantRoyaltyDto> {
    return (await this.runner.run(this.royalties.register, { actor, origin, idempotencyKey, input: toTechnology(agreementId, body) })).result;
  }

  @Post('royalty-technologies/:id/declarations')
  @Allow('grant-royalty.declare')
  @ApiOperation({ operationId: 'declareGrantRoyalty', summary: 'Record what a company declares of a year; a second declaration corrects the first' })
  @ApiCreatedResponse({ type: DeclaredGrantRoyaltyDto })
  async declare(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) technologyId: string, @Body() body: DeclareGrantRoyaltyDto): Promise<DeclaredGrantRoyaltyDto> {
    const input = toDeclaration(technologyId, body, this.clock.today());
    return viewDeclared((await this.runner.run(this.royalties.declare, { actor, origin, idempotencyKey, input })).result);
  }

  @Post('grant-agreements/:agreementId/royalty-notices')
  @Allow('grant-royalty.notify')
  @ApiOperation({ operationId: 'notifyGrantRoyalty', summary: 'Claim the government’s part of a year, in tens of won and below the cap of the whole life' })
  @ApiCreatedResponse({ type: NotifiedGrantRoyaltyDto })
  async notify(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: NotifyGrantRoyaltyDto): Promise<NotifiedGrantRoyaltyDto> {
    const input = { agreementId, year: body.year, amountWon: won(body.amountWon), noticeOn: body.noticeOn === undefined ? this.clock.today() : localDate(body.noticeOn) };
    return viewNotified(await this.runner.run(this.royalties.notify, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }

  private async page(tx: Tx, agreementId: string): Promise<AgreementRoyaltyDto> {
    const agreement = await getAgreement(tx, agreementId);
    return viewAgreementRoyalty(agreement, await statementOf(tx, agreement), await technologiesOfAgreement(tx, agreementId));
  }
}
