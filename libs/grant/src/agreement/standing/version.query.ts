import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { Stage } from '../agreement.js';
import type { VersionDetail } from '../plan/plan.js';

export interface VersionView {
  readonly id: string;
  readonly version: number;
  readonly manner: 'CONCLUDED' | 'APPROVAL' | 'NOTICE';
  readonly decidedOn: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly periodFrom: LocalDate;
  readonly periodTo: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
  readonly documentName: string | null;
  readonly detail: VersionDetail;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** Every version of an agreement, the first one first. What a register left out of a version is what the agreement says. */
export function versionsOf(tx: Tx, agreementId: string): Promise<VersionView[]> {
  return tx.query(
    `select v.id, v.version, v.manner, v.decided_on as "decidedOn", v.effective_on as "effectiveOn", v.period_from as "periodFrom", v.period_to as "periodTo", v.reason,
            v.document_id as "documentId", d.file_name as "documentName", v.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName",
            jsonb_build_object('title', a.title, 'investigator', a.investigator, 'investigatorNumber', a.investigator_number, 'methods', null, 'researchers', null) || v.detail as detail
       from grant_version v join grant_agreement a on a.id = v.agreement_id join command_author c on c.id = v.command_id left join app_user u on u.id = c.actor_id left join document d on d.id = v.document_id
      where v.agreement_id = $1 order by v.version`,
    [agreementId],
  );
}

export interface EventView {
  readonly event: string;
  readonly happenedOn: LocalDate;
  readonly reason: string | null;
  readonly knownAt: Date;
  readonly actor: string;
  readonly actorName: string;
}

/** What happened to an agreement, the first thing first. */
export function eventsOf(tx: Tx, agreementId: string): Promise<EventView[]> {
  return tx.query(
    `select e.event, e.happened_on as "happenedOn", e.reason, e.known_at as "knownAt", c.actor_login as actor, coalesce(u.name, c.actor_login) as "actorName"
       from grant_event e join command_author c on c.id = e.command_id left join app_user u on u.id = c.actor_id where e.agreement_id = $1 order by e.id`,
    [agreementId],
  );
}

/** The stages as each version has them: a version that moves none stands on those before it. */
export async function stagesByVersion(tx: Tx, agreementId: string): Promise<(version: number) => readonly Stage[]> {
  const rows: (Stage & { version: number })[] = await tx.query(
    `select version, stage, begins_on as "beginsOn", ends_on as "endsOn" from grant_stage where agreement_id = $1 order by version, stage`,
    [agreementId],
  );
  return (version) => {
    const latest = Math.max(...rows.filter((row) => row.version <= version).map((row) => row.version));
    return rows.filter((row) => row.version === latest).map(({ stage, beginsOn, endsOn }) => ({ stage, beginsOn, endsOn }));
  };
}
