import type { Tx } from '#libs/database';
import { DomainError } from '#libs/errors';
import { formOf, projectFormOf, type DecidedForm, type ProjectForm } from '#libs/grant';
import type { TimePoint } from '#libs/http';
import type { FormFacts } from './grant-form.js';

interface Place {
  readonly agreementId: string;
  readonly stage: number;
  readonly isLead: boolean;
  /** Decided by the day and known by the time that are asked for; to the second, as a report without a time is asked for. */
  readonly known: boolean;
}

/**
 * Form 7 of a settlement as it was decided, and the forms of the institutions that it leads as they had been decided by then.
 * Throws not found for a settlement that is not there or not in sight, `report.not-known-then` where it had not been decided.
 */
export async function readFormFacts(tx: Tx, settlementId: string, { asOf, knownBefore }: TimePoint): Promise<FormFacts> {
  const form = await formOf(tx, settlementId);
  const place = await placeOf(tx, settlementId, { asOf, knownBefore });
  if (!place.known) {
    throw new DomainError(
      'invalid',
      'report.not-known-then',
      { ko: `그때에는 정산 ${form.number}이(가) 결정되지 않았습니다. 더 나중의 기준일이나 자료 반영 시점을 지정해 주세요.`, en: `Settlement ${form.number} had not been decided then. Ask for a later day, or as known later.` },
      { details: { settlementId } },
    );
  }
  return { form, project: place.isLead ? await projectOf(tx, place, { asOf, knownBefore }) : null, asOf, knownBefore };
}

async function placeOf(tx: Tx, settlementId: string, { asOf, knownBefore }: TimePoint): Promise<Place> {
  const rows: Place[] = await tx.query(
    `select s.agreement_id as "agreementId", s.stage, a.lead_id is null as "isLead",
            s.decided_on <= $2::date and date_trunc('second', s.known_at) < $3::timestamptz as known
       from grant_settlement s join grant_agreement a on a.id = s.agreement_id where s.id = $1`,
    [settlementId, asOf, knownBefore],
  );
  const [place] = rows;
  if (place === undefined) throw new RangeError(`settlement ${settlementId} was read and is not there`);
  return place;
}

/** Null where the institution leads nobody whose settlement was decided: its own form says it all. Its own comes first. */
async function projectOf(tx: Tx, { agreementId, stage }: Place, { asOf, knownBefore }: TimePoint): Promise<ProjectForm | null> {
  const rows: { id: string }[] = await tx.query(
    `select x.id from (
       select distinct on (a.id) s.id, a.number, case when a.lead_id is null then 0 when a.role = 'JOINT' then 1 else 2 end as rank
         from grant_settlement s join grant_agreement a on a.id = s.agreement_id
        where (a.id = $1 or a.lead_id = $1) and s.stage = $2 and s.decided_on <= $3::date and date_trunc('second', s.known_at) < $4::timestamptz
        order by a.id, s.version desc) x order by x.rank, x.number`,
    [agreementId, stage, asOf, knownBefore],
  );
  if (rows.length < 2) return null;
  const forms: DecidedForm[] = [];
  for (const { id } of rows) forms.push(await formOf(tx, id));
  return projectFormOf(forms);
}
