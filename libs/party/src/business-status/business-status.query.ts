import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { BusinessStatus, StatusRecord } from '#libs/identifier';

/** What applies to each of these parties on `on`; a party of whom nobody asked is left out. */
export async function businessStatusOn(tx: Tx, partyIds: readonly string[], on: LocalDate): Promise<ReadonlyMap<string, StatusRecord>> {
  const rows: (StatusRecord & { partyId: string })[] = await tx.query(
    `select distinct on (party_id) party_id as "partyId", status, effective_on as "effectiveOn", source
       from business_status where party_id = any($1) and effective_on <= $2
      order by party_id, effective_on desc, id desc`,
    [partyIds, on],
  );
  return new Map(rows.map(({ partyId, ...record }) => [partyId, record]));
}

export interface StatusRow {
  readonly status: BusinessStatus;
  readonly effectiveOn: LocalDate;
  readonly source: string;
  readonly knownAt: Date;
  readonly actor: string;
}

/** Every answer about one party, the latest day first. */
export function listStatuses(tx: Tx, partyId: string): Promise<StatusRow[]> {
  return tx.query(
    `select s.status, s.effective_on as "effectiveOn", s.source, s.known_at as "knownAt", c.actor_login as actor
       from business_status s join command_author c on c.id = s.command_id
      where s.party_id = $1 order by s.effective_on desc, s.id desc`,
    [partyId],
  );
}
