import { sqlState } from '#libs/database';
import { DomainError } from '#libs/errors';

interface CheckViolation {
  readonly constraint?: string;
}

const CHECK_VIOLATION = '23514';

/** Turns what the ledger's constraints refuse into refusals a user can read; anything else comes back as it is. */
export function explainLedgerError(error: unknown): unknown {
  if (sqlState(error) !== CHECK_VIOLATION) return error;
  const { constraint } = (error as { driverError?: CheckViolation }).driverError ?? {};
  switch (constraint) {
    case 'account_balance_floor':
      return new DomainError(
        'rule_broken',
        'ledger.floor-reached',
        {
          ko: '잔액(한도)이 부족하여 처리할 수 없습니다. 다른 사용자가 방금 먼저 사용했을 수 있으니 현재 잔액을 확인해 주세요.',
          en: 'Not enough is left on the account. Somebody may have used it a moment ago: look at the present balance.',
        },
        { cause: error },
      );
    case 'journal_entry_period_open':
      return new DomainError(
        'rule_broken',
        'ledger.period-closed',
        {
          ko: '마감된 기간에는 기록할 수 없습니다. 마감 이후 날짜로 정정 분개를 기록해 주세요.',
          en: 'That period is closed. Record a correction dated after the close.',
        },
        { cause: error },
      );
    case 'ledger_hold_remaining':
      return new DomainError(
        'rule_broken',
        'ledger.hold-spent',
        { ko: '이미 사용되었거나 해제된 예약입니다.', en: 'This hold has been used or released already.' },
        { cause: error },
      );
    default:
      return error;
  }
}

/** Runs `work` and explains what the ledger refused. The transaction is lost either way. */
export async function explaining<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainLedgerError(error);
  }
}
