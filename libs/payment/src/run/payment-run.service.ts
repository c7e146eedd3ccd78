import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { yearOf, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import type { PostedEntry } from '#libs/ledger';
import { ZERO_WON, type Won } from '#libs/money';
import { addressesOn, businessStatusOn } from '#libs/party';
import { policiesInForce } from '#libs/policy';
import { freshDaysOf } from '../bank-balance/bank-balance.policy.js';
import { newestBalance, takenElsewhere } from '../bank-balance/bank-balance.query.js';
import { bankHasTheMoney } from '../bank-balance/bank-balance.rules.js';
import { requireBook } from '../payable/book.query.js';
import type { PayableRow } from '../payable/payable.js';
import { PayableDesk, type Collected } from '../payable/payable-desk.service.js';
import { payeeIsInBusiness, type RefusedPayable } from '../payable/payable.rules.js';
import { lockPayables } from '../payable/payable.store.js';
import { findPayingAccount, getPayingAccount } from '../paying-account/paying-account.query.js';
import type { PayingAccount } from './payment-run.js';
import { getRun, handsOf, listRunLines, listTakenPayables, personBehind, type RunLineRow, type RunRow } from './payment-run.query.js';
import { accountsAreStillOpen, nothingHindersTheLines, payeesHaveAddresses, releaserIsAThirdPerson, requireDayReached, requireStatedTotal, requireStep } from './payment-run.rules.js';
import { insertRun, lockRun, nextRunNumber, recordRunEvent } from './payment-run.store.js';

export interface DraftPaymentRun {
  readonly book: string;
  readonly payOn: LocalDate;
  /** Null: all that is owed by the book and due on the day. */
  readonly payableIds: readonly string[] | null;
  /** As the preview told; the draft is signed by this amount, so it has to be what comes out. Null in a preview. */
  readonly totalWon: Won | null;
}

export interface DraftedRun {
  readonly id: string;
  readonly number: string;
  readonly totalWon: Won;
  readonly payingAccount: PayingAccount | null;
  readonly payables: readonly PayableRow[];
  /** Left out, each with its reason. */
  readonly refused: readonly RefusedPayable[];
  /** What the books would say once the bank has paid it. */
  readonly entries: readonly PostedEntry[];
}

export interface ReleasedRun {
  readonly id: string;
  readonly number: string;
  readonly totalWon: Won;
  /** What the books would say once the bank has paid it. */
  readonly entries: readonly PostedEntry[];
}

/**
 * Payments leave in runs: debts of one book, out of its one account, on one day. Three natural persons: who drafts, who signs (by
 * amount), who releases. Nothing is booked before the bank has said what it did, so a line that never leaves needs no correction.
 * `docs/decisions/2026-11-22-payment-runs.md`.
 */
@Injectable()
export class PaymentRunService {
  constructor(private readonly desk: PayableDesk) {}

  /** `payment-run.draft`: puts together what is to be paid on a day. What cannot be paid stays out and says why. */
  readonly draft: Command<DraftPaymentRun, DraftedRun> = {
    name: 'payment-run.draft',
    execute: async (tx, context, input) => {
      await requireBook(tx, input.book, '/book');
      const account = await findPayingAccount(tx, input.book, input.payOn);
      const first = await this.collect(tx, input, account);
      await lockPayables(tx, first.payables.map(({ id }) => id));
      // Asked again now that nobody else takes them.
      const collected = await this.collect(tx, input, account);
      const draft = { id: randomUUID(), number: await nextRunNumber(tx, yearOf(input.payOn)), totalWon: collected.totalWon };
      if (input.totalWon !== null) requireStatedTotal(input.totalWon, draft.totalWon);
      requireSomething(context, collected);
      const { verdict, entries } = await this.tryToPay(tx, context, input.book, collected.payables, input.payOn, null);
      context.judge([...collected.verdicts, ...(await this.addressesOf(tx, collected.payables, input.payOn)), payingAccountIsInUse(account), verdict, ...(await atTheBank(tx, context, account, input.payOn, draft.totalWon))]);
      if (account !== null && collected.payables.length > 0 && !context.blocked) await insertRun(tx, context, { ...draft, book: input.book, payingAccountId: account.id, payOn: input.payOn, payables: collected.payables });
      context.announce('payment.changed', { runId: draft.id });
      return { ...draft, payingAccount: account, payables: collected.payables, refused: collected.refused, entries };
    },
  };

  /** `payment-run.release`: lets the run go to the bank. By somebody who neither drafted nor signed it, on the day of payment or after it. */
  readonly release: Command<{ readonly runId: string }, ReleasedRun> = {
    name: 'payment-run.release',
    execute: async (tx, context, { runId }) => {
      await lockRun(tx, runId);
      const run = await getRun(tx, runId);
      requireStep(run.state, 'release');
      requireDayReached(run.payOn, context.today);
      const lines = await listRunLines(tx, runId, context.today);
      const { verdict, entries } = await this.tryToPay(tx, context, run.book, lines.map(({ payable }) => payable), context.today, runId);
      context.judge([...(await this.standsAgainst(tx, context, run, lines)), verdict]);
      if (!context.blocked) await recordRunEvent(tx, context, runId, 'release', null);
      context.announce('payment.changed', { runId });
      return { id: runId, number: run.number, totalWon: run.totalWon, entries };
    },
  };

  /** `payment-run.void`: nothing of it is paid; its debts can be drafted anew. Possible until the bank has been told. */
  readonly void: Command<{ readonly runId: string; readonly reason: string }, { id: string }> = {
    name: 'payment-run.void',
    async execute(tx, context, { runId, reason }) {
      await lockRun(tx, runId);
      requireStep((await getRun(tx, runId)).state, 'void');
      await recordRunEvent(tx, context, runId, 'void', reason);
      context.announce('payment.changed', { runId });
      return { id: runId };
    },
  };

  private collect(tx: Tx, { book, payOn, payableIds }: DraftPaymentRun, account: PayingAccount | null): Promise<Collected> {
    const wanted = payableIds === null ? { dueThrough: payOn, states: ['OWED'] as const } : { ids: payableIds };
    return this.desk.collect(tx, payOn, { book, ...wanted }, account?.bankAccountId ?? null);
  }

  /** With what other runs of the book have taken and not yet paid: money is not there twice. */
  private async tryToPay(tx: Tx, context: CommandContext, book: string, payables: Parameters<PayableDesk['tryToPay']>[3], payOn: LocalDate, runId: string | null): ReturnType<PayableDesk['tryToPay']> {
    const taken = await listTakenPayables(tx, book, runId);
    const { verdict, entries } = await this.desk.tryToPay(tx, context, book, [...payables, ...taken], payOn);
    return { verdict, entries: entries.slice(0, payables.length) };
  }

  /** The bank is told where a payee is, as far as anybody recorded it. */
  private async addressesOf(tx: Tx, payables: readonly PayableRow[], on: LocalDate): Promise<readonly Verdict[]> {
    const known = await addressesOn(tx, payables.map(({ payeeId }) => payeeId), on);
    const without = [...new Set(payables.filter(({ payeeId }) => !known.has(payeeId)).map(({ payee }) => payee))];
    return without.length === 0 ? [] : [payeesHaveAddresses(without)];
  }

  private async standsAgainst(tx: Tx, context: CommandContext, run: RunRow, lines: readonly RunLineRow[]): Promise<readonly Verdict[]> {
    const payees = new Map(lines.map(({ payable, payee }) => [payable.payeeId, payee]));
    const business = await businessStatusOn(tx, [...payees.keys()], context.today);
    const hindrances = await this.desk.hindrances(tx, lines.map(({ payable }) => payable), context.today);
    const account = await getPayingAccount(tx, run.payingAccountId, context.today);
    const closed = [...(account.open ? [] : [account.payerName]), ...lines.filter(({ accountOpen }) => !accountOpen).map(({ payee }) => payee)];
    return [
      releaserIsAThirdPerson((await handsOf(tx, run.id)).drafted, await personBehind(tx, context.actor.userId)),
      ...[...payees].map(([id, payee]) => payeeIsInBusiness(payee, business.get(id) ?? null)).filter(({ result }) => result !== 'PASS'),
      accountsAreStillOpen([...new Set(closed)]),
      nothingHindersTheLines(lines.flatMap(({ payable, payee }) => (hindrances.has(payable.id) ? [{ payee, text: hindrances.get(payable.id) ?? { ko: '', en: '' } }] : []))),
    ];
  }
}

/** What the newest statement of the account says; nothing where no account is designated, which is said apart. */
async function atTheBank(tx: Tx, context: CommandContext, account: PayingAccount | null, payOn: LocalDate, totalWon: Won): Promise<readonly Verdict[]> {
  if (account === null || totalWon === 0n) return [];
  const balance = await newestBalance(tx, account.id);
  const takenWon = balance === null ? ZERO_WON : await takenElsewhere(tx, account.id, balance.on, null);
  const freshDays = freshDaysOf(await policiesInForce(tx, ['*'], context.today, context.now));
  return [bankHasTheMoney({ payOn, totalWon, takenWon, balance, freshDays })];
}

/** Throws `payment-run.nothing-to-pay` with the reasons of what stays out; a preview shows them instead. */
function requireSomething(context: CommandContext, { payables, refused }: Collected): void {
  if (payables.length > 0 || context.dryRun) return;
  throw new DomainError('rule_broken', 'payment-run.nothing-to-pay', { ko: '지급할 수 있는 내역이 없습니다. 제외된 내역의 사유를 확인해 주세요.', en: 'Nothing of it can be paid. Look at why each line stays out.' }, {
    details: { refused: refused.map(({ payableId, code, text }) => ({ payableId, code, text: { ...text } })) },
  });
}

function payingAccountIsInUse(account: PayingAccount | null): Verdict {
  const holds = account?.open === true;
  return {
    rule: 'paying-account-is-in-use',
    clause: '출금계좌 지정',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '이 장부의 출금계좌를 쓸 수 있습니다.', en: 'The account of this book can be used.' }
      : { ko: '이 장부의 출금계좌가 지정되지 않았거나 해지되었습니다. 출금계좌를 먼저 지정해 주세요.', en: 'No account is designated for this book, or it was closed. Designate one first.' },
    inputs: { payingAccountId: account?.id ?? null },
  };
}
