import type { CommandKind } from '#libs/command';

interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

export interface KindOfCommand extends CommandKind {
  readonly command: string;
  /** The roles that may run it; null: everybody with an account. */
  readonly roles: readonly string[] | null;
}

/** Makes the database know the commands of this version of the program: runs as the owner, at start. */
export async function syncCommandKinds(client: SqlClient, kinds: readonly KindOfCommand[]): Promise<void> {
  for (const kind of kinds) {
    await client.query(
      `insert into command_kind (command, amount_path, fund_path, roles, always_signed, name_ko, name_en, automatic) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (command) do update
         set amount_path = excluded.amount_path, fund_path = excluded.fund_path, roles = excluded.roles,
             always_signed = excluded.always_signed, automatic = excluded.automatic, name_ko = excluded.name_ko, name_en = excluded.name_en`,
      [kind.command, kind.amountPath ?? null, kind.fundPath ?? null, kind.roles, kind.alwaysSigned === true, kind.title.ko, kind.title.en, kind.automatic === true],
    );
  }
}
