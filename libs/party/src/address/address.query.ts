import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { PostalAddress } from './address.js';

const COLUMNS = 'a.post_code as "postCode", a.street, a.building, a.town, a.country';

/**
 * Where each of these parties is on `on`, as far as it was recorded before `knownBefore` (null: by now); of whom nobody recorded it is
 * left out. What was known at an instant never changes, so a file that is made again is the same.
 */
export async function addressesOn(tx: Tx, partyIds: readonly string[], on: LocalDate, knownBefore: Date | null = null): Promise<ReadonlyMap<string, PostalAddress>> {
  const rows: (PostalAddress & { readonly partyId: string })[] = await tx.query(
    `select distinct on (a.party_id) a.party_id as "partyId", ${COLUMNS} from party_address a
      where a.party_id = any ($1) and a.effective_from <= $2 and ($3::timestamptz is null or a.recorded_at <= $3)
      order by a.party_id, a.effective_from desc, a.recorded_at desc`,
    [partyIds, on, knownBefore],
  );
  return new Map(rows.map(({ partyId, ...address }) => [partyId, address]));
}

export interface AddressRow extends PostalAddress {
  readonly id: string;
  readonly partyName: string;
  readonly effectiveFrom: LocalDate;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** Every address of one party, the latest first. */
export function listAddresses(tx: Tx, partyId: string): Promise<AddressRow[]> {
  return tx.query(
    `select a.id, p.name as "partyName", a.effective_from as "effectiveFrom", ${COLUMNS}, a.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName"
       from party_address a join party p on p.id = a.party_id join command_author c on c.id = a.command_id left join app_user u on u.id = c.actor_id where a.party_id = $1 order by a.effective_from desc, a.recorded_at desc`,
    [partyId],
  );
}
