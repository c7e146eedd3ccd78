import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess, RequestOrigin } from '#libs/access';
import type { Clock } from '#libs/calendar';
import { CommandRunner, type Actor, type Origin } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { IdempotencyKey, IdPipe } from '#libs/http';
import { getStatementAccount } from '../statement-account/statement-account.query.js';
import { MatchDesk } from './match-desk.service.js';
import { periodOf } from './match.input.js';
import { BankLineQuery, BankLinesDto, ConfirmBankMatchDto, ConfirmedMatchesDto, ExplainBankLineDto, UndoBankMatchDto, UndoneBankMatchDto } from './match.dto.js';
import { listBankLines } from './match.query.js';
import { BankMatchService } from './match.service.js';
import { viewBankLine, viewConfirmed } from './match.view.js';

/** A payer may be a person. */
const payers = ({ lines }: BankLinesDto): readonly string[] => lines.flatMap(({ counterparty }) => (counterparty === null ? [] : [counterparty]));

@ApiTags('reconciliation')
@Controller()
export class BankMatchController {
  constructor(
    private readonly reader: Reader,
    private readonly runner: CommandRunner,
    private readonly desk: MatchDesk,
    private readonly matches: BankMatchService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('bank-lines')
  @Allow('bank-statement.read')
  @LogsAccess('bank-account', payers)
  @ApiOperation({ operationId: 'listBankLines', summary: 'Movements of an account, what each was found to be, and what an open one may be' })
  @ApiOkResponse({ type: BankLinesDto })
  async list(@CurrentActor() actor: Actor, @Query() query: BankLineQuery): Promise<BankLinesDto> {
    return this.reader.read(actor, async (tx) => {
      const { from, to } = periodOf(query, await getStatementAccount(tx, query.accountId));
      const { lines } = await this.desk.open(tx, from === null || to === null ? [] : await listBankLines(tx, query.accountId, from, to), this.clock.today(), this.clock.now());
      return { from, to, lines: lines.map((line) => viewBankLine(line, this.desk)) };
    });
  }

  @Post('bank-matches')
  @Allow('bank-match.confirm')
  @ApiOperation({ operationId: 'confirmBankMatch', summary: 'Say which records lines of a bank are; what was only waited for is recorded, and a line of a run is paid' })
  @ApiCreatedResponse({ type: ConfirmedMatchesDto })
  async confirm(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Body() { items, dryRun }: ConfirmBankMatchDto): Promise<ConfirmedMatchesDto> {
    return viewConfirmed(await this.runner.run(this.matches.confirm, { actor, origin, idempotencyKey, dryRun: dryRun === true, input: { items } }));
  }

  @Post('bank-lines/:id/explain')
  @HttpCode(200)
  @Allow('bank-line.explain')
  @ApiOperation({ operationId: 'explainBankLine', summary: 'Say why the rest of a line is no movement of the books' })
  @ApiOkResponse({ type: ConfirmedMatchesDto })
  async explain(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) lineId: string, @Body() body: ExplainBankLineDto): Promise<ConfirmedMatchesDto> {
    return viewConfirmed(await this.runner.run(this.matches.explain, { actor, origin, idempotencyKey, input: { ...body, lineId } }));
  }

  @Post('bank-matches/:id/undo')
  @HttpCode(200)
  @Allow('bank-match.undo')
  @ApiOperation({ operationId: 'undoBankMatch', summary: 'Take back what was found of a line; line and record are open again' })
  @ApiOkResponse({ type: UndoneBankMatchDto })
  async undo(@CurrentActor() actor: Actor, @RequestOrigin() origin: Origin, @IdempotencyKey() idempotencyKey: string, @Param('id', IdPipe) matchId: string, @Body() { reason }: UndoBankMatchDto): Promise<UndoneBankMatchDto> {
    return (await this.runner.run(this.matches.undo, { actor, origin, idempotencyKey, reason, input: { matchId, reason } })).result;
  }
}
