import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../support/client.js';
import { authenticatorOf, GOOD_PASSWORD, invitationOf, newPerson } from '../support/people.js';
import { withSql } from '../support/sql.js';
import { openBrowser, openPage, typePassword } from './page.js';

/** Passkeys want a name, not a number. */
const address = (): string => (process.env.BATON_TEST_URL ?? '').replace('127.0.0.1', 'localhost');

/** A device with a fingerprint reader and a finger on it, as Chromium plays it (WebDriver extension of WebAuthn §11). */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

const signedIn = (page: Page): Promise<void> => page.getByRole('button', { name: '로그아웃' }).waitFor();
const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '로그아웃' }).click();
  await page.getByRole('button', { name: '패스키로 로그인' }).waitFor();
};
const ageProofs = (userId: string) => withSql('OWNER', (sql) => sql.query(`update user_session set stepped_up_at = now() - interval '1 hour' where user_id = $1 and revoked_at is null`, [userId]));

async function addPasskey(page: Page): Promise<void> {
  await page.getByRole('link', { name: /누리봄/ }).click();
  await page.getByRole('button', { name: '패스키 등록' }).click();
  await page.getByLabel('기기 이름').fill('업무용 노트북');
  await page.getByRole('button', { name: '등록하기' }).click();
  await page.getByText('복구 코드는 지금 한 번만 표시됩니다').waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: /^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/ }).count()).toBe(10);
  await page.getByRole('button', { name: '안전하게 보관했습니다' }).click();
  await page.getByRole('cell', { name: '업무용 노트북' }).waitFor();
}

describe('proving who one is, in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('a newcomer chooses a password with the code, enrols a passkey and signs in with it, without the mouse', async () => {
    const { id, login } = (await Client.as('admin').post('/users', { login: `u-${randomUUID()}`, name: '누리봄', roles: ['COMPLIANCE'] })).body as { id: string; login: string };
    const code = await invitationOf(id);
    const { page, complaints } = await openPage(browser);
    await page.goto(address());
    await giveAuthenticator(page);

    await page.getByRole('button', { name: '초대 코드를 받으셨나요?' }).click();
    await page.getByLabel('초대 코드').fill(code.toLowerCase());
    await page.getByLabel('새 비밀번호', { exact: true }).fill('qwerty123456');
    await page.getByLabel('새 비밀번호 확인').fill('qwerty123456');
    await page.keyboard.press('Enter');
    await page.getByText('흔히 쓰이는 비밀번호입니다').waitFor();
    await page.getByLabel('새 비밀번호', { exact: true }).fill(GOOD_PASSWORD);
    await page.getByLabel('새 비밀번호 확인').fill(GOOD_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('비밀번호를 정했습니다').waitFor();
    await page.keyboard.press('Enter');
    await typePassword(page, login, GOOD_PASSWORD);
    await signedIn(page);

    await addPasskey(page);
    await signOut(page);
    await page.getByRole('button', { name: '패스키로 로그인' }).press('Enter');
    await signedIn(page);
    const cookies = await page.context().cookies();
    const client = await Client.resume(cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
    expect((await client.get('/session')).body.user.login).toBe(login);
    expect((await client.get('/sessions')).body.find(({ current }: { current: boolean }) => current).method).toBe('PASSKEY');

    await signOut(page);
    await typePassword(page, login, GOOD_PASSWORD);
    await page.getByText('한 단계만 더 확인합니다').waitFor();
    await page.getByRole('button', { name: '패스키로 확인' }).press('Enter');
    await signedIn(page);
    expect(complaints).toEqual([]);
  });

  it('an administrator is asked again with the passkey before an account is made, and loses nothing that was typed', async () => {
    const person = await newPerson(['ADMIN']);
    const { page, complaints } = await openPage(browser);
    await page.goto(address());
    await giveAuthenticator(page);
    await typePassword(page, person.login, person.password);
    await signedIn(page);
    await addPasskey(page);

    await page.getByRole('link', { name: '사용자' }).click();
    await page.getByRole('button', { name: '사용자 등록' }).click();
    const login = `made-${randomUUID()}`;
    const dialog = page.getByRole('dialog', { name: '사용자 등록' });
    await dialog.getByLabel('아이디').fill(login);
    await dialog.getByLabel('이름').fill('새봄');
    await dialog.getByText('준법감시', { exact: true }).click();
    await ageProofs(person.id);
    await dialog.getByRole('button', { name: '사용자 등록' }).click();

    const question = page.getByRole('dialog', { name: '본인 확인' });
    await question.getByRole('button', { name: '취소' }).click();
    await dialog.getByText('중요한 작업이라 본인 확인이 필요합니다').waitFor();
    expect(await dialog.getByLabel('아이디').inputValue()).toBe(login);
    await dialog.getByRole('button', { name: '사용자 등록' }).click();
    await question.getByRole('button', { name: '패스키로 확인' }).press('Enter');
    await page.getByText(login).waitFor();
    expect(complaints).toEqual([]);
  });

  it('somebody without a passkey is asked for the code of the app: once to sign in, once to remove it', async () => {
    const person = await newPerson(['COMPLIANCE']);
    const { page, complaints } = await openPage(browser);
    await page.goto(process.env.BATON_TEST_URL ?? '');
    await typePassword(page, person.login, person.password);
    await signedIn(page);
    await page.getByRole('link', { name: /누리봄/ }).click();
    await page.getByRole('button', { name: '인증 앱 등록' }).click();
    await page.getByRole('img', { name: '인증 앱 등록용 QR 코드' }).waitFor();
    const secret = (await page.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent())?.replaceAll(' ', '') ?? '';
    const app = authenticatorOf(secret);
    await page.getByLabel('앱에 보이는 6자리 코드').fill(app.code(-1));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '안전하게 보관했습니다' }).press('Enter');
    await page.getByText('남은 코드 10개').waitFor();

    await page.getByRole('button', { name: '로그아웃' }).click();
    await typePassword(page, person.login, person.password);
    await page.getByLabel('인증 앱의 6자리 코드').fill('000000');
    await page.keyboard.press('Enter');
    await page.getByText('확인하지 못했습니다').waitFor();
    await page.getByLabel('인증 앱의 6자리 코드').fill(app.code());
    await page.keyboard.press('Enter');
    await signedIn(page);

    await ageProofs(person.id);
    await page.getByRole('button', { name: '등록 해제' }).click();
    await page.getByRole('dialog', { name: '인증 앱 등록을 해제합니다' }).getByRole('button', { name: '등록 해제' }).click();
    await page.getByRole('dialog', { name: '본인 확인' }).getByLabel('인증 앱의 6자리 코드').fill(app.code(1));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '인증 앱 등록' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
