import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey } from '#libs/http';
import { AccessReviewDto, CompleteAccessReviewDto, CompletedAccessReviewDto } from './access-review.dto.js';
import { listReviews } from './access-review.query.js';
import { completeReview } from './access-review.service.js';
import type { ReviewRow } from './access-review.js';

const foundOf = (rows: readonly ReviewRow[]): readonly string[] => rows.flatMap(({ review }) => review?.findings.map(({ login, userId }) => login ?? userId) ?? []);

@ApiTags('access-review')
@Controller('access-reviews')
export class AccessReviewController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('access-log.read')
  @LogsAccess('access-review', foundOf)
  @ApiOperation({ operationId: 'listAccessReviews', summary: 'Months of the access log with their reviews, newest first; what is overdue' })
  @ApiOkResponse({ type: [AccessReviewDto] })
  list(@CurrentActor() actor: Actor): Promise<ReviewRow[]> {
    return this.reader.read(actor, (tx) => listReviews(tx, this.clock.today()));
  }

  @Post()
  @Allow('access-review.complete')
  @ApiOperation({ operationId: 'completeAccessReview', summary: 'Say that a month was looked through, and what came of it' })
  @ApiCreatedResponse({ type: CompletedAccessReviewDto })
  async complete(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Body() body: CompleteAccessReviewDto,
  ): Promise<CompletedAccessReviewDto> {
    const input = { month: body.month, findings: body.findings.map(({ userId, conclusion, note }) => ({ userId, conclusion, note })), note: body.note };
    return (await this.runner.run(completeReview, { actor, origin, idempotencyKey, input })).result;
  }
}
