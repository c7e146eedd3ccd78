import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { yearOf, type LocalDate } from '#libs/calendar';
import type { Command, CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { sumWon, type Won } from '#libs/money';
import { personsBehind } from '../capture/capture.store.js';
import { servicePaid } from '../service/service.posting.js';
import { lockServices, recordServiceEvents } from '../service/service.store.js';
import { yearBook } from '../year/year.charts.js';
import { getYear } from '../year/year.query.js';
import type { Payable } from './payment-batch.js';
import { getBatch, listBatchLines, listPayables, type BatchLineRow, type BatchRow } from './payment-batch.query.js';
import { accountsAreStillOpen, closures, isPaidOutOfCarriedMoney, owedWon, refusalOfPayable, releaserIsAThirdPerson, requireStatedTotal, type RefusedPayable } from './payment-batch.rules.js';
import { endBatch, handsOf, insertBatch, nextBatchNumber } from './payment-batch.store.js';

export interface DraftPaymentBatch {
  readonly yearId: string;
  readonly payOn: LocalDate;
  /** Null: all that is owed and waits in no batch. */
  readonly serviceIds: readonly string[] | null;
  /** As the preview told; the draft is signed by this amount, so it has to be what comes out. Null in a preview. */
  readonly totalWon: Won | null;
}

export interface DraftedBatch {
  readonly id: string;
  readonly number: string;
  readonly totalWon: Won;
  readonly payables: readonly Pick<Payable, 'serviceId' | 'number' | 'payee' | 'publicWon' | 'ownWon'>[];
  /** Left out, each with its reason. */
  readonly refused: readonly RefusedPayable[];
}

export interface ReleasedBatch {
  readonly id: string;
  readonly number: string;
  readonly totalWon: bigint;
  readonly entries: readonly PostedEntry[];
}

/**
 * Payments leave in batches that a third person releases. What is paid is the invoice to the won: the ten-won truncation of
 * 국고금 관리법 제47조 is for what the Treasury itself takes in and pays out. Here the agency pays a provider's bill out of money
 * it has received already, and a bill that is paid short is not paid. Notices of the state (clawbacks) do truncate.
 */
@Injectable()
export class PaymentBatchService {
  constructor(private readonly ledger: Ledger) {}

  /** `payment-batch.draft`: puts together what is to be paid on a day. Rows that cannot be paid stay out and say why. */
  readonly draft: Command<DraftPaymentBatch, DraftedBatch> = {
    name: 'payment-batch.draft',
    async execute(tx, context, input) {
      const year = await getYear(tx, input.yearId);
      const found = await listPayables(tx, year.id, input.payOn, input.serviceIds);
      await lockServices(tx, found.map(({ serviceId }) => serviceId));
      // Asked again now that nobody else decides on them.
      const { payables, refused } = sort(await listPayables(tx, year.id, input.payOn, input.serviceIds), input);
      const draft = { id: randomUUID(), number: await nextBatchNumber(tx, yearOf(input.payOn)), totalWon: sumWon(payables.map(owedWon)) };
      if (input.totalWon !== null) requireStatedTotal(input.totalWon, draft.totalWon);
      if (payables.length === 0 && !context.dryRun) throw nothingToPay(refused);
      isPaidOutOfCarriedMoney(year, input.payOn);
      if (payables.length > 0) await insertBatch(tx, context, { ...draft, yearId: year.id, payOn: input.payOn, payables });
      context.announce('voucher.changed', { yearId: year.id });
      return { ...draft, payables, refused };
    },
  };

  /** `payment-batch.release`: the money leaves. By somebody who neither drafted nor signed it, on the day of payment or after it. */
  readonly release: Command<{ readonly batchId: string }, ReleasedBatch> = {
    name: 'payment-batch.release',
    execute: async (tx, context, { batchId }) => {
      const { batch, lines } = await openBatch(tx, batchId, context.today);
      if (batch.payOn > context.today) throw notYet(batch.payOn);
      await judge(tx, context, batch, lines);
      const year = await getYear(tx, batch.yearId);
      const carried = isPaidOutOfCarriedMoney(year, batch.payOn);
      const released = { id: batchId, number: batch.number, totalWon: BigInt(batch.totalWon) };
      if (context.blocked) return { ...released, entries: [] };
      const effectiveOn = await this.ledger.bookableDay(tx, yearBook(year.id), batch.payOn);
      await recordServiceEvents(tx, lines.map(({ serviceId }) => ({ context, serviceId, event: 'pay', happenedOn: batch.payOn, detail: { batch: batch.number } })));
      await endBatch(tx, context, batchId, 'RELEASED', context.today, null);
      const entries = await this.ledger.post(tx, context, lines.filter(movesMoney).map((line) => servicePaid({ ...moneyOf(line), yearId: year.id, effectiveOn, memo: `${batch.number} ${line.number} ${line.payee}` }, carried)));
      context.announce('voucher.changed', { yearId: year.id });
      return { ...released, entries };
    },
  };

  /** `payment-batch.cancel`: nothing is paid; its claims can be drafted anew. */
  readonly cancel: Command<{ readonly batchId: string; readonly reason: string }, { id: string }> = {
    name: 'payment-batch.cancel',
    async execute(tx, context, { batchId, reason }) {
      const { batch } = await openBatch(tx, batchId, context.today);
      await endBatch(tx, context, batchId, 'CANCELLED', context.today, reason);
      context.announce('voucher.changed', { yearId: batch.yearId });
      return { id: batchId };
    },
  };
}

function sort(found: readonly Payable[], { payOn, serviceIds }: DraftPaymentBatch): { payables: readonly Payable[]; refused: readonly RefusedPayable[] } {
  const judged = found.map((payable) => ({ payable, refusal: refusalOfPayable(payable, payOn) }));
  const refused = judged.flatMap(({ payable, refusal }) => (refusal === null || (serviceIds === null && payable.waitsIn !== null) ? [] : [refusal]));
  const known = new Set(found.map(({ serviceId }) => serviceId));
  const strange = (serviceIds ?? []).filter((id) => !known.has(id)).map(notDecided);
  return { payables: judged.flatMap(({ payable, refusal }) => (refusal === null ? [payable] : [])), refused: [...refused, ...strange] };
}

function notDecided(serviceId: string): RefusedPayable {
  const text = { ko: '지급결정되어 지급을 기다리는 청구가 아닙니다. 정산청구 목록에서 상태를 확인해 주세요.', en: 'This is no claim whose payment was decided and is due. Look at it among the claims.' };
  return { serviceId, number: '', payee: '', code: 'payment-batch.not-decided', text };
}

/** A batch that waits to be released, whose services nobody else decides on. Throws `payment-batch.ended`. */
async function openBatch(tx: Tx, batchId: string, on: LocalDate): Promise<{ batch: BatchRow; lines: readonly BatchLineRow[] }> {
  await lockServices(tx, (await listBatchLines(tx, (await getBatch(tx, batchId)).id, on)).map(({ serviceId }) => serviceId));
  const batch = await getBatch(tx, batchId);
  if (batch.state === 'DRAFTED') return { batch, lines: await listBatchLines(tx, batchId, on) };
  const released = batch.state === 'RELEASED';
  throw new DomainError('conflict', 'payment-batch.ended', {
    ko: released ? `${batch.number}은(는) 이미 지급되었습니다. 잘못 지급했으면 서비스별로 환불을 기록해 주세요.` : `${batch.number}은(는) 취소된 묶음입니다. 새로 기안해 주세요.`,
    en: released ? `${batch.number} has been paid. Record refunds of its services where that was wrong.` : `${batch.number} was cancelled. Draft it anew.`,
  });
}

async function judge(tx: Tx, context: CommandContext, batch: BatchRow, lines: readonly BatchLineRow[]): Promise<void> {
  const { userId } = context.actor;
  const persons = await personsBehind(tx, [], [userId]);
  const closed = [...new Set(lines.filter(({ accountOpen }) => !accountOpen).map(({ payee }) => payee))];
  context.judge([releaserIsAThirdPerson(await handsOf(tx, batch.id), persons.get(userId) ?? null), accountsAreStillOpen(closed), ...lines.flatMap((line) => closures(line, context.today))]);
}

/** What was set off in full is settled without a payment. */
const movesMoney = ({ publicWon, ownWon }: BatchLineRow): boolean => BigInt(publicWon) + BigInt(ownWon) > 0n;

function moneyOf(line: BatchLineRow): { readonly voucherId: string; readonly serviceId: string; readonly payeeId: string; readonly publicWon: bigint; readonly ownWon: bigint } {
  const { voucherId, serviceId, payeeId } = line;
  return { voucherId, serviceId, payeeId, publicWon: BigInt(line.publicWon), ownWon: BigInt(line.ownWon) };
}

function nothingToPay(refused: readonly RefusedPayable[]): DomainError {
  const reasons = refused.map(({ number, text }) => ({ ko: `${number}: ${text.ko}`, en: `${number}: ${text.en}` }));
  return new DomainError(
    'rule_broken',
    'payment-batch.nothing-to-pay',
    { ko: ['지급할 수 있는 청구가 없습니다.', ...reasons.map(({ ko }) => ko)].join(' '), en: ['Nothing can be paid.', ...reasons.map(({ en }) => en)].join(' ') },
    { details: { refused: refused.map(({ text, ...row }) => ({ ...row, text: { ...text } })) } },
  );
}

function notYet(payOn: LocalDate): DomainError {
  return new DomainError('rule_broken', 'payment-batch.before-its-day', {
    ko: `지급일(${payOn})이 되지 않았습니다. 그날 지급하거나, 묶음을 취소하고 오늘 날짜로 다시 기안해 주세요.`,
    en: `It is to be paid on ${payOn}. Release it then, or cancel it and draft it anew for today.`,
  });
}
