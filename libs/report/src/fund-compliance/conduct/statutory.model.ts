import type { Bilingual } from '#libs/errors';
import { both, basisPointsText, dateText, nameIn, percentText, wonText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import type { ComplianceFacts } from '../fund-compliance.js';
import { named, ruled, words } from '../../trace/ground.js';
import { FIGURE } from '../figures.js';

const LEVELS: Readonly<Record<string, Bilingual>> = {
  FUND: both('이 조합', 'This fund'),
  GENERAL_PARTNER: both('업무집행조합원이 운용하는 조합 합계', 'All funds of the general partner'),
};

export const STATUTORY_VERDICTS: Readonly<Record<string, Bilingual>> = {
  MET: both('충족', 'Met'),
  NOT_MET: both('미충족', 'Not met'),
  IN_PROGRESS: both('진행 중', 'In progress'),
  NOT_TESTED: both('검사 대상 아님', 'Not tested'),
  EXEMPT: both('면제', 'Exempt'),
};

/** The obligation of the statute: another test than that of the agreement, never merged with it (docs/domain.md §2.4). */
export function statutorySection(facts: ComplianceFacts): ReportSection {
  return { id: 'statutory', title: both('6. 법정 투자의무(벤처투자법)', 'Statutory obligation'), blocks: [...blocks(facts), NOTE] };
}

const NOTE: ReportBlock = {
  kind: 'text',
  text: both(
    '법정 투자의무는 규약의 주목적 투자의무와 대상·기준금액·기한이 다른 별개의 의무이므로 합산하지 않습니다. 적용 조문은 조합 등록일과 기준일에 따라 정하며, 기준일 뒤에 시행된 개정은 적용하지 않습니다.',
    'The statutory obligation has other targets, another base and another date than that of the agreement; the two are never added up. The wording follows from the registration and the date: a later law is not applied.',
  ),
};

function blocks({ statutory, fund }: ComplianceFacts): ReportBlock[] {
  if (statutory.length === 0) {
    return [{ kind: 'text', text: both(`${fund.number} 조합은 등록일이 기록되지 않았거나 기준일 현재 등록 전이어서 법정 투자의무를 판정하지 않습니다.`, `${fund.number} has no date of registration on or before the date: the statute is not tested.`) }];
  }
  return [
    {
      kind: 'table',
      caption: both('법정 투자의무 판정', 'Statutory tests'),
      columns: [
        column('level', '판정 단위', 'Level'),
        column('clause', '적용 조문', 'Wording'),
        column('requiredPercent', '의무비율', 'Required'),
        column('baseWon', '기준금액(원)', 'Base (won)'),
        column('countedWon', '인정액(원)', 'Counted (won)'),
        column('ratioPercent', '비율', 'Ratio'),
        column('shortfallWon', '부족액(원)', 'Shortfall (won)'),
        column('testOn', '판정일', 'Tested on'),
        centred('status', '판정', 'Finding'),
      ],
      grounds: {
        requiredPercent: ruled('적용 조문란의 법령이 정한 의무비율'),
        baseWon: words('판정 단위에 드는 조합의 출자약정 합계', named(FIGURE.committed)),
        countedWon: words('판정 단위에 드는 조합의 투자 가운데 법이 인정하는 투자의 취득원가 합계'),
        ratioPercent: words('인정액 ÷ 기준금액 (%, 소수점 아래 둘째 자리 미만 버림)', 'countedWon', 'baseWon'),
        shortfallWon: words('기준금액 × 의무비율 − 인정액 (0 미만이면 0)', 'baseWon', 'requiredPercent', 'countedWon'),
      },
      rows: statutory.map((line) => ({
        cells: {
          level: nameIn(LEVELS, line.level),
          clause: line.clause,
          requiredPercent: basisPointsText(line.ratioBasisPoints),
          baseWon: wonText(line.baseWon),
          countedWon: wonText(line.countedWon),
          ratioPercent: percentText(line.ratioPercent),
          shortfallWon: wonText(line.shortfallWon),
          testOn: dateText(line.testOn),
          status: nameIn(STATUTORY_VERDICTS, line.verdict),
        },
        ...(line.verdict === 'MET' ? { tone: 'good' as const } : line.verdict === 'NOT_MET' ? { tone: 'bad' as const } : {}),
      })),
    },
  ];
}
