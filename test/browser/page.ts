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
  /** Requests that were refused or came to nothing. */
  readonly answers: string[];
}

/** The windows of the spec file that runs: when it fails, its environment says what they show. */
const visits: Visit[] = [];
Object.assign(globalThis, { batonVisits: visits });

/** A fresh browser window that nobody is signed in at. */
export async function openPage(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  const answers: string[] = [];
  page.on('response', (response) => response.status() >= 400 && answers.push(`${response.status()} ${response.url()}`));
  page.on('requestfailed', (request) => answers.push(`${request.failure()?.errorText ?? 'failed'} ${request.url()}`));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  const visit = { page, complaints, answers };
  visits.push(visit);
  return visit;
}

/** A fresh browser window of one person, signed in. */
export async function signIn(browser: Browser, login: string): Promise<Visit> {
  const visit = await openPage(browser);
  const { page } = visit;
  await page.goto(process.env.BATON_TEST_URL ?? '');
  await typePassword(page, login, DEMO_PASSWORD);
  // The sign-in page has a heading too: only who is signed in can sign out.
  await page.getByRole('button', { name: '로그아웃' }).waitFor();
  return visit;
}

/** Types both fields of the sign-in page and sends them. */
export async function typePassword(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel(/아이디/).fill(login);
  await page.getByLabel(/비밀번호/).first().fill(password);
  await page.getByRole('button', { name: '로그인', exact: true }).click();
}
