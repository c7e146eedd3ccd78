import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { newPerson } from '../support/provider-visitor.js';
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
    // The provider's own page, under another site's name.
    await page.getByPlaceholder('Enter any login').fill(subject);
    await page.getByPlaceholder('and password').fill('anything');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByText('이 통합로그인 계정에 연결된 사용자가 없습니다', { exact: false }).waitFor();
    await page.getByText(subject).waitFor();

    const person = await newPerson('FUND_MANAGER');
    expect((await Client.as('admin').post('/provider-links', { userId: person.id, subject })).status).toBe(201);
    // The provider remembers the person: one press is enough.
    await page.getByRole('button', { name: '공공 통합로그인' }).click();
    await page.getByText('시험 사용자', { exact: false }).first().waitFor();
    expect(new URL(page.url()).origin).toBe(baseUrl());
    expect(await page.evaluate(() => document.cookie)).toBe('');
    // The session outlives a reload, although the way back led over another site.
    await page.reload();
    await page.getByText('시험 사용자', { exact: false }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});

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
