import { both, wonText } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { originsOf } from '../../trace/origin.js';
import { inYear, type AnnualFacts } from '../annual.js';
import { sumOf, type BookMoney } from '../annual.rules.js';
import { originOf } from '../money/measure.js';
import { CONDUCT_NAMES, PLAN_TASKS, type PlanTask } from '../plan/plan.data.js';
import { words } from '../../trace/ground.js';
import { MEASURE_GROUNDS } from '../money/measure-ground.model.js';

/** The strategy task by task: what the house runs, what it records, what it only names. */
export function tasksSection(facts: AnnualFacts, rows: readonly BookMoney[]): ReportSection {
  return {
    id: 'tasks',
    title: both('2. 전략·과제별 이행(P01–P22)', 'The strategy, task by task'),
    blocks: [
      {
        kind: 'text',
        text: both(
          '기초·원천 연구성과 확산체계 고도화 전략(2020. 11. 17.)의 과제 22개입니다. 이 시스템이 예산과 원장을 관리하는 과제, 기록만 관리하는 과제, 이름만 아는 과제를 나누어 적었으며, 명칭만인 과제의 실적은 이 보고서에 없습니다.',
          'The 22 tasks of the strategy of 17 November 2020. Of tasks that are only named this report knows nothing.',
        ),
      },
      {
        kind: 'table',
        caption: both(`과제별 이행 현황 (${facts.year}년)`, `Tasks in ${facts.year}`),
        columns: [
          ...[centred('code', '과제', 'Task'), column('name', '이름', 'Name'), centred('strategy', '전략', 'Strategy'), column('conduct', '관리', 'Conduct')],
          ...[column('bookCount', '장부(개)', 'Books'), column('supportCount', '지원(건)', 'Supports'), column('providedWon', '재원(원)', 'Provided (won)'), column('spentWon', '집행(원)', 'Spent (won)')],
        ],
        grounds: { bookCount: words('과제에 속하는 장부의 수'), supportCount: words('과제에 속하는 그 연도 지원(데이터 사전)의 수, 과제 P07은 등록된 중개인력의 수'), providedWon: MEASURE_GROUNDS.providedWon, spentWon: MEASURE_GROUNDS.spentWon },
        rows: PLAN_TASKS.map((task) => rowOf(task, facts, rows)),
        totals: {
          ...{ code: '합계', name: '', strategy: '', conduct: '', bookCount: String(rows.length) },
          supportCount: String(facts.supports.filter(({ on }) => inYear(facts, on)).length),
          ...{ providedWon: wonText(sumOf(rows, 'providedWon').yearWon), spentWon: wonText(sumOf(rows, 'spentWon').yearWon) },
        },
        totalOrigins: originsOf({ providedWon: rows.flatMap(({ book }) => originOf(book, 'providedWon', facts.from)), spentWon: rows.flatMap(({ book }) => originOf(book, 'spentWon', facts.from)) }),
      },
    ],
  };
}

function rowOf({ code, name, strategy, conduct, kinds }: PlanTask, facts: AnnualFacts, rows: readonly BookMoney[]) {
  const own = rows.filter(({ book }) => kinds.includes(book.kind));
  const supports = code === 'P07' ? facts.brokers : facts.supports.filter(({ kind, on }) => kinds.includes(kind) && inYear(facts, on)).length;
  const named = conduct === 'NAMED' || kinds.length === 0;
  const money = conduct === 'RUN';
  return {
    cells: {
      ...{ code, name: name.ko, strategy, conduct: CONDUCT_NAMES[conduct].ko, bookCount: money ? String(own.length) : '-', supportCount: named ? '-' : String(supports) },
      ...{ providedWon: money ? wonText(sumOf(own, 'providedWon').yearWon) : '-', spentWon: money ? wonText(sumOf(own, 'spentWon').yearWon) : '-' },
    },
    ...(conduct === 'NAMED' ? { tone: 'muted' as const } : {}),
    ...(money ? { origins: originsOf({ providedWon: own.flatMap(({ book }) => originOf(book, 'providedWon', facts.from)), spentWon: own.flatMap(({ book }) => originOf(book, 'spentWon', facts.from)) }) } : {}),
  };
}
