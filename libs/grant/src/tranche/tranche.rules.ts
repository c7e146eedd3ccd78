import type { Verdict } from '#libs/command';
import type { Bilingual } from '#libs/errors';
import { formatWon, maxWon, shareOf, basisPoints, subtractWon, sumWon, truncatedPercentText, won, ZERO_WON, type Won } from '#libs/money';
import { GRANT_LIFE, type GrantState } from '../agreement/agreement.js';
import type { AgreementMoney } from '../agreement/standing/agreement-money.query.js';
import type { PatternPart } from './tranche.policy.js';
import type { StandingCondition, Tranche } from './tranche.js';

/** What the books say beside a tranche; won. */
export interface TrancheFacts {
  readonly state: GrantState;
  readonly money: AgreementMoney;
  /** Committed from the budget of the tranche's year, and decided out of it already. */
  readonly fundedWon: Won;
  readonly decidedWon: Won;
}

/** Everything that has to be so before `tranche` is paid, one verdict for each. */
export function judgeTranche(tranche: Tranche, facts: TrancheFacts): Verdict[] {
  return [agreementIsOpenForPayment(facts.state), yearFundsTheTranche(tranche, facts), ...tranche.conditions.map((each) => judgeCondition(each, facts.money))];
}

function agreementIsOpenForPayment(state: GrantState): Verdict {
  const open = state === 'ACTIVE' || state === 'COMPLETED';
  const now = GRANT_LIFE.states[state];
  return {
    rule: 'agreement-is-open-for-payment',
    clause: '국가연구개발혁신법 시행령 제19조제5항, 보조금 관리에 관한 법률 제30조',
    result: open ? 'PASS' : 'BLOCK',
    text: open ? { ko: `협약이 '${now.ko}' 상태입니다.`, en: `The agreement is ${now.en}.` } : { ko: `협약이 '${now.ko}' 상태라 지급할 수 없습니다. 정지를 해제한 뒤 다시 해 주세요.`, en: `The agreement is ${now.en}: nothing is paid. Resume it first.` },
    inputs: { state },
  };
}

function yearFundsTheTranche({ fiscalYear, amountWon }: Tranche, { fundedWon, decidedWon }: TrancheFacts): Verdict {
  const leftWon = maxWon(ZERO_WON, subtractWon(fundedWon, decidedWon));
  const enough = amountWon <= leftWon;
  return {
    rule: 'year-funds-the-tranche',
    clause: '국가재정법 제3조, 국고금 관리법 제20조',
    result: enough ? 'PASS' : 'BLOCK',
    text: enough
      ? { ko: `${fiscalYear}년에 확보한 예산 가운데 ${formatWon(leftWon)}원이 남아 있습니다.`, en: `${formatWon(leftWon)} won of the budget of ${fiscalYear} are left for this agreement.` }
      : { ko: `${fiscalYear}년에 확보한 예산은 ${formatWon(leftWon)}원만 남아 있습니다. 예산이 확정되면 '연차 예산 확보'를 먼저 해 주세요.`, en: `Of the budget of ${fiscalYear} only ${formatWon(leftWon)} won are left for this agreement. Fund the year first.` },
    inputs: { fiscalYear, amountWon: `${amountWon}`, fundedWon: `${fundedWon}`, decidedWon: `${decidedWon}` },
  };
}

/** What one condition says of the books as they stand. */
export function judgeCondition({ condition, met }: StandingCondition, money: AgreementMoney): Verdict {
  switch (condition.kind) {
    case 'OWN_CASH':
      return ownCashIsPaidIn(condition.amountWon, money.ownWon);
    case 'PREVIOUS_SPENT':
      return previousMoneyIsSpent(condition.basisPoints, money);
    case 'MILESTONE':
    case 'REPORT':
      return confirmed(condition.kind, condition.label, met !== null);
  }
}

function ownCashIsPaidIn(dueWon: Won, paidWon: Won): Verdict {
  const short = subtractWon(dueWon, paidWon);
  return {
    rule: 'own-cash-is-paid-in',
    clause: '국가연구개발혁신법 시행령 제19조제5항',
    result: short <= 0n ? 'PASS' : 'BLOCK',
    text:
      short <= 0n
        ? { ko: `기관부담 현금 ${formatWon(paidWon)}원이 납입되었습니다(조건 ${formatWon(dueWon)}원).`, en: `${formatWon(paidWon)} won of own cash are paid in (${formatWon(dueWon)} asked).` }
        : { ko: `기관부담 현금 ${formatWon(dueWon)}원이 납입되어야 지급할 수 있습니다. ${formatWon(short)}원이 모자랍니다. 입금을 확인해 기록해 주세요.`, en: `${formatWon(dueWon)} won of own cash have to be paid in; ${formatWon(short)} are missing. Record the receipt first.` },
    inputs: { dueWon: `${dueWon}`, paidWon: `${paidWon}` },
  };
}

function previousMoneyIsSpent(asked: number, { governmentWon, ownWon, otherWon, spentWon }: AgreementMoney): Verdict {
  const receivedWon = sumWon([governmentWon, ownWon, otherWon]);
  const neededWon = shareOf(receivedWon, basisPoints(asked), 'ceil');
  const holds = receivedWon > 0n && spentWon >= neededWon;
  const percent = truncatedPercentText(BigInt(asked), 10_000n) ?? '';
  return {
    rule: 'previous-money-is-spent',
    clause: '지급조건(협약)',
    result: holds ? 'PASS' : 'BLOCK',
    text: holds
      ? { ko: `받은 현금 ${formatWon(receivedWon)}원 가운데 ${formatWon(spentWon)}원을 집행했습니다(조건 ${percent}).`, en: `${formatWon(spentWon)} of ${formatWon(receivedWon)} won received are spent (${percent} asked).` }
      : receivedWon === 0n
        ? { ko: '앞 회차가 아직 지급되지 않았습니다. 앞 회차를 먼저 지급해 주세요.', en: 'Nothing was received yet. Pay the earlier tranche first.' }
        : { ko: `받은 현금의 ${percent}인 ${formatWon(neededWon)}원 이상을 집행해야 합니다. 지금까지 ${formatWon(spentWon)}원입니다. 집행내역을 먼저 등록해 주세요.`, en: `${percent} of the cash received, ${formatWon(neededWon)} won, have to be spent; ${formatWon(spentWon)} are. Record the expenses first.` },
    inputs: { askedBasisPoints: asked, receivedWon: `${receivedWon}`, spentWon: `${spentWon}` },
  };
}

function confirmed(kind: 'MILESTONE' | 'REPORT', label: string, met: boolean): Verdict {
  const text: Bilingual = met
    ? { ko: `'${label}' 확인이 끝났습니다.`, en: `'${label}' is confirmed.` }
    : { ko: `'${label}'이(가) 확인되지 않았습니다. 확인서나 보고서를 붙여 확인을 기록해 주세요.`, en: `'${label}' is not confirmed. Record it with the report or the acceptance.` };
  return { rule: kind === 'MILESTONE' ? 'milestone-is-accepted' : 'report-is-handed-in', clause: '지급조건(협약)', result: met ? 'PASS' : 'BLOCK', text, inputs: { label, met } };
}

export interface ProposedTranche {
  readonly fiscalYear: number;
  readonly label: string;
  readonly amountWon: Won;
}

/** The open money of each year parted by the pattern: floored to the won, the last part takes the rest. */
export function proposeTranches(openByYear: ReadonlyMap<number, Won>, pattern: readonly PatternPart[]): ProposedTranche[] {
  return [...openByYear].flatMap(([fiscalYear, openWon]) => {
    const parts = pattern.map(({ basisPoints: part }) => shareOf(openWon, basisPoints(part), 'floor'));
    const rest = subtractWon(openWon, sumWon(parts.slice(0, -1)));
    return pattern.map(({ label }, index) => ({ fiscalYear, label, amountWon: index === pattern.length - 1 ? rest : (parts[index] ?? ZERO_WON) })).filter(({ amountWon }) => amountWon > 0n);
  });
}

/** What of each year is neither asked for nor decided yet: what a plan may part anew. */
export function openByYear(planned: ReadonlyMap<number, Won>, tranches: readonly Pick<Tranche, 'fiscalYear' | 'amountWon' | 'state'>[]): ReadonlyMap<number, Won> {
  return new Map(
    [...planned].map(([year, amount]): [number, Won] => {
      const taken = sumWon(tranches.filter(({ fiscalYear, state }) => fiscalYear === year && (state === 'REQUESTED' || state === 'DECIDED')).map(({ amountWon }) => amountWon));
      return [year, maxWon(ZERO_WON, won(amount - taken))];
    }),
  );
}
