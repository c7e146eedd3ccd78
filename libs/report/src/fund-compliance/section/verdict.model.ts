import type { Bilingual } from '#libs/errors';
import { both, basisPointsText, dateText, percentText, wonText } from '../../report/report-text.js';
import type { ReportVerdict } from '../../report/report.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { BASIS_NAMES } from '../words.js';
import { ruled, type Ground } from '../../trace/ground.js';

export const VERDICT_NAMES: Readonly<Record<ComplianceFacts['position']['verdict'], Bilingual>> = {
  MET: both('충족', 'Met'),
  NOT_MET: both('미충족', 'Not met'),
  IN_PROGRESS: both('진행 중', 'In progress'),
  UNREACHABLE: both('달성 불가', 'Out of reach'),
};

/** What counts toward the obligation, M, by the measure that the rule names. */
export function countedWon({ position }: Pick<ComplianceFacts, 'position'>): bigint {
  return position.rule.measure === 'CUMULATIVE_COST' ? position.facts.qualifyingWon : position.facts.qualifyingOutstandingWon;
}

export function deadlineOf({ fund, position }: ComplianceFacts): string {
  return position.rule.test.kind === 'BY_DEADLINE' ? position.rule.test.deadlineOn : fund.investmentTo;
}

/** The ratio that the fund is held to: its clause and the version of the rule. */
export const obligationRule = ({ position: { rule } }: Pick<ComplianceFacts, 'position'>): Ground =>
  ruled(`의무비율 ${basisPointsText(rule.ratioBasisPoints)}: ${rule.clause}, 규칙 버전 ${rule.version} (15-1 적용 규칙과 버전)`);

/** The finding in one sentence of figures and one of consequence. */
export function verdictOf(facts: ComplianceFacts): ReportVerdict {
  const { verdict } = facts.position;
  const title = VERDICT_NAMES[verdict];
  const found = findingOf(facts);
  const next = consequenceOf(facts);
  return { code: verdict, title, text: both(`${found.ko} ${next.ko}`, `${found.en} ${next.en}`) };
}

function findingOf(facts: ComplianceFacts): Bilingual {
  const { decisive, rule } = facts.position;
  const basis = BASIS_NAMES[decisive.basis] ?? both(decisive.basis, decisive.basis);
  const required = basisPointsText(rule.ratioBasisPoints);
  const [counted, base] = [wonText(countedWon(facts)), wonText(decisive.baseWon)];
  return both(
    `${dateText(facts.asOf)} 현재 주목적 투자비율은 ${basis.ko} 기준 ${percentText(decisive.ratioPercent)}(${counted}원 ÷ ${base}원)이며, ${rule.clause}에 따른 필요 비율은 ${required} 이상입니다.`,
    `On ${facts.asOf} the main-purpose ratio is ${percentText(decisive.ratioPercent)} of ${basis.en.toLowerCase()} (${counted} of ${base} won); ${rule.clause} requires ${required}.`,
  );
}

function consequenceOf(facts: ComplianceFacts): Bilingual {
  const { decisive, feasibility, verdict } = facts.position;
  const [short, by] = [wonText(decisive.shortfallWon), deadlineOf(facts)];
  switch (verdict) {
    case 'MET':
      return both(`필요액 ${wonText(decisive.requiredWon)}원을 충족하였습니다.`, `The required ${wonText(decisive.requiredWon)} won are reached.`);
    case 'NOT_MET':
      return both(
        `의무 기한(${dateText(by)})까지 필요액에 ${short}원이 부족하여 의무를 충족하지 못하였습니다.`,
        `At the deadline of ${by} it is short by ${short} won: the obligation is not met.`,
      );
    case 'IN_PROGRESS':
      return both(
        `필요액에 ${short}원이 부족하나 의무 기한(${dateText(by)})이 지나지 않았고, 비주목적 투자여력이 ${wonText(feasibility.headroomWon)}원 남아 있어 달성이 가능합니다.`,
        `It is short by ${short} won; the deadline of ${by} has not passed and ${wonText(feasibility.headroomWon)} won of headroom are left, so it can still be met.`,
      );
    case 'UNREACHABLE':
      return both(
        `부족액 ${wonText(feasibility.shortfallWon)}원이 남은 투자가능액 ${wonText(feasibility.remainingWon)}원보다 커서 의무 기한(${dateText(by)})까지 달성할 수 없습니다.`,
        `The shortfall of ${wonText(feasibility.shortfallWon)} won exceeds the ${wonText(feasibility.remainingWon)} won left to invest: it cannot be met by ${by}.`,
      );
  }
}
