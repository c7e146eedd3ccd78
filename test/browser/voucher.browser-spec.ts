import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { layInstalledLines, signByKeyboard } from './office.js';
import { openBrowser, signIn } from './page.js';

describe('a new finance officer, without documentation', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await layInstalledLines();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('issues the thirty vouchers of a roster once two colleagues have signed', async () => {
    const { page, complaints } = await signIn(browser, 'finance');
    await page.getByRole('link', { name: '바우처 사업' }).first().click();
    await page.getByRole('link', { name: '엑셀 명단으로 열기' }).first().click();
    await page.locator('input[type=file]').setInputFiles(path.resolve('test/fixtures/as-voucher-roster.xlsx'));
    await page.getByText('바우처 30건, 139,100,000원').waitFor();
    await page.getByRole('button', { name: '거절 행을 빼고 발급 상신' }).click();
    await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click();
    await signByKeyboard(browser, 'checker', 'as-voucher-roster.xlsx', /에 서명했습니다/);
    await signByKeyboard(browser, 'executive', 'as-voucher-roster.xlsx', /서명했고, 그대로 실행되었습니다/);
    await page.getByRole('link', { name: '바우처 사업' }).first().click();
    await page.getByRole('link', { name: /2021년/ }).first().click();
    await page.getByText('30건').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('sees a claim decided by the checker, drafts its payment, and a third person lets it go', async () => {
    const year = new Date(Date.now() + 9 * 3_600_000).getFullYear();
    const open = async (login: 'finance' | 'checker' | 'director', tab: string) => {
      const seat = await signIn(browser, login);
      await seat.page.getByRole('link', { name: '바우처 사업' }).first().click();
      await seat.page.getByRole('link', { name: new RegExp(`${year}년`) }).first().click();
      await seat.page.getByRole('link', { name: tab, exact: true }).click();
      return seat;
    };
    const checker = await open('checker', '정산청구');
    await checker.page.getByRole('checkbox', { name: /선택$/ }).first().check();
    await checker.page.getByRole('button', { name: '1건 지급결정' }).click();
    await checker.page.getByRole('heading', { name: '1건 중 1건 지급결정' }).waitFor();

    const finance = await open('finance', '지급');
    await finance.page.getByRole('button', { name: '1건 지급 기안' }).click();
    await finance.page.getByRole('dialog').getByRole('button', { name: '지급 기안' }).click();
    await finance.page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
    await signByKeyboard(browser, 'checker', '지급 기안', /서명했고, 그대로 실행되었습니다/);

    const director = await open('director', '지급');
    await director.page.getByRole('link', { name: /^PR-/ }).first().click();
    await director.page.getByRole('button', { name: '지급승인' }).click();
    await director.page.getByRole('dialog').getByRole('button', { name: '지급승인' }).last().click();
    await director.page.getByRole('dialog').waitFor({ state: 'detached' });
    await director.page.getByRole('button', { name: '지급승인' }).waitFor({ state: 'detached' });

    // The bank is told, and paid it: by whoever did not let it go.
    const teller = await open('finance', '지급');
    await teller.page.getByRole('link', { name: /^PR-/ }).first().click();
    await teller.page.getByRole('button', { name: 'ISO 20022 파일(pain.001)' }).click();
    await teller.page.getByRole('dialog').getByRole('textbox').fill('은행 이체 접수');
    await teller.page.getByRole('dialog').getByRole('button', { name: '내려받기' }).click();
    await teller.page.getByRole('button', { name: '통장으로 확인' }).click();
    await teller.page.getByRole('dialog').getByRole('button', { name: '이체 확인' }).last().click();
    await teller.page.getByText('완료').first().waitFor();
    expect([...checker.complaints, ...finance.complaints, ...director.complaints, ...teller.complaints]).toEqual([]);
  });
});
