import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, RequestOrigin } from '#libs/access';
import { localDate, type Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { IssuableDto, IssuableQuery, IssuedVouchersDto, IssueVouchersDto } from './issue.dto.js';
import { issueInput } from './issue.input.js';
import { IssueService } from './issue.service.js';
import { listIssuable } from './issuable.query.js';
import { viewIssued } from './issue.view.js';

@ApiTags('voucher-issue')
@Controller('voucher-years/:yearId')
export class IssueController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly issues: IssueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('issuable-vouchers')
  @Allow('voucher.read')
  @ApiOperation({ operationId: 'listIssuableVouchers', summary: 'Vouchers that have been agreed and wait to be issued, with what stands against each' })
  @ApiOkResponse({ type: IssuableDto })
  async list(@CurrentActor() actor: Actor, @Param('yearId', IdPipe) yearId: string, @Query() query: IssuableQuery): Promise<IssuableDto> {
    const wanted = query.issuedOn === undefined ? null : localDate(query.issuedOn);
    return this.reader.read(actor, (tx) => listIssuable(tx, yearId, wanted, this.clock.today()));
  }

  @Post('issues')
  @Allow('voucher.issue')
  @ApiOperation({ operationId: 'issueVouchers', summary: 'Issue agreed vouchers; rows that may not be issued are left out and explained. With dryRun only what would be posted' })
  @ApiCreatedResponse({ type: IssuedVouchersDto })
  async issue(
    @CurrentActor() actor: Actor,
    @RequestOrigin() origin: Origin,
    @IdempotencyKey() idempotencyKey: string,
    @Param('yearId', IdPipe) yearId: string,
    @Body() body: IssueVouchersDto,
  ): Promise<IssuedVouchersDto> {
    return viewIssued(await this.runner.gather(this.issues.issue, { actor, origin, idempotencyKey, dryRun: body.dryRun === true, input: issueInput(yearId, body) }));
  }
}
