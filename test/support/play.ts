import { Client, type Answer, type Json } from './client.js';
import { decision, recordDeal } from './funds.js';
import type { Move } from './model.js';
import { NOWHERE } from './routes.js';
import { withSql } from './sql.js';

/** A fund to which moves are made over HTTP, and what was made so far. */
export class PlayedFund {
  readonly dealIds: string[] = [];
  readonly calls: Json[] = [];

  constructor(readonly id: string) {}

  async play(move: Move): Promise<Answer> {
    switch (move.kind) {
      case 'deal':
        return this.keep(this.dealIds, await recordDeal(Client.as('manager'), this.id, move.amount.toString(), move.claims ? { recognition: { route: 'LAB_COMPANY', companyBasis: 'STARTUP' } } : {}), ({ id }) => id as string);
      case 'decide':
        return Client.as('compliance').post(`/investments/${around(this.dealIds, move.index) ?? NOWHERE}/classifications`, decision(move.decision));
      case 'void':
        return Client.as('manager').post(`/investments/${around(this.dealIds, move.index) ?? NOWHERE}/void`, { reason: '시험' });
      case 'call':
        return this.keep(this.calls, await Client.as('finance').post(`/funds/${this.id}/capital-calls`, { amountWon: move.amount.toString(), purpose: '시험', noticeOn: '2024-02-01', dueOn: '2024-03-04' }), (call) => call);
      case 'receive': {
        const call = around(this.calls, move.index);
        const partnerId = (call?.shares[move.partner]?.partnerId ?? NOWHERE) as string;
        return Client.as('finance').post(`/capital-calls/${(call?.id ?? NOWHERE) as string}/receipts`, { partnerId, amountWon: move.amount.toString(), valueOn: '2024-03-04' });
      }
      case 'expenses':
        return Client.as('compliance').post(`/funds/${this.id}/policies`, { key: 'fund.lifetime-expenses-won', value: move.amount.toString(), effectiveFrom: '2025-01-01', clause: '의결', source: 'AGREEMENT', reason: '시험' });
    }
  }

  /** The balances of the fund's accounts, added up by chart. */
  async balances(): Promise<Record<string, bigint>> {
    return withSql('APPLICATION', async (client) => {
      const { rows } = await client.query<{ chart: string; balance: string }>(
        'select a.chart, sum(b.balance) as balance from ledger_account a join account_balance b on b.account_id = a.id where a.book = $1 group by a.chart',
        [`fund/${this.id}`],
      );
      return Object.fromEntries(rows.map(({ chart, balance }) => [chart, BigInt(balance)]));
    });
  }

  /** Accounts whose balance is not the sum of their lines, or whose count of lines is wrong: there must be none. */
  async accountsThatDoNotAddUp(): Promise<string[]> {
    return withSql('APPLICATION', async (client) => {
      const { rows } = await client.query<{ key: string }>(
        `select a.key from ledger_account a join account_balance b on b.account_id = a.id left join entry_line l on l.account_id = a.id
          where a.book = $1 group by a.key, a.normal_side, b.balance, b.line_count
         having b.balance <> coalesce(sum(case when l.side = a.normal_side then l.amount else -l.amount end), 0) or b.line_count <> count(l.entry_id)`,
        [`fund/${this.id}`],
      );
      return rows.map(({ key }) => key);
    });
  }

  private keep<T>(list: T[], answer: Answer, pick: (body: Json) => T): Answer {
    if (answer.status === 201) list.push(pick(answer.body));
    return answer;
  }
}

const around = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];
