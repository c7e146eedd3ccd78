import type { Bilingual } from '#libs/errors';
import { both, dateText, wonText } from '../report/report-text.js';
import type { ReportVerdict } from '../report/report.js';
import { total } from '../table/rows.js';
import { rollForward } from './roll-forward.js';
import { outstandingWon } from './voucher-settlement.rules.js';
import { BOOK, booked, type SettlementFacts } from './voucher-settlement.js';

/** Money that is still on its way: nothing of it is left when a programme year is settled. */
interface Open extends Bilingual {
  readonly won: bigint;
}

function openMoney(facts: SettlementFacts): Open[] {
  const all: Open[] = [
    { ko: '바우처 잔액', en: 'on vouchers', won: booked(facts, BOOK.outstanding) },
    { ko: '공급기관 미지급금(정부지원금)', en: 'owed to providers from public money', won: booked(facts, BOOK.payablePublic) },
    { ko: '공급기관 미지급금(자부담금)', en: 'owed to providers from own money', won: booked(facts, BOOK.payableOwn) },
    { ko: '보관 중인 자부담금', en: 'own money kept', won: booked(facts, BOOK.ownMoney) },
    { ko: '반납 대기', en: 'to be handed back', won: booked(facts, BOOK.returned) },
    { ko: '환수 미수금', en: 'clawbacks to come in', won: total(facts.clawbacks, outstandingWon) },
  ];
  return all.filter(({ won }) => won !== 0n);
}

/** What was issued and used in one sentence, and in another whether the year is settled. */
export function verdictOf(facts: SettlementFacts): ReportVerdict {
  const finding = findingOf(facts);
  const { code, title, ...next } = standing(facts);
  return { code, title, text: both(`${finding.ko} ${next.ko}`, `${finding.en} ${next.en}`) };
}

function findingOf(facts: SettlementFacts): Bilingual {
  const { sum } = rollForward(facts);
  const count = facts.vouchers.length;
  const [issued, left] = [wonText(sum.issuedWon + sum.toppedUpWon), wonText(sum.closingWon)];
  const gone = [
    { won: -sum.usedWon - sum.refundedWon, ko: '사용', en: 'used' },
    { won: -sum.expiredWon, ko: '소멸', en: 'expired' },
    { won: -sum.revokedWon, ko: '회수', en: 'recovered' },
  ].filter(({ won }) => won !== 0n);
  const ko = gone.length === 0 ? '' : ` 이 가운데 ${gone.map((each) => `${each.ko} ${wonText(each.won)}원`).join(', ')}을 빼고`;
  const en = gone.map((each) => `${wonText(each.won)} won are ${each.en}`).join(', ');
  return both(
    `${dateText(facts.asOf)} 현재 바우처 ${count}건 ${issued}원을 발급하였습니다.${ko} ${left}원이 남아 있습니다.`,
    `On ${facts.asOf} ${count} vouchers of ${issued} won are issued; ${en === '' ? '' : `${en}, `}${left} won are left.`,
  );
}

type Standing = Bilingual & Pick<ReportVerdict, 'code' | 'title'>;

function standing(facts: SettlementFacts): Standing {
  const { close, year } = facts;
  const open = openMoney(facts);
  const ko = open.map((each) => `${each.ko} ${wonText(each.won)}원`).join(', ');
  const en = open.map((each) => `${wonText(each.won)} ${each.en}`).join(', ');
  if (close === null && facts.asOf > `${year.fiscalYear}-12-31`) {
    return {
      code: 'UNSETTLED',
      title: both('정산 미완료', 'Not settled'),
      ko: `회계연도가 끝났으나 연도마감이 되지 않았습니다.${ko === '' ? '' : ` 남은 금액: ${ko}.`}`,
      en: `The fiscal year is over and has not been closed.${en === '' ? '' : ` Left: ${en}.`}`,
    };
  }
  if (close !== null && open.length === 0) {
    return {
      code: 'SETTLED',
      title: both('정산 완료', 'Settled'),
      ko: `${dateText(close.closedOn)}에 연도를 마감하였고 남은 금액이 없습니다.`,
      en: `The year was closed on ${close.closedOn} and nothing is left.`,
    };
  }
  const closed = close === null ? both('사업이 진행 중입니다.', 'The year is running.') : both(`${dateText(close.closedOn)}에 연도를 마감하였습니다.`, `The year was closed on ${close.closedOn}.`);
  return {
    code: 'IN_PROGRESS',
    title: both('정산 진행 중', 'In progress'),
    ko: `${closed.ko}${ko === '' ? '' : ` 정산할 금액: ${ko}.`}`,
    en: `${closed.en}${en === '' ? '' : ` To be settled: ${en}.`}`,
  };
}
