import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../support/client.js';
import { businessNumber } from '../support/funds.js';
import { fillDeal, layInstalledLines, moveTo, openInbox, signByKeyboard } from './office.js';
import { openBrowser, signIn } from './page.js';

const FUND = '나루 공공기술 스케일업 투자조합';

/** The manager drafts a deal without a claim, and reads who signs next. */
async function draftDeal(page: Page, company: string, amount: string): Promise<void> {
  await page.getByRole('link', { name: FUND }).first().click();
  await page.getByRole('link', { name: '투자 기록' }).click();
  await fillDeal(page, { businessNumber: businessNumber(), company, amount });
  await page.getByText('신청하지 않음').click();
  await page.getByRole('button', { name: '기록하기' }).click();
  await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();
  await page.getByText('다음 결재자: 박한별(팀장)').waitFor();
}

/** Drafts receipts of every share of a small call of a fund with five partners. */
async function draftReceipts(): Promise<number> {
  const finance = Client.as('finance');
  const funds = (await finance.get('/funds')).body as { id: string; name: string }[];
  const fund = funds.find(({ name }) => name === '이음 공공기술사업화 투자조합');
  const waiting = (await finance.post(`/funds/${fund?.id ?? ''}/capital-calls`, { amountWon: '9000000', purpose: '실사비용', noticeOn: '2025-01-02', dueOn: '2025-02-03' })).body as { approval: { id: string } };
  const checker = await Client.signIn('checker');
  const { contentHash } = (await checker.get(`/approvals/${waiting.approval.id}`)).body as { contentHash: string };
  const signed = (await checker.post(`/approvals/${waiting.approval.id}/sign`, { contentHash })).body as { state: string; result: { id: string; shares: { partnerId: string; amountWon: string }[] } };
  expect(signed.state).toBe('EXECUTED');
  for (const { partnerId, amountWon } of signed.result.shares) {
    const answer = await finance.post(`/capital-calls/${signed.result.id}/receipts`, { partnerId, amountWon, valueOn: '2025-02-03' });
    expect(answer.status).toBe(202);
  }
  return signed.result.shares.length;
}

describe('an office where nobody does anything of weight alone', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
    await layInstalledLines();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('records a large deal after checker, committee and head have signed it by keyboard, and shows who saw what', async () => {
    const { page, complaints } = await signIn(browser, 'manager');
    await draftDeal(page, '(주)첫물결', '10억');
    await page.getByRole('button', { name: '결재 문서 보기' }).click();
    await page.getByRole('heading', { name: '(주)첫물결에 1,000,000,000원을 투자한 것으로 기록합니다.' }).waitFor();
    expect(await page.getByRole('button', { name: '서명', exact: true }).count()).toBe(0);

    for (const login of ['checker', 'committee1', 'committee2']) await signByKeyboard(browser, login, '(주)첫물결', /APR-\d{4}-\d{6}에 서명했습니다/);
    await signByKeyboard(browser, 'head', '(주)첫물결', /서명했고, 그대로 실행되었습니다/);

    // The page of the drafter hears of it by itself.
    await page.getByText(/서명이 모두 끝나/).waitFor();
    await page.getByRole('link', { name: '펀드 현황' }).click();
    await page.getByRole('link', { name: FUND }).first().click();
    await page.getByRole('link', { name: '투자', exact: true }).click();
    await page.getByText('(주)첫물결').first().dblclick();
    const history = page.getByRole('region', { name: /^이력/ });
    for (const name of ['박한별', '문보라', '배도윤', '오하늘']) await history.getByText(`${name} 서명`).waitFor();
    expect(complaints).toEqual([]);
  });

  it('sends a deal back with an opinion, and signs the second version seeing what changed', async () => {
    const { page, complaints } = await signIn(browser, 'manager');
    await draftDeal(page, '(주)두물머리', '5억');
    await page.getByRole('button', { name: '결재 문서 보기' }).click();

    const checker = await signIn(browser, 'checker');
    await openInbox(checker.page);
    await moveTo(checker.page, '(주)두물머리');
    await checker.page.keyboard.press('Enter');
    await checker.page.getByText('서명하면 무슨 일이 일어나는가').waitFor();
    await checker.page.keyboard.press('r');
    await checker.page.getByRole('dialog').getByRole('textbox').fill('이사회 의결 금액은 4억원입니다');
    await checker.page.getByRole('dialog').getByRole('button', { name: '반려' }).click();
    await checker.page.getByText(/반려했습니다/).waitFor();

    await page.getByText('이사회 의결 금액은 4억원입니다').first().waitFor();
    await page.getByRole('button', { name: '고쳐서 다시 올리기' }).click();
    await page.getByText(/2차로 다시 올립니다/).waitFor();
    expect(await page.getByLabel('기업명').inputValue()).toBe('(주)두물머리');
    await page.getByLabel('투자금액').fill('4억');
    await page.getByRole('button', { name: '기록하기' }).click();
    await page.getByRole('heading', { name: '결재를 올렸습니다' }).waitFor();

    await openInbox(checker.page);
    await moveTo(checker.page, '(주)두물머리');
    await checker.page.keyboard.press('Enter');
    const changes = checker.page.getByRole('table', { name: '1차에서 바뀐 것' });
    await changes.getByRole('row', { name: /변경 투자금액 500,000,000원 400,000,000원/ }).waitFor();
    expect(await changes.getByRole('row').count()).toBe(2);
    expect([...complaints, ...checker.complaints]).toEqual([]);
  });

  it('signs five receipts at once, seeing what differs between them', async () => {
    expect(await draftReceipts()).toBe(5);
    const { page, complaints } = await signIn(browser, 'checker');
    await openInbox(page);
    const receipts = page.getByRole('row', { name: /출자금 납입 기록/ });
    await receipts.nth(4).waitFor();
    for (let index = 0; index < 5; index += 1) {
      await moveTo(page, /APR-\d{4}-\d{6}/.exec(await receipts.nth(index).innerText())?.[0] ?? '');
      await page.keyboard.press('Space');
    }
    await page.getByText('5건 선택').waitFor();
    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('모두 같은 값').waitFor();
    expect(await dialog.getByRole('columnheader').allInnerTexts()).toEqual(['문서번호', '기안', '금액', '조합원', '확인할 점']);
    await dialog.getByRole('button', { name: '5건 서명' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: '서명 결과' }).waitFor();
    expect(await dialog.getByText('실행됨').count()).toBe(5);
    expect(complaints).toEqual([]);
  });
});
