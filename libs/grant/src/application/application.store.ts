import type { CommandContext } from '#libs/command';
import type { Tx } from '#libs/database';
import type { Applicant, ProjectFacts } from './application.js';

export interface ApplicationDraft {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly facts: ProjectFacts;
  /** The lead first. */
  readonly applicants: readonly Applicant[];
}

/** Records applications with their institutions; two statements for any number of them. */
export async function insertApplications(tx: Tx, context: CommandContext, drafts: readonly ApplicationDraft[]): Promise<void> {
  await tx.query(
    `insert into grant_application (id, call_id, number, received_on, title, technology, sub_programme, broker, period_from, period_to, note, known_at, command_id)
     select a.id, a."callId", a.number, a."receivedOn", a.title, a.technology, a."subProgramme", a.broker, a."periodFrom", a."periodTo", a.note, $2, $3
       from jsonb_to_recordset($1::jsonb) as a (id uuid, "callId" uuid, number text, "receivedOn" date, title text, technology text, "subProgramme" text, broker text,
                                                "periodFrom" date, "periodTo" date, note text)`,
    [JSON.stringify(drafts.map(({ id, callId, number, facts }) => ({ id, callId, number, ...facts }))), context.now, context.commandId],
  );
  const applicants = drafts.flatMap(({ id, applicants: all }) => all.map((each, index) => ({ ...each, ...amountsOf(each), applicationId: id, position: index + 1 })));
  await tx.query(
    `insert into grant_applicant (application_id, position, role, party_id, institution, investigator, investigator_number,
                                  government_won, own_cash_won, own_in_kind_won, local_won, other_won, known_at, command_id)
     select a."applicationId", a.position, a.role, a."partyId", a.institution, a.investigator, a."investigatorNumber",
            a."governmentWon", a."ownCashWon", a."ownInKindWon", a."localWon", a."otherWon", $2, $3
       from jsonb_to_recordset($1::jsonb) as a ("applicationId" uuid, position smallint, role text, "partyId" uuid, institution text, investigator text, "investigatorNumber" text,
                                                "governmentWon" bigint, "ownCashWon" bigint, "ownInKindWon" bigint, "localWon" bigint, "otherWon" bigint)`,
    [JSON.stringify(applicants), context.now, context.commandId],
  );
}

const amountsOf = (applicant: Applicant): Record<string, string> =>
  Object.fromEntries((['governmentWon', 'ownCashWon', 'ownInKindWon', 'localWon', 'otherWon'] as const).map((key) => [key, applicant[key].toString()]));

/** The next free number of a call: APP-2021-001, …. Ask under the lock of the call. */
export async function nextApplicationNumber(tx: Tx, callId: string, fiscalYear: number): Promise<number> {
  const rows: { last: number }[] = await tx.query(
    `select coalesce(max(substring(number from '^APP-' || $2::text || '-([0-9]+)$')::int), 0) as last from grant_application where call_id = $1`,
    [callId, String(fiscalYear)],
  );
  return (rows[0]?.last ?? 0) + 1;
}

/** How the program numbers an application itself. */
export const applicationNumber = (fiscalYear: number, ordinal: number): string => `APP-${fiscalYear}-${String(ordinal).padStart(3, '0')}`;
