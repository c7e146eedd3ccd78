import type { LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { PolicySet } from '#libs/policy';
import { getVoucher, lockVouchers, type VoucherRow } from '../voucher/voucher.query.js';
import { VOUCHER_KINDS, type VoucherYear, type YearTerms } from '../year/year.js';
import { figuresOfYear, getYear, policiesOfYear, type YearFigures } from '../year/year.query.js';
import { yearTerms } from '../year/year.policy.js';
import type { Standing } from './change.js';

/** A voucher that nobody else can change until the transaction ends, and what governs it. */
export interface OpenVoucher {
  readonly row: VoucherRow;
  readonly year: VoucherYear;
  readonly policies: PolicySet;
  readonly terms: YearTerms;
  readonly figures: YearFigures;
}

/** Throws not found for a voucher that is not there or not in sight. */
export async function openVoucher(tx: Tx, voucherId: string, on: LocalDate): Promise<OpenVoucher> {
  const { yearId } = await getVoucher(tx, voucherId);
  await lockVouchers(tx, [voucherId]);
  const year = await getYear(tx, yearId);
  const policies = await policiesOfYear(tx, year, on);
  return { row: await getVoucher(tx, voucherId), year, policies, terms: yearTerms(policies), figures: await figuresOfYear(tx, yearId) };
}

export function standingOf(row: VoucherRow, figures: YearFigures): Standing {
  const { issuedWon, toppedUpWon, splitOffWon, heldWon, capturedWon, expiredWon, revokedWon, availableWon, ownPaidInWon, ownUsedWon, ownReturnedWon, ownLeftWon, state, validTo } = row;
  return {
    ...{ state, validTo, issuedWon, toppedUpWon, splitOffWon, heldWon, capturedWon, expiredWon, revokedWon, availableWon, ownPaidInWon, ownUsedWon, ownReturnedWon, ownLeftWon },
    ...{ budgetLeftWon: `${figures.budgetLeftWon}`, vouchersLeft: figures.vouchersLeft },
  };
}

/** Where a voucher stands now, read anew. */
export async function readStanding(tx: Tx, voucherId: string): Promise<Standing> {
  const row = await getVoucher(tx, voucherId);
  return standingOf(row, await figuresOfYear(tx, row.yearId));
}

interface Part {
  readonly id: string;
  readonly parent: VoucherRow;
  readonly number: string;
  readonly amountWon: bigint;
}

/** A part of a voucher as a voucher of its own, under the agreement, the broker and the last day of the whole. */
export async function insertPart(tx: Tx, context: CommandContext, { id, parent, number, amountWon }: Part): Promise<void> {
  const witness = [context.now, context.commandId];
  await tx.query('insert into voucher (id, year_id, company_id, parent_id, known_at, command_id) values ($1, $2, $3, $4, $5, $6)', [id, parent.yearId, parent.companyId, parent.id, ...witness]);
  await tx.query(
    `insert into voucher_issue (voucher_id, year_id, number, issued_on, amount_won, valid_to, broker_id, broker_joined_on, known_at, command_id)
     select $1, i.year_id, $3, $4, $5, $6, i.broker_id, i.broker_joined_on, $7, $8 from voucher_issue i where i.voucher_id = $2`,
    [id, parent.id, number, context.today, `${amountWon}`, parent.validTo, ...witness],
  );
}

/** The next free number of a voucher of the year; whoever asks holds the lock of the year. */
export async function nextVoucherNumber(tx: Tx, { id, kind, fiscalYear }: VoucherYear): Promise<string> {
  const [row]: { last: number }[] = await tx.query(`select coalesce(max(substring(number from '[0-9]+$')::int), 0) as last from voucher_issue where year_id = $1`, [id]);
  return `${VOUCHER_KINDS[kind].prefix}-${fiscalYear}-${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}

/** Own money that services under way will still take out of the company's lot, in won. */
export async function ownMoneySpokenFor(tx: Tx, voucherId: string): Promise<bigint> {
  const [row]: { won: string }[] = await tx.query(
    `select coalesce(sum(s.self_won), 0)::text as won from voucher_service s join service_state t on t.service_id = s.id
      where s.voucher_id = $1 and t.state in ('CONTRACTED', 'DELIVERED', 'ACCEPTED', 'INSPECTED', 'CLAIMED')`,
    [voucherId],
  );
  return BigInt(row?.won ?? '0');
}
