import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';

export interface ReceiptRow {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly amountWon: string;
  readonly bankReference: string | null;
  readonly note: string | null;
}

export interface CallShareRow {
  readonly partnerId: string;
  readonly partner: string;
  readonly calledWon: string;
  readonly receipts: readonly ReceiptRow[];
}

export interface CallRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: number;
  readonly purpose: string;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  readonly shares: readonly CallShareRow[];
}

const CALL_SELECT = `
  select k.id, k.fund_id as "fundId", k.number, k.purpose, k.notice_on as "noticeOn", k.due_on as "dueOn",
         (select json_agg(json_build_object('partnerId', s.partner_id, 'partner', y.name, 'calledWon', s.amount_won::text, 'receipts',
                   (select coalesce(json_agg(json_build_object('id', r.id, 'valueOn', r.value_on, 'amountWon', r.amount_won::text,
                                                               'bankReference', r.bank_reference, 'note', r.note) order by r.value_on, r.recorded_at), '[]'::json)
                      from capital_receipt r
                     where r.call_id = k.id and r.partner_id = s.partner_id and r.value_on <= $2 and r.known_at < $3)) order by p.ordinal)
            from capital_call_share s join fund_partner p on p.id = s.partner_id join party y on y.id = p.party_id
           where s.call_id = k.id) as shares
    from capital_call k`;

/** Calls of a fund, by number, with every partner's share and what came for it. */
export async function listCalls(tx: Tx, fundId: string, point: TimePoint): Promise<CallRow[]> {
  return tx.query(`${CALL_SELECT} where k.fund_id = $1 and coalesce(k.notice_on, k.due_on) <= $2 and k.known_at < $3 order by k.number`, [
    fundId,
    point.asOf,
    point.knownBefore,
  ]);
}

export async function getCall(tx: Tx, callId: string, point: TimePoint): Promise<CallRow> {
  const rows: CallRow[] = await tx.query(`${CALL_SELECT} where k.id = $1`, [callId, point.asOf, point.knownBefore]);
  if (rows[0] === undefined) throw notFound({ ko: '출자요청', en: 'capital call' }, callId);
  return rows[0];
}
