import { renderDocument, type Block, type Cover, type DocumentMeta, type Onlooker, type RenderOptions } from '#libs/pdf';
import { dateText, inBoth, knownText, tableBlock, type ReportBlock } from '#libs/report';
import type { PackMeta, SealedPack } from './pack.js';

/** The name under which the data travels inside the PDF. */
export const PACK_DATA_FILE = 'audit-pack.json';

const ISSUER = '감사실';

/**
 * A pack as PDF/A-3a on turned pages, whose tables repeat their heads, marked with who took it and why on every page. The
 * stated instant of creation is the time of knowledge, so the same pack for the same person has the same bytes.
 */
export function packPdf({ model, data }: SealedPack, marks: readonly string[], onlooker?: Onlooker): Promise<Buffer> {
  const { meta } = model;
  let tables = 0;
  const blocks = model.sections.flatMap((section): Block[] => [
    { kind: 'heading', level: 2, text: inBoth(section.title), id: section.id },
    ...section.blocks.map((block) => blockOf(block, () => (tables += 1))),
  ]);
  const options: RenderOptions = {
    attachments: [{ name: PACK_DATA_FILE, mediaType: 'application/json', description: '감사 자료 전체(정규 JSON). SHA-256이 자료 지문과 같음', bytes: data, relationship: 'Data' }],
    watermark: marks,
  };
  return renderDocument(metaOf(meta), coverOf(meta, marks), [{ kind: 'pageBreak', orientation: 'landscape' }, ...blocks, { kind: 'attachments', closing: '끝.' }], options, onlooker);
}

function blockOf(block: ReportBlock, nextTable: () => number): Block {
  switch (block.kind) {
    case 'table':
      return { ...tableBlock(block, nextTable()), dense: true };
    case 'facts':
      return { kind: 'facts', rows: block.rows.map(({ label, value }) => [label.ko, value] as const) };
    case 'text':
      return { kind: 'paragraph', text: block.text.ko };
    default:
      throw new RangeError(`a pack holds no ${block.kind}`);
  }
}

function metaOf(meta: PackMeta): DocumentMeta {
  return {
    title: meta.title.ko,
    subtitle: meta.question.ko,
    author: ISSUER,
    subject: `${meta.title.ko}, 기준일 ${dateText(meta.asOf)}`,
    keywords: [meta.title.ko, meta.title.en, meta.code],
    number: meta.number,
    securityMark: meta.securityMark,
    language: 'ko-KR',
    createdAt: new Date(`${meta.knownBefore.slice(0, 19)}Z`),
    dataSha256: meta.dataSha256,
    footerNote: ISSUER,
  };
}

function coverOf(meta: PackMeta, marks: readonly string[]): Cover {
  return {
    issuer: ISSUER,
    series: meta.title.en,
    asOf: dateText(meta.asOf),
    knownAt: `${knownText(new Date(meta.knownBefore))} (KST)까지 시스템에 알려진 자료`,
    facts: [
      ['기간', `${dateText(meta.from)} ~ ${dateText(meta.to)}`],
      ['범위', meta.scope.ko],
      ['요구 근거', meta.basis],
      ['가리기', meta.redacted ? '개인정보·영업비밀 가림' : '가리지 않음'],
    ],
    notices: [...marks, '화면·PDF·엑셀은 한 자료에서 만들어지며, 자료 지문의 원본 파일을 첨부로 담고 있습니다.'],
  };
}
