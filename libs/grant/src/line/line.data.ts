import type { CallLine, GrantRegime } from '../call/call.js';
import { BUDGET_LINES, isIndirect, LINE_NAMES } from './line.js';

/** Own labour, equipment, materials (technology imports with them) and software may be brought in kind, nothing else (국가연구개발혁신법 시행령 제19조, 별표 1). */
const IN_KIND_OF_RESEARCH: ReadonlySet<string> = new Set(['D1', 'D3', 'D4', 'D8']);

/** The lines of a research budget (국가연구개발혁신법 시행령 별표 2, as in force from 2026-05-06; their names are those of 2021). */
const RESEARCH_LINES: readonly CallLine[] = BUDGET_LINES.map((code, index) => ({
  ...{ code, name: LINE_NAMES[code], indirect: isIndirect(code), inKind: IN_KIND_OF_RESEARCH.has(code), position: index + 1 },
}));

/** The lines that calls under the Subsidy Act use [practice]: the Act itself names none, so each call chooses from them. */
const SUBSIDY_LINES: readonly CallLine[] = (
  [
    ['S1', '인건비', 'Personnel', true],
    ['S2', '재료비', 'Materials', true],
    ['S3', '외주가공비', 'Outsourced manufacturing', false],
    ['S4', '시험분석비', 'Testing and analysis', false],
    ['S5', '장비사용료·임차료', 'Use and lease of equipment', true],
    ['S6', '기술자문·지식재산비', 'Advice and intellectual property', false],
    ['S7', '여비', 'Travel', false],
    ['S8', '일반수용비', 'General supplies', false],
    ['S9', '회의비', 'Meetings', false],
    ['S10', '위탁사업비', 'Commissioned work', false],
  ] as const
).map(([code, ko, en, inKind], index) => ({ code, name: { ko, en }, indirect: false, inKind, position: index + 1 }));

/** Every line on which money may be spent under each regime, in the order of its form; a call may take fewer of them. */
export const LINES_OF_REGIME: Readonly<Record<GrantRegime, readonly CallLine[]>> = { RND: RESEARCH_LINES, SUBSIDY: SUBSIDY_LINES };
