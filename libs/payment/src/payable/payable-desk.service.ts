import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/calendar';
import type { CommandContext, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { DomainError, invariant, type Bilingual } from '#libs/errors';
import type { JournalEntry } from '#libs/journal';
import { Ledger, type PostedEntry } from '#libs/ledger';
import { sumWon, type Won } from '#libs/money';
import { businessStatusOn } from '#libs/party';
import { PAYMENT_OPTIONS, type PaymentOptions } from '../payment.options.js';
import type { Payable, PayableKind, PayablePart, PayableRow, SettledDebt } from './payable.js';
import { listPayables, type PayableFilter } from './payable.query.js';
import { payeeIsInBusiness, refusalOfPayable, unknownPayable, type RefusedPayable } from './payable.rules.js';

/** What can be paid on a day, and what cannot, each with its reason. */
export interface Collected {
  readonly payables: readonly PayableRow[];
  readonly refused: readonly RefusedPayable[];
  readonly totalWon: Won;
  /** What is allowed and worth a look. */
  readonly verdicts: readonly Verdict[];
}

/** A debt that the bank paid, or whose payment it sent back, and the day of the books. */
export interface PaymentMove {
  readonly payable: Payable;
  readonly outcome: 'PAID' | 'RETURNED';
  readonly effectiveOn: LocalDate;
}

/** Carries entries out of the savepoint that is undone. */
class Undone extends Error {
  constructor(readonly entries: readonly PostedEntry[]) {
    super('undone on purpose');
  }
}

/** What the instruments know of their debts: whether they may be paid, and what their payment posts. */
@Injectable()
export class PayableDesk {
  constructor(
    @Inject(PAYMENT_OPTIONS) private readonly options: PaymentOptions,
    private readonly ledger: Ledger,
  ) {}

  get kinds(): readonly PayableKind[] {
    return this.options.kinds;
  }

  /** The name of a kind of debt. Throws `InvariantError` for a kind that no instrument brought. */
  nameOf(kind: string): Bilingual {
    return this.kindOf(kind).name;
  }

  /** Judges the debts of `filter` for a payment on `payOn` out of `payingAccountId`. */
  async collect(tx: Tx, payOn: LocalDate, filter: PayableFilter, payingAccountId: string | null): Promise<Collected> {
    const found = await listPayables(tx, payOn, filter);
    const business = await businessStatusOn(tx, found.map(({ payeeId }) => payeeId), payOn);
    const hindrances = await this.hindrances(tx, found, payOn);
    const judged = found.map((payable) => {
      const circumstances = { payOn, business: business.get(payable.payeeId) ?? null, hindrance: hindrances.get(payable.id) ?? null, payingAccountId };
      return { payable, refusal: refusalOfPayable(payable, circumstances) };
    });
    const payables = judged.flatMap(({ payable, refusal }) => (refusal === null ? [payable] : []));
    const known = new Set(found.map(({ id }) => id));
    return {
      payables,
      refused: [...judged.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])), ...(filter.ids ?? []).filter((id) => !known.has(id)).map(unknownPayable)],
      totalWon: sumWon(payables.map(({ amountWon }) => amountWon)),
      verdicts: [...new Map(payables.map(({ payeeId, payee }) => [payeeId, payeeIsInBusiness(payee, business.get(payeeId) ?? null)])).values()].filter(({ result }) => result !== 'PASS'),
    };
  }

  /** What the instruments say against paying some of their debts, by the id of the debt. */
  async hindrances(tx: Tx, payables: readonly Pick<Payable, 'id' | 'kind' | 'subjectId'>[], on: LocalDate): Promise<ReadonlyMap<string, Bilingual>> {
    const found = new Map<string, Bilingual>();
    for (const kind of this.options.kinds) {
      const own = payables.filter((payable) => payable.kind === kind.kind);
      if (own.length === 0 || kind.hindrances === undefined) continue;
      const said = await kind.hindrances(tx, own.map(({ subjectId }) => subjectId), on);
      for (const { id, subjectId } of own) {
        const text = said.get(subjectId);
        if (text !== undefined) found.set(id, text);
      }
    }
    return found;
  }

  /** The entries of payments and returns, in the order of `moves`. */
  async entriesOf(tx: Tx, moves: readonly PaymentMove[]): Promise<readonly JournalEntry[]> {
    const details = await this.detailsNow(tx, moves.map(({ payable }) => payable));
    return moves.map(({ payable, outcome, effectiveOn }) => {
      const kind = this.kindOf(payable.kind);
      const debt = { ...payable, detail: { ...payable.detail, ...details.get(payable.id) } };
      return outcome === 'PAID' ? kind.paid(debt, effectiveOn) : kind.returned(debt, effectiveOn);
    });
  }

  /** The lots of a debt; none where it is one sum. */
  partsOf(payable: Payable): readonly PayablePart[] {
    return this.kindOf(payable.kind).parts?.(payable) ?? [];
  }

  /** Lets each instrument record what became of its debts. */
  async settled(tx: Tx, context: CommandContext, outcome: 'PAID' | 'RETURNED', debts: readonly SettledDebt[]): Promise<void> {
    for (const kind of this.options.kinds) {
      const own = debts.filter(({ payable }) => payable.kind === kind.kind);
      if (own.length > 0) await kind.settled?.(tx, context, outcome, own);
    }
  }

  /**
   * Whether the books let all of `payables` be paid together on `payOn`, found out by posting them and undoing it: the rule is the
   * floor of the accounts, and there is no second copy of it. Answers the entries as they would stand.
   */
  async tryToPay(tx: Tx, context: CommandContext, book: string, payables: readonly Payable[], payOn: LocalDate): Promise<{ readonly verdict: Verdict; readonly entries: readonly PostedEntry[] }> {
    const effectiveOn = await this.ledger.bookableDay(tx, book, payOn);
    try {
      await tx.transaction(async (inner): Promise<never> => {
        throw new Undone(await this.ledger.post(inner, context, await this.entriesOf(inner, payables.map((payable) => ({ payable, outcome: 'PAID', effectiveOn })))));
      });
      throw new Error('a trial always ends by being undone');
    } catch (error) {
      if (error instanceof Undone) return { verdict: booksCanPay(true, payables), entries: error.entries };
      if (error instanceof DomainError && error.code === 'ledger.floor-reached') return { verdict: booksCanPay(false, payables), entries: [] };
      throw error;
    }
  }

  private async detailsNow(tx: Tx, payables: readonly Payable[]): Promise<ReadonlyMap<string, Payable['detail']>> {
    const found = new Map<string, Payable['detail']>();
    for (const kind of this.options.kinds) {
      const own = payables.filter((payable) => payable.kind === kind.kind);
      if (own.length === 0 || kind.detailsNow === undefined) continue;
      for (const [id, detail] of await kind.detailsNow(tx, own)) found.set(id, detail);
    }
    return found;
  }

  private kindOf(kind: string): PayableKind {
    const found = this.options.kinds.find((each) => each.kind === kind);
    invariant(found !== undefined, `no instrument brings the kind of debt ${kind}`);
    return found;
  }
}

function booksCanPay(holds: boolean, payables: readonly Payable[]): Verdict {
  return {
    rule: 'books-can-pay-the-run',
    clause: '자금 확인(장부 잔액)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: '장부의 잔액으로 모두 지급할 수 있습니다.', en: 'The books have what it takes to pay all of it.' }
      : { ko: '장부의 잔액으로 이 지급을 모두 할 수 없습니다. 예산·미지급금 잔액을 확인하거나 지급 대상을 줄여 주세요.', en: 'The books do not have what it takes to pay all of it. Look at the balances, or pay less.' },
    inputs: { payables: payables.length },
  };
}
