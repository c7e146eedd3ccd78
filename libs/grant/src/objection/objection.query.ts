import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';

export interface ObjectionRow {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly number: string;
  readonly title: string;
  readonly lead: string;
  readonly against: 'REJECTED' | 'WAITLISTED';
  readonly filedOn: LocalDate;
  readonly reason: string;
  readonly outcome: 'UPHELD' | 'DISMISSED' | null;
  readonly decidedOn: LocalDate | null;
  readonly answer: string | null;
}

const SELECT = `
  select o.id, a.call_id as "callId", o.application_id as "applicationId", a.number, a.title, p.name as lead, o.against, o.filed_on as "filedOn", o.reason,
         d.outcome, d.decided_on as "decidedOn", d.reason as answer
    from grant_objection o
    join grant_application a on a.id = o.application_id
    join grant_applicant x on x.application_id = a.id and x.role = 'LEAD'
    join party p on p.id = x.party_id
    left join grant_objection_decision d on d.objection_id = o.id`;

export function listObjections(tx: Tx, callId: string): Promise<ObjectionRow[]> {
  return tx.query(`${SELECT} where a.call_id = $1 order by o.filed_on, o.recorded_at`, [callId]);
}

export async function getObjection(tx: Tx, objectionId: string): Promise<ObjectionRow> {
  const rows: ObjectionRow[] = await tx.query(`${SELECT} where o.id = $1`, [objectionId]);
  if (rows[0] === undefined) throw notFound({ ko: '이의신청', en: 'objection' }, objectionId);
  return rows[0];
}

/** The last step that an application took, and whether it had been evaluated by then. */
export async function turnOf(tx: Tx, applicationId: string): Promise<{ readonly happenedOn: LocalDate; readonly evaluated: boolean }> {
  const rows: { happenedOn: LocalDate; evaluated: boolean }[] = await tx.query(
    `select e.happened_on as "happenedOn", exists (select 1 from grant_application_event v where v.application_id = $1 and v.event = 'evaluate') as evaluated
       from grant_application_event e where e.application_id = $1 order by e.id desc limit 1`,
    [applicationId],
  );
  if (rows[0] === undefined) throw notFound({ ko: '결정', en: 'decision' }, applicationId);
  return rows[0];
}
