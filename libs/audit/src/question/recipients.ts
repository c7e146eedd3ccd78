import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, say, SOURCE, sum } from '../pack/pack-column.js';

/** 1. Who received what, when and for what. */
export const RECIPIENTS: PackDefinition = {
  code: 'recipients',
  ordinal: 1,
  title: say('수령자별 지급 내역', 'Recipients and payments'),
  question: say('누가 언제 얼마를 무엇으로 받았고, 돌려받지 못한 돈은 얼마입니까?', 'Who received how much, when and for what, and what has not been recovered?'),
  basis: '감사원법 제25조·제27조, 국회에서의 증언·감정 등에 관한 법률 제4조',
  lists: [
    {
      key: 'payments',
      title: say('지급 내역', 'Payments'),
      columns: [
        column('paidOn', '지급일', 'Paid on'),
        SOURCE,
        column('recipient', '수령자', 'Recipient'),
        BUSINESS_NUMBER,
        sum('amountWon', '금액(원)', 'Amount (won)'),
        column('purpose', '용도', 'Purpose'),
        column('reference', '근거', 'Reference'),
        sum('unrecoveredWon', '미회수(원)', 'Unrecovered (won)'),
      ],
      none: say('기간 안의 지급이 없습니다.', 'Nothing was paid in the period.'),
      notes: [
        say('취소된 투자·비용 지급·분배는 뺐습니다. 성과보수도 지급이며, 미회수는 해제된 투자의 원금에서 돌려받은 금액을 뺀 것입니다.', 'Voided deals and payments and distributions that were undone are left out; carry is a payment too. Unrecovered is the cost of a rescinded deal less what came back.'),
        say('바우처 지급은 공급기관에 나간 정부지원금과 보관 중이던 자부담금이며, 미회수는 그 서비스의 환수 미수금입니다.', 'Voucher payments are public money and deposited own money sent to providers; unrecovered is what is open of a clawback for the service.'),
        say('지원금 지급은 수행기관에 나간 정부지원금과 시험기관에 나간 수수료이며, 은행이 반송한 것은 뺐습니다. 회수금과 상계하여 지급한 금액도 지급입니다. 미회수는 그 협약의 회수 미수금을 마지막 지급에 적은 것입니다.', 'Grant payments are tranches of institutions and fees of laboratories; what the bank sent back is left out, and what was set off against a recovery counts as paid. What is unrecovered of an agreement stands beside its last payment.'),
      ],
      orderBy: 'paidOn',
    },
  ],
  gaps: [],
  limits: [],
};
