import path from 'node:path';
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { fillDeal, layInstalledLines, signByKeyboard } from './office.js';
import { openBrowser, signIn } from './page.js';

describe('a new fund manager, without documentation', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await layInstalledLines();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('imports the register, is refused a deal that breaks the obligation, drafts one that does not, and holds the report once all have signed', async () => {
    const { page, complaints } = await signIn(browser, 'manager');

    await page.getByRole('navigation', { name: '주 메뉴' }).getByRole('link', { name: '대장 가져오기' }).click();
    await page.locator('input[type=file]').setInputFiles(path.resolve('test/fixtures/fund-register.xlsx'));
    await page.getByText('(주)다온 파트너스').first().waitFor();
    await page.getByRole('button', { name: /가져오기$/ }).last().click();
    await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click();
    await signByKeyboard(browser, 'checker', 'fund-register.xlsx', /서명했고, 그대로 실행되었습니다/);

    await page.getByRole('link', { name: '펀드 현황' }).click();
    await page.getByRole('link', { name: '이음 공공기술사업화 투자조합' }).click();
    await page.getByText('5,200,000,000').first().waitFor();
    await page.getByRole('link', { name: '투자 기록' }).click();
    await fillDeal(page, { businessNumber: '406-81-06180', company: '(주)새길로봇', amount: '55억', paidOn: '2023-06-30' });
    await page.getByText('신청하지 않음').click();
    await page.getByText(/2025\. 11\. 14\.까지 300,000,000원이 부족/).first().waitFor();
    await page.getByRole('button', { name: '기록하기' }).click();
    await page.getByText('기록할 수 없습니다').first().waitFor();
    expect(page.url()).toMatch(/investments\/new$/);

    await page.getByLabel('투자금액').fill('20억');
    await page.getByText('신청함', { exact: true }).click();
    await page.getByLabel('인정경로').first().selectOption('LAB_COMPANY');
    await page.getByLabel('창업·기술기반 구분').first().selectOption('STARTUP');
    await page.getByRole('button', { name: '기록하기' }).click();
    await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click();
    for (const login of ['checker', 'committee1', 'committee2']) await signByKeyboard(browser, login, '(주)새길로봇', /에 서명했습니다/);
    await signByKeyboard(browser, 'head', '(주)새길로봇', /서명했고, 그대로 실행되었습니다/);
    await page.getByText('(주)새길로봇').first().waitFor();

    await page.getByRole('link', { name: '보고서', exact: true }).click();
    await page.getByRole('button', { name: 'PDF' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('분기 보고');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: /내려받기/ }).click()]);
    const bytes = fs.readFileSync(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(50_000);
    expect(complaints).toEqual([]);
  });
});

describe('a ministry auditor', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('sees every fund and finds nothing to change', async () => {
    const { page, complaints } = await signIn(browser, 'auditor');
    await page.getByRole('link', { name: '나루 공공기술 스케일업 투자조합' }).click();
    await page.getByText('23.33%').first().waitFor();
    expect(await page.getByRole('link', { name: '투자 기록' }).count()).toBe(0);
    await page.getByRole('link', { name: '원장', exact: true }).click();
    await page.getByText('비주목적 투자여력').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
