import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess } from '#libs/access';
import type { Clock, LocalDate } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader, type Tx } from '#libs/database';
import { won } from '#libs/money';
import { inBook, MatchDesk, type Desk } from '../match/match-desk.service.js';
import { BankLineQuery } from '../match/match.dto.js';
import { booksApart, listBankLines } from '../match/match.query.js';
import { periodOf } from '../match/match.input.js';
import { getStatementAccount, type StatementAccountRow } from '../statement-account/statement-account.query.js';
import { checkBalances } from './balance.rules.js';
import { exceptionsOf } from './exception.rules.js';
import { BalanceDaysDto, ReconciliationExceptionDto } from './reconciliation.dto.js';
import { listRefusedRows, openingBalance } from './reconciliation.query.js';
import { viewDays, viewException } from './reconciliation.view.js';

const FOREVER = '9999-12-31';
const payers = (exceptions: readonly ReconciliationExceptionDto[]): readonly string[] => exceptions.map(({ about }) => about);

/** An account over some days. */
interface Laid {
  readonly account: StatementAccountRow;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly desk: Desk;
}

@ApiTags('reconciliation')
@Controller('reconciliation')
export class ReconciliationController {
  constructor(
    private readonly reader: Reader,
    private readonly desk: MatchDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('days')
  @Allow('bank-statement.read')
  @ApiOperation({ operationId: 'listBalanceDays', summary: 'An account day by day: in, out, the stated balance, and whether it follows from the day before' })
  @ApiOkResponse({ type: BalanceDaysDto })
  async days(@CurrentActor() actor: Actor, @Query() query: BankLineQuery): Promise<BalanceDaysDto> {
    return this.reader.read(actor, async (tx) => {
      const laid = await this.lay(tx, query);
      return laid === null ? { from: null, to: null, openingWon: null, days: [] } : viewDays(laid, ...(await balances(tx, query.accountId, laid)));
    });
  }

  @Get('exceptions')
  @Allow('bank-statement.read')
  @LogsAccess('bank-account', payers)
  @ApiOperation({ operationId: 'listReconciliationExceptions', summary: 'What waits for somebody: broken balances, refused rows, unmatched lines, records without a line; with reason and age' })
  @ApiOkResponse({ type: [ReconciliationExceptionDto] })
  async exceptions(@CurrentActor() actor: Actor, @Query() query: BankLineQuery): Promise<ReconciliationExceptionDto[]> {
    return this.reader.read(actor, async (tx) => {
      const [laid, refused] = [await this.lay(tx, query), await listRefusedRows(tx, query.accountId)];
      if (laid === null) return [];
      const [{ breaks }] = await balances(tx, query.accountId, laid);
      return exceptionsOf({ ...laid.desk, loose: await expectedHere(tx, laid) }, breaks, refused, laid, this.clock.today()).map(viewException);
    });
  }

  private async lay(tx: Tx, query: BankLineQuery): Promise<Laid | null> {
    const account = await getStatementAccount(tx, query.accountId);
    const { from, to } = periodOf(query, account);
    if (from === null || to === null) return null;
    return { account, from, to, desk: await this.desk.open(tx, await listBankLines(tx, query.accountId, from, to), this.clock.today(), this.clock.now()) };
  }
}

/** Records that this account should show: those of its book, or, on an account of the house, of every book without an account of its own. */
async function expectedHere(tx: Tx, { account: { book }, desk: { loose } }: Laid) {
  if (book !== null) return loose.filter(inBook(book));
  const apart = await booksApart(tx);
  return loose.filter((move) => move.on < (apart.get(move.book) ?? FOREVER));
}

async function balances(tx: Tx, accountId: string, { from, desk }: Laid) {
  const openingWon = await openingBalance(tx, accountId, from);
  const lines = desk.lines.map(({ line, state }) => ({ id: line.id, valueOn: line.valueOn, amountWon: won(line.amountWon), balanceWon: line.balanceWon === null ? null : won(line.balanceWon), isOpen: state === 'OPEN' || state === 'PARTLY' }));
  return [checkBalances(lines, openingWon), openingWon] as const;
}
