import type { PostingRegistry } from '#libs/journal';

/** The part of a database client that the catalogue needs; the owner's connection at start. */
export interface SqlClient {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Makes the database know the charts and posting rules of this version of the program. Runs as the owner, at start:
 * the application itself can add neither, nor lower a floor. A chart's floor and side never change once accounts exist.
 */
export async function syncLedgerCatalogue(client: SqlClient, registry: PostingRegistry): Promise<void> {
  for (const chart of registry.charts) {
    await client.query(
      `insert into ledger_chart (code, class, normal_side, unit, floor, name_ko, name_en) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (code) do update set name_ko = excluded.name_ko, name_en = excluded.name_en`,
      [chart.code, chart.class, chart.normalSide, chart.unit, chart.floor?.toString() ?? null, chart.name.ko, chart.name.en],
    );
  }
  for (const posting of registry.postings) {
    await client.query(
      `insert into posting_rule (code, may_breach, history, requires_warning_policy, name_ko, name_en, commands) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (code) do update
         set may_breach = excluded.may_breach, history = excluded.history,
             requires_warning_policy = excluded.requires_warning_policy, name_ko = excluded.name_ko, name_en = excluded.name_en,
             commands = excluded.commands`,
      [posting.code, posting.mayBreach.map((chart) => chart.code), posting.history, posting.requiresWarningPolicy, posting.name.ko, posting.name.en, posting.by],
    );
  }
}
