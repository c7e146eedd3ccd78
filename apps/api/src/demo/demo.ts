import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { ROLES, seedUsers, SYSTEM_ACTOR } from '#libs/access';
import { manualClock } from '#libs/calendar';
import { CommandRunner, type Command } from '#libs/command';
import { CapitalCallService, ClassificationService, defaultFundPolicies, FundService, InvestmentService } from '#libs/fund';
import { decidePolicies } from '#libs/policy';
import type { DataSource } from 'typeorm';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.js';
import { playFundStories } from './story.js';

/** The defaults of law and practice were known before the programme began. */
const DEFAULTS_KNOWN_AT = new Date('2020-01-01T00:00:00+09:00');

/** Lays down the default policies once; every installation needs them, demo or not. */
export async function layDefaultPolicies(app: INestApplicationContext): Promise<void> {
  const source = app.get<DataSource>(getDataSourceToken());
  const rows: unknown[] = await source.query(`select 1 from policy where scope = '*' limit 1`);
  if (rows.length > 0) return;
  // The fixed key makes two processes that start at once lay them once.
  await app.get(CommandRunner).run(layDefaults, { actor: SYSTEM_ACTOR, input: { scope: '*' }, idempotencyKey: 'default-policies' });
}

const layDefaults: Command<{ scope: string }, { count: number }> = {
  name: 'policy.decide',
  async execute(tx, context) {
    const defaults = defaultFundPolicies(DEFAULTS_KNOWN_AT);
    await decidePolicies(tx, context, defaults);
    return { count: defaults.length };
  },
};

/** Plays the demo story into a database without users, and answers the lines that tell how to sign in. */
export async function playDemoOnce(app: INestApplicationContext, say: (line: string) => void): Promise<string[]> {
  const source = app.get<DataSource>(getDataSourceToken());
  const users: unknown[] = await source.query('select 1 from app_user limit 1');
  if (users.length === 0) {
    say('첫 실행: 시연 데이터를 준비합니다 (first start: playing the demo story) …');
    await seedUsers(source.manager, DEMO_PEOPLE);
    const clock = manualClock('2021-01-04T09:00:00+09:00');
    await playFundStories({
      runner: new CommandRunner(source, clock),
      clock,
      funds: app.get(FundService),
      calls: app.get(CapitalCallService),
      investments: app.get(InvestmentService),
      classifications: app.get(ClassificationService),
    });
  }
  const logins: { login: string; role: keyof typeof ROLES }[] = await source.query(
    'select u.login, min(r.role) as role from app_user u join user_role r on r.user_id = u.id where u.login = any($1) group by u.login, u.created_at order by u.created_at',
    [DEMO_PEOPLE.map((person) => person.login)],
  );
  return [`demo password: ${DEMO_PASSWORD}`, ...logins.map(({ login, role }) => `${login.padEnd(12)} ${ROLES[role].ko} / ${ROLES[role].en}`)];
}
