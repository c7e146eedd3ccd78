import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Accreditation } from '../service-order.rules.js';

export interface LabRow extends Accreditation {
  readonly id: string;
  readonly partyId: string;
  readonly name: string;
}

const LAB_SELECT = `
  select l.id, l.party_id as "partyId", p.name, l.kind, l.scheme, l.number, l.valid_from as "validFrom", l.valid_through as "validThrough"
    from accredited_lab l join party p on p.id = l.party_id`;

/** Every accreditation, by laboratory, the latest first. */
export function listLabs(tx: Tx): Promise<LabRow[]> {
  return tx.query(`${LAB_SELECT} order by p.name, l.kind, l.valid_from desc, l.recorded_at desc`);
}

export function accreditationsOf(tx: Tx, partyId: string): Promise<LabRow[]> {
  return tx.query(`${LAB_SELECT} where l.party_id = $1 order by l.valid_from desc, l.recorded_at desc`, [partyId]);
}

export interface NewLab {
  readonly partyId: string;
  readonly kind: string;
  readonly scheme: string;
  readonly number: string;
  readonly validFrom: LocalDate;
  readonly validThrough: LocalDate | null;
}
