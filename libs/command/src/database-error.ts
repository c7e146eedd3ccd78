import { sqlState } from '#libs/database';
import { DomainError } from '#libs/errors';

interface DriverError {
  readonly constraint?: string;
  readonly table?: string;
  readonly detail?: string;
}

const UNIQUE_VIOLATION = '23505';
const CHECK_VIOLATION = '23514';
const INSUFFICIENT_PRIVILEGE = '42501';
/** PostgreSQL gives a refused policy no SQLSTATE of its own. */
const ROW_LEVEL_SECURITY = 'row-level security';
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
      return error.message.includes(ROW_LEVEL_SECURITY) ? outsideScope(error) : notPermitted(error);
    case READ_ONLY_TRANSACTION:
      return notPermitted(error);
    case CHECK_VIOLATION:
      return driver.constraint?.startsWith('command_log_') === true ? notAdmitted(driver.constraint, error) : error;
    default:
      return error;
  }
}

function notPermitted(error: Error): DomainError {
  return new DomainError(
    'forbidden',
    'database.not-permitted',
    { ko: '데이터베이스가 이 변경을 허용하지 않습니다.', en: 'The database does not permit this change.' },
    { cause: error },
  );
}

function outsideScope(error: Error): DomainError {
  return new DomainError(
    'forbidden',
    'scope.outside',
    {
      ko: '맡은 범위(조합·프로그램) 밖의 자료를 바꾸려는 요청입니다. 관리자에게 역할의 범위를 확인해 주세요.',
      en: 'This would change something outside the funds or programmes of your role. Ask the administrator about the scope of your role.',
    },
    { cause: error },
  );
}

/** The database asks at commit for what the gate asks for before: it is right where they differ. */
function notAdmitted(constraint: string, error: Error): DomainError {
  return new DomainError(
    'forbidden',
    'command.not-admitted',
    {
      ko: '필요한 결재나 권한이 없어 데이터베이스가 처리를 거부했습니다. 그 사이 권한이나 결재 기준이 바뀌었는지 확인해 주세요.',
      en: 'The database refused this for want of signatures or rights. Check whether your role or the delegation of approval has changed meanwhile.',
    },
    { details: { constraint }, cause: error },
  );
}
