import type { LocalDate } from '#libs/calendar';
import type { Tx } from '#libs/database';
import type { TimePoint } from '#libs/http';

/** Which of these keys a line of the fund has already. */
export async function keysOnRecord(tx: Tx, fundId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query('select line_key as key from custodian_line where fund_id = $1 and line_key = any($2)', [fundId, keys]);
  return new Set(rows.map(({ key }) => key));
}

/** What a line was used for. */
export interface LineUse {
  readonly callId: string;
  readonly callNumber: number;
  readonly partnerId: string;
  readonly partner: string;
  readonly receiptId: string | null;
  readonly interestId: string | null;
  readonly amountWon: string;
}

export interface LineRow {
  readonly id: string;
  readonly statementId: string;
  readonly fileName: string;
  readonly rowNo: number;
  readonly valueOn: LocalDate;
  readonly amountWon: string;
  readonly counterparty: string | null;
  readonly memo: string | null;
  readonly reference: string | null;
  readonly balanceWon: string | null;
  readonly uses: readonly LineUse[];
}

/** Movements of the custodian's account by day, each with what it was used for, at one point in both times. */
export async function listLines(tx: Tx, fundId: string, point: TimePoint): Promise<LineRow[]> {
  return tx.query(
    `with use as (
       select m.line_id, json_agg(json_build_object('callId', m.call_id, 'callNumber', c.number, 'partnerId', m.partner_id, 'partner', y.name,
                                                    'receiptId', m.receipt_id, 'interestId', m.interest_id, 'amountWon', m.amount_won::text)
                                  order by c.number, p.ordinal, m.interest_id nulls first) as uses
         from matches_standing($3) m join capital_call c on c.id = m.call_id join fund_partner p on p.id = m.partner_id join party y on y.id = p.party_id
        where c.fund_id = $1 group by m.line_id)
     select l.id, l.statement_id as "statementId", s.file_name as "fileName", l.row_no as "rowNo", l.value_on as "valueOn", l.amount_won::text as "amountWon",
            l.counterparty, l.memo, l.reference, l.balance_won::text as "balanceWon", coalesce(u.uses, '[]'::json) as uses
       from custodian_line l join custodian_statement s on s.id = l.statement_id left join use u on u.line_id = l.id
      where l.fund_id = $1 and l.value_on <= $2 and l.known_at < $3 order by l.value_on desc, s.recorded_at, l.row_no`,
    [fundId, point.asOf, point.knownBefore],
  );
}
