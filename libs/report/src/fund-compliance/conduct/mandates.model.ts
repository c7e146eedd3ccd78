import type { Bilingual } from '#libs/errors';
import { both, basisPointsText, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { BASIS_NAMES } from '../words.js';
import { named, ruled, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

const LEVELS: Readonly<Record<string, Bilingual>> = {
  FUND: both('조합', 'Fund'),
  GENERAL_PARTNER: both('업무집행조합원', 'General partner'),
  PROGRAMME: both('사업', 'Programme'),
};

export const MANDATE_VERDICTS: Readonly<Record<string, Bilingual>> = {
  MET: both('충족', 'Met'),
  IN_PROGRESS: both('진행 중', 'In progress'),
  IN_GRACE: both('유예 중', 'In grace'),
  CURABLE: both('치유 가능', 'Curable'),
  UNREACHABLE: both('달성 불가', 'Out of reach'),
  NOT_MET: both('미충족', 'Not met'),
};

const LEAST_FURTHER = words('위 표의 부족액을 모두 메우는 투자의 최소 합계. 한 투자가 여러 의무에 함께 인정되면 한 번만 셈');

/** Rules of the agreement, the manager and the programme besides the deciding one, each with where it stands. */
export function mandateBlocks({ mandates }: ComplianceFacts): ReportBlock[] {
  const { lines, hidden, reachable, leastFurtherWon } = mandates;
  const beyond: ReportBlock[] = hidden === 0 ? [] : [{ kind: 'text', text: both(`권한 범위 밖의 조합까지 함께 계산하는 의무 ${hidden}건은 적지 않았습니다.`, `${hidden} rule(s) that count funds out of sight are left out.`) }];
  if (lines.length === 0) return [{ kind: 'text', text: both('위의 의무 외에 이 조합에 적용되는 다른 투자의무는 없습니다.', 'No other rule bears on the fund.') }, ...beyond];
  return [
    {
      kind: 'table',
      caption: both(`그 밖의 투자의무 (${lines.length}건)`, `Further rules (${lines.length})`),
      columns: [
        column('name', '의무', 'Rule'),
        centred('level', '단위', 'Level'),
        column('basis', '기준', 'Base'),
        column('requiredPercent', '의무비율', 'Required'),
        column('countedWon', '인정액(원)', 'Counted (won)'),
        column('ratioPercent', '비율', 'Ratio'),
        column('shortfallWon', '부족액(원)', 'Shortfall (won)'),
        column('dueOn', '다음 기한', 'Next due'),
        centred('status', '판정', 'Finding'),
      ],
      grounds: {
        requiredPercent: ruled('의무란에 적은 조항의 의무비율 (투자의무 규칙, 명령 mandate.decide)'),
        countedWon: words('의무가 인정하는 투자의 취득원가 합계', named(FIGURE.listed)),
        ratioPercent: words('인정액 ÷ 기준란의 금액 (%, 소수점 아래 둘째 자리 미만 버림)', 'countedWon'),
        shortfallWon: words('기준란의 금액 × 의무비율 − 인정액 (0 미만이면 0)', 'requiredPercent', 'countedWon'),
      },
      rows: lines.map((line) => ({
        cells: {
          name: `${line.name.ko} (${line.clause})`,
          level: nameIn(LEVELS, line.level),
          basis: line.basis === 'PARTNER_STAKE' ? '특정 조합원의 출자액' : nameIn(BASIS_NAMES, line.basis),
          requiredPercent: basisPointsText(line.ratioBasisPoints),
          countedWon: wonText(line.countedWon),
          ratioPercent: percentText(line.ratioPercent),
          shortfallWon: wonText(line.shortfallWon),
          dueOn: dateText(line.dueOn),
          status: nameIn(MANDATE_VERDICTS, line.verdict),
        },
        ...(line.verdict === 'MET' ? { tone: 'good' as const } : line.verdict === 'NOT_MET' || line.verdict === 'UNREACHABLE' ? { tone: 'bad' as const } : {}),
      })),
    },
    {
      kind: 'text',
      text: reachable
        ? both(`모든 의무를 함께 달성하려면 앞으로 최소 ${wonText(leastFurtherWon ?? 0n)}원을 더 투자하여야 합니다.`, `To meet all rules together at least ${wonText(leastFurtherWon ?? 0n)} won have to be invested yet.`)
        : both('남은 투자가능액으로는 모든 의무를 함께 달성할 수 없습니다.', 'The rules cannot all be met together with what is left to invest.'),
      origin: LEAST_FURTHER,
    },
    ...beyond,
  ];
}
