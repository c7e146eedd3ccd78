import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant } from '#libs/errors';
import { won } from '#libs/money';
import { insertPayablesOf, withdrawPayable, type SettledDebt } from '#libs/payment';
import { recordServiceEvents } from '../service/service.store.js';
import { CLAIM_DEBT, payableOfClaim, purposeOf, type ClaimDebt } from './claim-debt.js';

/** What is owed, and the command that says so. */
type StatedClaim = ClaimDebt & { readonly context: CommandContext };

/**
 * States what is owed for services whose payment was decided, in two statements at most. Of whom nothing is owed (the company pays it
 * all itself, or a set-off took it) is paid by that, for no bank will ever say so; `why` is kept with it.
 */
export async function oweClaims(tx: Tx, debts: readonly StatedClaim[], why = '지급할 금액 없음'): Promise<void> {
  const drafted = debts.map((debt) => ({ debt, draft: payableOfClaim(debt) }));
  await insertPayablesOf(tx, drafted.flatMap(({ debt: { context }, draft }) => (draft === null ? [] : [{ context, draft }])));
  const settled = drafted.filter(({ draft }) => draft === null).map(({ debt }) => debt);
  await recordServiceEvents(tx, settled.map(({ context, serviceId }) => ({ context, serviceId, event: 'pay', happenedOn: context.today, detail: { owed: 'NOTHING', why } })));
}

/** Takes the debt of a service back. Throws `payable.not-owed` while it is in a run or paid. */
export async function forgetClaim(tx: Tx, context: CommandContext, serviceId: string, reason: string): Promise<void> {
  await withdrawPayable(tx, context, CLAIM_DEBT, serviceId, reason);
}

/** After a set-off: what is left takes the place of what was owed. */
export async function oweTheRest(tx: Tx, context: CommandContext, serviceId: string, why: string): Promise<void> {
  await forgetClaim(tx, context, serviceId, why);
  await oweClaims(tx, [{ ...(await remainderOf(tx, serviceId)), context }], why);
}

async function remainderOf(tx: Tx, serviceId: string): Promise<ClaimDebt> {
  type Row = Omit<ClaimDebt, 'publicWon' | 'ownWon' | 'purpose'> & { readonly publicWon: string; readonly ownWon: string; readonly number: string; readonly voucherNumber: string | null };
  const rows: Row[] = await tx.query(
    `select v.year_id as "yearId", v.id as "voucherId", s.id as "serviceId", k.payee_id as "payeeId", s.number, i.number as "voucherNumber", k.captured_on as "capturedOn",
            (k.public_won - (select coalesce(sum(m.amount_won), 0) from clawback_movement m where m.service_id = s.id))::text as "publicWon", k.own_won::text as "ownWon"
       from service_capture k join voucher_service s on s.id = k.service_id join voucher v on v.id = s.voucher_id left join voucher_issue i on i.voucher_id = v.id where s.id = $1`,
    [serviceId],
  );
  const [row] = rows;
  invariant(row !== undefined, `the payment of the service ${serviceId} was decided`);
  const { number, voucherNumber, publicWon, ownWon, ...rest } = row;
  return { ...rest, purpose: purposeOf(voucherNumber, number), publicWon: won(publicWon), ownWon: won(ownWon) };
}

/** What the bank did with claims is a step in the life of their services. Throws `service.refunded-before-return`. */
export async function settleClaims(tx: Tx, context: CommandContext, outcome: 'PAID' | 'RETURNED', debts: readonly SettledDebt[]): Promise<void> {
  const event = outcome === 'PAID' ? 'pay' : 'bounce';
  if (event === 'bounce') await requireUnrefunded(tx, debts.map(({ payable }) => payable.subjectId));
  await recordServiceEvents(tx, debts.map(({ payable, happenedOn, runNumber }) => ({ context, serviceId: payable.subjectId, event, happenedOn, detail: { run: runNumber } })));
  for (const book of new Set(debts.map(({ payable }) => payable.book))) context.announce('voucher.changed', { yearId: book.slice('voucher/'.length) });
}

async function requireUnrefunded(tx: Tx, serviceIds: readonly string[]): Promise<void> {
  const rows: { number: string }[] = await tx.query('select s.number from voucher_service s where s.id = any ($1) and exists (select 1 from service_refund r where r.service_id = s.id) order by s.number', [serviceIds]);
  if (rows.length === 0) return;
  const numbers = rows.map(({ number }) => number).join(', ');
  throw new DomainError('conflict', 'service.refunded-before-return', {
    ko: `이미 환불이 기록된 서비스입니다(${numbers}). 은행 반송이 아니라 환불로 들어온 돈인지 확인해 주세요.`,
    en: `A refund of ${numbers} is on record already. Find out whether this money is the refund and not a transfer that came back.`,
  });
}
