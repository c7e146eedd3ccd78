import { minDate, type LocalDate } from '#libs/calendar';
import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Ledger, PostedEntry } from '#libs/ledger';
import { won } from '#libs/money';
import { proposeAnew } from '../clawback/clawback.store.js';
import type { RoomProject } from './room.js';
import { allowedMoved, type RoomBalances } from './room.posting.js';
import { allowedBy, privateMoneyOf, roomBalances } from './room.query.js';

/** What a change of private money did to the room of its project. */
export interface SettledRoom {
  readonly before: RoomBalances;
  readonly after: RoomBalances;
  readonly entries: readonly PostedEntry[];
  /** The clawback that stands proposed now; null where nothing is over-released. */
  readonly clawbackId: string | null;
}

/**
 * Lets the books follow the facts: what the private money in allows is booked, and where more is out than that, its clawback is
 * proposed; a proposal that the change has overtaken ends. `on` is the day of the change, `cause` what is said of it. Whoever asks
 * holds the lock of the agreement.
 */
export async function settleRoom(tx: Tx, context: CommandContext, ledger: Ledger, project: RoomProject, { on, cause }: { readonly on: LocalDate; readonly cause: string }): Promise<SettledRoom> {
  const before = await roomBalances(tx, project);
  const allowedWon = allowedBy(project, await privateMoneyOf(tx, project.agreementId));
  const effectiveOn = await ledger.bookableDay(tx, `grant/${project.callId}`, minDate(on, context.today));
  const entry = allowedMoved({ ...project, effectiveOn, memo: `${project.number} ${cause}` }, before, allowedWon);
  const entries = entry === null ? [] : await ledger.post(tx, context, [entry]);
  const after = entry === null ? before : await roomBalances(tx, project);
  const clawbackId = await proposeAnew(tx, context, project, { ...after, overReleasedWon: won(after.overReleasedWon), cause });
  context.announce('grant.changed', { callId: project.callId });
  return { before, after, entries, clawbackId };
}
