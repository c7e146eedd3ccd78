import type { Verdict } from '#libs/command';
import { unreachable, type Bilingual } from '#libs/errors';
import { formatWon } from '#libs/money';
import type { RoyaltyReason, RoyaltyStatement, StatementYear } from '../royalty.js';
import type { Technology } from '../technology.js';

/** Something of the year is to be paid: not nothing by its income, by the cap, by the end or by what was claimed before. */
export function royaltyIsDue(year: number, asked: StatementYear | null, statement: RoyaltyStatement): Verdict {
  const due = asked !== null && asked.noticeWon > 0n;
  return {
    rule: 'royalty-is-due',
    clause: statement.clause,
    result: due ? 'PASS' : 'BLOCK',
    text: due
      ? { ko: `${year}년 고지액은 ${formatWon(asked.noticeWon)}원이며 상한 ${formatWon(statement.capWon)}원 안입니다.`, en: `${formatWon(asked.noticeWon)} won are due for ${year}, within the cap of ${formatWon(statement.capWon)}.` }
      : notDue(year, asked, statement),
    inputs: { year, dueWon: `${asked?.dueWon ?? 0n}`, claimedWon: `${asked?.claimedWon ?? 0n}`, capWon: `${statement.capWon}`, reason: asked?.reason ?? 'NOT_DECLARED' },
  };
}

function notDue(year: number, asked: StatementYear | null, statement: RoyaltyStatement): Bilingual {
  if (statement.payer === null) return { ko: '비영리기관은 정부납부기술료를 내지 않습니다. 기술료를 배분해 주세요.', en: 'A non-profit owner pays no royalty. Divide the income instead.' };
  if (asked === null) return { ko: `${year}년 신고가 없습니다. 매출이나 기술료 수입을 먼저 신고해 주세요.`, en: `Nothing was declared for ${year}. Declare sales or income first.` };
  if (asked.claimedWon > 0n && asked.claimedWon >= asked.dueWon) return { ko: `${year}년분은 이미 모두 고지했습니다.`, en: `All of ${year} was claimed already.` };
  return whyNothing(asked.reason, year, statement);
}

function whyNothing(reason: RoyaltyReason, year: number, { capWon, endsOn }: RoyaltyStatement): Bilingual {
  switch (reason) {
    case 'CAP_REACHED':
    case 'CAPPED':
    case 'FULL':
      return { ko: `누적 상한 ${formatWon(capWon)}원에 이르러 ${year}년에는 더 낼 금액(10원 이상)이 없습니다.`, en: `The cap of ${formatWon(capWon)} won is reached: no ten won are left to pay for ${year}.` };
    case 'ENDED':
      return { ko: `납부기간이 ${endsOn}에 끝나 ${year}년 수입에는 납부 의무가 없습니다.`, en: `The duty ended on ${endsOn}: income of ${year} costs nothing.` };
    case 'NO_INCOME':
      return { ko: `${year}년에 신고된 수입이 없습니다.`, en: `No income was declared for ${year}.` };
    default:
      return unreachable(reason);
  }
}

/** Everybody who uses a result has declared the year; otherwise a second notice may have to follow. */
export function salesAreDeclared(year: number, technologies: readonly Technology[]): Verdict {
  const silent = technologies.filter(({ contractedOn, declarations }) => Number(contractedOn.slice(0, 4)) <= year && !declarations.some((each) => each.year === year));
  const names = silent.map(({ company, name }) => `${company} ${name}`).join(', ');
  return {
    rule: 'sales-are-declared',
    clause: '국가연구개발혁신법 시행령 제40조',
    result: silent.length === 0 ? 'PASS' : 'WARN',
    text:
      silent.length === 0
        ? { ko: `${year}년분 신고를 모두 받았습니다.`, en: `Everybody has declared ${year}.` }
        : { ko: `${year}년분을 신고하지 않은 기술: ${names}. 신고를 받은 뒤 추가로 고지해 주세요.`, en: `Not declared for ${year}: ${names}. Claim what they owe once they have.` },
    inputs: { year, silent: silent.map(({ id }) => id) },
  };
}
