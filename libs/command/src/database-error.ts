import { sqlState } from '#libs/database';
import { DomainError } from '#libs/errors';

interface DriverError {
  readonly constraint?: string;
  readonly table?: string;
  readonly detail?: string;
}

const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';
const READ_ONLY_TRANSACTION = '25006';

/**
 * Turns what the database refused, and no rule foresaw, into a refusal that a user can read. Whatever is not a refusal
 * (a lost connection, a bug) comes back as it is.
 */
export function explainDatabaseError(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const driver = (error as { driverError?: DriverError }).driverError ?? {};
  switch (sqlState(error)) {
    case UNIQUE_VIOLATION:
      return new DomainError(
        'conflict',
        'database.already-exists',
        { ko: '같은 번호 또는 같은 내용이 이미 등록되어 있습니다.', en: 'The same number or the same content has been recorded already.' },
        { details: { constraint: driver.constraint ?? '', table: driver.table ?? '' }, cause: error },
      );
    case INSUFFICIENT_PRIVILEGE:
    case READ_ONLY_TRANSACTION:
      return new DomainError(
        'forbidden',
        'database.not-permitted',
        { ko: '데이터베이스가 이 변경을 허용하지 않습니다.', en: 'The database does not permit this change.' },
        { cause: error },
      );
    default:
      return error;
  }
}
