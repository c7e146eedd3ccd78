import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { statement } from '../support/statement.js';
import { Client, type Json } from '../support/client.js';
import { layInstalledLines, signByKeyboard } from './office.js';
import { openBrowser, signIn } from './page.js';

const FUND = '마루 지역기술 성장 투자조합';

/** The fund of the demo that has lived through everything, on one of its tabs. */
async function openFund(page: Page, tab: string): Promise<void> {
  await page.getByRole('link', { name: '펀드 현황' }).click();
  await page.getByRole('link', { name: FUND }).first().click();
  await page.getByRole('link', { name: tab, exact: true }).click();
}

/** A call of capital that the director has signed; answers its shares. */
async function signedCall(fundId: string): Promise<Json[]> {
  const body = { amountWon: '12000000', purpose: '실사비용', noticeOn: '2026-01-05', dueOn: '2026-02-02' };
  const waiting = await Client.as('finance').post(`/funds/${fundId}/capital-calls`, body);
  const { id } = waiting.body.approval as { id: string };
  const director = await Client.signIn('director');
  const { contentHash } = (await director.get(`/approvals/${id}`)).body as { contentHash: string };
  const signed = await director.post(`/approvals/${id}/sign`, { contentHash });
  expect(signed.body.state).toBe('EXECUTED');
  return signed.body.result.shares as Json[];
}

/** Downloads what is shown as a PDF, saying why. */
async function downloadPdf(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'PDF' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('정기 점검');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: /내려받기/ }).click()]);
  return fs.readFileSync(await download.path());
}

describe('a fund in the middle of its life', () => {
  let browser: Browser;
  let fundId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    await layInstalledLines();
    fundId = ((await Client.as('manager').get('/funds')).body as Json[]).find(({ name }) => name === FUND).id as string;
  });

  afterAll(async () => {
    await browser.close();
  });

  it('shows the manager on the radar what is short, and in the simulator by how many won a deal is too large', async () => {
    const { page, complaints } = await signIn(browser, 'manager');
    await page.getByRole('link', { name: '투자의무' }).click();
    const row = page.getByRole('row', { name: /FND-2022-01.*주목적 투자/ });
    await row.getByText('700,000,000').waitFor();
    await row.getByText('1,500,000,000').waitFor();
    await page.getByRole('row', { name: /FND-2022-01.*대전 투자/ }).waitFor();
    await page.getByRole('link', { name: '여러 투자 미리 보기' }).click();
    await page.getByLabel('조합', { exact: true }).selectOption(fundId);
    await page.getByLabel('금액', { exact: true }).fill('16억');
    await page.getByText('100,000,000원 초과').waitFor();
    await page.getByLabel('금액', { exact: true }).fill('15억');
    await page.getByText('모든 투자를 한 뒤에도 의무를 함께 달성할 수 있습니다.').waitFor();
    expect(complaints).toEqual([]);
  });

  it('meets its obligation once compliance has accepted a claim whose documents are there', async () => {
    const deals = (await Client.as('manager').get(`/funds/${fundId}/investments`)).body as Json[];
    const claimed = deals.find(({ company }) => company === '(주)별하양자').id as string;
    const evidence = ['기술료 납부증빙', '공공연구기관 확인서'].map((kind) => ({ kind, issuedOn: '2026-09-01', detail: { counterparty: '가람과학기술연구원' } }));
    expect((await Client.as('manager').post(`/investments/${claimed}/evidence`, { evidence })).status).toBe(201);

    const { page, complaints } = await signIn(browser, 'compliance');
    await openFund(page, '증빙');
    await page.getByRole('row', { name: /별하양자.*54\.16% → 60\.83%/ }).click();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('인정', { exact: true }).click();
    await dialog.getByLabel('판정 사유').fill('필수 증빙 4종과 공공연구기관 명부를 확인함');
    await dialog.getByRole('button', { name: '판정하기' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '현황', exact: true }).click();
    await page.getByText('60.83%').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('records two deposits that finance brings in from the bank and the checker confirms', async () => {
    const shares = (await signedCall(fundId)).slice(0, 2);
    const finance = await signIn(browser, 'finance');
    await finance.page.goto(`${process.env.BATON_TEST_URL ?? ''}/funds/${fundId}/capital-calls/custodian`);
    await finance.page.getByRole('link', { name: /대사하기/ }).click();
    const deposits = shares.map(({ partner, amountWon }, index) => ({ on: '2026-02-02', deposit: amountWon as string, from: partner as string, reference: `20260202-${index + 1}` }));
    await finance.page.getByLabel(/복사한 행/).fill(statement(...deposits));
    await finance.page.getByRole('button', { name: '붙여넣은 내역 가져오기' }).click();
    await finance.page.getByText(/새 거래 2건/).waitFor();
    const { page, complaints } = await signIn(browser, 'checker');
    await page.goto(finance.page.url());
    await page.getByRole('button', { name: '확실한 2건 한꺼번에 확인' }).click();
    await page.getByText('이 기간의 거래를 모두 확인했습니다.').waitFor();
    const calls = (await Client.as('finance').get(`/funds/${fundId}/capital-calls`)).body as Json[];
    expect(BigInt(calls.at(-1).paidWon as string)).toBe(shares.reduce((sum, { amountWon }) => sum + BigInt(amountWon as string), 0n));
    expect([...complaints, ...finance.complaints]).toEqual([]);
  });

  it('hands out what came in, step by step, once the director has signed', async () => {
    const { page, complaints } = await signIn(browser, 'finance');
    await openFund(page, '분배');
    await page.getByRole('button', { name: '분배하기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('분배할 금액(성과보수 포함)').fill('9천만');
    await dialog.getByLabel('재원').fill('이자 수익');
    const working = dialog.getByRole('region', { name: '단계별 계산' });
    await working.getByText('출자원금 반환').waitFor();
    await working.getByText('90,000,000원').first().waitFor();
    await dialog.getByRole('button', { name: '분배 기록' }).click();
    await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click();
    await signByKeyboard(browser, 'director', '90,000,000', /서명했고, 그대로 실행되었습니다/);
    await page.getByRole('row', { name: /이자 수익/ }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('is looked at by the auditor, who takes report A and the statement of a partner along', async () => {
    const { page, complaints } = await signIn(browser, 'auditor');
    await openFund(page, '보고서');
    const reportA = await downloadPdf(page);
    await page.getByLabel('보고서', { exact: true }).selectOption('partner-statement');
    await page.getByLabel('조합원', { exact: true }).selectOption({ label: '늘봄캐피탈(주)' });
    const partnerStatement = await downloadPdf(page);
    for (const bytes of [reportA, partnerStatement]) expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(partnerStatement.equals(reportA)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('lets compliance decide a rule of a whole programme and the kind of a manager, each with what it changes shown first', async () => {
    const { page, complaints } = await signIn(browser, 'compliance');
    await page.getByRole('link', { name: '투자의무' }).click();
    await page.getByRole('button', { name: '운용사·사업 의무 추가' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('누구의 의무인가요?').selectOption({ label: '사업 전체 · 지역 기술사업화 펀드' });
    await dialog.getByLabel('이름', { exact: true }).fill('사업 전체 하한');
    await dialog.getByLabel('영문 이름').fill('Floor of the programme');
    await dialog.getByLabel('요구 비율').fill('20');
    await dialog.getByLabel('근거').fill('2026년 출자공고 제5조');
    await dialog.getByText(/요구액 2,400,000,000원/).waitFor();
    await dialog.getByRole('button', { name: '정하기' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('row', { name: /사업 전체 하한/ }).getByRole('link').click();
    await page.getByRole('heading', { name: '사업 전체 · 지역 기술사업화 펀드 투자의무' }).waitFor();
    await page.getByText('2026년 출자공고 제5조 (규약)').waitFor();

    await page.getByRole('link', { name: '전체 의무' }).click();
    const manager = page.getByRole('table', { name: /법정 투자의무/ }).getByRole('row', { name: /^마루벤처스/ });
    await manager.getByRole('button', { name: '운용사 구분' }).click();
    await dialog.getByLabel('구분', { exact: true }).selectOption('STARTUP_ACCELERATOR');
    await dialog.getByRole('row', { name: /충족.*→.*미충족/ }).waitFor();
    await dialog.getByLabel('근거').fill('창업기획자 등록증');
    await dialog.getByRole('button', { name: '등록' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await manager.getByText('창업기획자').waitFor();
    expect(complaints).toEqual([]);
  });
});
