import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { admittedSql, PERSON_SQL } from '../session/session.store.js';
import type { Person } from './actor.js';

/** A person, and whether the account may be used today and from here. */
export interface Standing {
  readonly person: Person;
  readonly admitted: boolean;
}

/** How the account `userId` stands on day `today` for a request from `address`; null for an account that nobody has. */
export async function findStanding(tx: Tx, userId: string, today: LocalDate, address: string | null): Promise<Standing | null> {
  const rows: (Person & { admitted: boolean })[] = await tx.query(
    `select ${PERSON_SQL}, ${admittedSql('$2', '$3')} as admitted from app_user u where u.id = $1`,
    [userId, today, address],
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { admitted, ...person } = row;
  return { person, admitted };
}
