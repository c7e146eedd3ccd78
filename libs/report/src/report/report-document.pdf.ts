import { renderDocument, type Block, type Cover, type DocumentMeta, type Onlooker, type RenderOptions } from '#libs/pdf';
import { seoulDateOf } from '#libs/calendar';
import { canonicalJson } from '#libs/command';
import { issueBlocks, issueFacts } from '../issue/issue.pdf.js';
import { SLIP_FILE, type IssueSlip } from '../issue/slip.js';
import { LAYOUT } from '../paper/layout.js';
import { dateText, hashText, knownText } from './report-text.js';
import { reportCsv } from './report.csv.js';
import { sectionBlocks, verdictPanel, type PageLayout } from './report.pdf.js';
import { DATA_FILE, SEAL_FILE, type ReportModel, type SealedReport } from './report.js';

/** What one kind of report says of itself on its cover and in its metadata. */
export interface ReportDress {
  readonly layout: PageLayout;
  /** What it is about, for those who search. */
  readonly topic: string;
  /** Which rule the version on the cover is the version of, and where the others are. */
  readonly ruleNote: string;
  /** What, asked for again, gives the same file: '같은 조합·기준일·자료 반영 시점'. */
  readonly sameness: string;
}

/** Who signs: the box is printed empty, for the hand. */
const APPROVAL = [{ role: '담당' }, { role: '검토' }, { role: '결재' }];

/**
 * A report as PDF/A-3a: cover with the approval box, contents, sections, and the data itself as attachments. The stated
 * instant of creation is the time of knowledge, never the wall clock, so the same report has the same bytes.
 */
export function reportPdf(report: SealedReport, dress: ReportDress, copyMarks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const { model } = report;
  const blocks: Block[] = [{ kind: 'toc' }, ...sectionBlocks(model, dress.layout), { kind: 'attachments', closing: '끝.' }, ...issuePages(report)];
  return renderDocument(metaOf(model, dress), coverOf(report, dress), blocks, carriedBy(report, copyMarks), onlooker);
}

/** What every paper carries: its data, its list, the proof that both rest on sealed rows, and whose copy it is. */
export function carriedBy({ model, data, proof, issue }: SealedReport, copyMarks: readonly string[]): RenderOptions {
  return {
    attachments: [
      { name: DATA_FILE, mediaType: 'application/json', description: '보고서 전체 자료(정규 JSON). SHA-256이 자료 지문과 같음', bytes: data, relationship: 'Data' },
      { name: model.list.fileName, mediaType: 'text/csv', description: `${model.list.title}(CSV, UTF-8)`, bytes: reportCsv(model), relationship: 'Data' },
      ...(proof === null ? [] : [{ name: SEAL_FILE, mediaType: 'application/json', description: '근거가 된 행과 봉인 증명. npx baton verify로 확인', bytes: proof, relationship: 'Supplement' as const }]),
      ...(issue === undefined ? [] : [{ name: SLIP_FILE, mediaType: 'application/json', description: '발급 내역: 번호, 판, 발급자, 정정 이력, 서명자', bytes: Buffer.from(canonicalJson(issue)), relationship: 'Supplement' as const }]),
    ],
    ...(copyMarks.length === 0 ? {} : { watermark: copyMarks }),
  };
}

/** What an issued report says of its issue, behind everything else. */
export const issuePages = ({ issue }: SealedReport): Block[] => (issue === undefined ? [] : issueBlocks(issue));

/** What a paper says of itself in its metadata; the instant of creation is the time of knowledge. */
export function metaOf({ meta }: ReportModel, { topic }: Pick<ReportDress, 'topic'>): DocumentMeta {
  return {
    title: meta.title.ko,
    subtitle: `${meta.subjectName} (${meta.subjectNumber})`,
    author: meta.issuer,
    subject: `${meta.subjectNumber} ${topic}, 기준일 ${dateText(meta.asOf)}`,
    keywords: [meta.title.ko, meta.title.en, meta.subjectNumber, topic],
    number: meta.number,
    securityMark: meta.securityMark,
    language: 'ko-KR',
    createdAt: new Date(`${meta.knownBefore.slice(0, 19)}Z`),
    dataSha256: meta.dataSha256,
    layout: LAYOUT,
    footerNote: meta.issuer,
  };
}

/** Who drafted the issue and who signed it, each with the day. */
const approvalOf = ({ hands }: IssueSlip): NonNullable<Cover['approval']> => hands.map(({ role, name, at }) => ({ role, name, mark: '서명', date: dateText(seoulDateOf(new Date(at))) }));

function coverOf({ model, issue }: SealedReport, { ruleNote, sameness }: ReportDress): Cover {
  const { meta } = model;
  return {
    issuer: meta.issuer,
    series: meta.title.en,
    asOf: dateText(meta.asOf),
    knownAt: `${knownText(new Date(meta.knownBefore))} (KST)까지 시스템에 알려진 자료`,
    facts: [
      ...(issue === undefined ? [] : issueFacts(issue)),
      ['규칙 버전', `${meta.ruleVersion} (${ruleNote})`],
      ...(meta.seal === null ? [] : [['봉인', `${meta.seal.batch}회차 · 사슬 해시 ${hashText(meta.seal.chainHash)}`] as const]),
    ],
    approval: issue === undefined ? APPROVAL : approvalOf(issue),
    verdict: verdictPanel(model),
    notices: [
      `작성 일시는 자료 반영 시점으로 고정합니다. ${sameness}이면 언제 만들어도 같은 파일이 됩니다.`,
      '이 파일은 PDF/A-3a 및 PDF/UA-1을 따르며, 자료 지문의 원본인 자료 파일을 첨부로 담고 있습니다.',
    ],
  };
}
