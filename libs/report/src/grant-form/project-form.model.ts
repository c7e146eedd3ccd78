import type { DecidedForm, ProjectForm } from '#libs/grant';
import { both, wonText } from '../report/report-text.js';
import type { ReportBlock } from '../report/report.js';
import { column } from '../table/column.js';
import { yearsTable } from './form-head.model.js';
import { partText } from './form-return.model.js';
import { of, sumOfUse } from './form-totals.rules.js';
import { useCells, USE_COLUMNS, USE_GROUNDS } from './form-use.model.js';
import { REGIME_WORDS } from './regime-words.data.js';
import { stated } from '../trace/ground.js';

/** The table that the lead hands in for the project: funds by year, use and return of every institution, and their sum. */
export function projectBlocks(project: ProjectForm): ReportBlock[] {
  const [lead] = project.institutions;
  return lead === undefined ? [] : [yearsTable(lead, project.years), useOfInstitutions(project, lead), returnsOfInstitutions(project)];
}

function useOfInstitutions({ institutions }: ProjectForm, lead: DecidedForm): ReportBlock {
  const lines = institutions.flatMap((form) => form.lines);
  const { money } = REGIME_WORDS[lead.header.regime];
  return {
    kind: 'table',
    caption: both(`기관별 ${money} 사용실적 (단위: 원)`, 'Use by institution (won)'),
    columns: [column('institution', '기관', 'Institution'), ...USE_COLUMNS.slice(1)],
    grounds: USE_GROUNDS,
    rows: institutions.flatMap((form) =>
      (['CASH', 'IN_KIND'] as const)
        .filter((resource) => of(form.lines, resource).length > 0)
        .map((resource) => ({ cells: { institution: nameOf(form), resource: resource === 'CASH' ? '현금' : '현물', ...useCells(sumOfUse(of(form.lines, resource))) } })),
    ),
    totals: { institution: '과제 합계', resource: '현금+현물', ...useCells(sumOfUse(lines)) },
  };
}

const nameOf = ({ header }: DecidedForm): string => `${header.institutionName} (${REGIME_WORDS[header.regime].roles[header.role]})`;

const OF_INSTITUTION = stated('기관별 정산 결정(행의 정산번호)', 'grant-settlement.decide', 'grant-settlement.answer');

function returnsOfInstitutions({ institutions, returns }: ProjectForm): ReportBlock {
  const amounts = ({ returnedWon, inKindShortageWon, returnedInterestWon, totalWon, noticeWon }: ProjectForm['returns']): Record<string, string> => ({
    ...{ returnedWon: wonText(returnedWon), inKindShortageWon: wonText(inKindShortageWon), returnedInterestWon: wonText(returnedInterestWon) },
    ...{ totalWon: wonText(totalWon), noticeWon: wonText(noticeWon) },
  });
  return {
    kind: 'table',
    caption: both('기관별 반납액 (단위: 원)', 'Returns by institution (won)'),
    columns: [
      ...[column('institution', '기관', 'Institution'), column('settlement', '정산번호', 'Settlement'), column('part', 'B 정부지분율', 'B', 'center'), column('returnedWon', 'C 현금', 'C in cash')],
      ...[column('inKindShortageWon', '현물 부족분', 'Short in kind'), column('returnedInterestWon', 'E 이자', 'E'), column('totalWon', '총 반납액', 'Goes back'), column('noticeWon', '고지액', 'Demanded')],
    ],
    grounds: Object.fromEntries(['returnedWon', 'inKindShortageWon', 'returnedInterestWon', 'totalWon', 'noticeWon'].map((key) => [key, OF_INSTITUTION])),
    rows: institutions.map((form) => ({ cells: { institution: nameOf(form), settlement: form.number, part: partText(form.returns.governmentPart), ...amounts(form.returns) } })),
    totals: { institution: '과제 합계', settlement: '', part: '', ...amounts(returns) },
  };
}
