import type { LocalDate } from '#libs/calendar';
import type { Won } from '#libs/money';
import type { BalanceDay } from './balance.rules.js';
import type { ReconciliationException } from './exception.rules.js';
import type { BalanceDaysDto, ReconciliationExceptionDto } from './reconciliation.dto.js';

export function viewDays({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }, { days }: { readonly days: readonly BalanceDay[] }, openingWon: Won | null): BalanceDaysDto {
  return {
    ...{ from, to },
    openingWon: openingWon?.toString() ?? null,
    days: days.map(({ inWon, outWon, closingWon, differenceWon, ...day }) => ({ ...day, inWon: inWon.toString(), outWon: outWon.toString(), closingWon: closingWon?.toString() ?? null, differenceWon: differenceWon.toString() })),
  };
}

export const viewException = ({ amountWon, text, ...exception }: ReconciliationException): ReconciliationExceptionDto => ({ ...exception, amountWon: amountWon?.toString() ?? null, text: { ...text } });
