import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, COMPANY, DEAL, FUND, say, SOURCE, sum } from '../pack/pack-column.js';

/** 7. Whether the company was open and owed no taxes when it was paid. */
export const COMPANY_STANDING: PackDefinition = {
  code: 'company-standing',
  ordinal: 7,
  title: say('지급 당시 폐업·체납', 'Closed or in arrears at payment'),
  question: say('지급한 날에 폐업했거나 세금을 체납한 기업이 있습니까?', 'Was a company closed, or in arrears with taxes, when it was paid?'),
  basis: '국세징수법 제107조, 감사원법 제25조·제27조',
  lists: [
    {
      key: 'payments',
      title: say('지급 당시 확인 자료', 'What was on file at payment'),
      columns: [
        column('paidOn', '지급일', 'Paid on'),
        SOURCE,
        column('number', '번호', 'No.'),
        column('company', '수령 기업', 'Paid to'),
        BUSINESS_NUMBER,
        sum('amountWon', '금액(원)', 'Amount (won)'),
        column('standing', '휴폐업 확인 자료', 'Proof of standing'),
        column('taxes', '납세증명 자료', 'Proof of taxes'),
        column('result', '결과', 'Result'),
      ],
      none: say('기간 안의 지급이 없습니다.', 'Nothing was paid in the period.'),
      notes: [
        say('지급일에 유효한(발급일이 지급일 이전이고 유효기한이 지나지 않은) 자료만 셉니다.', 'Only documents valid on the day of payment count.'),
        say('바우처 지급은 공급기관과 수요기업의 사업자 상태 조회 기록을 봅니다.', 'For voucher payments: what the tax office said of provider and company.'),
        say('지원금 지급은 수행기관의 사업자 상태 조회 기록과, 신청 요건검토에서 확인한 체납 여부를 봅니다.', 'For grants: what the tax office said of the institution, and what the check of its application found of arrears.'),
      ],
      orderBy: 'paidOn',
    },
    {
      key: 'failed',
      title: say('지급 뒤에 청산·감액된 기업', 'Companies that failed after payment'),
      columns: [FUND, DEAL, COMPANY, column('paidOn', '지급일', 'Paid on'), column('failedOn', '청산·감액일', 'Failed on'), column('dayCount', '지급 뒤 날수', 'Days after payment'), column('what', '내용', 'What'), sum('costWon', '원금(원)', 'Cost (won)')],
      none: say('청산·감액된 기업이 없습니다.', 'No company was liquidated or written off.'),
      notes: [],
    },
  ],
  gaps: [
    say(
      '국세청 사업자 상태조회와 납세증명 조회가 아직 연결되지 않아, 투자는 지급 당시 붙어 있던 자료의 유무를, 바우처와 지원금은 담당자가 조회해 등록한 상태를 말합니다. 자료가 없다는 것은 폐업·체납이라는 뜻이 아닙니다.',
      'No source of business status or tax standing is connected yet: for deals this says what was on file at payment, for vouchers and grants what somebody looked up and recorded. A missing document does not mean a closed company or arrears.',
    ),
  ],
  limits: [],
};
