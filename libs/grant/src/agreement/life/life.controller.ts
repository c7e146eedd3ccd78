import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Command, type Origin } from '#libs/command';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { shownEntry } from '#libs/ledger';
import { StepGrantAgreementDto, SteppedGrantAgreementDto } from './life.dto.js';
import { GrantLifeService, type StepOfAgreement, type SteppedAgreement } from './life.service.js';

@ApiTags('grant-agreement')
@Controller('grant-agreements/:agreementId')
export class GrantLifeController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly lives: GrantLifeService,
  ) {}

  @Post('suspend')
  @HttpCode(200)
  @Allow('grant-agreement.suspend')
  @ApiOperation({ operationId: 'suspendGrantAgreement', summary: 'Stop paying until it is resumed' })
  @ApiOkResponse({ type: SteppedGrantAgreementDto })
  suspend(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() key: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    return this.run(this.lives.suspend, { actor, origin, idempotencyKey: key }, agreementId, body);
  }

  @Post('resume')
  @HttpCode(200)
  @Allow('grant-agreement.resume')
  @ApiOperation({ operationId: 'resumeGrantAgreement', summary: 'Pay again' })
  @ApiOkResponse({ type: SteppedGrantAgreementDto })
  resume(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() key: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    return this.run(this.lives.resume, { actor, origin, idempotencyKey: key }, agreementId, body);
  }

  @Post('complete')
  @HttpCode(200)
  @Allow('grant-agreement.complete')
  @ApiOperation({ operationId: 'completeGrantAgreement', summary: 'Record that the work is done: its settlement can begin' })
  @ApiOkResponse({ type: SteppedGrantAgreementDto })
  complete(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() key: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    return this.run(this.lives.complete, { actor, origin, idempotencyKey: key }, agreementId, body);
  }

  @Post('terminate')
  @HttpCode(200)
  @Allow('grant-agreement.terminate')
  @ApiOperation({ operationId: 'terminateGrantAgreement', summary: 'End an agreement early; what is not decided to be paid goes back to the budget' })
  @ApiOkResponse({ type: SteppedGrantAgreementDto })
  terminate(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() key: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    return this.run(this.lives.terminate, { actor, origin, idempotencyKey: key }, agreementId, body);
  }

  @Post('close')
  @HttpCode(200)
  @Allow('grant-agreement.close')
  @ApiOperation({ operationId: 'closeGrantAgreement', summary: 'Close an agreement whose every stage is settled' })
  @ApiOkResponse({ type: SteppedGrantAgreementDto })
  close(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() key: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    return this.run(this.lives.close, { actor, origin, idempotencyKey: key }, agreementId, body);
  }

  private async run(command: Command<StepOfAgreement, SteppedAgreement>, asked: { actor: Actor; origin: Origin; idempotencyKey: string }, agreementId: string, { happenedOn, reason, dryRun }: StepGrantAgreementDto): Promise<SteppedGrantAgreementDto> {
    const input = { agreementId, happenedOn: localDate(happenedOn), reason };
    const { result, verdicts, dryRun: dry } = await this.runner.run(command, { ...asked, reason, dryRun: dryRun === true, input });
    return { ...result, dryRun: dry, verdicts: verdicts.map(shownVerdict), entries: result.entries.map(shownEntry) };
  }
}
