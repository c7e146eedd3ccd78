import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor, LogsAccess } from '#libs/access';
import { localDate, type Clock, type LocalDate } from '#libs/calendar';
import type { Actor } from '#libs/command';
import { CLOCK, Reader } from '#libs/database';
import { findPayingAccount } from '../paying-account/paying-account.query.js';
import { listBooksToPay } from './book.query.js';
import { BookToPayDto, DueDto, PayableQuery } from './payable.dto.js';
import { PayableDesk } from './payable-desk.service.js';
import { listPayables } from './payable.query.js';
import { viewDue } from './payable.view.js';

const payees = ({ payables, waiting }: DueDto): readonly string[] => [...payables, ...waiting].map(({ payee }) => payee);
const NOT_PAID = { states: ['OWED'] } as const;

@ApiTags('payment-run')
@Controller('payables')
export class PayableController {
  constructor(
    private readonly reader: Reader,
    private readonly desk: PayableDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('payment-run.read')
  @LogsAccess('bank-account', payees)
  @ApiOperation({ operationId: 'listPayables', summary: 'What instruments owe: what can be paid on a day, and what stands against the rest' })
  @ApiOkResponse({ type: DueDto })
  list(@CurrentActor() actor: Actor, @Query() { book, payOn }: PayableQuery): Promise<DueDto> {
    return this.due(actor, book ?? null, payOn === undefined ? this.clock.today() : localDate(payOn));
  }

  @Get('books')
  @Allow('payment-run.read')
  @ApiOperation({ operationId: 'listBooksToPay', summary: 'Books that owe something, and whether an account to pay from is designated' })
  @ApiOkResponse({ type: [BookToPayDto] })
  books(@CurrentActor() actor: Actor): Promise<BookToPayDto[]> {
    return this.reader.read(actor, listBooksToPay);
  }

  private due(actor: Actor, book: string | null, payOn: LocalDate): Promise<DueDto> {
    return this.reader.read(actor, async (tx) => {
      const account = book === null ? null : await findPayingAccount(tx, book, payOn);
      const filter = { book, ...NOT_PAID };
      const [rows, collected] = [await listPayables(tx, payOn, filter), await this.desk.collect(tx, payOn, filter, account?.bankAccountId ?? null)];
      return viewDue(rows, collected, payOn, this.desk);
    });
  }
}
