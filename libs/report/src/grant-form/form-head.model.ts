import type { LocalDate } from '#libs/calendar';
import type { FormHeader, FormYear, SettlementForm } from '#libs/grant';
import { both, textOr, wonText } from '../report/report-text.js';
import type { ReportColumn, ReportFact, ReportTable } from '../report/report.js';
import { column } from '../table/column.js';
import { REGIME_WORDS, type RegimeWords } from './regime-words.data.js';
import { stated } from '../trace/ground.js';

/** 'YYYY. MM. DD', as the form asks for. */
const formDate = (day: LocalDate): string => day.replaceAll('-', '. ');

/** The head of the form: whose money it was, for what. */
export function headFacts(header: FormHeader): ReportFact[] {
  const words = REGIME_WORDS[header.regime];
  return [
    { label: both('사업명', 'Programme'), value: header.programme },
    { label: both('내역사업명', 'Sub-programme'), value: textOr(header.subProgramme) },
    ...(words.numbersProjects ? projectNumbers(header) : []),
    { label: both(`${words.project}명`, 'Project'), value: header.title },
    { label: both('협약번호', 'Agreement'), value: header.agreementNumber },
    { label: both(words.recipient, 'Institution'), value: `${header.institutionName} (${words.roles[header.role]})` },
    { label: both(words.investigator, 'Investigator'), value: textOr(header.investigator) },
    { label: both('기간', 'Period'), value: `${formDate(header.from)} ~ ${formDate(header.to)} (${header.stage}단계)` },
  ];
}

const projectNumbers = ({ umbrellaNumber, projectNumber }: FormHeader): ReportFact[] => [
  { label: both('총괄연구개발 식별번호', 'Umbrella number'), value: textOr(umbrellaNumber) },
  { label: both('연구개발과제번호', 'Project number'), value: textOr(projectNumber) },
];

/** Thousands of won, as the form asks for; what is below is cut off. */
const thousands = (amountWon: bigint): string => wonText(amountWon / 1000n);

interface YearColumn {
  readonly key: string;
  readonly of: Exclude<keyof FormYear, 'fiscalYear'>;
  readonly column: ReportColumn;
}

const LOCAL = both('지방자치단체', 'Local government');
const OTHER = both('그 외 기관 등', 'Others');
const [CASH, IN_KIND] = [both('현금', 'Cash'), both('현물', 'In kind')];

/** The head's table has a column for each source and resource; its keys end as whole numbers do, because they are no won. */
function yearColumns({ government, own }: RegimeWords): YearColumn[] {
  const under = (key: string, of: YearColumn['of'], group: ReportColumn['group'], header: ReportColumn['header']): YearColumn => ({ key, of, column: { key, header, align: 'right', ...(group === undefined ? {} : { group }) } });
  return [
    under('governmentCashCount', 'governmentCashWon', government, CASH),
    ...[under('ownCashCount', 'ownCashWon', own, CASH), under('ownInKindCount', 'ownInKindWon', own, IN_KIND)],
    ...[under('localCashCount', 'localCashWon', LOCAL, CASH), under('localInKindCount', 'localInKindWon', LOCAL, IN_KIND)],
    ...[under('otherCashCount', 'otherCashWon', OTHER, CASH), under('otherInKindCount', 'otherInKindWon', OTHER, IN_KIND)],
    under('totalCount', 'totalWon', undefined, both('합계', 'Total')),
  ];
}

/** What each year runs on, in thousands of won, by source and resource. */
export function yearsTable({ header }: Pick<SettlementForm, 'header'>, years: readonly FormYear[] = header.years): ReportTable {
  const words = REGIME_WORDS[header.regime];
  const columns = yearColumns(words);
  const cells = (rows: readonly FormYear[]): Record<string, string> => Object.fromEntries(columns.map(({ key, of }) => [key, thousands(rows.reduce((sum, row) => sum + row[of], 0n))]));
  return {
    kind: 'table',
    caption: both(`연도별 ${words.money} (단위: 천원)`, 'Funds by year (thousand won)'),
    columns: [column('year', '연도', 'Year', 'center'), ...columns.map((each) => each.column)],
    grounds: Object.fromEntries(columns.map(({ key }) => [key, stated('협약의 연도별 재원계획, 천원 미만 버림', 'grant-agreement.conclude', 'grant-agreement.amend')])),
    rows: years.map((year) => ({ cells: { year: `${year.fiscalYear}`, ...cells([year]) } })),
    totals: { year: '합계', ...cells(years) },
  };
}
