import { formatOfficialDate } from '#libs/calendar';
import { formatBusinessNumber } from '#libs/identifier';
import { formatWon, officialAmount, won } from '#libs/money';
import type { OutcomeClaim, OutcomeGround } from '../outcome-claim.js';

type Line = readonly [label: string, value: string];

/** A notice in its final words, from what was claimed and nothing else: it never changes. */
export interface OutcomeNotice {
  readonly number: string;
  readonly agency: string;
  readonly call: string;
  readonly title: string;
  readonly statute: string;
  readonly debtor: string;
  readonly contents: readonly Line[];
  readonly working: readonly Line[];
  readonly request: string;
  readonly claim: OutcomeClaim;
}

const TITLES: Readonly<Record<OutcomeGround, string>> = { ROYALTY: '정부납부기술료 납부 고지서', ASSET_PROCEEDS: '자산 처분수입 정부 몫 납부 고지서' };
const PAYERS: Readonly<Record<string, string>> = { SME: '중소기업', MID_SIZE: '중견기업', LARGE: '공기업·대기업' };

const amount = (digits: string): string => officialAmount(won(BigInt(digits)));
const figure = (digits: string): string => `${formatWon(won(BigInt(digits)))}원`;

export function outcomeNotice(claim: OutcomeClaim, call: { readonly name: string; readonly agency: string }, statute: string): OutcomeNotice {
  const dropped = BigInt(claim.computedWon) - BigInt(claim.amountWon);
  const debtor = claim.debtorNumber === null ? claim.debtor : `${claim.debtor} (사업자등록번호 ${formatBusinessNumber(claim.debtorNumber)})`;
  return {
    ...{ number: claim.number, agency: call.agency, call: call.name, title: TITLES[claim.ground], statute, debtor: claim.debtor, claim },
    contents: [
      ['사업', call.name],
      ['협약', `${claim.agreementNumber} ${claim.agreementTitle}`],
      ['납부할 기관', debtor],
      ['고지일', formatOfficialDate(claim.noticeOn)],
      ['대상', claim.ground === 'ROYALTY' ? `${claim.year ?? ''}년 성과의 기술료·매출` : `${claim.assetName ?? ''} 처분수입`],
      ['납부할 금액', amount(claim.amountWon)],
      ...(dropped === 0n ? [] : [['끝수(버림)', `${dropped}원 (국고금 관리법 제47조)`] as const]),
      ['납부기한', formatOfficialDate(claim.dueOn)],
    ],
    working: claim.ground === 'ROYALTY' ? royaltyWorking(claim) : proceedsWorking(claim),
    request: `「${statute}」에 따라 위 금액을 납부기한까지 납부해 주시기 바랍니다.`,
  };
}

function royaltyWorking(claim: OutcomeClaim): Line[] {
  const { payer, grantWon, capWon, claimedBeforeWon, licenceWon, salesWon, computedWon, dueWon, claimedOfYearWon, clause, endsOn } = claim.working as Readonly<Record<string, string>>;
  return [
    ['기관 구분', PAYERS[payer ?? ''] ?? ''],
    ['정부지원연구개발비', figure(grantWon ?? '0')],
    ['기술료 수입', figure(licenceWon ?? '0')],
    ['직접 사업화 매출', figure(salesWon ?? '0')],
    ['요율에 따른 금액', figure(computedWon ?? '0')],
    ['누적 상한', figure(capWon ?? '0')],
    ['이미 고지한 누적액', figure(claimedBeforeWon ?? '0')],
    ['이 연도의 납부액', figure(dueWon ?? '0')],
    ['이 연도에 이미 고지', figure(claimedOfYearWon ?? '0')],
    ['납부 의무 종료일', endsOn ?? ''],
    ['근거', clause ?? ''],
  ];
}

function proceedsWorking(claim: OutcomeClaim): Line[] {
  const { asset, name, acquiredWon, governmentPaidWon } = claim.working as Readonly<Record<string, string>>;
  return [
    ['자산', `${asset ?? ''} ${name ?? ''}`],
    ['취득가액', figure(acquiredWon ?? '0')],
    ['취득 때 정부 부담', figure(governmentPaidWon ?? '0')],
    ['정부 몫', figure(claim.computedWon)],
  ];
}
