import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectedRoster, type ExpectedRoster } from '../../fixtures/roster-workbooks.js';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { pdfBytes } from '../../support/files.js';
import { importRoster, uploadRoster, workbook } from '../../support/rosters.js';
import { itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { balanceOf, withSql } from '../../support/sql.js';
import { voucherProgramme } from '../../support/vouchers.js';

/** A/S comes first: no invoice of it may be used again in KTTN. */
const WORKBOOKS = ['as-voucher-roster', 'kttn-vouchers'] as const;
const expected: Record<string, ExpectedRoster> = Object.fromEntries(WORKBOOKS.map((name) => [name, expectedRoster(name)]));
const imported: Record<string, Json> = {};
const home: Record<string, Record<string, string>> = {};

beforeAll(async () => {
  for (const name of WORKBOOKS) {
    home[name] = { programmeId: await voucherProgramme(), legalRegime: 'PUBLIC_FINANCE' };
    imported[name] = await importRoster(workbook(name), home[name]);
  }
});

const sql = (text: string, parameters: unknown[]): Promise<Json[]> => withSql('APPLICATION', async (client) => (await client.query(text, parameters)).rows as Json[]);

/** Sums of entries on accounts of a kind, by the end of a day; what is posted is on the account's normal side. */
async function posted(yearId: string, chart: string, rule: string, asOf: string): Promise<number> {
  const [row] = await sql(
    `select coalesce(sum(l.amount), 0)::text as amount from journal_entry e join entry_line l on l.entry_id = e.id join ledger_account a on a.id = l.account_id
      where e.book = 'voucher/' || $1::text and a.chart = $2 and e.posting = $3 and e.effective_on <= $4 and e.known_at <= ($4::date + 1)::timestamp at time zone 'Asia/Seoul'`,
    [yearId, chart, rule, asOf],
  );
  return Number(row.amount);
}

/** What services hold at the end of a day, by what happened to each. */
async function held(yearId: string, asOf: string, voucherId: string | null = null): Promise<number> {
  const [row] = await sql(
    `select coalesce(sum(s.government_won), 0)::text as amount from voucher_service s join voucher v on v.id = s.voucher_id
      where v.year_id = $1 and ($3::uuid is null or v.id = $3) and s.contracted_on <= $2
        and not exists (select 1 from service_event e where e.service_id = s.id and e.event in ('capture', 'cancel') and e.happened_on <= $2)`,
    [yearId, asOf, voucherId],
  );
  return Number(row.amount);
}

describe.each(WORKBOOKS)('importing %s', (name) => {
  const { sheets, figures } = expected[name] as ExpectedRoster;
  const result = (): Json => imported[name];
  const yearId = (): string => result().yearId as string;
  const sheetOf = (sheet: string): Json => (result().sheets as Json[]).find((each) => each.name === sheet);

  it.each(Object.keys(sheets))('gives the sheet %s the verdicts that were worked out by hand', (sheet) => {
    const { header_row, data_rows, accepted, rejected, warnings, skipped } = sheets[sheet] as ExpectedRoster['sheets'][string];
    const found = sheetOf(sheet);
    const rows = found.rows as Json[];
    expect([found.headerRow, found.dataRows, found.accepted, found.skipped]).toEqual([header_row, data_rows, accepted, skipped]);
    const refused = rows.filter(({ verdict }) => verdict === 'REJECTED').map(({ row, key, remarks }) => [row, remarks[0].code, key]);
    expect(refused).toEqual(rejected.map(({ row, code, key }) => [row, code, key]));
    const warned = rows.filter(({ verdict }) => verdict !== 'REJECTED').flatMap(({ row, key, remarks }) => (remarks as Json[]).map(({ code }) => [row, code as string, key]));
    expect(warned).toEqual(warnings.map(({ row, code, key }) => [row, code, key]));
  });

  it('opens the year that its overview states, with budget, quota and terms', async () => {
    const { programme } = figures;
    expect([result().opened, result().before]).toEqual([true, { vouchers: `${programme.quota}`, companies: `${programme.quota}`, budgetWon: `${programme.budget}` }]);
    expect(result().after).toEqual({
      vouchers: `${figures.remaining_quota}`,
      companies: `${programme.quota - figures.distinct_companies}`,
      budgetWon: `${figures.remaining_budget}`,
    });
    const terms = (await Client.as('auditor').get(`/voucher-years/${yearId()}/terms`)).body as Json;
    const text = JSON.stringify(terms);
    expect(text).toContain(`${programme.cap}`);
    expect(text).toContain(`${programme.self_bps}`);
  });

  it('recorded vouchers, companies and payments', async () => {
    const [issued] = await sql(
      `select count(*)::int as n, sum(amount_won)::text as won, count(distinct v.company_id)::int as companies
         from voucher_issue i join voucher v on v.id = i.voucher_id where i.year_id = $1`,
      [yearId()],
    );
    expect(issued).toEqual({ n: figures.issued_count, won: `${figures.issued_amount}`, companies: figures.distinct_companies });
    const [paid] = await sql(
      `select count(*)::int as count, sum(s.supply_won)::int as supply, sum(c.public_won)::int as gov, sum(s.self_won)::int as self, sum(s.vat_won)::int as vat
         from service_capture c join voucher_service s on s.id = c.service_id join voucher v on v.id = s.voucher_id where v.year_id = $1`,
      [yearId()],
    );
    expect(paid).toEqual(figures.paid_claims);
    expect([result().issuedWon, result().fresh.issues, result().issues.length]).toEqual([`${figures.issued_amount}`, figures.issued_count, figures.issued_count]);
  });

  it.each(figures.ledger)('has the books of $as_of', async ({ as_of, ...wanted }) => {
    const [count] = await sql('select count(*)::int as n from voucher_issue where year_id = $1 and issued_on <= $2', [yearId(), as_of]);
    const [issued, captured, revoked, standing] = [
      await posted(yearId(), 'voucher.outstanding', 'voucher.issued', as_of),
      await posted(yearId(), 'voucher.outstanding', 'voucher.service-captured', as_of),
      await posted(yearId(), 'voucher.outstanding', 'voucher.revoked', as_of),
      await held(yearId(), as_of),
    ];
    // An import expires nothing: what had lapsed by then still stands on the vouchers.
    const rest = issued - captured - revoked - standing;
    expect({ issued_count: count.n, issued, captured, revoked, held: standing, rest }).toEqual({
      ...{ issued_count: wanted.issued_count, issued: wanted.issued, captured: wanted.captured, revoked: wanted.revoked, held: wanted.held },
      rest: wanted.available + wanted.expired,
    });
  });

  it('has every voucher as it stands at the end, on its own account', async () => {
    const { as_of, rows } = figures.vouchers_at_end;
    const found = await sql(
      `select i.number as voucher, i.voucher_id as id, b.balance::text as balance, b.held::text as held, i.amount_won::text as issued
         from voucher_issue i join ledger_account a on a.key = 'voucher/' || i.year_id || '/voucher.balance/' || i.voucher_id join account_balance b on b.account_id = a.id
        where i.year_id = $1::uuid order by i.number`,
      [yearId()],
    );
    const standing: unknown[][] = [];
    // One after the other: each question takes a connection of its own, and other specs need some too.
    for (const { voucher, id, balance, held: onHold, issued } of found) standing.push([voucher, Number(issued), Number(balance), Number(onHold), await held(yearId(), as_of, id as string)]);
    const wanted = rows.map(([voucher, , issued, revoked, captured, onHold]) => [voucher, issued, Number(issued) - Number(revoked) - Number(captured), onHold, onHold]);
    expect(standing.sort()).toEqual(wanted.sort());
  });

  it('has every claim with its parts', async () => {
    const found = await sql(
      `select s.number, i.number as voucher, s.supply_won::int as supply, s.government_won::int as gov, s.self_won::int as self, s.vat_won::int as vat, st.state
         from voucher_service s join voucher_issue i on i.voucher_id = s.voucher_id join service_state st on st.service_id = s.id where i.year_id = $1`,
      [yearId()],
    );
    const states: Record<string, string> = { PAID: '지급완료', CLAIMED: '청구', CANCELLED: '취소', CONTRACTED: '검수중', DELIVERED: '검수중', ACCEPTED: '검수중' };
    const claims = found.map(({ number, voucher, supply, gov, self, vat, state }) => [number, voucher, supply, gov, self, vat, states[state as string]]);
    const wanted = figures.claims.rows.map(([number, , voucher, supply, gov, self, vat, , state]) => [number, voucher, supply, gov, self, vat, state]);
    expect(claims.sort()).toEqual(wanted.sort());
  });

  it('keeps the vouchers equal to their control account', async () => {
    const [sum] = await sql(`select coalesce(sum(b.balance), 0)::text as won from ledger_account a join account_balance b on b.account_id = a.id where a.book = 'voucher/' || $1::text and a.chart = 'voucher.balance'`, [yearId()]);
    expect((await balanceOf(`voucher/${yearId()}/voucher.outstanding`)).toString()).toBe(sum.won);
  });

  it('records nothing new when the same file comes again', async () => {
    const count = (): Promise<Json[]> =>
      sql(
        `select (select count(*) from voucher where year_id = $1) as vouchers, (select count(*) from journal_entry where book = 'voucher/' || $1::text) as entries,
                (select count(*) from voucher_service s join voucher v on v.id = s.voucher_id where v.year_id = $1) as services, (select count(*) from tax_invoice) as invoices,
                (select count(*) from voucher_event e join voucher v on v.id = e.voucher_id where v.year_id = $1) as events`,
        [yearId()],
      );
    const before = await count();
    const again = await importRoster(workbook(name), home[name]);
    expect([again.yearId, again.opened, again.issuedWon, again.postings]).toEqual([yearId(), false, '0', []]);
    expect(again.fresh).toEqual({ providers: 0, brokers: 0, applications: 0, issues: 0, uses: 0 });
    const rows = (each: Json): Json[] => (each.sheets as Json[]).filter((sheet) => sheet.name !== '사업개요').map((sheet) => [sheet.name, sheet.accepted, sheet.rejected, sheet.unchanged === sheet.accepted]);
    expect(rows(again)).toEqual((result().sheets as Json[]).filter((sheet) => sheet.name !== '사업개요').map((sheet) => [sheet.name, sheet.accepted, sheet.rejected, true]));
    expect(await count()).toEqual(before);
  });

  it('names the providers that nothing can be paid to, and stores no account number of the file', async () => {
    const note = (result().notes as Json[]).find(({ ko }) => (ko as string).includes('지급계좌'));
    expect(note.ko).toContain('온새미연구원');
    const [accounts] = await sql('select count(*)::int as n from bank_account a join service_provider s on s.party_id = a.party_id where s.year_id = $1', [yearId()]);
    expect(accounts.n).toBe(0);
  });
});

describe('the vouchers of the sample', () => {
  it('are issued by rank, held back for a conflict of interest, and given up', async () => {
    const { figures } = expected['as-voucher-roster'] as ExpectedRoster;
    const yearId = imported['as-voucher-roster'].yearId as string;
    const order = await sql('select a.number from voucher_issue i join voucher_application a on a.voucher_id = i.voucher_id where i.year_id = $1 order by i.rank', [yearId]);
    expect(order.map(({ number }) => number as string)).toEqual(figures.issue_order);
    const states = await sql('select a.number, s.state from voucher_application a join voucher_state s on s.voucher_id = a.voucher_id where a.year_id = $1', [yearId]);
    const stateOf = new Map(states.map(({ number, state }) => [number as string, state as string]));
    expect(figures.held_for_conflict_of_interest?.map((number) => stateOf.get(number))).toEqual(['APPLIED']);
    expect(Object.fromEntries(['ISSUED', 'WITHDRAWN', 'EVALUATED', 'APPLIED'].map((state) => [state, states.filter((each) => each.state === state).length]))).toEqual({ ISSUED: 29, WITHDRAWN: 1, EVALUATED: 2, APPLIED: 1 });
  });

  it('of a company and provider that stand in both programmes are those of one party', async () => {
    const found = await sql(`select count(*)::int as n from party where business_number in ('7528208297', '3798185336')`, []);
    expect(found).toEqual([{ n: 2 }]);
  });
});

describe('a roster that does not fit', () => {
  const upload = (bytes: Buffer, options: Record<string, string> = {}, corrections: Json[] = []): Promise<Answer> => uploadRoster(bytes, options, corrections);

  itIsClosedTo('manager', 'importVoucherRoster', (client) => client.upload('/voucher-rosters', workbook('kttn-vouchers'), 'roster.xlsx'));

  it('is refused where its year, its total or its corrections say otherwise', async () => {
    const [as, kttn] = [imported['as-voucher-roster'], imported['kttn-vouchers']];
    expect(refusal(await upload(workbook('kttn-vouchers'), { yearId: as.yearId as string, dryRun: 'true' }))).toEqual([409, 'roster.of-another-year']);
    expect(refusal(await upload(workbook('kttn-vouchers'), { yearId: NOWHERE, dryRun: 'true' }))).toEqual([404, 'resource.not-found']);
    expect(refusal(await upload(workbook('kttn-vouchers'), { yearId: kttn.yearId as string, amountWon: '1' }))).toEqual([409, 'roster.total-differs']);
    const cell = { sheet: '발급대장', row: 15, column: '중개인번호', value: 'BRK-002' };
    expect(refusal(await upload(workbook('kttn-vouchers'), { ...home['kttn-vouchers'], dryRun: 'true' }, [{ ...cell, column: '없는 열' }]))).toEqual([400, 'roster.correction-misses', '/corrections/0/column']);
    expect(refusal(await upload(workbook('kttn-vouchers'), { ...home['kttn-vouchers'], dryRun: 'true' }, [cell, { ...cell, row: 999 }]))).toEqual([400, 'roster.correction-misses', '/corrections/1/row']);
    expect(refusal(await upload(workbook('kttn-vouchers'), { ...home['kttn-vouchers'], dryRun: 'true' }, [{ ...cell, sheet: '다른 시트' }]))).toEqual([400, 'roster.correction-misses', '/corrections/0/sheet']);
    expect(refusal(await upload(workbook('kttn-vouchers'), { ...home['kttn-vouchers'], dryRun: 'true' }, [{ row: 'x' }]))).toEqual([400, 'roster.corrections-malformed', '/corrections']);
    expect(refusal(await upload(pdfBytes('x'), { dryRun: 'true' }))).toEqual([400, 'sheet.not-a-workbook']);
  });

  it('is put right in place: a broker for the voucher that lacks one (S4)', async () => {
    const corrections = [
      { sheet: '발급대장', row: 15, column: '중개인번호', value: 'BRK-003' },
      { sheet: '발급대장', row: 15, column: '참여확정일', value: '2022-05-25' },
    ];
    const [refused] = (imported['kttn-vouchers'].sheets as Json[]).find(({ name }) => name === '발급대장').rows as Json[];
    expect([refused.row, refused.remarks[0].code, refused.remarks[0].column]).toEqual([15, 'BROKER_REQUIRED', '중개인번호']);
    const result = await importRoster(workbook('kttn-vouchers'), home['kttn-vouchers'], corrections);
    expect([result.issuedWon, result.fresh.issues, result.issues[0].number]).toEqual(['5000000', 1, 'KT-2022-0012']);
    expect(result.after).toEqual({ vouchers: '8', companies: '8', budgetWon: '110500000' });
  });

  it('shows what a preview would post, and keeps nothing of it', async () => {
    const runs = (): Promise<Json[]> => sql(`select count(*)::int as n from import_run where result ->> 'yearId' = $1`, [imported['as-voucher-roster'].yearId]);
    const before = await runs();
    const answer = await upload(workbook('as-voucher-roster'), { ...home['as-voucher-roster'], dryRun: 'true' });
    expectStatus(answer, 201);
    expect([answer.body.id, answer.body.dryRun]).toEqual([null, true]);
    expect(await runs()).toEqual(before);
    expect(((await Client.as('auditor').get('/imports')).body as Json[]).some(({ id }) => id === imported['as-voucher-roster'].id)).toBe(true);
    expect((await Client.as('auditor').get(`/imports/${imported['as-voucher-roster'].id}`)).status).toBe(200);
  });
});
