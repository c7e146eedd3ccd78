import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK } from '#libs/database';
import { IdempotencyKey, IdPipe, shownVerdict } from '#libs/http';
import { AnsweredGrantApplicationDto, AnswerGrantApplicationDto, CheckedGrantApplicationDto, CheckGrantApplicationsDto } from '../application.dto.js';
import { toAnswers } from '../application.input.js';
import { answerApplication, checkApplication } from './check.service.js';

@ApiTags('grant-application')
@Controller()
export class GrantCheckController {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('grant-applications/:applicationId/answers')
  @Allow('grant-application.answer')
  @ApiOperation({ operationId: 'answerGrantApplication', summary: 'Record what other systems answered about the institutions of an application' })
  @ApiCreatedResponse({ type: AnsweredGrantApplicationDto })
  async answer(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('applicationId', IdPipe) applicationId: string,
    @Body() body: AnswerGrantApplicationDto,
  ): Promise<AnsweredGrantApplicationDto> {
    return (await this.runner.run(answerApplication, { actor, origin, idempotencyKey, input: { applicationId, answers: toAnswers(body, this.clock.today()) } })).result;
  }

  @Post('grant-calls/:callId/checks')
  @HttpCode(200)
  @Allow('grant-application.check')
  @ApiOperation({ operationId: 'checkGrantApplication', summary: 'Check applications: those that every rule lets pass are eligible, the others stay' })
  @ApiOkResponse({ type: [CheckedGrantApplicationDto] })
  async check(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('callId', IdPipe) callId: string,
    @Body() { applicationIds, dryRun }: CheckGrantApplicationsDto,
  ): Promise<CheckedGrantApplicationDto[]> {
    const { result } = await this.runner.run(checkApplication, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: { callId, applicationIds } });
    return result.map((row) => ({ ...row, verdicts: row.verdicts.map(shownVerdict) }));
  }
}
