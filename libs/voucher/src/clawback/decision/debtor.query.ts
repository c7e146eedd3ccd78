import type { Tx } from '#libs/database';
import { invalidField } from '#libs/errors';
import type { VoucherRow } from '../../voucher/voucher.query.js';

export interface Claim {
  readonly voucherId: string;
  /** The service whose payment was improper; null: of the voucher as a whole. */
  readonly serviceId: string | null;
  /** Who has to pay: the company that holds the voucher, or the provider that was paid. */
  readonly debtor: 'COMPANY' | 'PROVIDER';
}

/** The party that owes. Throws at the field where the service is none of this voucher, or a provider is asked for without one. */
export async function debtorOf(tx: Tx, row: VoucherRow, { serviceId, debtor }: Claim): Promise<string> {
  if (serviceId === null) {
    if (debtor === 'COMPANY') return row.companyId;
    throw invalidField('/serviceId', 'clawback.service-wanted', { ko: '공급기관에 환수하려면 어느 서비스인지 골라 주세요.', en: 'Name the service whose provider has to pay.' });
  }
  const rows: { payeeId: string }[] = await tx.query(
    'select c.payee_id as "payeeId" from voucher_service s join service_capture c on c.service_id = s.id where s.id = $1 and s.voucher_id = $2',
    [serviceId, row.id],
  );
  if (rows[0] === undefined) {
    throw invalidField('/serviceId', 'clawback.service-not-paid', { ko: '이 바우처에서 지급결정된 서비스가 아닙니다. 지급된 서비스를 골라 주세요.', en: 'That is no paid service of this voucher. Choose one that was paid.' });
  }
  return debtor === 'COMPANY' ? row.companyId : rows[0].payeeId;
}
