import fs from 'node:fs';
import { invariant } from '#libs/errors';
import { chromium, type Browser, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../support/client.js';

const CANDIDATES = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** A closed network: nothing but this page is ever asked for. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function openBrowser(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path !== undefined && fs.existsSync(path));
  invariant(executablePath !== undefined, 'no Chromium found: install the chromium package or set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Visit {
  readonly page: Page;
  /** Whatever the browser complained about: script errors, refused content, failed requests. */
  readonly complaints: string[];
}

/** A fresh browser window that nobody is signed in at. */
export async function openPage(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints };
}

/** A fresh browser window of one person, signed in. */
export async function signIn(browser: Browser, login: string): Promise<Visit> {
  const { page, complaints } = await openPage(browser);
  await page.goto(process.env.BATON_TEST_URL ?? '');
  await typePassword(page, login, DEMO_PASSWORD);
  // The sign-in page has a heading too: only who is signed in can sign out.
  await page.getByRole('button', { name: '로그아웃' }).waitFor();
  return { page, complaints };
}

/** Types both fields of the sign-in page and sends them. */
export async function typePassword(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/아이디/).fill(login);
  await page.getByLabel(/비밀번호/).first().fill(password);
  await page.getByRole('button', { name: '로그인', exact: true }).click();
}
