import { Client, type Answer, type Json } from './client.js';
import { CLAIM, decision, recordDeal } from './funds.js';
import { exit, payment, sheet, valued } from './outcomes.js';
import { NOWHERE } from './routes.js';

export const OUTCOME_KINDS = ['deal', 'decide', 'void', 'value', 'exit', 'bill', 'pay-fee', 'expense', 'void-expense', 'receive', 'reverse-receipt', 'distribute', 'reverse-distribution'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** What somebody might do to a fund that is at work. The index is taken round what there is; `half` asks for a part, or for the other of two. */
export interface OutcomeMove {
  readonly kind: OutcomeKind;
  readonly index: number;
  readonly amount: bigint;
  readonly half: boolean;
}

/** Something that moved cash and can be undone. */
interface Paid {
  readonly id: string;
  readonly amount: bigint;
}

const [manager, finance, compliance] = [Client.as('manager'), Client.as('finance'), Client.as('compliance')];
const QUARTERS = ['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30'];

/** A fund to which moves are made over HTTP; it counts the cash by a page of arithmetic of its own. */
export class MatureFund {
  cash = 10_000_000_000n;
  private readonly deals: Paid[] = [];
  private readonly bills: Paid[] = [];
  private readonly expenses: Paid[] = [];
  private readonly receipts: Paid[] = [];
  private readonly distributions: Paid[] = [];

  constructor(readonly id: string) {}

  async play(move: OutcomeMove): Promise<Answer> {
    return this.moves[move.kind](move);
  }

  private readonly moves: Readonly<Record<OutcomeKind, (move: OutcomeMove) => Promise<Answer>>> = {
    deal: async ({ amount, half }) => this.keep(this.deals, await recordDeal(manager, this.id, String(amount), half ? CLAIM : { traits: [{ dimension: 'region', value: '대전' }] }), amount, -1n),
    decide: ({ index, half }) => compliance.post(`/investments/${idAt(this.deals, index)}/classifications`, decision(half ? 'QUALIFIED' : 'NOT_QUALIFIED')),
    void: async ({ index }) => this.undo(this.deals, index, await manager.post(`/investments/${idAt(this.deals, index)}/void`, { reason: '시험' }), 1n),
    value: ({ index, amount, half }) => manager.post(`/funds/${this.id}/valuations`, sheet([valued(idAt(this.deals, index), String(amount))], { valuedOn: half ? '2024-12-31' : '2025-06-30' })),
    exit: async ({ index, amount, half }) => {
      const part = half ? { costWon: String((around(this.deals, index)?.amount ?? 2n) / 2n) } : {};
      const answer = await manager.post(`/funds/${this.id}/exits`, exit(idAt(this.deals, index), String(amount), part));
      if (answer.status === 201) this.cash += amount;
      return answer;
    },
    bill: async () => {
      const periodTo = QUARTERS[this.bills.length] ?? '2025-09-30';
      const answer = await finance.post(`/funds/${this.id}/fee-bills`, { periodTo, billedOn: periodTo });
      return this.keep(this.bills, answer, BigInt((answer.body as Json).amountWon ?? 0), 0n);
    },
    'pay-fee': async ({ index }) => {
      const bill = around(this.bills, index);
      const fee = payment(String(bill?.amount ?? 1n), { kind: 'MANAGEMENT_FEE', label: '관리보수', billId: bill?.id ?? NOWHERE, payee: undefined, paidOn: '2025-07-01' });
      return this.keep(this.expenses, await finance.post(`/funds/${this.id}/expenses`, fee), bill?.amount ?? 0n, -1n);
    },
    expense: async ({ amount }) => this.keep(this.expenses, await finance.post(`/funds/${this.id}/expenses`, payment(String(amount / 20n + 1n))), amount / 20n + 1n, -1n),
    'void-expense': async ({ index }) => this.undo(this.expenses, index, await finance.post(`/funds/${this.id}/expenses/${idAt(this.expenses, index)}/void`, { reason: '시험' }), 1n),
    receive: ({ amount }) => this.receive(amount),
    'reverse-receipt': async ({ index }) => this.undo(this.receipts, index, await finance.post(`/capital-receipts/${idAt(this.receipts, index)}/reversal`, { reason: '다른 조합의 입금' }), -1n),
    distribute: async ({ amount }) => this.keep(this.distributions, await finance.post(`/funds/${this.id}/distributions`, { amountWon: String(amount), paidOn: '2025-08-01', source: '시험' }), amount, -1n),
    'reverse-distribution': async ({ index }) => this.undo(this.distributions, index, await finance.post(`/distributions/${idAt(this.distributions, index)}/reverse`, { reason: '시험 취소' }), 1n),
  };

  /** A call of its own, and the first partner's share of it. */
  private async receive(amount: bigint): Promise<Answer> {
    const call = await finance.post(`/funds/${this.id}/capital-calls`, { amountWon: String(amount), purpose: '시험', noticeOn: '2024-03-04', dueOn: '2024-03-20' });
    const share = ((call.body as Json).shares as Json[] | undefined)?.[0];
    if (call.status !== 201 || share === undefined) return call;
    const answer = await finance.post(`/capital-calls/${call.body.id as string}/receipts`, { partnerId: share.partnerId, amountWon: share.amountWon, valueOn: '2024-03-20' });
    return this.keep(this.receipts, answer, BigInt(share.amountWon as string), 1n);
  }

  private keep(list: Paid[], answer: Answer, amount: bigint, sign: bigint): Answer {
    if (answer.status === 201) {
      list.push({ id: (answer.body as Json).id as string, amount });
      this.cash += sign * amount;
    }
    return answer;
  }

  private undo(list: readonly Paid[], index: number, answer: Answer, sign: bigint): Answer {
    if (answer.status === 201) this.cash += sign * (around(list, index)?.amount ?? 0n);
    return answer;
  }
}

const around = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
const idAt = (list: readonly Paid[], index: number): string => around(list, index)?.id ?? NOWHERE;
