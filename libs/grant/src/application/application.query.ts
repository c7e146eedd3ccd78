import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { invalidField, notFound } from '#libs/errors';
import { won, type Won } from '#libs/money';
import type { Applicant, ApplicationState, ProjectFacts } from './application.js';

/** An institution as it is read. */
export interface ApplicantRow extends Applicant {
  readonly party: string;
  readonly businessNumber: string | null;
}

/** An application with where it stands. */
export interface ApplicationRow extends ProjectFacts {
  readonly id: string;
  readonly callId: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly sinceOn: LocalDate;
  readonly round: number;
  readonly applicants: readonly ApplicantRow[];
  /** Of the last decision about it. */
  readonly rank: number | null;
  readonly notifiedOn: LocalDate | null;
  /** Promised by that decision. */
  readonly grantedWon: Won | null;
  /** Why it was turned down. */
  readonly reason: string | null;
  readonly agreementId: string | null;
}

type AmountKey = 'governmentWon' | 'ownCashWon' | 'ownInKindWon' | 'localWon' | 'otherWon';
type RawApplicant = Omit<ApplicantRow, AmountKey> & Readonly<Record<AmountKey, string>>;
type RawApplication = Omit<ApplicationRow, 'applicants' | 'grantedWon'> & { readonly applicants: readonly RawApplicant[]; readonly grantedWon: string | null };

const SELECT = `
  select a.id, a.call_id as "callId", a.number, a.received_on as "receivedOn", a.title, a.technology, a.sub_programme as "subProgramme", a.broker,
         a.period_from as "periodFrom", a.period_to as "periodTo", a.note, s.state, s.since_on as "sinceOn", s.round,
         r.rank, r.notified_on as "notifiedOn", r.amount_won::text as "grantedWon",
         (select e.reason from grant_application_event e where e.application_id = a.id and e.event in ('reject', 'withdraw') order by e.id desc limit 1) as reason,
         (select g.id from grant_agreement g where g.application_id = a.id limit 1) as "agreementId",
         (select json_agg(json_build_object('role', x.role, 'partyId', x.party_id, 'party', p.name, 'businessNumber', p.business_number, 'institution', x.institution,
                                            'investigator', x.investigator, 'investigatorNumber', x.investigator_number, 'governmentWon', x.government_won::text,
                                            'ownCashWon', x.own_cash_won::text, 'ownInKindWon', x.own_in_kind_won::text, 'localWon', x.local_won::text, 'otherWon', x.other_won::text)
                          order by x.position)
            from grant_applicant x join party p on p.id = x.party_id where x.application_id = a.id) as applicants
    from grant_application a
    join grant_application_state s on s.application_id = a.id
    left join lateral (
         select n.rank, l.notified_on, n.amount_won from grant_selection_result n join grant_selection l on l.id = n.selection_id
          where n.application_id = a.id order by l.recorded_at desc limit 1) r on true`;

const read = ({ applicants, grantedWon, ...row }: RawApplication): ApplicationRow => ({
  ...row,
  grantedWon: grantedWon === null ? null : won(grantedWon),
  applicants: applicants.map((each) => ({
    ...each,
    ...{ governmentWon: won(each.governmentWon), ownCashWon: won(each.ownCashWon), ownInKindWon: won(each.ownInKindWon), localWon: won(each.localWon), otherWon: won(each.otherWon) },
  })),
});

/** The applications of a call by receipt. */
export async function listApplications(tx: Tx, callId: string): Promise<ApplicationRow[]> {
  const rows: RawApplication[] = await tx.query(`${SELECT} where a.call_id = $1 order by a.received_on, a.number`, [callId]);
  return rows.map(read);
}

export async function getApplication(tx: Tx, applicationId: string): Promise<ApplicationRow> {
  const rows: RawApplication[] = await tx.query(`${SELECT} where a.id = $1`, [applicationId]);
  if (rows[0] === undefined) throw notFound({ ko: '신청', en: 'application' }, applicationId);
  return read(rows[0]);
}

/** Makes everybody who decides on these applications wait until the transaction ends. */
export async function lockApplications(tx: Tx, applicationIds: readonly string[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(key) from (select hashtextextended('grant application ' || id, 0) as key from unnest($1::text[]) as id order by id) as locks`, [applicationIds]);
}

/** These applications of the call, in the order in which they are named; what is none of it, or named twice, is refused at its place. */
export async function applicationsOf(tx: Tx, callId: string, applicationIds: readonly string[], pointerAt: (index: number) => string): Promise<ApplicationRow[]> {
  const rows: RawApplication[] = await tx.query(`${SELECT} where a.call_id = $1 and a.id = any($2)`, [callId, applicationIds]);
  const byId = new Map(rows.map((row) => [row.id, read(row)]));
  return applicationIds.map((id, index) => {
    const found = byId.get(id);
    if (found === undefined) {
      throw invalidField(pointerAt(index), 'grant-application.not-of-the-call', { ko: '이 공고의 신청이 아닙니다. 목록을 새로 고친 뒤 다시 골라 주세요.', en: 'This is no application of the call. Reload the list and choose again.' });
    }
    if (applicationIds.indexOf(id) < index) {
      throw invalidField(pointerAt(index), 'grant-application.named-twice', { ko: '같은 신청이 두 번 들어 있습니다. 하나를 지워 주세요.', en: 'The same application is named twice. Leave one of them out.' });
    }
    return found;
  });
}

/** One step of an application, for its history. */
export interface StepRow {
  readonly event: string;
  readonly happenedOn: LocalDate;
  readonly reason: string | null;
  readonly by: string;
  readonly byName: string;
  readonly recordedAt: Date;
}

export function stepsOf(tx: Tx, applicationId: string): Promise<StepRow[]> {
  return tx.query(
    `select e.event, e.happened_on as "happenedOn", e.reason, c.actor_login as by, coalesce(u.name, c.actor_login) as "byName", e.recorded_at as "recordedAt"
       from grant_application_event e join command_author c on c.id = e.command_id left join app_user u on u.id = c.actor_id where e.application_id = $1 order by e.id`,
    [applicationId],
  );
}
