import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';

export interface BanRow {
  readonly id: string;
  readonly partyId: string | null;
  /** Of the institution or the researcher. */
  readonly name: string;
  readonly researcherNumber: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly ground: string;
  readonly source: string;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** Everybody who is or was excluded, the latest first. */
export function listBans(tx: Tx): Promise<BanRow[]> {
  return tx.query(
    `select b.id, b.party_id as "partyId", coalesce(p.name, b.researcher) as name, b.researcher_number as "researcherNumber", b.from_on as "fromOn", b.to_on as "toOn", b.ground, b.source,
            b.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName"
       from grant_ban b left join party p on p.id = b.party_id join command_author c on c.id = b.command_id left join app_user u on u.id = c.actor_id order by b.to_on desc, b.recorded_at desc`,
  );
}
