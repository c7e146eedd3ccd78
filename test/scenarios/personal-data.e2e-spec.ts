import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomInt, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { PERSONAL_DATA } from '#libs/http';
import { account, accountNumber, newParty, register, registered } from '../support/bank-accounts.js';
import { Client, type Answer, type Json, type Login } from '../support/client.js';
import { pdfBytes } from '../support/files.js';
import { formFund } from '../support/funds.js';
import { nextSecond } from '../support/packs.js';
import { ASKS_OF_GRANTS, type PersonalAsk } from '../support/personal-asks.js';
import { overviewSheet, partnerSheet } from '../support/register.js';
import { scopedPerson } from '../support/scoped.js';
import { withSql } from '../support/sql.js';
import { appliedVoucher, openVoucherYear } from '../support/vouchers.js';

/** Commands answer with what they were just told; who told it is in the command log. Institutes are no people. */
const ANSWERS_OF_COMMANDS = [
  ...['createUser', 'deactivateUser', 'restrictUser', 'grantRole', 'rescopeRole', 'revokeRole', 'promoteUser'],
  ...['importPublicInstitutes', 'pastePublicInstitutes'],
];

interface Operation {
  readonly operationId: string;
  readonly personal: boolean;
  readonly logged: boolean;
}

/** The contract's operations: whether their answers hold personal data, and whether asking is on record. */
async function readOperations(): Promise<Operation[]> {
  const contract = (await Client.anonymous().get('/openapi.json')).body as Json;
  const holdsPersonal = (node: Json, seen: ReadonlySet<string>): boolean => {
    if (typeof node !== 'object' || node === null) return false;
    if (node[PERSONAL_DATA] === true) return true;
    const name = typeof node.$ref === 'string' ? (node.$ref as string).split('/').at(-1) : undefined;
    if (name !== undefined) return !seen.has(name) && holdsPersonal(contract.components.schemas[name], new Set([...seen, name]));
    return Object.values(node as object).some((each) => holdsPersonal(each, seen));
  };
  return Object.values(contract.paths as Record<string, Record<string, Json>>).flatMap((methods) =>
    Object.values(methods).map((operation) => {
      const answers = Object.entries(operation.responses as Record<string, Json>).filter(([status]) => status.startsWith('2'));
      return { operationId: operation.operationId as string, personal: answers.some(([, answer]) => holdsPersonal(answer, new Set())), logged: operation['x-access-log'] === true };
    }),
  );
}

const month = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
const reason = '개인정보 접속기록 시험';

/** A report of a new fund, or of its first partner. */
async function download(client: Client, kind: string, format = 'csv'): Promise<Answer> {
  const { id } = await formFund(Client.as('manager'));
  const ofPartner = ['partner-statement', 'ilpa-reporting'].includes(kind);
  const subject = ofPartner ? ((await Client.as('manager').get(`/funds/${id}`)).body.partners[0].id as string) : id;
  // A report stands as of a whole second: within this one the fund is not on record yet.
  await nextSecond();
  return client.post(`/reports/${kind}/${subject}/downloads`, { format, reason });
}

const ASKS: Readonly<Record<string, PersonalAsk>> = {
  ...ASKS_OF_GRANTS,
  listUsers: { as: 'admin', action: 'user.manage', ask: (client) => client.get('/users') },
  listRoleHolders: { as: 'admin', action: 'role.read', ask: (client) => client.get('/roles') },
  listCommands: { as: 'compliance', action: 'command.read', ask: (client) => client.get('/commands?limit=3') },
  listBankAccounts: {
    as: 'checker',
    action: 'bank-account.read',
    ask: async (client) => client.get(`/bank-accounts?partyId=${(await registered()).partyId}`),
  },
  findBankAccounts: {
    as: 'checker',
    action: 'bank-account.find',
    ask: async (client) => client.post('/bank-accounts/find', { bankCode: '004', accountNumber: (await registered()).number }),
  },
  unmaskBankAccount: { as: 'checker', action: 'bank-account.unmask', ask: async (client) => client.post(`/bank-accounts/${(await registered()).id}/unmask`, { reason }) },
  listAccess: { as: 'auditor', action: 'access-log.read', ask: (client) => client.get(`/access-log?month=${month()}`) },
  getAccessFigures: { as: 'compliance', action: 'access-log.read', ask: (client) => client.get(`/access-log/figures?month=${month()}`) },
  exportAccessLog: { as: 'auditor', action: 'access-log.export', ask: (client) => client.post('/access-log/export', { month: month(), reason }) },
  listAccessReviews: {
    as: 'auditor',
    action: 'access-log.read',
    ask: async (client) => {
      const userId = randomUUID();
      await Client.as('compliance').post('/access-reviews', { month: '2019-02', note: '이상 없음', findings: [{ userId, conclusion: 'JUSTIFIED', note: '확인' }] });
      return client.get('/access-reviews');
    },
  },
  downloadDocument: {
    as: 'auditor',
    action: 'document.read',
    ask: async (client) => client.post(`/documents/${(await Client.as('manager').upload('/documents', pdfBytes(randomUUID()), '주주명부.pdf')).body.id as string}/download`, { reason }),
  },
  getApplication: {
    as: 'auditor',
    action: 'voucher.read',
    ask: async (client) => client.get(`/vouchers/${await appliedVoucher((await openVoucherYear()).id)}/application`),
  },
  downloadFundComplianceReport: {
    as: 'auditor',
    action: 'report.download',
    ask: async (client) => {
      const { id } = await formFund(Client.as('manager'));
      await nextSecond();
      return client.post(`/reports/fund-compliance/${id}/downloads`, { format: 'csv', reason });
    },
  },
  downloadFundQuarterlyReport: { as: 'auditor', action: 'report.download', ask: (client) => download(client, 'fund-quarterly') },
  downloadIlpaPerformance: { as: 'auditor', action: 'report.download', ask: (client) => download(client, 'ilpa-performance', 'xlsx') },
  downloadPartnerStatements: { as: 'auditor', action: 'report.download', ask: (client) => download(client, 'partner-statements') },
  downloadPartnerStatement: { as: 'auditor', action: 'report.download', ask: (client) => download(client, 'partner-statement') },
  downloadIlpaReporting: { as: 'auditor', action: 'report.download', ask: (client) => download(client, 'ilpa-reporting', 'xlsx') },
  downloadVoucherSettlementReport: {
    as: 'auditor',
    action: 'report.download',
    ask: async (client) => client.post(`/reports/voucher-settlement/${(await openVoucherYear()).id}/downloads`, { format: 'csv', reason }),
  },
};

/** Routes whose answer holds personal data only where somebody put it: what they say then is tried by their own specs. */
const TRIED_ELSEWHERE = [
  ...['listParties', 'importFundRegister', 'pasteFundRegister', 'importVoucherRoster', 'pasteVoucherRoster', 'getImport', 'downloadPaymentRun'],
  ...['listRelatedParties', 'importGrantRegister', 'pasteGrantRegister', 'importMatchingRegister', 'pasteMatchingRegister', 'exportPaymentRun'],
  ...['getDecisions', 'getAuditPack', 'unmaskAuditPack', 'downloadAuditPack', 'downloadEvidenceBundle'],
];

const entriesOf = (login: string, action: string): Promise<number> =>
  withSql('OWNER', async (sql) => Number((await sql.query<{ count: string }>(`select count(*) from access_log where login = $1 and action = $2 and subject_kind <> 'route'`, [login, action])).rows[0]?.count));

const ROLE_OF: Readonly<Record<Login, string>> = { manager: 'FUND_MANAGER', finance: 'FINANCE_MAKER', checker: 'FINANCE_CHECKER', compliance: 'COMPLIANCE', auditor: 'AUDITOR', admin: 'ADMIN' };
const alone = new Map<string, ReturnType<typeof scopedPerson>>();

/** Somebody of the role who asks for nothing but here: other specs do the same as everybody else meanwhile. */
function aloneAs(role: string): ReturnType<typeof scopedPerson> {
  const person = alone.get(role) ?? scopedPerson(role, ['*']);
  alone.set(role, person);
  return person;
}

describe('routes that show personal data', () => {
  let operations: Operation[];

  beforeAll(async () => {
    operations = await readOperations();
  });

  it('are on record, all of them: a route that is not needs @LogsAccess or @AccessIsLogged', () => {
    expect(operations.filter(({ operationId, personal, logged }) => personal && !logged && !ANSWERS_OF_COMMANDS.includes(operationId)).map(({ operationId }) => operationId)).toEqual([]);
    expect(operations.filter(({ personal }) => personal).length).toBeGreaterThan(6);
  });

  it('are tried here, all of them: a new one needs an entry in ASKS', () => {
    const known = [...Object.keys(ASKS), ...TRIED_ELSEWHERE];
    expect(operations.filter(({ logged }) => logged).map(({ operationId }) => operationId).filter((operationId) => !known.includes(operationId))).toEqual([]);
  });

  it.each(Object.entries(ASKS))('%s leaves one entry with who, from where and whose', async (_, asked) => {
    const { as, action } = asked;
    const person = await aloneAs(ROLE_OF[as]);
    const { login } = person;
    const before = await entriesOf(login, action);
    const answer = await asked.ask(person);
    expect([200, 201]).toContain(answer.status);
    expect(await entriesOf(login, action)).toBe(before + 1);
    const last = await withSql('OWNER', async (sql) => (await sql.query(`select address, subject_kind, subject_label, roles from access_log where login = $1 and action = $2 and subject_kind <> 'route' order by id desc limit 1`, [login, action])).rows[0] as Json);
    expect([typeof last.address, (last.subject_label as string).length > 0, (last.roles as string[]).length]).toEqual(['string', true, 1]);
  });

  it('leave no entry where they showed nobody', async () => {
    const before = await entriesOf('checker', 'bank-account.find');
    expect((await Client.as('checker').post('/bank-accounts/find', { bankCode: '004', accountNumber: accountNumber() })).body).toEqual([]);
    expect(await entriesOf('checker', 'bank-account.find')).toBe(before);
  });

  it('count whom they told of', async () => {
    await Client.as('admin').get('/users?limit=7');
    const last = await withSql('OWNER', async (sql) => (await sql.query<Json>(`select subject_count, subject_label from access_log where action = 'user.manage' and subject_kind = 'user' order by id desc limit 1`)).rows[0]);
    expect(last).toMatchObject({ subject_count: 7, subject_label: expect.stringMatching(/ 외 2$/) });
  });
});

describe('personal data that is there only now and then', () => {
  const lastOf = (login: string, kind: string): Promise<Json> =>
    withSql('OWNER', async (sql) => (await sql.query('select id, action, subject_label, subject_count from access_log where login = $1 and subject_kind = $2 order by id desc limit 1', [login, kind])).rows[0]);

  it('is on record when a party is a person, and only then', async () => {
    const name = `홍길동${randomUUID().slice(0, 8)}`;
    await withSql('APPLICATION', (sql) => sql.query(`insert into party (id, kind, name, match_name) values (gen_random_uuid(), 'PERSON', $1, upper($1))`, [name]));
    expect((await Client.as('finance').get(`/parties?search=${encodeURIComponent(name)}`)).body).toHaveLength(1);
    const entry = await lastOf('finance', 'party');
    expect(entry).toMatchObject({ action: 'party.read', subject_label: name, subject_count: 1 });
    await Client.as('finance').get('/parties?search=%EC%8B%9C%ED%97%98%EA%B8%B0%EC%88%A0');
    expect((await lastOf('finance', 'party')).id).toBe(entry.id);
  });

  it('is on record when an import tells of the contact of a partner, then and when it is read again', async () => {
    const number = `FND-2021-${randomInt(1000, 10_000)}`;
    const paste = (sheet: string, text: string): Promise<Answer> => Client.as('manager').post('/imports/fund-register/paste', { sheet, text });
    const [header = '', ...rows] = partnerSheet(number).split('\r\n');
    const partners = (contact: string): string => [header, ...rows.map((row) => `${row}\t${contact}`)].join('\r\n');
    await paste('조합개요', overviewSheet(number));
    expect((await paste('조합원명부', partners('김담당'))).body).toMatchObject({ accepted: 3 });
    const answer = await paste('조합원명부', partners('이담당'));
    expect(JSON.stringify(answer.body)).toContain('이담당');
    expect(await lastOf('manager', 'fund-register')).toMatchObject({ action: 'fund-register.import', subject_count: 3 });
    await Client.as('auditor').get(`/imports/${answer.body.id as string}`);
    expect(await lastOf('auditor', 'fund-register')).toMatchObject({ action: 'import.read', subject_count: 3 });
  });
});

describe('an account number', () => {
  const numbers: string[] = [];
  const holder = `예금주${randomUUID().slice(0, 8)}`;
  const answers: Answer[] = [];

  beforeAll(async () => {
    const [party, other] = [await newParty(), await newParty()];
    const next = (): string => {
      const number = accountNumber();
      numbers.push(number);
      return number;
    };
    const finance = Client.as('finance');
    const key = `leak-${randomUUID()}`;
    const twice = next();
    // Written, replayed, refused at the key, written for another party, refused as a double, refused at a field, found, closed.
    answers.push(await register(party.id, { accountNumber: twice, holder }, { key }));
    answers.push(await register(party.id, { accountNumber: twice, holder }, { key }));
    answers.push(await register(party.id, { accountNumber: next(), holder }, { key }));
    answers.push(await register(other.id, { accountNumber: twice, holder }));
    answers.push(await register(party.id, { accountNumber: twice, holder }));
    answers.push(await register(randomUUID(), { accountNumber: next(), holder }));
    answers.push(await register(party.id, { accountNumber: `${next()}00000`, holder }));
    answers.push(await register(party.id, { accountNumber: next(), bankCode: numbers.at(-1), holder }));
    answers.push(await Client.as('checker').post('/bank-accounts', account(party.id, { accountNumber: next(), holder })));
    answers.push(await finance.post('/bank-accounts/find', { bankCode: '004', accountNumber: twice }));
    answers.push(await finance.post('/bank-accounts/find', { bankCode: '004', accountNumber: `${next()}-x` }));
    answers.push(await finance.get(`/bank-accounts?partyId=${party.id}`));
    answers.push(await finance.post(`/bank-accounts/${answers[0]?.body.id as string}/unmask`, { reason: `${holder.length}자 확인` }));
  });

  it('is in no answer but that of unmasking, and neither is its holder', () => {
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 409, 201, 409, 404, 400, 400, 403, 200, 400, 200, 200]);
    const telling = answers.flatMap(({ bytes }, index) => ([...numbers, holder].some((secret) => bytes.toString().includes(secret)) ? [index] : []));
    expect(telling).toEqual([answers.length - 1]);
  });

  it('is in no row of any table, whoever reads the database, and neither is its holder', async () => {
    const secrets = [...numbers, holder];
    const places = await withSql('OWNER', async (sql) => {
      const { rows } = await sql.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`);
      const found: string[] = [];
      for (const { name } of rows) if ((await sql.query(`select 1 from "${name}" t where t::text like any($1) limit 1`, [secrets.map((secret) => `%${secret}%`)])).rowCount !== 0) found.push(name);
      return { found, searched: rows.length };
    });
    expect(places.found).toEqual([]);
    expect(places.searched).toBeGreaterThan(40);
  });

  it('is told neither by the log of the database nor by what it says when it refuses', async () => {
    const settings = await withSql('OWNER', async (sql) => (await sql.query<{ name: string; setting: string }>(`select name, setting from pg_settings where name in ('log_statement', 'log_parameter_max_length_on_error', 'log_min_duration_statement') order by 1`)).rows);
    expect(settings).toEqual([
      { name: 'log_min_duration_statement', setting: '-1' },
      { name: 'log_parameter_max_length_on_error', setting: '0' },
      { name: 'log_statement', setting: 'none' },
    ]);
  });

  it('is in no example of the contract and in no fixture', () => {
    const contract = fs.readFileSync('docs/openapi.json', 'utf8');
    const fields = (JSON.parse(contract) as Json).components.schemas.RegisterBankAccountDto.properties.accountNumber as Json;
    expect([fields.format, fields.example]).toEqual(['password', undefined]);
    // Long amounts are allowed in fixtures, accounts by any name are not.
    const naming = fs.readdirSync('test/fixtures').filter((file) => /계좌번호|accountNumber|account_number/.test(fs.readFileSync(`test/fixtures/${file}`, 'utf8')));
    expect([/(?<![\dA-Fa-f.-])\d{11,16}(?![\dA-Fa-f.-])/.exec(contract)?.[0], naming]).toEqual([undefined, []]);
  });

  it('is shown whole to whoever gave a reason', () => {
    expect(answers.at(-1)?.body).toEqual({ bankCode: '004', accountNumber: numbers[0], holder });
  });
});
