import type { PackDefinition } from '../pack/pack.js';
import { BUSINESS_NUMBER, column, COMPANY, DEAL, FUND, say, secret, sum, YEAR } from '../pack/pack-column.js';

/** 9. Deals with somebody's own, and whether the partners agreed. */
export const RELATED_PARTIES: PackDefinition = {
  code: 'related-parties',
  ordinal: 9,
  title: say('이해관계인 투자와 동의', 'Related parties and consents'),
  question: say('조합원이나 운용사와 관계 있는 기업에 투자했습니까? 동의는 받았습니까?', 'Were there investments in companies related to a partner or manager, and who consented?'),
  basis: '벤처투자 촉진에 관한 법률 제52조, 조합규약(이해관계인 거래 제한)',
  lists: [
    {
      key: 'related',
      title: say('조합원·운용사와 같은 기업', 'Companies that are partners'),
      columns: [column('paidOn', '투자일', 'Paid on'), FUND, DEAL, COMPANY, BUSINESS_NUMBER, sum('amountWon', '투자금액(원)', 'Amount (won)'), column('relation', '관계', 'Relation'), column('consent', '동의 자료', 'Consent on file'), column('result', '결과', 'Result')],
      none: say('등록된 조합원·운용사와 같은 피투자기업이 없습니다.', 'No company invested in is a partner or a manager on record.'),
      notes: [say('등록번호와 이름으로 견줍니다. 이 사업의 다른 조합에서 조합원인 경우도 봅니다.', 'Compared by number and by name, also with the partners of other funds.')],
    },
    {
      key: 'crossed',
      title: say('한 운용사의 여러 조합이 함께 투자한 기업', 'Companies held by several funds of one manager'),
      columns: [COMPANY, BUSINESS_NUMBER, column('manager', '운용사', 'Manager'), column('funds', '조합', 'Funds'), column('fundCount', '조합 수', 'Funds in all'), sum('amountWon', '투자금액(원)', 'Amount (won)')],
      none: say('한 운용사의 여러 조합이 함께 투자한 기업이 없습니다.', 'No company is held by several funds of one manager.'),
      notes: [],
    },
    {
      key: 'researchers',
      title: say('연구자가 신청기업의 임원인 바우처', 'Vouchers whose researcher holds an office in the company'),
      columns: [
        column('receivedOn', '신청일', 'Applied on'),
        YEAR,
        column('number', '번호', 'No.'),
        COMPANY,
        BUSINESS_NUMBER,
        secret('person', '연구자', 'Researcher', 'PERSON'),
        column('relation', '관계', 'Relation'),
        sum('amountWon', '발급액(원)', 'Issued (won)'),
        column('consent', '이해충돌 심의 자료', 'Cleared by'),
        column('result', '결과', 'Result'),
      ],
      none: say('신청서의 대표자·임원 명단에 연구자가 있는 신청이 없습니다.', 'No researcher is on the list of officers of an applicant.'),
      notes: [say('신청서에 적힌 이름으로 견줍니다. 같은 이름의 다른 사람일 수 있습니다.', 'Compared by the names in the application; it may be another person of that name.')],
    },
  ],
  gaps: [
    say('임직원·친족·계열 관계는 등록되지 않아 여기에서 찾을 수 없습니다. 운용사의 이해관계인 명부를 따로 요구해야 합니다.', 'Officers, relatives and affiliates are not on record: the managers’ own lists of related parties must be asked for.'),
  ],
  limits: [],
};
