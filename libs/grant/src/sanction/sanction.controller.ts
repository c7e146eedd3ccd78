import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { won } from '#libs/money';
import { getCall } from '../call/call.query.js';
import { ObjectedDto } from '../settlement/settlement.dto.js';
import { objectToSanction, SanctionObjectionService, type AnswerSanction } from './sanction-objection.service.js';
import { AnsweredGrantSanctionDto, AnswerGrantSanctionDto, DecidedGrantSanctionDto, DecideGrantSanctionDto, GrantSanctionDto, ObjectToGrantSanctionDto } from './sanction.dto.js';
import { sanctionInput } from './sanction.input.js';
import { listSanctions } from './sanction.query.js';
import { SanctionService } from './sanction.service.js';
import { viewAnsweredSanction, viewDecidedSanction, viewSanction } from './sanction.view.js';

@ApiTags('grant-sanction')
@Controller()
export class SanctionController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly sanctions: SanctionService,
    private readonly objections: SanctionObjectionService,
  ) {}

  @Get('grant-calls/:callId/sanctions')
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantSanctions', summary: 'Penalties and bans imposed in a call' })
  @ApiOkResponse({ type: [GrantSanctionDto] })
  list(@CurrentActor() actor: Actor, @Param('callId', IdPipe) callId: string): Promise<GrantSanctionDto[]> {
    return this.reader.read(actor, async (tx) => {
      await getCall(tx, callId);
      return (await listSanctions(tx, callId)).map(viewSanction);
    });
  }

  @Post('grant-agreements/:agreementId/sanctions')
  @Allow('grant-sanction.decide')
  @ApiOperation({ operationId: 'decideGrantSanction', summary: 'Impose a penalty and a ban for misuse; the table proposes both' })
  @ApiCreatedResponse({ type: DecidedGrantSanctionDto })
  async decide(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: DecideGrantSanctionDto): Promise<DecidedGrantSanctionDto> {
    return viewDecidedSanction(await this.runner.run(this.sanctions.decide, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: sanctionInput(agreementId, body) }));
  }

  @Post('grant-sanctions/:id/object')
  @Allow('grant-sanction.object')
  @ApiOperation({ operationId: 'objectGrantSanction', summary: 'Record the objection to a sanction' })
  @ApiCreatedResponse({ type: ObjectedDto })
  async object(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) sanctionId: string, @Body() body: ObjectToGrantSanctionDto): Promise<ObjectedDto> {
    const input = { sanctionId, objectedOn: localDate(body.objectedOn), grounds: body.grounds, documentId: body.documentId ?? null };
    return (await this.runner.run(objectToSanction, { actor, origin, idempotencyKey, input })).result;
  }

  @Post('grant-sanctions/:id/answer')
  @Allow('grant-sanction.answer')
  @ApiOperation({ operationId: 'answerGrantSanction', summary: 'Uphold, lower or lift a sanction after an objection' })
  @ApiCreatedResponse({ type: AnsweredGrantSanctionDto })
  async answer(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) sanctionId: string, @Body() body: AnswerGrantSanctionDto): Promise<AnsweredGrantSanctionDto> {
    const input = { sanctionId, outcome: body.outcome as AnswerSanction['outcome'], reason: body.reason, penaltyWon: body.penaltyWon === undefined ? null : won(body.penaltyWon), banMonths: body.banMonths ?? null };
    return viewAnsweredSanction(await this.runner.run(this.objections.answer, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input }));
  }
}
