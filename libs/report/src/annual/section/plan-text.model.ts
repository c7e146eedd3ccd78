import { both, dateText } from '../../report/report-text.js';
import type { ReportBlock, ReportSection } from '../../report/report.js';
import type { TextPart } from '../../report-text/report-text.js';
import type { AnnualFacts } from '../annual.js';
import { PART_NAMES } from '../words.js';

/** What was decided that a part says, with who and when; where nothing was, the report says so and invents nothing. */
export function textBlocks({ texts, whole }: AnnualFacts, part: TextPart): ReportBlock[] {
  const name = PART_NAMES[part];
  const decided = texts.find((each) => each.part === part);
  if (decided === undefined) {
    const why = whole ? both('아직 정해진 내용이 없습니다.', 'nothing has been decided yet.') : both('전체를 볼 수 있는 사람에게만 표시합니다.', 'shown only to those who see the whole.');
    return [{ kind: 'text', text: both(`${name.ko}: ${why.ko}`, `${name.en}: ${why.en}`) }];
  }
  const paragraphs = decided.body.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '');
  return [
    ...paragraphs.map((line, at): ReportBlock => ({ kind: 'text', text: both(at === 0 ? `${name.ko}: ${line}` : line, at === 0 ? `${name.en}: ${line}` : line) })),
    { kind: 'text', text: both(`(작성 ${decided.author}, ${dateText(decided.decidedOn)})`, `(${decided.author}, ${decided.decidedOn})`) },
  ];
}

/** What is to become better and what comes next: decided by people. */
export function planTextSection(facts: AnnualFacts): ReportSection {
  return { id: 'next-year', title: both('10. 제도개선·다음 연도 계획', 'Improvements and next year'), blocks: [...textBlocks(facts, 'IMPROVEMENT'), ...textBlocks(facts, 'NEXT_YEAR')] };
}
