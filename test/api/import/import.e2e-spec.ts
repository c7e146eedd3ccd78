import { beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import { expectStatus, refusal } from '../../support/answers.js';
import { Client, type Answer, type Json } from '../../support/client.js';
import { encryptedWorkbook, pdfBytes, workbookBytes, zipBomb } from '../../support/files.js';
import { obligation } from '../../support/funds.js';
import { itIsClosedTo } from '../../support/routes.js';
import { balanceOf, withSql } from '../../support/sql.js';

const WORKBOOK = fs.readFileSync('test/fixtures/fund-register.xlsx');
const EXPECTED = JSON.parse(fs.readFileSync('test/fixtures/fund-register.expected.json', 'utf8')) as Json;
const FIGURES = EXPECTED.figures.funds['FND-2021-01'] as Json;

const won = (amount: number): string => String(amount);
const percent = (text: string | null): string | null => text?.replace('%', '') ?? null;

const upload = (bytes: Buffer, query = '', ask = {}): Promise<Answer> => Client.as('manager').upload(`/imports/fund-register${query}`, bytes, 'fund-register.xlsx', ask);

/** The counts of a sheet as the expectation file has them. */
const counts = ({ headerRow, dataRows, accepted, skipped, rows }: Json): Json => ({
  header_row: headerRow,
  data_rows: dataRows,
  accepted,
  skipped,
  rejected: (rows as Json[]).filter(({ verdict }) => verdict === 'REJECTED').map(({ row, key, remarks }) => ({ row, key, code: remarks[0].code })),
});

/** A fund's position in the words of the expectation file. */
const figures = (position: Json): Json => ({
  T_invested: position.investedWon,
  M_qualifying: position.qualifyingWon,
  M_outstanding_cost: position.qualifyingOutstandingWon,
  paid_in: position.paidInWon,
  pending_count: position.pendingCount,
  pending_amount: position.pendingWon,
  investments: position.investmentCount,
  qualifying: position.qualifyingCount,
  bases: Object.fromEntries((position.bases as Json[]).map(({ basis, baseWon, ratioPercent, requiredWon, shortfallWon, met }) => [basis, [baseWon, ratioPercent, requiredWon, shortfallWon, met]])),
  feasibility: position.feasibility,
  room: [position.minAdditionalQualifyingWon, position.maxAdditionalNonQualifyingWon],
});

const pace = ({ pace: { totalDays, elapsedDays, expectedQualifyingWon, gapWon } }: Json): Json => [totalDays, elapsedDays, expectedQualifyingWon, gapWon];

const expectedFigures = (each: Json): Json => ({
  T_invested: won(each.T_invested),
  M_qualifying: won(each.M_qualifying),
  M_outstanding_cost: won(each.M_outstanding_cost),
  paid_in: won(each.paid_in),
  pending_count: each.pending_count,
  pending_amount: won(each.pending_amount),
  investments: each.investments,
  qualifying: each.qualifying,
  bases: Object.fromEntries(Object.entries(each.bases as Record<string, Json>).map(([basis, { base, ratio, required, shortfall, met }]) => [basis, [won(base), percent(ratio), won(required), won(shortfall), met]])),
  feasibility: {
    capacityWon: won(each.feasibility_on_commitments.capacity),
    remainingWon: won(each.feasibility_on_commitments.remaining),
    shortfallWon: won(each.feasibility_on_commitments.shortfall),
    headroomWon: won(each.feasibility_on_commitments.headroom),
    feasible: each.feasibility_on_commitments.feasible,
    maxAttainablePercent: percent(each.feasibility_on_commitments.max_attainable),
    requiredShareOfRemainingPercent: percent(each.feasibility_on_commitments.required_share_of_remaining),
  },
  room: [won(each.invested_basis_room.min_additional_qualifying), won(each.invested_basis_room.max_additional_nonqualifying)],
});

describe('importing a fund register', () => {
  let dry: Answer;
  let imported: Answer;
  let fundId: string;

  beforeAll(async () => {
    dry = await upload(WORKBOOK, '?dryRun=true');
    imported = await upload(WORKBOOK, '', { key: 'the-register-once' });
    const funds = (await Client.as('auditor').get('/funds')).body as Json[];
    fundId = funds.find((fund) => fund.number === 'FND-2021-01')?.id as string;
  });

  itIsClosedTo('finance', 'importFundRegister', (client) => client.upload('/imports/fund-register', WORKBOOK, 'fund-register.xlsx'));

  it('in a dry run gives every verdict and records nothing', () => {
    expectStatus(dry, 201);
    expectStatus(imported, 201);
    expect([dry.body.id, dry.body.dryRun, dry.body.unchanged]).toEqual([null, true, 0]);
    expect(dry.body.sheets).toEqual(imported.body.sheets);
    expect(imported.body).toMatchObject({ dryRun: false, fileName: 'fund-register.xlsx', sizeBytes: WORKBOOK.length, importedBy: '김바람' });
  });

  it('lists its distributions, of which nobody knows how they were divided; no cash is left unexplained', async () => {
    const rows = (await Client.as('auditor').get(`/funds/${fundId}/distributions`)).body as Json[];
    expect(rows.map((row) => [row.id, row.kind, row.amountWon, row.plan, row.reversible])).toEqual([
      [null, 'IMPORTED', '800000000', null, false],
      [null, 'IMPORTED', '2900000001', null, false],
    ]);
    const { body } = await Client.as('auditor').get(`/funds/${fundId}/performance?asOf=2026-06-30`);
    expect(body).toMatchObject({ cashWon: '560004934', otherCashWon: '0', carryPaidWon: '0', netAssetValueWon: '15815004934' });
  });

  it.each(Object.keys(EXPECTED.sheets))('gives the sheet %s the verdicts that were worked out by hand', (name) => {
    const { header_row, data_rows, accepted, skipped, rejected } = EXPECTED.sheets[name];
    const sheet = (imported.body.sheets as Json[]).find((each) => each.name === name);
    expect(counts(sheet)).toEqual({ header_row, data_rows, accepted, skipped, rejected: (rejected as Json[]).map(({ row, key, code }) => ({ row, key, code })) });
  });

  it.each(Object.entries(EXPECTED.sheets as Record<string, Json>).flatMap(([name, { warnings }]) => (warnings as Json[]).map((warning) => [name, warning.code as string, warning] as const)))(
    'warns on the sheet %s of %s',
    (name, code, { row, key }) => {
      const sheet = (imported.body.sheets as Json[]).find((each) => each.name === name);
      const found = (sheet.rows as Json[]).find((each) => each.row === row);
      expect([found.key, (found.remarks as Json[]).map((remark) => remark.code as string)]).toEqual([key, expect.arrayContaining([code])]);
    },
  );

  describe.each(FIGURES.obligation as Json[])('as of $as_known_then.as_of', (each: Json) => {
    it.each(['as_known_then', 'as_known_on_2026_06_30'])('stands %s where docs/domain.md says', async (which) => {
      const { as_of, known_at } = each[which];
      const position = await obligation(fundId, `?asOf=${as_of}&knownAt=${known_at}`);
      expect(figures(position)).toEqual(expectedFigures(each[which]));
      // After the investment period docs/domain.md gives no pace.
      const expected = each[which].pace as Json;
      if (expected !== undefined) expect(pace(position)).toEqual([expected.total_days, expected.elapsed_days, won(expected.expected_M), won(expected.gap)]);
    });
  });

  it('met its obligation at the deadline', async () => {
    const { deadline, required, ratio, met } = FIGURES.deadline_test;
    const { decisive, verdict } = await obligation(fundId, `?asOf=${deadline}&knownAt=2026-06-30`);
    expect([decisive.requiredWon, decisive.ratioPercent, decisive.met, verdict]).toEqual([won(required), percent(ratio), met, 'MET']);
  });

  it('knows what every partner paid in, and who owes what', async () => {
    const { partners } = (await Client.as('auditor').get(`/funds/${fundId}?asOf=2026-06-30`)).body as { partners: Json[] };
    expect(Object.fromEntries(partners.map(({ name, paidInWon }) => [name, Number(paidInWon)]))).toEqual(FIGURES.paid_in_by_partner);
    const calls = (await Client.as('auditor').get(`/funds/${fundId}/capital-calls?asOf=2026-06-30`)).body as Json[];
    const unpaid = calls.flatMap(({ number, dueOn, shares }) => (shares as Json[]).filter(({ unpaidWon }) => unpaidWon !== '0').map((share) => [number, dueOn, share.partner, share.unpaidWon, share.overdueInterestWon]));
    expect(unpaid).toEqual((FIGURES.unpaid_calls as Json[]).map((each) => [each.call, each.due, each.partner, won(each.unpaid), won(each.overdue_interest_to_2026_06_30)]));
  });

  it('balances: every account is the sum of its lines, and cash is what came less what went', async () => {
    const wrong = await withSql('APPLICATION', async (client) => {
      const { rows } = await client.query(
        `select a.key from ledger_account a join account_balance b on b.account_id = a.id left join entry_line l on l.account_id = a.id
          where a.book = $1 group by a.key, a.normal_side, b.balance
         having b.balance <> coalesce(sum(case when l.side = a.normal_side then l.amount else -l.amount end), 0)`,
        [`fund/${fundId}`],
      );
      return rows as object[];
    });
    expect(wrong).toEqual([]);
    const position = await obligation(fundId);
    expect((await balanceOf(`fund/${fundId}/fund.deal-capacity`)).toString()).toBe((BigInt(position.feasibility.capacityWon) - BigInt(position.investedWon)).toString());
  });

  it('adds nothing when the same file comes again, with the same key or with another', async () => {
    const before = await rowCount(fundId);
    const [replayed, second] = [await upload(WORKBOOK, '', { key: 'the-register-once' }), await upload(WORKBOOK)];
    expect(replayed.body).toEqual(imported.body);
    expect([second.status, second.body.unchanged, second.body.rejected]).toEqual([201, second.body.accepted, imported.body.rejected]);
    expect(await rowCount(fundId)).toEqual(before);
  });

  it('refuses the key for another file, and does without none', async () => {
    expect(refusal(await upload(workbookBytes(Buffer.from('<worksheet/>')), '', { key: 'the-register-once' }))).toEqual([409, 'idempotency.key-reused']);
    expect(refusal(await upload(WORKBOOK, '', { key: null }))).toEqual([400, 'idempotency.key-missing']);
    expect(refusal(await upload(WORKBOOK, '?dryRun=yes'))).toEqual([400, 'request.invalid', '/dryRun']);
  });

  it.each([
    ['a PDF', pdfBytes('x'), 'sheet.not-a-workbook'],
    ['a web page', Buffer.from('<html><table><tr><td>조합번호</td></tr></table></html>'), 'sheet.not-a-workbook'],
    ['comma-separated text', Buffer.from('조합번호,투자번호\nFND-2021-01,INV-2022-0001\n'), 'sheet.not-a-workbook'],
    ['a workbook with a password', encryptedWorkbook(), 'sheet.encrypted'],
    ['a broken archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2_000)]), 'sheet.corrupt'],
    ['half of the register', WORKBOOK.subarray(0, WORKBOOK.length / 2), 'sheet.corrupt'],
    ['a zip bomb', zipBomb(), 'sheet.inflates-too-much'],
    ['nothing', Buffer.alloc(0), 'document.empty'],
    ['50 MB', Buffer.alloc(50 * 1024 * 1024, 1), 'document.too-large'],
  ])('refuses %s posing as a workbook, and says what it is', async (_what, bytes, code) => {
    expect(refusal(await upload(bytes))).toEqual([400, code]);
  });
});

/** How many facts there are about the fund, table by table. */
async function rowCount(fundId: string): Promise<object> {
  return withSql('APPLICATION', async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from investment where fund_id = $1) as investments,
              (select count(*) from capital_call where fund_id = $1) as calls,
              (select count(*) from distribution where fund_id = $1) as distributions,
              (select count(*) from fund_expense where fund_id = $1) as expenses,
              (select count(*) from journal_entry where book = 'fund/' || $1::text) as entries`,
      [fundId],
    );
    return rows[0] as object;
  });
}
