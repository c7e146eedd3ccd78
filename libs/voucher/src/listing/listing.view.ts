import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import { VOUCHER_LIFE, type VoucherState } from '../voucher/voucher.js';
import type { VoucherRow } from '../voucher/voucher.query.js';
import { VOUCHER_STATES, type VoucherDto, type VoucherFilterDto, type VoucherListingDto } from './listing.dto.js';
import type { VoucherFilter, VoucherListing, VoucherOrder } from './listing.query.js';
import { NEXT_STEPS, nextStepOf } from './next-step.js';

const OPEN: readonly VoucherState[] = ['ISSUED', 'SUSPENDED'];

export function filterOf(yearId: string, query: VoucherFilterDto, on: LocalDate): Omit<VoucherFilter, 'offset' | 'limit'> {
  return {
    yearId,
    states: statesOf(query.state),
    expiringBy: query.expiringWithinDays === undefined ? null : addDays(on, query.expiringWithinDays),
    search: query.search ?? '',
    order: (query.order ?? 'NUMBER') as VoucherOrder,
  };
}

function statesOf(state: string | undefined): readonly VoucherState[] {
  if (state === undefined) return [];
  if (state === 'OPEN') return OPEN;
  return state === 'ENDED' ? VOUCHER_STATES.filter((each) => !OPEN.includes(each)) : [state as VoucherState];
}

export function viewVoucher(row: VoucherRow, on: LocalDate): VoucherDto {
  const { services, firstValidTo: _first, ...shown } = row;
  const nextStep = nextStepOf({ ...row, services, availableWon: BigInt(row.availableWon), ownLeftWon: BigInt(row.ownLeftWon) }, on);
  return {
    ...shown,
    stateName: { ...VOUCHER_LIFE.states[row.state] },
    daysLeft: row.validTo !== null && OPEN.includes(row.state) ? daysBetween(on, row.validTo) : null,
    givenWon: `${BigInt(row.issuedWon) + BigInt(row.toppedUpWon) - BigInt(row.splitOffWon)}`,
    nextStep,
    nextStepName: { ...NEXT_STEPS[nextStep] },
  };
}

export function viewListing({ rows, count, availableWon, heldWon }: VoucherListing, offset: number, on: LocalDate): VoucherListingDto {
  return { vouchers: rows.map((row) => viewVoucher(row, on)), count, availableWon, heldWon, more: offset + rows.length < count };
}
