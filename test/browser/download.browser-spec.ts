import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { busyMonth } from '../support/access-entries.js';
import { longBook } from '../support/books.js';
import { baseUrl, Client } from '../support/client.js';
import { formFund } from '../support/funds.js';
import { today } from '../support/services.js';
import { openBrowser, signIn, type Visit } from './page.js';

/** Of two lines each. */
const ENTRIES = 15_000;

/** The files that come, in the corner of whatever page is open. */
const tray = (page: Page): Locator => page.getByRole('region', { name: '받는 중인 파일' });

async function openBooks(browser: Browser, fundId: string): Promise<Visit> {
  const seat = await signIn(browser, 'compliance');
  await seat.page.goto(`${baseUrl()}/funds/${fundId}/ledger`);
  return seat;
}

/** Asks for the whole book, as somebody does who says why. */
async function askForBook(page: Page): Promise<void> {
  await page.getByRole('button', { name: '명세서(PDF)' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('원장 전체 점검');
  await page.getByRole('dialog').getByRole('button', { name: '내려받기' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function takesAway(page: Page): Promise<Buffer> {
  const download = await page.waitForEvent('download');
  return fs.readFileSync(await download.path());
}

/** The month before this one in Seoul: its review waits, so the page begins with it. */
function lastMonth(): string {
  const [year = 0, month = 0] = today().split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7);
}

describe('a long file, beside the page', () => {
  let browser: Browser;
  let fund: { readonly id: string };

  beforeAll(async () => {
    browser = await openBrowser();
    fund = await formFund(Client.as('manager'));
    await longBook(ENTRIES, `fund/${fund.id}`);
  }, 120_000);

  afterAll(() => browser.close());

  it('says how far it is while the page is used, and saves itself whole', async () => {
    const { page, complaints } = await openBooks(browser, fund.id);
    const coming = takesAway(page);
    await askForBook(page);
    await tray(page).getByText(/자료를 읽는 중 · [\d,]+ \/ 30,0\d\d행/).waitFor();
    // The page beside it is not held up.
    await page.getByRole('link', { name: '펀드 현황' }).click();
    await page.getByRole('heading', { name: '펀드 현황' }).first().waitFor();
    await tray(page).getByText(/^[\d,]+ \/ [\d,]+쪽 · [\d.]+ (B|KB|MB)$/).waitFor();
    await tray(page).locator('[role=progressbar][aria-valuenow]:not([aria-valuenow="0"])').waitFor();
    const file = await coming;
    await tray(page).getByText(/저장했습니다 · [\d.]+ (KB|MB)/).waitFor();
    expect([file.subarray(0, 5).toString(), file.subarray(-6).toString()]).toEqual(['%PDF-', '%%EOF\n']);
    expect(file.length).toBeGreaterThan(1_000_000);
    expect(complaints).toEqual([]);
  });

  it('can be stopped: nothing is saved, and it can be asked for again', async () => {
    const { page, complaints } = await openBooks(browser, fund.id);
    const saved: Download[] = [];
    page.on('download', (download) => saved.push(download));
    await askForBook(page);
    await tray(page).getByText(/자료를 읽는 중|쪽/).waitFor();
    await tray(page).getByRole('button', { name: '중지' }).click();
    await tray(page).waitFor({ state: 'detached' });
    expect(saved).toEqual([]);
    page.removeAllListeners('download');
    const coming = takesAway(page);
    await askForBook(page);
    expect((await coming).subarray(-6).toString()).toBe('%%EOF\n');
    expect(complaints).toEqual([]);
  });

  it('is not saved where the connection breaks off, and says so with a way to try again', async () => {
    const { page } = await openBooks(browser, fund.id);
    const saved: Download[] = [];
    page.on('download', (download) => saved.push(download));
    // As a proxy does that loses its patience in the middle: an answer that ends well but is not whole.
    await page.route('**/api/reports/ledger-extracts', async (route) => {
      const answer = await route.fetch({ timeout: 90_000 });
      const body = await answer.body();
      await route.fulfill({ response: answer, body: body.subarray(0, Math.floor(body.length / 2)) });
    });
    await askForBook(page).catch(() => undefined);
    await tray(page).getByText(/끝까지 오지 않아 저장하지 않았습니다/).waitFor();
    expect(saved).toEqual([]);
    await page.unroute('**/api/reports/ledger-extracts');
    page.removeAllListeners('download');
    const coming = takesAway(page);
    await tray(page).getByRole('button', { name: '다시 받기' }).click();
    expect((await coming).subarray(-6).toString()).toBe('%%EOF\n');
  });

  it('is told row by row where it is a workbook', async () => {
    const month = lastMonth();
    await busyMonth(month, ENTRIES);
    const { page, complaints } = await signIn(browser, 'compliance');
    await page.goto(`${baseUrl()}/access-log`);
    await page.getByRole('heading', { name: month }).waitFor();
    const coming = takesAway(page);
    await page.getByRole('button', { name: '엑셀로 내려받기' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('월간 점검 자료');
    await page.getByRole('dialog').getByRole('button', { name: '내려받기' }).click();
    await tray(page).getByText(/^표를 채우는 중 · [\d,]+ \/ 15,00\d행$/).waitFor();
    expect((await coming).subarray(0, 2).toString()).toBe('PK');
    await tray(page).getByText(/저장했습니다 · [\d.]+ (KB|MB)/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells a refusal in the dialog, where the reason is still to be read', async () => {
    const { page, complaints } = await openBooks(browser, fund.id);
    await page.getByRole('button', { name: '명세서(PDF)' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('점검');
    await page.getByRole('dialog').getByRole('button', { name: '내려받기' }).click();
    await page.getByRole('dialog').getByText('사유를 5자 이상 적어 주세요.').waitFor();
    expect(await tray(page).count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
