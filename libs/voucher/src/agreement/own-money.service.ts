import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invalidField, invariant, type FieldFault } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { formatWon, maxWon, subtractWon, sumWon, won, ZERO_WON, type Won } from '#libs/money';
import { ownMoneyFor } from '../change/change.rules.js';
import { ownMoneySpokenFor } from '../change/change.store.js';
import { ownMoneyDeposited, ownMoneyReturned } from '../voucher/voucher.posting.js';
import { getVoucher, listVouchersById, lockVouchers, type VoucherRow } from '../voucher/voucher.query.js';
import { VOUCHER_LIFE } from '../voucher/voucher.js';
import { getOpenYear, getYear, termsOfYear } from '../year/year.query.js';
import type { YearTerms } from '../year/year.js';
import { ownMoneyDue } from './agreement.query.js';
import type { OwnMovement } from './agreement.js';
import { insertOwnMoney } from './agreement.store.js';
import { ownMoneyNotNeeded } from './own-money.rules.js';

export interface DepositOwnMoney {
  readonly yearId: string;
  /** Of all deposits together: what decides who signs. */
  readonly amountWon: Won;
  readonly deposits: readonly OwnMovement[];
}

export interface DepositedOwnMoney {
  readonly vouchers: readonly { readonly voucherId: string; readonly number: string; readonly company: string; readonly paidBeforeWon: Won; readonly paidAfterWon: Won; readonly dueWon: Won }[];
  readonly entries: readonly PostedEntry[];
}

export interface ReturnedOwnMoney {
  readonly leftBeforeWon: Won;
  readonly leftAfterWon: Won;
  readonly entries: readonly PostedEntry[];
}

/** What a voucher may take in, and what it has. */
interface Lot {
  readonly row: VoucherRow;
  readonly limitWon: Won;
  paidWon: Won;
}

/** A company's own money in the account of the agency: a lot of its own for each voucher. */
@Injectable()
export class OwnMoneyService {
  constructor(private readonly ledger: Ledger) {}

  /** `own-money.deposit`: money of companies arrived, as the statement of the bank lists it. All of it is booked or, with every fault named, none. */
  readonly deposit: Command<DepositOwnMoney, DepositedOwnMoney> = {
    name: 'own-money.deposit',
    execute: async (tx, context, { yearId, amountWon, deposits }) => {
      invariant(amountWon === sumWon(deposits.map((each) => each.amountWon)), 'the amount that is signed is the sum of the rows');
      const year = await getOpenYear(tx, yearId);
      const ids = [...new Set(deposits.map(({ voucherId }) => voucherId))];
      await lockVouchers(tx, ids);
      const lots = await lotsOf(tx, yearId, ids, await termsOfYear(tx, year, context.today));
      const before = new Map([...lots].map(([id, { paidWon }]) => [id, paidWon]));
      refuse(deposits.flatMap((deposit, index) => takeIn(lots.get(deposit.voucherId), deposit, `/deposits/${index}`, context.today)));
      await insertOwnMoney(tx, context, 'own_money_deposit', deposits);
      const entries = await this.ledger.post(tx, context, deposits.map(({ voucherId, valueOn, amountWon: each }) => ownMoneyDeposited({ yearId, voucherId, effectiveOn: valueOn, memo: memoOf('자부담금 납입', lots.get(voucherId)?.row) }, each)));
      context.announce('voucher.changed', { yearId });
      return {
        vouchers: [...lots.values()].map(({ row, paidWon, limitWon }) => ({ voucherId: row.id, number: numberOf(row), company: row.company, paidBeforeWon: before.get(row.id) ?? ZERO_WON, paidAfterWon: paidWon, dueWon: limitWon })),
        entries,
      };
    },
  };

  /** `own-money.return`: what a voucher does not need any more goes back to the company. */
  readonly return: Command<OwnMovement, ReturnedOwnMoney> = {
    name: 'own-money.return',
    execute: async (tx, context, input) => {
      const { voucherId, amountWon, valueOn } = input;
      await lockVouchers(tx, [voucherId]);
      const row = await getVoucher(tx, voucherId);
      if (valueOn > context.today) throw notYet('/valueOn');
      const leftWon = won(BigInt(row.ownLeftWon));
      const freeWon = await freeOwnMoney(tx, context, row);
      if (amountWon > freeWon) throw invalidField('/amountWon', 'own-money.still-needed', stillNeeded(leftWon, freeWon));
      await insertOwnMoney(tx, context, 'own_money_return', [input]);
      const entries = await this.ledger.post(tx, context, [ownMoneyReturned({ yearId: row.yearId, voucherId, effectiveOn: valueOn, memo: memoOf('자부담금 반환', row) }, amountWon)]);
      context.announce('voucher.changed', { yearId: row.yearId });
      return { leftBeforeWon: leftWon, leftAfterWon: subtractWon(leftWon, amountWon), entries };
    },
  };
}

/** What a voucher may take in: by its agreement before the issue; after it as much as its face value would need, for a top-up. */
async function lotsOf(tx: Tx, yearId: string, ids: readonly string[], terms: YearTerms): Promise<Map<string, Lot>> {
  const [rows, due] = [await listVouchersById(tx, ids), await ownMoneyDue(tx, ids)];
  const mostWon = ownMoneyFor(terms.faceWon, terms);
  return new Map(
    rows
      .filter((row) => row.yearId === yearId)
      .map((row) => {
        const agreedWon = won(due.get(row.id) ?? 0n);
        const paidWon = won(BigInt(row.ownPaidInWon) - BigInt(row.ownReturnedWon));
        return [row.id, { row, paidWon, limitWon: row.state === 'AGREED' ? agreedWon : maxWon(agreedWon, mostWon) }];
      }),
  );
}

/** Counts a deposit in, or says what is wrong with it. */
function takeIn(lot: Lot | undefined, { amountWon, valueOn }: OwnMovement, pointer: string, today: LocalDate): FieldFault[] {
  if (lot === undefined) return [{ pointer: `${pointer}/voucherId`, code: 'own-money.not-of-the-year', text: { ko: '이 사업연도의 바우처가 아닙니다. 목록을 새로 고친 뒤 다시 골라 주세요.', en: 'This is no voucher of the programme year. Reload the list and choose again.' } }];
  const { state } = lot.row;
  if (state !== 'AGREED' && state !== 'ISSUED' && state !== 'SUSPENDED') {
    const now = VOUCHER_LIFE.states[state];
    return [{ pointer: `${pointer}/voucherId`, code: 'own-money.not-open', text: { ko: `'${now.ko}' 상태에서는 자부담금을 받지 않습니다. 협약한 뒤에 납입을 기록하고, 끝난 바우처의 입금은 돌려주세요.`, en: `No own money is taken while '${now.en}'. Record it after the agreement; what comes in for an ended voucher goes back.` } }];
  }
  if (valueOn > today) return notYet(`${pointer}/valueOn`).faults.slice();
  const leftWon = maxWon(ZERO_WON, subtractWon(lot.limitWon, lot.paidWon));
  if (amountWon > leftWon) {
    return [{ pointer: `${pointer}/amountWon`, code: 'own-money.more-than-due', text: { ko: `${lot.row.company}이(가) 더 낼 자부담금은 ${formatWon(leftWon)}원입니다. 초과 입금분은 기업에 돌려주세요.`, en: `${lot.row.company} still owes ${formatWon(leftWon)} won. What came in beyond that goes back to the company.` } }];
  }
  lot.paidWon = won(lot.paidWon + amountWon);
  return [];
}

function refuse(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first !== undefined) throw new DomainError('invalid', first.code, first.text, { faults });
}

async function freeOwnMoney(tx: Tx, context: CommandContext, row: VoucherRow): Promise<Won> {
  const { selfBurden } = await termsOfYear(tx, await getYear(tx, row.yearId), context.today);
  const dueWon = won((await ownMoneyDue(tx, [row.id])).get(row.id) ?? 0n);
  const spokenForWon = won(await ownMoneySpokenFor(tx, row.id));
  return ownMoneyNotNeeded({ state: row.state, leftWon: won(BigInt(row.ownLeftWon)), dueWon, availableWon: won(BigInt(row.availableWon)), spokenForWon }, selfBurden);
}

const notYet = (pointer: string): DomainError => invalidField(pointer, 'own-money.not-moved-yet', { ko: '거래일이 오늘보다 뒤입니다. 은행에서 실제로 움직인 날을 적어 주세요.', en: 'The value date lies in the future.' });

const stillNeeded = (leftWon: Won, freeWon: Won): { readonly ko: string; readonly en: string } => ({
  ko: `남은 자부담금 ${formatWon(leftWon)}원 가운데 지금 돌려줄 수 있는 금액은 ${formatWon(freeWon)}원입니다. 나머지는 진행 중이거나 앞으로 쓸 서비스의 몫입니다.`,
  en: `Of the ${formatWon(leftWon)} won left, ${formatWon(freeWon)} can go back now. The rest belongs to services under way or still to come.`,
});

const numberOf = (row: VoucherRow): string => row.number ?? row.applicationNumber ?? '';
const memoOf = (what: string, row: VoucherRow | undefined): string => (row === undefined ? what : `${what} ${numberOf(row)} ${row.company}`);
