import { localDate, type LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { basisPoints } from '#libs/money';
import type { Relation, Relationship } from '../restriction/related-party.rules.js';
import type { RecordedRelation } from './related-party.js';

/** A recorded relation, with until when it stood. */
export interface RelationRow {
  readonly id: string;
  readonly fromId: string;
  readonly from: string;
  readonly fromKind: string;
  readonly relation: RecordedRelation;
  readonly toId: string;
  readonly to: string;
  readonly toKind: string;
  readonly shareBasisPoints: number | null;
  readonly keyManager: boolean;
  readonly validFrom: LocalDate;
  /** The last day on which it stood; null while it does. */
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly recordedBy: string;
  readonly recorderName: string;
}

const RELATION_SELECT = `
  select r.id, r.from_id as "fromId", a.name as from, a.kind as "fromKind", r.relation, r.to_id as "toId", b.name as to, b.kind as "toKind",
         r.share_basis_points as "shareBasisPoints", r.key_manager as "keyManager", r.valid_from as "validFrom", e.ended_on as "validTo",
         r.source, coalesce(l.actor_login, '') as "recordedBy", coalesce(u.name, l.actor_login, '') as "recorderName"
    from party_relation r
    join party a on a.id = r.from_id
    join party b on b.id = r.to_id
    left join command_author l on l.id = r.command_id
    left join app_user u on u.id = l.actor_id
    left join party_relation_end e on e.relation_id = r.id`;

/** Every relation on record, the standing ones first. */
export function listRelations(tx: Tx): Promise<RelationRow[]> {
  return tx.query(`${RELATION_SELECT} order by (e.ended_on is not null), a.name, r.relation, b.name`);
}

/** Relations in which a party stands on either side. */
export function listRelationsOf(tx: Tx, partyId: string): Promise<RelationRow[]> {
  return tx.query(`${RELATION_SELECT} where r.from_id = $1 or r.to_id = $1 order by (e.ended_on is not null), a.name, r.relation, b.name`, [partyId]);
}

export async function getRelation(tx: Tx, id: string): Promise<RelationRow> {
  const rows: RelationRow[] = await tx.query(`${RELATION_SELECT} where r.id = $1`, [id]);
  if (rows[0] === undefined) throw notFound({ ko: '이해관계', en: 'relation' }, id);
  return rows[0];
}

type Edge = Pick<RelationRow, 'fromId' | 'relation' | 'toId' | 'to' | 'shareBasisPoints' | 'keyManager' | 'validFrom' | 'validTo'>;

interface Centre {
  readonly fundId: string;
  readonly generalPartnerId: string;
  /** Other funds of the general partner. */
  readonly managedFundIds: readonly string[];
}

export interface RelationshipGraph {
  readonly relationships: readonly Relationship[];
  /** Managers whom the agreements name, and since when each is gone. */
  readonly keyManagers: readonly { readonly name: string; readonly leftOn: LocalDate | null }[];
}

/** The relations around a fund: those recorded, and those that the funds and their partners say themselves. */
export async function listRelationships(tx: Tx, { fundId, generalPartnerId, managedFundIds }: Centre): Promise<RelationshipGraph> {
  const recorded: Edge[] = await tx.query(
    `select r.from_id as "fromId", r.relation, r.to_id as "toId", b.name as to, r.share_basis_points as "shareBasisPoints", r.key_manager as "keyManager",
            r.valid_from as "validFrom", e.ended_on as "validTo"
       from party_relation r join party b on b.id = r.to_id left join party_relation_end e on e.relation_id = r.id`,
  );
  const partners: { party: string; since: LocalDate; share: number }[] = await tx.query(
    `select p.party_id as party, p.signed_on as since, (p.commitment_won::numeric * 10000 / f.committed_won)::int as share
       from fund_partner p join fund f on f.id = p.fund_id where p.fund_id = $1 and p.party_id <> f.general_partner_id`,
    [fundId],
  );
  const edge = (from: string, relation: Relation, to: string, share: number | null, validFrom: LocalDate, validTo: LocalDate | null): Relationship => ({
    from,
    relation,
    to,
    share: share === null ? null : basisPoints(share),
    validFrom,
    validTo,
  });
  return {
    relationships: [
      ...recorded.map((row) => edge(row.fromId, row.relation, row.toId, row.shareBasisPoints, row.validFrom, row.validTo)),
      ...managedFundIds.map((id) => edge(generalPartnerId, 'MANAGES', id, null, FOR_EVER, null)),
      ...partners.map(({ party, since, share }) => edge(fundId, 'PARTNERED_BY', party, Math.min(share, 10_000), since, null)),
    ],
    keyManagers: recorded.filter((row) => row.keyManager && row.fromId === generalPartnerId).map((row) => ({ name: row.to, leftOn: row.validTo })),
  };
}

/** A general partner manages its funds for as long as there are any. */
const FOR_EVER = localDate('1900-01-01');
