import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { unknownAccount } from './bank-account.js';

/** An account as everybody may see it. */
export interface BankAccountRow {
  readonly id: string;
  readonly partyId: string;
  readonly partyName: string;
  readonly bankCode: string;
  readonly numberTail: string;
  readonly numberLength: number;
  readonly holderMasked: string;
  readonly holderIsParty: boolean;
  readonly effectiveFrom: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly recordedAt: Date;
  /** Other parties with the same open number. */
  readonly alsoAt: readonly string[];
}

/** Keyed hashes of one number, one for each key on the ring. */
export interface NumberIndex {
  readonly key: string;
  readonly hash: string;
}

const OTHERS_WITH_THE_NUMBER = `
  (select coalesce(array_agg(distinct y.name order by y.name), '{}')
     from bank_account_secret t join bank_account b on b.secret_id = t.id join party y on y.id = b.party_id
     left join bank_account_close d on d.account_id = b.id
    where t.number_index = s.number_index and t.index_key = s.index_key and b.party_id <> a.party_id and d.account_id is null)`;

const ACCOUNT_SELECT = `
  select a.id, a.party_id as "partyId", p.name as "partyName", a.bank_code as "bankCode", a.number_tail as "numberTail", a.number_length as "numberLength",
         a.holder_masked as "holderMasked", a.holder_is_party as "holderIsParty", a.effective_from as "effectiveFrom", c.closed_on as "closedOn",
         a.recorded_at as "recordedAt", ${OTHERS_WITH_THE_NUMBER} as "alsoAt"
    from bank_account a join party p on p.id = a.party_id join bank_account_secret s on s.id = a.secret_id
    left join bank_account_close c on c.account_id = a.id`;

/** Accounts by party and age, a page at a time: those after the account `after`. */
export function listBankAccounts(tx: Tx, partyId: string | null, after: string | null, limit: number): Promise<BankAccountRow[]> {
  return tx.query(
    `${ACCOUNT_SELECT}
      where ($1::uuid is null or a.party_id = $1)
        and ($2::uuid is null or (p.name, a.recorded_at, a.id) > (select q.name, b.recorded_at, b.id from bank_account b join party q on q.id = b.party_id where b.id = $2))
      order by p.name, a.recorded_at, a.id limit $3`,
    [partyId, after, limit],
  );
}

export async function getBankAccount(tx: Tx, id: string): Promise<BankAccountRow> {
  const rows: BankAccountRow[] = await tx.query(`${ACCOUNT_SELECT} where a.id = $1`, [id]);
  if (rows[0] === undefined) throw unknownAccount(id);
  return rows[0];
}

/** Every account with that very number, whichever key it was indexed with. */
export function findByNumber(tx: Tx, indexes: readonly NumberIndex[]): Promise<BankAccountRow[]> {
  return tx.query(
    `${ACCOUNT_SELECT} where (s.index_key, s.number_index) in (select * from unnest($1::text[], $2::char(64)[])) order by p.name, a.recorded_at, a.id`,
    [indexes.map(({ key }) => key), indexes.map(({ hash }) => hash)],
  );
}

export async function getSecret(tx: Tx, accountId: string): Promise<{ content: string; contentHash: string }> {
  const rows: { content: string; contentHash: string }[] = await tx.query(
    `select s.content, a.content_hash as "contentHash" from bank_account a join bank_account_secret s on s.id = a.secret_id where a.id = $1`,
    [accountId],
  );
  if (rows[0] === undefined) throw unknownAccount(accountId);
  return rows[0];
}

/** What lies encrypted for each of these accounts; those out of sight are left out. */
export function listSecrets(tx: Tx, accountIds: readonly string[]): Promise<{ id: string; content: string; contentHash: string }[]> {
  return tx.query(`select a.id, s.content, a.content_hash as "contentHash" from bank_account a join bank_account_secret s on s.id = a.secret_id where a.id = any ($1::uuid[])`, [accountIds]);
}

/** Other parties that have the number which lies at `secretId`, by name. */
export async function otherPartiesWith(tx: Tx, secretId: string, partyId: string): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select distinct y.name from bank_account_secret s
       join bank_account_secret t on t.number_index = s.number_index and t.index_key = s.index_key
       join bank_account b on b.secret_id = t.id join party y on y.id = b.party_id left join bank_account_close d on d.account_id = b.id
      where s.id = $1 and b.party_id <> $2 and d.account_id is null order by y.name`,
    [secretId, partyId],
  );
  return rows.map(({ name }) => name);
}
