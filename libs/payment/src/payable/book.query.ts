import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { bookLabel } from './payable.query.js';

export interface PayingBook {
  readonly book: string;
  readonly label: string;
}

/** The name of a book in sight; throws `payment.unknown-book` at `pointer` for any other. */
export async function requireBook(tx: Tx, book: string, pointer: string): Promise<PayingBook> {
  const rows: PayingBook[] = await tx.query(`select $1 as book, ${bookLabel('$1::text')} as label where exists (select 1 from subject_book where book = $1)`, [book]);
  if (rows[0] !== undefined) return rows[0];
  throw invalidField(pointer, 'payment.unknown-book', { ko: '없는 장부이거나 맡은 범위 밖의 장부입니다. 사업(공고)을 다시 골라 주세요.', en: 'There is no such book, or it lies outside your scope. Choose the programme or call again.' });
}

export interface BookToPay extends PayingBook {
  readonly owed: number;
  readonly owedWon: string;
  readonly hasAccount: boolean;
}

/** The books in sight that owe something or have an account to pay from, by name. */
export function listBooksToPay(tx: Tx): Promise<BookToPay[]> {
  return tx.query(
    `select b.book, ${bookLabel('b.book')} as label, count(y.id)::int as owed, coalesce(sum(y.amount_won), 0)::text as "owedWon",
            exists (select 1 from paying_account a where a.book = b.book) as "hasAccount"
       from (select book from payable union select book from paying_account) b
       left join (payable y join payable_state s on s.payable_id = y.id and s.state = 'OWED') on y.book = b.book
      group by b.book order by label, b.book`,
  );
}
