import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import type { StatusRecord } from '#libs/identifier';
import { formatWon, subtractWon, won, type Won } from '#libs/money';
import type { GrantCall } from '../call/call.js';

/** What an agreement would take of the budget of a year, beside what is left of it; won. */
export interface YearNeed {
  readonly fiscalYear: number;
  readonly neededWon: Won;
  /** Null where nobody decided on a budget of the year yet. */
  readonly availableWon: Won | null;
}

/** Budget that was decided covers what is agreed; a year without a budget is committed when it has one. */
export function budgetCoversTheAgreement({ fiscalYear, neededWon, availableWon }: YearNeed): Verdict {
  const [short, left] = availableWon === null ? [0n, ''] : [subtractWon(neededWon, availableWon), formatWon(availableWon)];
  const inputs = { fiscalYear, neededWon: `${neededWon}`, availableWon: availableWon === null ? null : `${availableWon}` };
  return { rule: 'budget-covers-the-agreement', clause: '국가재정법 제45조, 국고금 관리법 제20조', result: short > 0n ? 'BLOCK' : 'PASS', text: coverText(fiscalYear, neededWon, availableWon === null ? null : left, won(short)), inputs };
}

function coverText(year: number, needed: Won, left: string | null, short: Won): Bilingual {
  if (left === null) {
    return {
      ko: `${year}년 예산은 아직 확정되지 않았습니다. ${formatWon(needed)}원은 예산이 확정된 뒤 '연차 예산 확보'로 협약에 배정합니다.`,
      en: `No budget of ${year} is decided yet. ${formatWon(needed)} won follow by 'fund year' when it is.`,
    };
  }
  if (short <= 0n) return { ko: `${year}년 협약가능 예산 ${left}원에서 ${formatWon(needed)}원을 확보합니다.`, en: `${formatWon(needed)} of the ${left} won available in ${year} are committed.` };
  return {
    ko: `${year}년 협약가능 예산은 ${left}원이라 ${formatWon(needed)}원을 확보할 수 없습니다. ${formatWon(short)}원을 줄이거나 예산을 늘린 뒤 다시 해 주세요.`,
    en: `Of the budget of ${year} ${left} won are available and ${formatWon(needed)} are needed. Lower the grant by ${formatWon(short)} or raise the budget first.`,
  };
}

/** While the feasibility study (예비타당성조사) is pending there is no money to agree on. */
export function feasibilityIsNotPending({ feasibility, name }: GrantCall): Verdict {
  const pending = feasibility === 'PENDING';
  return {
    rule: 'feasibility-is-not-pending',
    clause: '국가재정법 제38조',
    result: pending ? 'BLOCK' : 'PASS',
    text: pending
      ? { ko: `${name}은(는) 예비타당성조사 중이라 협약할 수 없습니다. 조사 통과를 기록한 뒤 다시 해 주세요.`, en: 'The preliminary feasibility study is pending. Record that it was passed before agreeing.' }
      : { ko: '예비타당성조사로 막히지 않았습니다.', en: 'No feasibility study stands in the way.' },
    inputs: { feasibility },
  };
}

/** Nobody agrees with, or pays, an institution that closed its business; what nobody asked the tax office is said. */
export function institutionIsInBusiness(name: string, status: StatusRecord | undefined): Verdict {
  const verdict = (result: Verdict['result'], text: Bilingual): Verdict => ({
    ...{ rule: 'institution-is-in-business', clause: '보조금 관리에 관한 법률 제16조, 국가연구개발혁신법 제10조', result, text },
    inputs: { status: status?.status ?? null, effectiveOn: status?.effectiveOn ?? null, source: status?.source ?? null },
  });
  if (status === undefined) {
    return verdict('WARN', { ko: `${name}의 휴·폐업 조회 기록이 없습니다. 홈택스에서 조회한 결과를 남겨 주세요.`, en: `Nobody asked the tax office about ${name}. Record its business status.` });
  }
  switch (status.status) {
    case 'CLOSED':
      return verdict('BLOCK', { ko: `${name}은(는) ${status.effectiveOn} 폐업한 기관입니다. 협약·지급을 진행하지 말고 회수 여부를 검토해 주세요.`, en: `${name} closed on ${status.effectiveOn}. Do not go on; see whether money is to be recovered.` });
    case 'RESTING':
      return verdict('WARN', { ko: `${name}은(는) ${status.effectiveOn}부터 휴업 중입니다. 사유를 확인하고 진행해 주세요.`, en: `${name} rests since ${status.effectiveOn}. Ask why before going on.` });
    default:
      return verdict('PASS', { ko: `${name}은(는) 계속사업자입니다(${status.source}).`, en: `${name} is in business (${status.source}).` });
  }
}

/** A person leads no more projects at a time than the law allows. `leading`: those under way, this one not counted. */
export function investigatorLeadsFewEnough(leading: number, maximum: number, clause: string): Verdict {
  const over = leading + 1 > maximum;
  return {
    rule: 'investigator-leads-few-enough',
    clause,
    result: over ? 'BLOCK' : 'PASS',
    text: over
      ? { ko: `연구책임자가 이미 ${leading}개 과제를 맡고 있습니다(최대 ${maximum}개). 연구책임자를 바꾸거나 다른 과제를 먼저 마쳐 주세요.`, en: `The investigator leads ${leading} projects already (at most ${maximum}). Name somebody else, or end another project first.` }
      : { ko: `연구책임자의 과제 수가 한도(${maximum}개) 안입니다.`, en: `The investigator leads no more than ${maximum} projects.` },
    inputs: { leading, maximum },
  };
}
