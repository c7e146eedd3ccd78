import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import { won } from '#libs/money';
import type { Waiver } from '../restriction/restriction.js';

/** A waiver with who signed it and what came of it. Amounts as text of digits, in won. */
export interface WaiverRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: string;
  readonly rule: string;
  readonly companyId: string | null;
  readonly company: string | null;
  readonly mostWon: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
  readonly documentId: string | null;
  readonly requestedBy: string;
  readonly signers: readonly { readonly personId: string; readonly name: string }[];
  readonly endedOn: LocalDate | null;
  readonly endReason: string | null;
  /** Deals that were recorded on the strength of it. */
  readonly usedBy: readonly { readonly id: string; readonly number: string }[];
}

const WAIVER_SELECT = `
  select w.id, w.fund_id as "fundId", w.number, w.rule, w.company_id as "companyId", y.name as company, w.most_won::text as "mostWon",
         w.valid_from as "validFrom", w.valid_to as "validTo", w.reason, w.document_id as "documentId", coalesce(u.name, l.actor_login, '') as "requestedBy",
         (select coalesce(json_agg(json_build_object('personId', s.person_id, 'name', s.name) order by s.name), '[]') from waiver_signers(w.command_id) s) as signers,
         e.ended_on as "endedOn", e.reason as "endReason",
         (select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number) order by i.number), '[]')
            from investment i where i.id in (select r.subject_id from rule_verdict r where r.fund_id = w.fund_id and r.result <> 'PASS' and r.inputs ->> 'waiverId' = w.id::text)) as "usedBy"
    from waiver w
    left join party y on y.id = w.company_id
    left join command_author l on l.id = w.command_id
    left join app_user u on u.id = l.actor_id
    left join waiver_end e on e.waiver_id = w.id and e.known_at < $2`;

/** The waivers of a fund with all there is to show, newest first. */
export function listWaiverRows(tx: Tx, fundId: string, knownBefore: Date): Promise<WaiverRow[]> {
  return tx.query(`${WAIVER_SELECT} where w.fund_id = $1 and w.known_at < $2 order by w.number desc`, [fundId, knownBefore]);
}

export async function getWaiver(tx: Tx, id: string, knownBefore: Date): Promise<WaiverRow> {
  const rows: WaiverRow[] = await tx.query(`${WAIVER_SELECT} where w.id = $1`, [id, knownBefore]);
  if (rows[0] === undefined) throw notFound({ ko: '예외승인', en: 'waiver' }, id);
  return rows[0];
}

/** What rules may count on: the waivers of a fund that nobody has ended. */
export async function listWaivers(tx: Tx, fundId: string, knownBefore: Date): Promise<Waiver[]> {
  const rows: (Omit<Waiver, 'mostWon'> & { readonly mostWon: string | null })[] = await tx.query(
    `select w.id, w.rule, w.fund_id as "fundId", w.company_id as "companyId", w.most_won::text as "mostWon", w.valid_from as "validFrom", w.valid_to as "validTo", w.reason,
            array(select s.person_id::text from waiver_signers(w.command_id) s) as "approvedBy"
       from waiver w
      where w.fund_id = $1 and w.known_at < $2 and not exists (select 1 from waiver_end e where e.waiver_id = w.id and e.known_at < $2)
      order by w.number`,
    [fundId, knownBefore],
  );
  return rows.map((row) => ({ ...row, mostWon: row.mostWon === null ? null : won(row.mostWon) }));
}
