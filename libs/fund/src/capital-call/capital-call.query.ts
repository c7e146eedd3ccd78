import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import { notFound } from '#libs/errors';
import type { TimePoint } from '#libs/http';
import type { CallKind, CallPurpose } from './capital-call.js';

export interface ReceiptRow {
  readonly id: string;
  readonly valueOn: LocalDate;
  readonly amountWon: string;
  readonly bankReference: string | null;
  readonly note: string | null;
}

export interface WaiverRow {
  readonly id: string;
  readonly waivedOn: LocalDate;
  readonly amountWon: string;
  readonly reason: string;
}

export interface CallShareRow {
  readonly partnerId: string;
  readonly partner: string;
  readonly calledWon: string;
  /** What came and was not reversed. */
  readonly receipts: readonly ReceiptRow[];
  /** Interest on what came late, received and not reversed. */
  readonly interest: readonly ReceiptRow[];
  readonly waivers: readonly WaiverRow[];
}

export interface CallRow {
  readonly id: string;
  readonly fundId: string;
  readonly number: number;
  readonly purpose: string;
  readonly noticeOn: LocalDate | null;
  readonly dueOn: LocalDate;
  /** Null for a call that a register tells of. */
  readonly kind: CallKind | null;
  readonly purposeCode: CallPurpose | null;
  readonly contact: string | null;
  readonly accountId: string | null;
  readonly knownAt: Date;
  readonly shares: readonly CallShareRow[];
}

const received = (standing: string): string => `
                   (select coalesce(json_agg(json_build_object('id', r.id, 'valueOn', r.value_on, 'amountWon', r.amount_won::text,
                                                               'bankReference', r.bank_reference, 'note', r.note) order by r.value_on, r.recorded_at), '[]'::json)
                      from ${standing}($3) r where r.call_id = k.id and r.partner_id = s.partner_id and r.value_on <= $2)`;

const CALL_SELECT = `
  select k.id, k.fund_id as "fundId", k.number, k.purpose, k.notice_on as "noticeOn", k.due_on as "dueOn", k.known_at as "knownAt",
         t.kind, t.purpose_code as "purposeCode", t.contact, t.account_id as "accountId",
         (select json_agg(json_build_object('partnerId', s.partner_id, 'partner', y.name, 'calledWon', s.amount_won::text,
                   'receipts', ${received('receipts_standing')},
                   'interest', ${received('overdue_interest_standing')},
                   'waivers', (select coalesce(json_agg(json_build_object('id', w.id, 'waivedOn', w.waived_on, 'amountWon', w.amount_won::text, 'reason', w.reason)
                                                        order by w.waived_on, w.recorded_at), '[]'::json)
                                 from overdue_interest_waiver w
                                where w.call_id = k.id and w.partner_id = s.partner_id and w.waived_on <= $2 and w.known_at < $3)) order by p.ordinal)
            from capital_call_share s join fund_partner p on p.id = s.partner_id join party y on y.id = p.party_id
           where s.call_id = k.id) as shares
    from capital_call k left join capital_call_detail t on t.call_id = k.id`;

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
