import type { Tx } from '#libs/database';
import { DomainError, invalidField } from '#libs/errors';
import { won, type Won } from '#libs/money';
import { paymentsOf } from '#libs/payment';
import { CLAIM_DEBT } from '../../payment/claim-debt.js';

export interface OffsetService {
  readonly payeeId: string;
  readonly number: string;
  /** What is still to be paid of it out of public money, earlier set-offs taken off. */
  readonly payableWon: Won;
}

/** A service that was decided to be paid and waits for its payment. Throws at the field where there is nothing to set off against. */
export async function getOffsetService(tx: Tx, serviceId: string): Promise<OffsetService> {
  const rows: { payeeId: string; number: string; state: string; payableWon: string }[] = await tx.query(
    `select c.payee_id as "payeeId", s.number, t.state,
            (c.public_won - coalesce((select sum(amount_won) from clawback_movement where service_id = s.id), 0))::text as "payableWon"
       from service_capture c
       join voucher_service s on s.id = c.service_id
       join service_state t on t.service_id = s.id
      where c.service_id = $1`,
    [serviceId],
  );
  const [row] = rows;
  if (row?.state !== 'CAPTURED') {
    throw invalidField('/serviceId', 'clawback.nothing-payable', { ko: '지급을 기다리는 서비스가 아닙니다. 지급결정되고 아직 지급하지 않은 서비스를 골라 주세요.', en: 'That service is not waiting for its payment. Choose one that was decided and not paid yet.' });
  }
  const [payment] = await paymentsOf(tx, CLAIM_DEBT, [serviceId]);
  if (payment?.runNumber !== undefined && payment.runNumber !== null) {
    throw new DomainError('conflict', 'clawback.payment-under-way', {
      ko: `이 서비스는 지급 묶음 ${payment.runNumber}에 들어 있습니다. 묶음을 취소한 뒤 상계해 주세요.`,
      en: `That service is in the payment run ${payment.runNumber}. Void the run first.`,
    });
  }
  return { payeeId: row.payeeId, number: row.number, payableWon: won(BigInt(row.payableWon)) };
}

export interface OffsetChoice {
  readonly serviceId: string;
  readonly number: string;
  readonly payableWon: string;
}

/** Services of the year whose payment to `debtorId` was decided and waits outside of any run. */
export function listOffsets(tx: Tx, yearId: string, debtorId: string): Promise<OffsetChoice[]> {
  return tx.query(
    `select * from (
       select s.id as "serviceId", s.number, (c.public_won - coalesce((select sum(m.amount_won) from clawback_movement m where m.service_id = s.id), 0))::text as "payableWon"
         from service_capture c
         join voucher_service s on s.id = c.service_id
         join voucher v on v.id = s.voucher_id
         join service_state t on t.service_id = s.id
        where c.payee_id = $2 and v.year_id = $1 and t.state = 'CAPTURED'
          and exists (select 1 from payable_state w where w.kind = $3 and w.subject_id = s.id and w.state = 'OWED')) as waiting
      where "payableWon" <> '0' order by number`,
    [yearId, debtorId, CLAIM_DEBT],
  );
}
