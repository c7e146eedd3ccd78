#!/usr/bin/env node
import 'reflect-metadata';
import { systemClock } from '#libs/calendar';
import { DomainError } from '#libs/errors';
import { keyFinderOf, publicKeyLines } from '#libs/seal';
import { keyringOf, openKeyFile } from '#libs/secret';
import { readConfig, type Config } from '../config.js';
import { exportSealed } from './export.js';
import { createFirstAdmins } from './first-admins.js';
import { rotateKeysOfInstallation } from './rotate-keys.js';
import { verify } from './verify.js';

const HELP = `
  npx baton <명령 / command>

  verify [파일 / file] [--anchors <폴더 / folder>] [--public-key <파일 / file>] [--json]
      봉인을 검증합니다. 파일이 없으면 데이터베이스를, 보고서 PDF나 내보낸 파일을 주면 데이터베이스 없이 그 파일을 검증합니다.
      Checks the seals: of the database, or without any database of a report (PDF) or an export.
      종료 코드 / exit code: 0 이상 없음 / sound, 1 변경 발견 / changed, 2 검증하지 못함 / could not check

  export <파일 / file>
      봉인된 모든 행과 봉인을 한 파일(NDJSON)로 내보냅니다. 개인정보가 들어 있으니 안전하게 보관해 주세요.
      Writes all sealed rows with their seals into one file. It holds personal data: keep it safe.

  public-key
      봉인을 확인할 공개키와 그 지문을 보여 줍니다. 검증할 사람에게 파일과 다른 길로 전해 주세요.
      Prints the public key that seals are checked with. Hand it over by another way than the files.

  first-admins <로그인 / login> <이름 / name> <로그인 / login> <이름 / name>
      새로 설치한 곳의 첫 관리자 두 사람을 만듭니다. 이후의 계정은 두 관리자가 서로 결재해 만듭니다.
      Makes the two first administrators of a new installation; each signs the other's further accounts.

  rotate-keys
      새 암호화·서명 키를 추가하고 암호화된 값을 모두 새 키로 옮깁니다.
      Adds a key and carries every encrypted value over to it.

  환경 변수 / environment: DATABASE_URL, BATON_DATA_DIR, BATON_KEYS_FILE, BATON_KEYS, BATON_ANCHOR_DIR
`;

const CANNOT = 2;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Action = (args: readonly string[], config: Config) => Promise<number>;

const ACTIONS: Readonly<Record<string, Action>> = {
  verify: (args, environment) => verify(args, { say, environment }),
  export: async ([file], config) => {
    if (file === undefined) return help(CANNOT);
    const lines = await exportSealed(file, config, systemClock);
    say(`${file}: ${lines.toLocaleString('en-US')}줄을 내보냈습니다. (${lines.toLocaleString('en-US')} lines written)`);
    return 0;
  },
  'public-key': async (_, config) => {
    const keyring = config.keys === undefined ? openKeyFile(config.keysFile) : keyringOf(config.keys, 'BATON_KEYS');
    for (const line of publicKeyLines(keyring.keyNames, keyFinderOf(keyring))) say(line);
    return Promise.resolve(0);
  },
  'first-admins': async (words, config) => {
    const admins = await createFirstAdmins(words, config, systemClock, () => undefined);
    for (const { login, name, password } of admins) say(`${login}  ${name}  ${password}`);
    say('이 비밀번호는 다시 볼 수 없습니다. 로그인한 뒤 내 계정에서 바꿔 주세요. (Shown this once: change it after signing in.)');
    return 0;
  },
  'rotate-keys': async (_, config) => {
    await rotateKeysOfInstallation(config, say);
    return 0;
  },
};

function help(code: number): number {
  say(HELP);
  return code;
}

/** Runs one command of the command line and answers its exit code. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || ['help', '--help', '-h'].includes(name)) return help(0);
  const action = ACTIONS[name];
  return action === undefined ? help(CANNOT) : action(args, readConfig(process.env, process.cwd()));
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const text = error instanceof DomainError ? `${error.text.ko}\n${error.text.en}` : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = CANNOT;
  },
);
