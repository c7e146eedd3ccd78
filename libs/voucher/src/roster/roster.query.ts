import type { Tx } from '#libs/database';

/** Providers of a year, by name, that have no open bank account: nothing can be paid to them yet. */
export async function payeesWithoutAccount(tx: Tx, yearId: string): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select p.name from service_provider s join party p on p.id = s.party_id
      where s.year_id = $1 and not exists (
        select 1 from bank_account a left join bank_account_close c on c.account_id = a.id where a.party_id = p.id and c.account_id is null)
      order by p.name`,
    [yearId],
  );
  return rows.map(({ name }) => name);
}
