import { renderDocument, type Block, type Cover, type DocumentMeta } from '#libs/pdf';
import { dateText, knownText } from '../report/report-text.js';
import { sectionBlocks, verdictPanel } from '../report/report.pdf.js';
import type { SealedReport } from '../report/report.js';
import { fundComplianceCsv } from './fund-compliance.csv.js';

/** The names under which the data travels inside the PDF. */
export const DATA_FILE = 'report-data.json';
export const INVESTMENTS_FILE = 'investments.csv';
export const SEAL_FILE = 'seal.json';

/** Who signs: the box is printed empty, for the hand. */
const APPROVAL = [{ role: '담당' }, { role: '검토' }, { role: '결재' }];

/** Sections whose tables are too wide for an upright page. */
const TURNED = new Set(['investments', 'recognition', 'exceptions', 'hindsight', 'policies', 'evidence']);
/** Sections that begin on a page of their own. */
const FRESH = new Set(['fund', 'capital', 'obligation']);

/**
 * The report as PDF/A-3a: cover with the approval box, contents, sections, and the data itself as attachments. The stated
 * instant of creation is the time of knowledge, never the wall clock, so the same report has the same bytes.
 */
export function fundCompliancePdf({ model, data, proof }: SealedReport, issuer: string, copyMarks: readonly string[]): Promise<Buffer> {
  const blocks: Block[] = [{ kind: 'toc' }, ...sectionBlocks(model, { turned: TURNED, fresh: FRESH }), { kind: 'attachments' }, { kind: 'paragraph', text: '끝.' }];
  return renderDocument(metaOf(model, issuer), coverOf(model, issuer), blocks, {
    attachments: [
      { name: DATA_FILE, mediaType: 'application/json', description: '보고서 전체 자료(정규 JSON). SHA-256이 자료 지문과 같음', bytes: data, relationship: 'Data' },
      { name: INVESTMENTS_FILE, mediaType: 'text/csv', description: '투자 목록(CSV, UTF-8)', bytes: fundComplianceCsv(model), relationship: 'Data' },
      ...(proof === null ? [] : [{ name: SEAL_FILE, mediaType: 'application/json', description: '근거가 된 행과 봉인 증명. npx baton verify로 확인', bytes: proof, relationship: 'Supplement' as const }]),
    ],
    ...(copyMarks.length === 0 ? {} : { watermark: copyMarks }),
  });
}

function metaOf({ meta }: SealedReport['model'], issuer: string): DocumentMeta {
  return {
    title: meta.title.ko,
    subtitle: `${meta.fundName} (${meta.fundNumber})`,
    author: issuer,
    subject: `${meta.fundNumber} 주목적 투자의무 준수 현황, 기준일 ${dateText(meta.asOf)}`,
    keywords: [meta.title.ko, meta.title.en, meta.fundNumber, '주목적 투자의무'],
    number: meta.number,
    securityMark: meta.securityMark,
    language: 'ko-KR',
    createdAt: new Date(`${meta.knownBefore.slice(0, 19)}Z`),
    dataSha256: meta.dataSha256,
    footerNote: issuer,
  };
}

function coverOf(model: SealedReport['model'], issuer: string): Cover {
  const { meta } = model;
  return {
    issuer,
    series: meta.title.en,
    asOf: dateText(meta.asOf),
    knownAt: `${knownText(new Date(meta.knownBefore))} (KST)까지 시스템에 알려진 자료`,
    facts: [
      ['규칙 버전', `${meta.ruleVersion} (주목적 의무비율의 버전. 적용 규칙 전체는 9장)`],
      ...(meta.seal === null ? [] : [['봉인', `${meta.seal.batch}회차 · 사슬 해시 ${meta.seal.chainHash.replace(/(.{8})(?=.)/g, '$1 ')}`] as const]),
    ],
    approval: APPROVAL,
    verdict: verdictPanel(model),
    notices: [
      '작성 일시는 자료 반영 시점으로 고정합니다. 같은 조합·기준일·자료 반영 시점이면 언제 만들어도 같은 파일이 됩니다.',
      '이 파일은 PDF/A-3a 및 PDF/UA-1을 따르며, 자료 지문의 원본인 자료 파일을 첨부로 담고 있습니다.',
    ],
  };
}
