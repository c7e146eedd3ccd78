import type { LocalDate } from '#libs/calendar';
import type { Payable, PayableKind } from '#libs/payment';
import { paymentReturned, servicePaid, type ServiceMoney } from '../service/service.posting.js';
import { CLAIM_DEBT, lotsOf } from './claim-debt.js';
import { carriedNow, hindrancesOfClaims } from './claim-debt.query.js';
import { settleClaims } from './claim-debt.store.js';

const PUBLIC_MONEY = { ko: '정부지원금', en: 'Public money' };
const OWN_MONEY = { ko: '자부담금', en: 'Own money' };

/** Claims as payment runs know them: one transfer to the provider, out of the two lots that the books keep apart. */
export const CLAIM_PAYABLE_KIND: PayableKind = {
  kind: CLAIM_DEBT,
  name: { ko: '바우처 정산금', en: 'Voucher claim' },
  paid: (payable, effectiveOn) => servicePaid(moneyOf(payable, effectiveOn), isCarried(payable)),
  returned: (payable, effectiveOn) => paymentReturned(moneyOf(payable, effectiveOn), isCarried(payable)),
  hindrances: hindrancesOfClaims,
  detailsNow: carriedNow,
  settled: settleClaims,
  parts: (payable) => {
    const { publicWon, ownWon } = lotsOf(payable);
    return [{ name: PUBLIC_MONEY, amountWon: publicWon }, { name: OWN_MONEY, amountWon: ownWon }];
  },
};

function moneyOf(payable: Payable, effectiveOn: LocalDate): ServiceMoney {
  const { book, subjectId, payeeId, purpose, detail } = payable;
  return { ...lotsOf(payable), yearId: book.slice('voucher/'.length), voucherId: detail['voucherId'] ?? '', serviceId: subjectId, payeeId, effectiveOn, memo: purpose };
}

const isCarried = ({ detail }: Payable): boolean => detail['carried'] === 'YES';
