import { randomInt } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { keptAccount } from '../support/bank.js';
import { Client, type Json } from '../support/client.js';
import { statement } from '../support/statement.js';
import { agreementForm, concludedAgreement, made, openedCall } from '../support/grants.js';
import { openBrowser, signIn } from './page.js';

/** A movement that the books know: own money of an institution of its own. */
interface Known {
  readonly payer: string;
  readonly amountWon: string;
}

/** Own cash of an institution, recorded on the 15th of March 2021. */
async function ownCash(callId: string): Promise<Known> {
  const organisation = { ...(agreementForm() as { organisation: Json }).organisation } as { name: string };
  const agreement = await concludedAgreement(callId, { organisation });
  const amountWon = String(randomInt(1_000_001, 4_999_999));
  made('own cash', await Client.as('finance').post(`/grant-agreements/${agreement.id}/own-shares`, { amountWon, receivedOn: '2021-03-15', reference: '통장 입금' }));
  return { payer: organisation.name, amountWon };
}

async function openDesk(page: Page, accountId: string): Promise<void> {
  await page.goto(`${process.env.BATON_TEST_URL ?? ''}/reconciliation?account=${accountId}`);
  await page.getByRole('heading', { name: '은행 대사' }).waitFor();
}

const lineOf = (page: Page, text: string) => page.getByRole('group', { name: '은행 거래' }).getByRole('button', { name: text });

describe('the statement of the bank, at the desk', () => {
  let browser: Browser;
  let sampleId: string;
  let accountId: string;
  let known: Known[];

  beforeAll(async () => {
    browser = await openBrowser();
    sampleId = (await keptAccount('2021-01-01', '3010147000021')).accountId;
    accountId = (await keptAccount('2021-01-01')).accountId;
    const { id } = await openedCall();
    known = [await ownCash(id), await ownCash(id), await ownCash(id)];
  });

  afterAll(() => browser.close());

  it('takes the sample of a year in, shows its 94 lines and says what waits', async () => {
    const { page, complaints } = await signIn(browser, 'finance');
    await openDesk(page, sampleId);
    await page.locator('input[type=file]').setInputFiles(path.resolve('test/fixtures/bank-statement-2021.csv'));
    await page.getByText(/새 거래 94건/).waitFor();
    await page.reload();
    await page.getByLabel('시작일').first().fill('2021-01-01');
    await page.getByRole('button', { name: '확인한 거래도 보기' }).click();
    await page.getByRole('group', { name: '은행 거래' }).getByRole('button').nth(93).waitFor();
    await page.getByRole('table', { name: /확인할 일/ }).getByText('노을빛상사').waitFor();
    await page.getByRole('table', { name: '일별 잔액' }).getByText('4,858,515,335').waitFor();
    expect(complaints).toEqual([]);
  });

  it('accepts the certain ones at once, one by hand, all by keyboard, by another person than the one who brought them in', async () => {
    const [first, second, odd] = known as [Known, Known, Known];
    const finance = await signIn(browser, 'finance');
    await openDesk(finance.page, accountId);
    const misspelt = `${odd.payer.slice(0, -1)}힣`;
    const rows = [...[first, second].map(({ payer, amountWon }) => ({ on: '2021-03-15', deposit: amountWon, from: payer })), { on: '2021-03-16', deposit: odd.amountWon, from: misspelt }];
    await finance.page.getByLabel(/복사한 행/).fill(statement(...rows));
    await finance.page.getByRole('button', { name: '붙여넣은 내역 가져오기' }).click();
    await finance.page.getByText(/새 거래 3건/).waitFor();

    const { page, complaints } = await signIn(browser, 'checker');
    await openDesk(page, accountId);
    await page.getByRole('button', { name: '확실한 2건 한꺼번에 확인' }).click();
    await lineOf(page, first.payer).waitFor({ state: 'detached' });
    const last = lineOf(page, misspelt);
    await last.focus();
    await page.getByText(/이름의 글자가 조금 다름/).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('이 기간의 거래를 모두 확인했습니다.').waitFor();
    expect([...complaints, ...finance.complaints]).toEqual([]);
  });

  it('goes through the lines with J and K, undoes with U, and finds the next one under the cursor', async () => {
    const { page, complaints } = await signIn(browser, 'checker');
    await openDesk(page, accountId);
    await page.getByRole('button', { name: '확인한 거래도 보기' }).click();
    const lines = page.getByRole('group', { name: '은행 거래' }).getByRole('button');
    await lines.nth(0).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(lines.nth(1).getAttribute('aria-current')).resolves.toBe('true');
    await page.keyboard.press('u');
    await page.getByRole('dialog').getByLabel('사유').fill('다른 기관의 입금');
    await page.getByRole('dialog').getByRole('button', { name: '확인 취소' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('확실', { exact: false }).first().waitFor();
    await lines.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/확인 박한별/).waitFor();
    expect(complaints).toEqual([]);
  });

  it('unwinds a match whose deposit the bank takes back, and is read by the auditor', async () => {
    const [first] = known as [Known];
    const taken = await Client.as('finance').post(`/bank-statements/paste?accountId=${accountId}`, { text: statement({ on: '2021-03-17', deposit: `-${first.amountWon}`, from: first.payer }) });
    expect([taken.status, taken.body.reversed]).toEqual([201, 1]);
    const { page, complaints } = await signIn(browser, 'auditor');
    await openDesk(page, accountId);
    await page.getByRole('button', { name: '확인한 거래도 보기' }).click();
    await page.getByText('은행 취소').nth(1).waitFor();
    await page.getByRole('table', { name: /확인할 일/ }).getByText('은행 거래 없음').first().waitFor();
    await expect(page.getByRole('button', { name: '이 기록으로 확인' }).count()).resolves.toBe(0);
    expect(complaints).toEqual([]);
  });
});
