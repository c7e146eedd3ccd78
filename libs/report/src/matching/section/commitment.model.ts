import { both, basisPointsText, nameIn, wonText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { total } from '../../table/rows.js';
import type { MatchingFacts } from '../matching.js';
import { BOUND_NAMES } from '../words.js';
import { ruled, stated, words } from '../../trace/ground.js';

/** How each commitment of the government came about, and which bound kept it from being more. */
export function commitmentSection({ projects }: MatchingFacts): ReportSection {
  const sum = (pick: 'privateWon' | 'governmentWon'): string => wonText(total(projects, (project) => project[pick]));
  return {
    id: 'commitment',
    title: both('3. 매칭 산식·한도 판정', 'The formula and its bounds'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '정부 약정 = min(민간 약정 × 매칭 비율, 과제당 한도, 순번에 남은 예산, 민간 약정 × s ÷ (1 − s)). s는 총사업비에서 정부가 부담할 수 있는 최대 비율이며, 원 미만은 버립니다. 먼저 적은 사유부터 같으면 앞의 것이 한도입니다.',
          'Government = min(private × ratio, cap, budget left in turn, private × s ÷ (1 − s)), s the largest share of the government, floored.',
        ),
      },
      {
        kind: 'table',
        caption: both(`과제별 약정 (${projects.length}건, 순번대로)`, `Commitments (${projects.length}, in turn)`),
        columns: [
          ...[centred('position', '순번', 'Turn'), centred('number', '협약번호', 'Project'), column('company', '참여기업', 'Company'), column('privateWon', '민간 약정(원)', 'Private (won)'), column('matchPercent', '매칭 비율', 'Ratio')],
          ...[column('byRatioWon', '비율로', 'By ratio'), column('capWon', '과제당 한도', 'Cap'), column('budgetLeftWon', '남은 예산', 'Budget left'), column('sharePercent', '부담 상한 s', 'Share'), column('governmentWon', '정부 약정(원)', 'Government (won)'), column('bound', '결정한 한도', 'Bound')],
        ],
        grounds: {
          matchPercent: ruled('사업의 매칭 비율 (부록 적용 규칙)'),
          byRatioWon: words('민간 약정 × 매칭 비율 (원 미만 버림)', 'privateWon', 'matchPercent'),
          capWon: ruled('사업의 과제당 한도 (부록 적용 규칙)'),
          budgetLeftWon: words('확정예산에서 순번이 앞선 과제의 정부 약정을 뺀 금액'),
          sharePercent: ruled('총사업비에서 정부가 부담할 수 있는 최대 비율 (부록 적용 규칙)'),
          governmentWon: words('비율로 계산한 금액, 과제당 한도, 남은 예산, 부담 상한으로 계산한 금액 가운데 가장 작은 것', 'byRatioWon', 'capWon', 'budgetLeftWon'),
        },
        rows: projects.map((each) => ({
          record: { register: 'grant_agreement' as const, id: each.agreementId },
          cells: {
            ...{ position: String(each.position), number: each.number, company: each.company, privateWon: wonText(each.privateWon), matchPercent: basisPointsText(each.matchBasisPoints) },
            ...{ byRatioWon: wonText((each.privateWon * BigInt(each.matchBasisPoints)) / 10_000n), capWon: wonText(each.capWon), budgetLeftWon: wonText(each.budgetLeftWon) },
            ...{ sharePercent: basisPointsText(each.governmentAtMost), governmentWon: wonText(each.governmentWon), bound: nameIn(BOUND_NAMES, each.bound) },
          },
        })),
        totals: { position: '', number: '합계', company: '', privateWon: sum('privateWon'), matchPercent: '', byRatioWon: '', capWon: '', budgetLeftWon: '', sharePercent: '', governmentWon: sum('governmentWon'), bound: '' },
      },
      ...projects
        .filter(({ statedGovernmentWon, governmentWon }) => statedGovernmentWon !== null && statedGovernmentWon !== governmentWon)
        .map(({ number, statedGovernmentWon, governmentWon }) => ({
          kind: 'text' as const,
          text: both(`${number}: 대장에는 정부 약정이 ${wonText(statedGovernmentWon ?? 0n)}원으로 적혀 있으나 산식으로는 ${wonText(governmentWon)}원입니다.`, `${number}: the register states ${wonText(statedGovernmentWon ?? 0n)} won, the formula gives ${wonText(governmentWon)}.`),
          origin: stated('과제 등록대장에 적힌 정부 약정', 'matching-register.import'),
        })),
    ],
  };
}
