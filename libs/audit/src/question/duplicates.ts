import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, COMPANY, say, secret, sum } from '../pack/pack-column.js';

/** 2. The same company from several sources. */
export const DUPLICATES: PackDefinition = {
  code: 'duplicates',
  ordinal: 2,
  title: say('중복 수혜', 'Support from several sources'),
  question: say('같은 기업·대표자·주소가 여러 사업이나 조합에서 받은 것이 있습니까?', 'Does the same company, representative or address receive from several programmes or funds?'),
  basis: '감사원법 제25조·제27조',
  lists: [
    {
      key: 'companies',
      title: say('여러 조합에서 투자받은 기업', 'Companies with several funds'),
      columns: [
        COMPANY,
        BUSINESS_NUMBER,
        column('fundCount', '조합 수', 'Funds'),
        column('programmeCount', '사업 수', 'Programmes'),
        column('dealCount', '투자 수', 'Deals'),
        sum('amountWon', '합계(원)', 'In all (won)'),
        column('firstOn', '처음', 'First'),
        column('lastOn', '마지막', 'Last'),
        column('funds', '조합', 'Funds'),
      ],
      none: say('여러 조합에서 투자받은 기업이 없습니다.', 'No company has been invested in by several funds.'),
      notes: [],
    },
    {
      key: 'instruments',
      title: say('여러 사업에서 지원받은 기업(투자·바우처)', 'Companies that several instruments supported'),
      columns: [
        COMPANY,
        BUSINESS_NUMBER,
        column('sourceCount', '조합·사업 수', 'Funds and programmes'),
        sum('amountWon', '합계(원)', 'In all (won)'),
        column('firstOn', '처음', 'First'),
        column('lastOn', '마지막', 'Last'),
        column('sources', '조합·사업', 'Which'),
      ],
      none: say('둘 이상의 조합·바우처 사업에서 지원받은 기업이 없습니다.', 'No company was supported by more than one fund or programme year.'),
      notes: [say('투자는 투자금액, 바우처는 발급액으로 더했습니다. 여러 사업의 지원을 받는 것 자체는 위반이 아닙니다.', 'Deals at their amount, vouchers at what was issued. Support from several sources is no breach in itself.')],
    },
    {
      key: 'applicants',
      title: say('대표자·전화번호·주소가 같은 바우처 신청', 'Voucher applications with one representative, telephone or address'),
      columns: [
        column('kind', '같은 것', 'What they share'),
        secret('value', '내용', 'Which', 'TRADE'),
        column('companyCount', '기업 수', 'Companies in all'),
        column('companies', '기업', 'Companies'),
        column('applications', '신청번호', 'Applications'),
        column('funds', '사업', 'Programmes'),
      ],
      none: say('서로 다른 기업의 신청에 같은 대표자·전화번호·주소가 없습니다.', 'No two companies applied with one representative, telephone or address.'),
      notes: [say('빈칸과 붙임표를 빼고 비교했습니다.', 'Compared without spaces and hyphens.')],
    },
    {
      key: 'names',
      title: say('이름은 같고 등록번호가 다른 거래처', 'One name, several registrations'),
      columns: [column('name', '이름(비교용)', 'Name (as compared)'), column('companyCount', '거래처 수', 'Parties'), secret('businessNumbers', '사업자등록번호', 'Business nos.', 'PROSE'), column('names', '등록된 이름', 'Names on record')],
      none: say('이름이 같은 다른 거래처가 없습니다.', 'No two parties have one name.'),
      notes: [say('회사 형태(주식회사 등)와 빈칸을 빼고 비교했습니다.', 'Compared without company forms and spaces.')],
    },
    {
      key: 'accounts',
      title: say('같은 계좌를 쓰는 거래처', 'Parties that share a bank account'),
      columns: [column('parties', '거래처', 'Parties'), column('partyCount', '거래처 수', 'Parties in all'), secret('account', '계좌(끝 4자리)', 'Account (last four)', 'TRADE'), column('registeredAt', '처음 등록', 'First registered')],
      none: say('같은 계좌를 쓰는 다른 거래처가 없습니다.', 'No two parties share an account.'),
      notes: [say('계좌번호는 열쇠로 만든 지문으로 비교하며 읽지 않습니다.', 'Numbers are compared by a keyed fingerprint and never read.')],
    },
  ],
  gaps: [
    say('투자기업의 대표자와 주소는 지금 등록되지 않아 견줄 수 없습니다(바우처는 신청서에 적힌 것을 견줍니다). 법인등기 자료를 받으면 같은 묶음에 더해집니다.', 'Representatives and addresses of companies invested in are not on record (vouchers: those in the applications are compared); they join this pack once corporate registers are received.'),
  ],
  limits: [],
};
