import { invariant, type Bilingual } from '#libs/errors';
import { both, wonText } from '../report/report-text.js';
import type { ReportBlock, ReportTable } from '../report/report.js';
import { column } from './column.js';
import { sum, words } from '../trace/ground.js';

/** A figure of a report beside the same figure from another source. Amounts in won, or pieces where the name says so. */
export interface ControlLine {
  readonly name: Bilingual;
  readonly other: Bilingual;
  readonly reportWon: bigint;
  readonly otherWon: bigint;
}

type Names = readonly [ko: string, en: string];

export const controlLine = (name: Names, other: Names, reportWon: bigint, otherWon: bigint): ControlLine => ({
  name: both(...name),
  other: both(...other),
  reportWon,
  otherWon,
});

/** Throws `InvariantError` on the first line whose two figures differ: such a report must not leave the house. */
export function requireToTie(subject: string, lines: readonly ControlLine[]): void {
  for (const { name, reportWon, otherWon } of lines) invariant(reportWon === otherWon, `${name.en} of ${subject} is ${reportWon}, expected ${otherWon}`);
}

/** How anybody can check a report: its control totals, what they say, and what the fingerprint is taken of. `subject` is what reports of the kind are about. */
export function verificationBlocks(lines: readonly ControlLine[], finding: Bilingual, subject: Bilingual): readonly ReportBlock[] {
  return [
    controlTable(lines),
    { kind: 'text', text: finding },
    {
      kind: 'text',
      text: both(
        `자료 지문은 이 보고서의 모든 수치와 문장을 담은 정규 JSON(RFC 8785 방식, 문서번호·지문·생성시각 제외)의 SHA-256입니다. 그 파일이 PDF에 첨부되어 있으므로 첨부를 꺼내 SHA-256을 계산하면 인쇄된 지문과 같아야 합니다. 같은 ${subject.ko}·기준일·자료 반영 시점으로 다시 만들면 같은 지문과 같은 파일이 나옵니다.`,
        `The fingerprint is the SHA-256 of the canonical JSON with every figure and sentence of this report (without number, fingerprint and time of generation). That file is embedded in the PDF: its SHA-256 must equal the fingerprint printed. The same ${subject.en}, date and time of knowledge give the same fingerprint and the same file.`,
      ),
    },
  ];
}

function controlTable(lines: readonly ControlLine[]): ReportTable {
  return {
    kind: 'table',
    caption: both('검산표', 'Control totals'),
    columns: [
      column('figure', '보고서 수치', 'Figure of the report'),
      column('reportWon', '금액(원)', 'Amount (won)'),
      column('other', '대조 대상', 'Compared with'),
      column('otherWon', '금액(원)', 'Amount (won)'),
      column('differenceWon', '차이(원)', 'Difference (won)'),
    ],
    grounds: {
      reportWon: words('보고서 본문에 행의 이름으로 적은 수치, 또는 그 합'),
      otherWon: words('행에 적은 대조 대상을 원장이나 기록에서 따로 읽어 더한 값'),
      differenceWon: sum('reportWon', '-otherWon'),
    },
    rows: lines.map(({ name, other, reportWon, otherWon }) => ({
      cells: { figure: name.ko, reportWon: wonText(reportWon), other: other.ko, otherWon: wonText(otherWon), differenceWon: wonText(reportWon - otherWon) },
      ...(reportWon === otherWon ? {} : { tone: 'bad' as const }),
    })),
  };
}
