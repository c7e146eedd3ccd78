import { both, dateText, nameIn, textOr } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import { centred, column } from '../../table/column.js';
import { inYear, type AnnualFacts } from '../annual.js';
import { movesOf, type StageMove } from '../annual.rules.js';
import { PLAN_TASKS, STAGE_NAMES, stageOf, type Stage } from '../plan/plan.data.js';
import { words } from '../../trace/ground.js';

const STAGES: readonly Stage[] = [1, 2, 3];

/** Who came further on the way from proof of function to the market. */
export function pipelineSection(facts: AnnualFacts): ReportSection {
  const moves = movesOf(facts);
  return {
    id: 'pipeline',
    title: both('5. 파이프라인 3단계 이동', 'Moves over the three stages'),
    blocks: [
      {
        kind: 'text',
        text: both(
          `단계는 ${STAGES.map((stage) => `${STAGE_NAMES[stage].ko}(${PLAN_TASKS.filter((task) => task.stage === stage).map(({ code }) => code).join('·')})`).join(' → ')} 순서로 봅니다. 원문에는 단계가 그림으로만 있어 사업과 단계의 짝은 [가정]이며, 6개 모듈의 이름도 원문에 없어 적지 않습니다. 등록된 기술대장이 따로 없으므로 이동은 기업·기관을 따라 셉니다.`,
          'The plan shows stages in a picture alone: which programme belongs to which stage is an assumption. Without a register of technologies, moves are counted by company.',
        ),
      },
      stageTable(facts, moves),
      ...(moves.length === 0 ? [] : [moveTable(moves, facts)]),
    ],
  };
}

const MOVED = words('기업·기관마다 그 연도의 지원과 그 앞의 지원을 단계로 견주어 센 수');

function stageTable(facts: AnnualFacts, moves: readonly StageMove[]): ReportBlock {
  const of = (stage: Stage) => facts.supports.filter(({ kind, on }) => stageOf(kind) === stage && inYear(facts, on));
  const count = (stage: Stage, from: (before: Stage | null) => boolean): string => String(moves.filter(({ reached, before }) => reached === stage && from(before)).length);
  return {
    kind: 'table',
    caption: both(`단계별 지원과 이동 (${facts.year}년)`, `Stages in ${facts.year}`),
    columns: [column('stage', '단계', 'Stage'), column('supportCount', '지원(건)', 'Supports'), column('partyCount', '기업·기관(곳)', 'Companies'), column('newCount', '새로 들어옴', 'New'), column('firstCount', '1단계에서', 'From 1'), column('secondCount', '2단계에서', 'From 2')],
    grounds: {
      ...{ supportCount: words('그 단계 사업의 그 연도 지원(데이터 사전)을 센 건수'), partyCount: words('같은 지원을 받은 기업·기관의 수') },
      ...{ newCount: MOVED, firstCount: MOVED, secondCount: MOVED },
    },
    rows: STAGES.map((stage) => ({
      cells: {
        ...{ stage: `${stage}. ${STAGE_NAMES[stage].ko}`, supportCount: String(of(stage).length), partyCount: String(new Set(of(stage).map(({ partyId }) => partyId)).size) },
        ...{ newCount: count(stage, (before) => before === null), firstCount: count(stage, (before) => before === 1), secondCount: count(stage, (before) => before === 2) },
      },
    })),
  };
}

function moveTable(moves: readonly StageMove[], facts: AnnualFacts): ReportBlock {
  const name = (stage: Stage | null): string => (stage === null ? '처음' : STAGE_NAMES[stage].ko);
  const on = moves.filter(({ before }) => before !== null);
  if (on.length === 0) return { kind: 'text', text: both(`${facts.year}년에 앞 단계에서 다음 단계로 옮겨 간 기업·기관은 없고, ${moves.length}곳이 새로 들어왔습니다.`, `Nobody moved on in ${facts.year}; ${moves.length} came in anew.`) };
  return {
    kind: 'table',
    caption: both(`다음 단계로 옮겨 간 기업·기관 (${on.length}곳)`, `Moved on (${on.length})`),
    columns: [column('party', '기업·기관', 'Company'), centred('before', '전 단계', 'Before'), centred('reached', '도달 단계', 'Reached'), column('on', '일자', 'Date', 'center'), column('kind', '사업', 'Programme'), centred('number', '번호', 'No.'), column('technology', '기술·과제', 'Technology')],
    rows: on.map(({ party, before, reached, support }) => ({ cells: { party, before: name(before), reached: name(reached), on: dateText(support.on), kind: nameIn(facts.names.kinds, support.kind), number: support.number, technology: textOr(support.technology) } })),
  };
}
