import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { getCall } from '#libs/grant';
import { won, ZERO_WON, type Won } from '#libs/money';
import { plannedBy, requestedOf } from '../release/release.query.js';
import type { RoomProject, RoomStanding } from './room.js';
import { listRoomProjects, standingOf } from './room.query.js';
import type { RoomSurroundings } from './room.view.js';

export interface ProjectStanding {
  readonly project: RoomProject;
  readonly standing: RoomStanding;
  readonly around: RoomSurroundings;
}

/** Every project of a pool as it stands on a day. A pool has some tens of projects. */
export async function listStandings(tx: Tx, callId: string, on: LocalDate): Promise<ProjectStanding[]> {
  await getCall(tx, callId);
  const projects = await listRoomProjects(tx, callId);
  const planned = await plannedBy(tx, projects.map(({ agreementId }) => agreementId), on);
  const standings: ProjectStanding[] = [];
  // One after the other: they share one connection.
  for (const project of projects) {
    const { agreementId } = project;
    const around = { requestedWon: await requestedOf(tx, agreementId), plannedByNowWon: planned.get(agreementId) ?? ZERO_WON, flaggedWon: await flaggedOf(tx, agreementId) };
    standings.push({ project, standing: await standingOf(tx, project), around });
  }
  return standings;
}

/** Proven money that flags keep out until compliance has decided; won. */
async function flaggedOf(tx: Tx, agreementId: string): Promise<Won> {
  const [row]: { won: string }[] = await tx.query(
    `select coalesce(sum(d.amount_won), 0)::text as won from matching_deposit d join matching_deposit_state s on s.deposit_id = d.id
      where d.agreement_id = $1 and s.state = 'PROVEN'
        and exists (select 1 from matching_deposit_flag f where f.deposit_id = d.id and f.uncounts and f.kind in ('THIRD_PARTY', 'ROUND_TRIP')
                                                            and not exists (select 1 from matching_flag_decision n where n.flag_id = f.id))`,
    [agreementId],
  );
  return won(row?.won ?? '0');
}
