import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { StageQuery } from '../settlement/sheet/worksheet.dto.js';
import { readWorksheet } from '../settlement/worksheet/worksheet.query.js';
import { RecordedVerificationDto, RecordVerificationDto, VerificationPageDto } from './verification.dto.js';
import { demandsOf, listVerifications } from './verification.query.js';
import { recordVerification } from './verification.service.js';
import type { RecordVerification } from './verification.js';

@ApiTags('grant-verification')
@Controller('grant-agreements/:agreementId/verifications')
export class VerificationController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
  ) {}

  @Get()
  @Allow('grant.read')
  @ApiOperation({ operationId: 'listGrantVerifications', summary: 'Whether an auditor is to verify a stage, by which article, and the reports at hand' })
  @ApiOkResponse({ type: VerificationPageDto })
  list(@CurrentActor() actor: Actor, @Param('agreementId', IdPipe) agreementId: string, @Query() { stage }: StageQuery): Promise<VerificationPageDto> {
    return this.reader.read(actor, async (tx) => {
      const demands = await demandsOf(tx, await readWorksheet(tx, agreementId, stage ?? 1));
      const reports = await listVerifications(tx, agreementId);
      return {
        demands: demands.map((each) => ({ ...each, amountWon: `${each.amountWon}`, fromWon: each.fromWon === null ? null : `${each.fromWon}` })),
        reports: reports.map(({ auditorNumber: _number, ...each }) => each),
      };
    });
  }

  @Post()
  @Allow('grant-verification.record')
  @ApiOperation({ operationId: 'recordGrantVerification', summary: 'Record the report of an auditor from outside' })
  @ApiCreatedResponse({ type: RecordedVerificationDto })
  async record(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('agreementId', IdPipe) agreementId: string, @Body() body: RecordVerificationDto): Promise<RecordedVerificationDto> {
    return (await this.runner.run(recordVerification, { actor, origin, idempotencyKey, input: verificationInput(agreementId, body) })).result;
  }
}

function verificationInput(agreementId: string, { kind, stage, fiscalYear, auditor, auditorNumber, opinion, findings, reportedOn, receivedOn, documentId }: RecordVerificationDto): RecordVerification {
  return {
    ...{ agreementId, kind: kind as RecordVerification['kind'], stage: stage ?? null, fiscalYear: fiscalYear ?? null, auditor, auditorNumber: auditorNumber ?? null },
    ...{ opinion: opinion as RecordVerification['opinion'], findings: findings ?? null, reportedOn: localDate(reportedOn), receivedOn: localDate(receivedOn), documentId: documentId ?? null },
  };
}
