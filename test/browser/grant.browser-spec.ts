import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, signIn, type Visit } from './page.js';

const TODAY = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const INSTITUTE = '미리내나노연구원';

/** The call of this year on one of its tabs, for a person who has just signed in. */
async function openCall(browser: Browser, login: string, tab: string): Promise<Visit> {
  const seat = await signIn(browser, login);
  await seat.page.getByRole('link', { name: '연구·보조 지원' }).first().click();
  await seat.page.getByRole('link', { name: `${TODAY.slice(0, 4)}년 시작품 제작 전문기업 육성` }).first().click();
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
});
