import type { LocalDate } from '#libs/calendar';
import { won, type Won } from '#libs/money';
import { both, dateText, wonText } from '../../report/report-text.js';
import { counts, type ComplianceFacts } from '../fund-compliance.js';
import { deadlineOf } from '../section/verdict.model.js';

/** What is left to do, by when, and why. */
export interface ActionLine {
  readonly subject: string;
  readonly action: string;
  readonly amountWon: Won | null;
  readonly dueOn: LocalDate | null;
  readonly ground: string;
}

/** Every open matter of the figures as something that somebody can do; in the order of its urgency for the fund. */
export function openActions(facts: ComplianceFacts): ActionLine[] {
  return [...shortfallActions(facts), ...statutoryActions(facts), ...evidenceActions(facts), ...overdueActions(facts), ...limitActions(facts)];
}

const ofFund = ({ fund }: ComplianceFacts): string => `${fund.number} 조합`;

function shortfallActions(facts: ComplianceFacts): ActionLine[] {
  const { decisive, rule, feasibility } = facts.position;
  const due = deadlineOf(facts) as LocalDate;
  const missed = facts.position.verdict === 'NOT_MET' || facts.position.verdict === 'UNREACHABLE';
  const main: ActionLine[] =
    decisive.shortfallWon === 0n
      ? []
      : [
          {
            subject: ofFund(facts),
            action: missed ? '의무 미충족에 따른 조치(출자자 보고, 규약에 따른 제재·치유)를 이행합니다.' : `주목적 투자를 ${wonText(decisive.shortfallWon)}원 이상 더 집행하거나 보류 건의 증빙을 보완합니다.`,
            amountWon: decisive.shortfallWon,
            dueOn: due,
            ground: rule.clause,
          },
        ];
  if (feasibility.headroomWon >= 0n || decisive.shortfallWon === 0n) return main;
  const excess = won(-feasibility.headroomWon);
  return [...main, { subject: ofFund(facts), action: '비주목적 투자를 중단하고, 조합원총회에 의무 조정 또는 치유 방안을 올립니다.', amountWon: excess, dueOn: due, ground: rule.clause }];
}

function statutoryActions(facts: ComplianceFacts): ActionLine[] {
  return facts.statutory
    .filter(({ verdict, shortfallWon }) => shortfallWon > 0n && (verdict === 'IN_PROGRESS' || verdict === 'NOT_MET'))
    .map(({ level, shortfallWon, testOn, clause }) => ({
      subject: level === 'FUND' ? ofFund(facts) : facts.fund.generalPartner,
      action: '법정 투자의무 대상(창업기업·벤처기업 등의 신주)에 더 투자합니다.',
      amountWon: shortfallWon,
      dueOn: testOn,
      ground: clause,
    }));
}

function evidenceActions({ investments, position }: ComplianceFacts): ActionLine[] {
  return investments
    .filter((deal) => counts(deal) && deal.status === 'PENDING')
    .map((deal) => ({
      subject: `${deal.number} ${deal.company}`,
      action: deal.missingEvidence.length === 0 ? '갖추어진 증빙으로 주목적 인정을 판정합니다.' : `증빙을 보완하여 판정합니다: ${deal.missingEvidence.join(', ')}`,
      amountWon: won(deal.amountWon),
      dueOn: null,
      ground: position.rule.clause,
    }));
}

function overdueActions({ calls, asOf }: ComplianceFacts): ActionLine[] {
  return calls
    .filter((call) => call.dueOn < asOf)
    .flatMap((call) => call.shares.filter((share) => share.unpaidWon !== '0').map((share) => ({ call, share })))
    .map(({ call, share }) => ({
      subject: `제${call.number}차 출자요청 ${share.partner}`,
      action: `미납 출자금과 연체이자 ${wonText(share.overdueInterestWon)}원(${dateText(asOf)} 현재)을 받습니다.`,
      amountWon: won(share.unpaidWon),
      dueOn: call.dueOn as LocalDate,
      ground: '조합규약(납입지연)',
    }));
}

function limitActions({ restrictions: { limits } }: ComplianceFacts): ActionLine[] {
  return limits
    .filter(({ usedWon, capWon }) => usedWon > capWon)
    .map(({ name, subject, usedWon, capWon, clause, hardness }) => ({
      subject: subject ?? '조합 전체',
      action: `${name.ko} 한도 초과를 ${hardness === 'HARD' ? '해소합니다' : '해소하거나 예외승인을 받습니다'}.`,
      amountWon: won(usedWon - capWon),
      dueOn: null,
      ground: clause,
    }));
}

/** What the plan says where nothing is open. */
export const NOTHING_OPEN = both('기준일 현재 조치가 필요한 사항이 없습니다.', 'Nothing is open on the date.');
