import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, type Visit } from './page.js';

const TODAY = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const INSTITUTE = '미리내나노연구원';

/** The call of a year, of this one unless said otherwise, on one of its tabs, for a person who has just signed in. */
async function openCall(browser: Browser, login: string, tab: string, year = Number(TODAY.slice(0, 4))): Promise<Visit> {
  const seat = await signIn(browser, login);
  await seat.page.getByRole('link', { name: '연구·보조 지원' }).first().click();
  await seat.page.getByRole('link', { name: `${year}년 시작품 제작 전문기업 육성` }).first().click();
  await seat.page.getByRole('navigation', { name: '공고 메뉴' }).getByRole('link', { name: tab, exact: true }).click();
  return seat;
}

/** Cells out of a sheet, dropped at the cell that has the focus. */
async function pasteCells(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  const text = rows.map((row) => row.join('\t')).join('\n');
  // Text, because it is the browser that reads it: these names mean nothing here.
  await page.evaluate(`
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  `);
}

describe('grants, as those see them whose work they are', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('lets finance paste a claim, refuses the won that the line no longer has, and records the rest by keyboard', async () => {
    const { page, complaints } = await openCall(browser, 'finance', '집행');
    await page.getByRole('button', { name: '집행 입력' }).click();
    const agreement = page.getByLabel('1행 협약');
    await agreement.selectOption(await agreement.locator('option', { hasText: INSTITUTE }).getAttribute('value'));
    const row = (purpose: string, supplyWon: string, serial: string) => ['D4', 'CASH', TODAY, '4338103074', '(주)모아소재', purpose, supplyWon, '0', 'TAX_INVOICE', `${TODAY.replaceAll('-', '')}410000010000d${serial}`];
    await page.getByLabel('1행 비목').focus();
    // 25,000,000 won were agreed and 9,770,000 are used: the second row asks for one won more than the first leaves.
    await pasteCells(page, [row('감지막 소재 추가', '230,000', '001'), row('촉매 분말', '15,000,001', '002')]);
    await page.getByText(/잔액 15,000,000원보다 1원 많습니다/).waitFor();
    await page.getByLabel('1행 적요').focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('1건 230,000원을 기록했습니다. 남은 거절 1건').waitFor();
    // What was refused stays to be put right.
    expect(await page.getByLabel('1행 공급가액(원)').inputValue()).toMatch(/15,?000,?001/);
    expect(complaints).toEqual([]);
  });

  it('lets the checker review what waits', async () => {
    const { page, complaints } = await openCall(browser, 'checker', '집행');
    await page.getByRole('button', { name: /^모두 선택/ }).click();
    await page.getByRole('button', { name: /^선택 검토/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '검토', exact: true }).click();
    await page.getByText('해당하는 집행이 없습니다.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows finance what a project that is over gives back, and settles it for that', async () => {
    const { page, complaints } = await openCall(browser, 'finance', '정산');
    await page.getByRole('row', { name: /가온누리대학교/ }).getByRole('link').first().click();
    await page.getByRole('button', { name: '정산 결정' }).click();
    // Of 65,000,000 won of direct cost 37,700,000 were spent; a university keeps its indirect cost where it spent most of the direct one.
    await page.getByRole('dialog').getByText(/27,300,000원의 반납을 통지합니다/).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '정산 결정' }).click();
    await page.getByRole('button', { name: '확정·회수 통지' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('tells finance that a notice is enough for money between two lines, and keeps what changed', async () => {
    const { page, complaints } = await openCall(browser, 'finance', '협약');
    await page.getByRole('row', { name: new RegExp(INSTITUTE) }).getByRole('link').first().click();
    await page.getByRole('button', { name: '비목 전용' }).click();
    const dialog = page.getByRole('dialog');
    const from = dialog.getByLabel('보내는 비목');
    await from.selectOption(await from.locator('option', { hasText: 'D3 ' }).getAttribute('value'));
    await dialog.getByLabel('받는 비목').selectOption('D4');
    await dialog.getByLabel('금액(원)').fill('1,000,000');
    await dialog.getByLabel('사유').fill('감지막 소재 단가 인상');
    await dialog.getByText('통보로 충분한 변경입니다. 승인 없이 바로 반영됩니다.').waitFor();
    await dialog.getByRole('button', { name: '통보로 변경' }).click();
    await page.getByText('감지막 소재 단가 인상').waitFor();
    expect(complaints).toEqual([]);
  });

  it('hands the auditor report C and form 7 of the call that was settled', async () => {
    const { page, complaints } = await openCall(browser, 'auditor', '보고서', 2021);
    const pdf = async (): Promise<string> => {
      await page.getByRole('button', { name: 'PDF' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('정산 점검');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: /내려받기/ }).click()]);
      return fs.readFileSync(await download.path()).subarray(0, 5).toString();
    };
    expect(await pdf()).toBe('%PDF-');
    await page.getByLabel('보고서', { exact: true }).selectOption('grant-form');
    await page.getByRole('heading', { name: '정산 서식(사용실적보고서)' }).first().waitFor();
    expect(await pdf()).toBe('%PDF-');
    expect(complaints).toEqual([]);
  });
});
