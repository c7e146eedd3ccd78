import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { withSql } from '../support/sql.js';
import { signIn } from './page.js';

/** What these stories need signatures for; everything else passes directly in the office of the specs. */
const SIGNED = ['investment.record', 'fund-register.import', 'capital-call.issue', 'capital-call.receive', 'voucher-roster.import', 'payment-run.draft', 'distribution.pay'];

/** Lays the approval lines of the installation again, over those with which the specs let most commands pass. */
export async function layInstalledLines(): Promise<void> {
  await withSql('OWNER', async (client) => {
    await client.query('begin');
    await client.query(
      `create temporary table installed on commit drop as
         select p.*, gen_random_uuid() as new_id from approval_policy p where p.scope = '*' and p.clause <> 'specs' and p.command = any($1)
            and not exists (select 1 from approval_policy later where later.command = p.command and later.effective_from = '2020-01-04')`,
      [SIGNED],
    );
    await client.query(
      `insert into approval_policy (id, command, scope, effective_from, expires_after_days, clause, source, known_at, command_id)
       select new_id, command, scope, '2020-01-04', expires_after_days, clause, source, known_at, command_id from installed`,
    );
    await client.query('insert into approval_tier (policy_id, from_won, mode) select i.new_id, t.from_won, t.mode from approval_tier t join installed i on i.id = t.policy_id');
    await client.query(
      `insert into approval_step (policy_id, from_won, position, kind, role, min_rank, quorum)
       select i.new_id, s.from_won, s.position, s.kind, s.role, s.min_rank, s.quorum from approval_step s join installed i on i.id = s.policy_id`,
    );
    await client.query('commit');
  });
}

export async function openInbox(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^결재함/ }).click();
}

/** Moves the cursor of the inbox to the request whose row holds `text`, from the top, as somebody without a mouse does. */
export async function moveTo(page: Page, text: string): Promise<void> {
  const wanted = page.getByRole('row', { name: text });
  await wanted.first().waitFor();
  const rows = await page.getByRole('table', { name: '결재 문서 목록' }).getByRole('row').count();
  for (let step = 0; step < rows; step += 1) await page.keyboard.press('ArrowUp');
  for (let step = 0; step < rows && (await wanted.first().getAttribute('aria-current')) !== 'true'; step += 1) await page.keyboard.press('ArrowDown');
  expect(await wanted.first().getAttribute('aria-current')).toBe('true');
}

/** `login` signs the request whose row holds `text`, by keyboard alone, and reads `told` afterwards. */
export async function signByKeyboard(browser: Browser, login: string, text: string, told: RegExp): Promise<void> {
  const { page, complaints } = await signIn(browser, login);
  await openInbox(page);
  await moveTo(page, text);
  await page.keyboard.press('Enter');
  await page.getByText('서명하면 무슨 일이 일어나는가').waitFor();
  await page.keyboard.press('s');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(told).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}

/** Fills the record form of the fund that is open; the payment day stays as the form proposes it unless one is given. */
export async function fillDeal(page: Page, deal: { readonly businessNumber: string; readonly company: string; readonly amount: string; readonly paidOn?: string }): Promise<void> {
  await page.getByLabel('사업자등록번호').fill(deal.businessNumber);
  await page.getByLabel('기업명').fill(deal.company);
  await page.getByLabel('투자금액').fill(deal.amount);
  if (deal.paidOn !== undefined) await page.getByLabel('투자금 납입일').first().fill(deal.paidOn);
}
