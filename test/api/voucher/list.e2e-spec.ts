import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '#libs/sheet';
import { refusal } from '../../support/answers.js';
import { Client, type Json } from '../../support/client.js';
import { itFindsNothingAt, itIsClosedTo, NOWHERE } from '../../support/routes.js';
import { capturedService, contractedService, yearInUse, type TestUse } from '../../support/services.js';
import { deed, voucherPage } from '../../support/voucher-life.js';

describe('the vouchers of a year', () => {
  const auditor = Client.as('auditor');
  let use: TestUse;
  const list = async (query = ''): Promise<Json> => (await auditor.get(`/voucher-years/${use.year.id}/vouchers${query}`)).body;
  const ids = async (query: string): Promise<string[]> => ((await list(query)).vouchers as Json[]).map(({ id }) => id as string);

  beforeAll(async () => {
    use = await yearInUse(5);
    const [first = '', second = '', third = ''] = use.voucherIds;
    await capturedService(first, use.provider.id);
    await contractedService(first, use.provider.id, { supplyWon: '1000000' });
    await contractedService(second, use.provider.id);
    await deed(third, 'suspend');
  });

  itIsClosedTo('admin', 'listVouchers', (client) => client.get(`/voucher-years/${NOWHERE}/vouchers`));
  itIsClosedTo('admin', 'exportVouchers', (client) => client.post(`/voucher-years/${NOWHERE}/vouchers/export`, {}));
  itIsClosedTo('admin', 'getVoucher', (client) => client.get(`/vouchers/${NOWHERE}`));
  itFindsNothingAt((id) => auditor.get(`/voucher-years/${id}/vouchers`));
  itFindsNothingAt((id) => auditor.post(`/voucher-years/${id}/vouchers/export`, {}));
  itFindsNothingAt((id) => auditor.get(`/vouchers/${id}`));

  it('come by number, with the figures of the ledger and what is next', async () => {
    const { vouchers, count, availableWon, heldWon, more } = await list();
    expect([count, availableWon, heldWon, more, vouchers.length]).toEqual([5, '18866668', '3466666', false, 5]);
    const numbers = (vouchers as Json[]).map(({ number }) => number as string);
    expect(numbers).toEqual([...numbers].sort());
    const of = (id: string): Json => (vouchers as Json[]).find((each) => each.id === id);
    expect(of(use.voucherIds[0] ?? '')).toMatchObject({ givenWon: '5000000', capturedWon: '2666666', heldWon: '800000', availableWon: '1533334', ownLeftWon: '583333', nextStep: 'PAY' });
    expect(of(use.voucherIds[1] ?? '')).toMatchObject({ nextStep: 'DELIVER' });
    expect(of(use.voucherIds[2] ?? '')).toMatchObject({ state: 'SUSPENDED', nextStep: 'RESUME' });
    expect(of(use.voucherIds[3] ?? '')).toMatchObject({ state: 'ISSUED', nextStep: 'CONTRACT' });
  });

  it('are found by state, by what is left of their time and by part of a name or number', async () => {
    const [first = '', , third = ''] = use.voucherIds;
    const { voucher } = await voucherPage(first);
    expect(await ids('?state=SUSPENDED')).toEqual([third]);
    expect([(await ids('?state=OPEN')).length, await ids('?state=ENDED')]).toEqual([5, []]);
    expect([await ids(`?expiringWithinDays=${voucher.daysLeft - 1}`), (await ids(`?expiringWithinDays=${voucher.daysLeft}`)).length]).toEqual([[], 5]);
    expect(await ids(`?search=${encodeURIComponent(voucher.number.toLowerCase())}`)).toEqual([first]);
    expect(await ids(`?search=${encodeURIComponent(voucher.company.slice(3))}`)).toEqual([first]);
    expect(await ids(`?search=${voucher.businessNumber.slice(0, 3)}-${voucher.businessNumber.slice(3)}`)).toEqual([first]);
    expect(refusal(await auditor.get(`/voucher-years/${use.year.id}/vouchers?state=NONE`))).toEqual([400, 'request.invalid', '/state']);
  });

  it('come page by page in any order', async () => {
    const byMoney = (await list('?order=AVAILABLE')).vouchers as Json[];
    expect(byMoney.map(({ availableWon }) => Number(availableWon))).toEqual([5_000_000, 5_000_000, 5_000_000, 2_333_334, 1_533_334]);
    const pages = [await list('?limit=2'), await list('?limit=2&offset=2'), await list('?limit=2&offset=4')];
    expect(pages.map(({ more, count }) => [more, count])).toEqual([[true, 5], [true, 5], [false, 5]]);
    expect(pages.flatMap(({ vouchers }) => (vouchers as Json[]).map(({ id }) => id as string))).toEqual(await ids(''));
  });

  it('leave as a workbook with the same figures', async () => {
    const answer = await auditor.post(`/voucher-years/${use.year.id}/vouchers/export`, { state: 'OPEN' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    const [sheet] = (await readWorkbook(answer.bytes)).sheets;
    const rows = (sheet?.rows ?? []).map((row) => row.cells.map((cell) => cell.text));
    const total = rows.find((cells) => cells[0] === '합계');
    expect(rows.filter((cells) => /^AS-\d{4}-\d{4}$/.test(cells[0] ?? ''))).toHaveLength(5);
    expect(total?.map((text) => text.replace(/\D/g, '')).filter((text) => text !== '')).toEqual(['25000000', '2666666', '3466666', '18866668', '0', '0', '5583333']);
  });
});

describe('the page of a voucher', () => {
  it('tells the whole history: who did what when, and what it moved on both lots', async () => {
    const use = await yearInUse(1);
    const voucherId = use.voucherIds[0] ?? '';
    await capturedService(voucherId, use.provider.id);
    await deed(voucherId, 'suspend', { reason: '현장점검' });
    const page = await voucherPage(voucherId);
    expect((page.history as Json[]).map(({ kind, event }) => `${kind as string}/${event as string}`).reverse()).toEqual([
      ...['VOUCHER/screen', 'VOUCHER/evaluate', 'VOUCHER/select', 'VOUCHER/agree', 'DEPOSIT/deposit', 'VOUCHER/issue'],
      ...['SERVICE/contract', 'SERVICE/deliver', 'SERVICE/accept', 'SERVICE/inspect', 'SERVICE/claim', 'SERVICE/capture', 'VOUCHER/suspend'],
    ]);
    expect(page.history[0]).toMatchObject({ reason: '현장점검', approvalId: null, name: { ko: '사용정지' } });
    expect(page.services).toMatchObject([{ state: 'CAPTURED', governmentWon: '2666666', capturedWon: '2666666', next: { ko: '지급' } }]);
    expect((page.lines as Json[]).map(({ lot, posting, amountWon, balanceWon }) => [lot, posting, amountWon, balanceWon])).toEqual([
      ['OWN', 'voucher.own-money-deposited', '1250000', '1250000'],
      ['PUBLIC', 'voucher.issued', '5000000', '5000000'],
      ['PUBLIC', 'voucher.service-captured', '-2666666', '2333334'],
      ['OWN', 'voucher.service-captured', '-666667', '583333'],
    ]);
  });
});
