import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { linkedPerson, newPerson } from '../support/provider-visitor.js';
import { baseUrl, Client } from '../support/client.js';
import { openBrowser, openPage, signIn } from './page.js';

describe('a person whose institution has a sign-in of its own', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('is told whom to ask, and after being linked comes in without a password', async () => {
    const { page, complaints } = await openPage(browser);
    const subject = `kim-${randomUUID()}`;
    await page.goto(baseUrl());
    await page.getByRole('button', { name: '공공 통합로그인' }).click();
    await passProvider(page, subject);
    await page.getByText('이 통합로그인 계정에 연결된 사용자가 없습니다', { exact: false }).waitFor();
    await page.getByText(subject).waitFor();

    const person = await newPerson('FUND_MANAGER');
    expect((await Client.as('admin').post('/provider-links', { userId: person.id, subject })).status).toBe(201);
    // The provider remembers the person: one press is enough.
    await page.getByRole('button', { name: '공공 통합로그인' }).click();
    await page.getByText('시험 사용자', { exact: false }).first().waitFor();
    expect(new URL(page.url()).origin).toBe(baseUrl());
    expect(await page.evaluate<string>('document.cookie')).toBe('');
    // The session outlives a reload, although the way back led over another site.
    await page.reload();
    await page.getByText('시험 사용자', { exact: false }).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('without a password here proves again at the provider who they are, before what takes a fresh proof', async () => {
    const { page, complaints } = await openPage(browser);
    const { subject } = await linkedPerson('COMPLIANCE');
    await page.goto(baseUrl());
    await page.getByRole('button', { name: '공공 통합로그인' }).click();
    await passProvider(page, subject);
    await page.getByText('시험 사용자', { exact: false }).first().waitFor();
    await page.goto(`${baseUrl()}/api-tokens`);
    const makeToken = async (): Promise<void> => {
      await page.getByRole('button', { name: '토큰 만들기' }).click();
      await page.getByLabel('용도').fill('연계');
      await page.getByRole('dialog').getByRole('button', { name: '토큰 만들기' }).click();
    };
    await makeToken();
    await page.getByRole('dialog').getByRole('button', { name: '공공 통합로그인' }).click();
    await passProvider(page, subject);
    await page.getByText('본인 확인을 마쳤습니다', { exact: false }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/api-tokens');
    await makeToken();
    expect(await page.getByRole('dialog').locator('output').textContent()).toMatch(/^baton_/);
    expect(complaints).toEqual([]);
  });

  it('links and unlinks the own account', async () => {
    const { page, complaints } = await signIn(browser, 'executive');
    await page.goto(`${baseUrl()}/account`);
    await page.getByRole('button', { name: '연결하기' }).click();
    await passProvider(page, `own-${randomUUID()}`);
    await page.getByText('통합로그인 계정을 연결했습니다', { exact: false }).waitFor();
    await page.getByRole('button', { name: '연결 해제' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('시험을 마침');
    await page.getByRole('dialog').getByRole('button', { name: '연결 해제' }).click();
    await page.getByText('아직 연결되어 있지 않습니다').waitFor();
    expect(complaints).toEqual([]);
  });
});

/** The provider's own page, under another site's name. */
async function passProvider(page: Page, subject: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(subject);
  await page.getByPlaceholder('and password').fill('anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
}

describe('somebody who lets a program in', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('makes a token that is shown once, sees when it was used, and revokes it', async () => {
    const { page, complaints } = await signIn(browser, 'compliance');
    await page.goto(`${baseUrl()}/api-tokens`);
    await page.getByRole('button', { name: '토큰 만들기' }).click();
    const name = `회계시스템 ${randomUUID().slice(0, 8)}`;
    await page.getByLabel('용도').fill(name);
    await page.getByRole('dialog').getByRole('button', { name: '토큰 만들기' }).click();
    const secret = (await page.getByRole('dialog').locator('output').textContent()) ?? '';
    expect(secret).toMatch(/^baton_[0-9A-Za-z]{49}$/);
    const ask = (): Promise<number> => Client.anonymous().ask('GET', '/funds', { headers: { authorization: `Bearer ${secret}` } }).then(({ status }) => status);
    expect(await ask()).toBe(200);
    await page.getByRole('button', { name: '보관했습니다' }).click();
    await page.reload();
    expect(await page.getByText(secret).count()).toBe(0);
    const row = page.getByRole('row').filter({ hasText: name });
    await row.getByText('127.0.0.1').waitFor();
    await row.getByRole('button', { name: '폐기' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '폐기' }).click();
    await row.getByText('폐기됨').waitFor();
    expect(await ask()).toBe(401);
    expect(complaints).toEqual([]);
  });
});
