import { randomUUID } from 'node:crypto';
import type { LocalDate } from '#libs/calendar';
import type { Command, Verdict } from '#libs/command';
import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import { requireBook } from '../payable/book.query.js';

export interface DesignatePayingAccount {
  readonly book: string;
  readonly bankAccountId: string;
  /** The first day on which the book pays from it. */
  readonly effectiveFrom: LocalDate;
  readonly street: string;
  readonly building: string;
  /** Five digits. */
  readonly postCode: string;
  readonly town: string;
}

interface AgencyAccount {
  readonly party: string;
  readonly holderIsParty: boolean;
  readonly open: boolean;
}

/** `paying-account.designate`: from a day on, a book pays from this account. Who drafts payments does not choose where the money comes from. */
export const designatePayingAccount: Command<DesignatePayingAccount, { id: string }> = {
  name: 'paying-account.designate',
  async execute(tx, context, input) {
    await requireBook(tx, input.book, '/book');
    const account = await accountOn(tx, input.bankAccountId, input.effectiveFrom);
    if (account === null) throw invalidField('/bankAccountId', 'paying-account.unknown-account', { ko: '등록된 계좌가 아닙니다. 기관의 계좌를 먼저 등록해 주세요.', en: 'This account is not registered. Register the agency’s account first.' });
    if (!account.open) {
      throw invalidField('/effectiveFrom', 'paying-account.not-open', { ko: '그날 쓸 수 있는 계좌가 아닙니다. 계좌의 사용 시작일과 해지일을 확인해 주세요.', en: 'The account cannot be used on that day. Look at when it begins and ends.' });
    }
    context.judge([payingAccountIsTheAgencys(account)]);
    const id = randomUUID();
    await tx.query(
      `insert into paying_account (id, book, bank_account_id, effective_from, street, building, post_code, town, known_at, command_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, input.book, input.bankAccountId, input.effectiveFrom, input.street, input.building, input.postCode, input.town, context.now, context.commandId],
    );
    return { id };
  },
};

async function accountOn(tx: Tx, id: string, on: LocalDate): Promise<AgencyAccount | null> {
  const rows: AgencyAccount[] = await tx.query(
    `select p.name as party, a.holder_is_party as "holderIsParty", (a.effective_from <= $2 and (z.closed_on is null or z.closed_on >= $2)) as open
       from bank_account a join party p on p.id = a.party_id left join bank_account_close z on z.account_id = a.id where a.id = $1`,
    [id, on],
  );
  return rows[0] ?? null;
}

/** An account whose holder has another name than its owner is looked at twice before public money leaves it. */
function payingAccountIsTheAgencys({ party, holderIsParty }: AgencyAccount): Verdict {
  return {
    rule: 'paying-account-is-the-agencys',
    clause: '예금주명 조회(첫 지급 전·변경 후)',
    result: holderIsParty ? 'PASS' : 'WARN',
    text: holderIsParty
      ? { ko: `예금주가 ${party}입니다.`, en: `The holder is ${party}.` }
      : { ko: `예금주명이 ${party}와(과) 다릅니다. 기관 명의의 계좌인지 확인해 주세요.`, en: `The holder has another name than ${party}. Check that the account is the agency’s.` },
    inputs: { party },
  };
}
