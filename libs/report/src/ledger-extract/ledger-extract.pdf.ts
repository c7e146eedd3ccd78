import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/command';
import { streamDocument, type Block, type Cover, type DocumentMeta, type Onlooker, type Row, type RenderOptions, type StreamedTable } from '#libs/pdf';
import { dateText, knownText } from '../report/report-text.js';
import type { ExtractHead, ExtractLine } from './ledger-extract.js';

const TITLE = '원장 명세서';
const HEAD_FILE = 'ledger-sums.json';

const digits = (amount: string): string => amount.replace(/\B(?=(\d{3})+$)/gu, ',');
const unitText = (unit: string): string => (unit === 'KRW' ? '원' : '좌');

/** Number of the paper and its fingerprint: the SHA-256 of the sums inside it, which every line was checked against. */
export function extractMark(head: ExtractHead): { readonly number: string; readonly data: Buffer; readonly dataSha256: string } {
  const data = Buffer.from(canonicalJson(head));
  const dataSha256 = createHash('sha256').update(data).digest('hex');
  return { number: `LDG-${head.asOf.replaceAll('-', '')}-${dataSha256.slice(0, 8)}`, data, dataSha256 };
}

/** The book as PDF/A-3a, sums first, then every line as it is read; thousands of pages are made while they are handed out. */
export function extractPdf(head: ExtractHead, lines: AsyncIterable<ExtractLine>, marks: readonly string[], onlooker: Onlooker): AsyncGenerator<Uint8Array, void, void> {
  const { number, data, dataSha256 } = extractMark(head);
  const blocks: (Block | StreamedTable)[] = [
    { kind: 'pageBreak', orientation: 'landscape' },
    { kind: 'heading', level: 2, text: '1. 계정별 합계', id: 'sums' },
    sumsTable(head),
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: '2. 전표 명세', id: 'lines' },
    linesTable(lines),
    { kind: 'attachments', closing: '끝.' },
  ];
  const options: RenderOptions = {
    attachments: [{ name: HEAD_FILE, mediaType: 'application/json', description: '계정별 합계(정규 JSON). SHA-256이 자료 지문과 같음', bytes: data, relationship: 'Data' }],
    ...(marks.length === 0 ? {} : { watermark: marks }),
  };
  return streamDocument(metaOf(head, number, dataSha256), coverOf(head), blocks, options, onlooker);
}

function sumsTable({ accounts }: ExtractHead): Block {
  return {
    kind: 'table',
    caption: '[표 1] 계정별 차변과 대변',
    columns: [{ header: '계정', rowHeader: true }, { header: '단위', align: 'center' }, { header: '전표 행수', align: 'right' }, { header: '차변', align: 'right' }, { header: '대변', align: 'right' }],
    rows: accounts.map(({ name, unit, lines, debit, credit }) => [name, unitText(unit), digits(String(lines)), digits(debit), digits(credit)]),
  };
}

function linesTable(lines: AsyncIterable<ExtractLine>): StreamedTable {
  return {
    kind: 'table',
    caption: '[표 2] 전표 명세 (효력일 순)',
    summary: '전표 번호, 효력일, 인지일, 분개 유형, 계정, 차변과 대변, 적요와 처리자',
    dense: true,
    columns: [
      { header: '전표', align: 'right', rowHeader: true },
      { header: '효력일', align: 'center' },
      { header: '인지일', align: 'center' },
      { header: '분개 유형' },
      { header: '계정' },
      { header: '단위', align: 'center' },
      { header: '차변', align: 'right' },
      { header: '대변', align: 'right' },
      { header: '적요' },
      { header: '처리자' },
    ],
    rows: rowsOfLines(lines),
  };
}

async function* rowsOfLines(lines: AsyncIterable<ExtractLine>): AsyncGenerator<Row, void, void> {
  for await (const { entryId, effectiveOn, knownOn, posting, account, unit, side, amount, memo, actor, reverses } of lines) {
    const said = reverses === null ? memo : `${memo} (전표 ${reverses} 취소)`;
    yield [entryId, effectiveOn, knownOn, posting, account, unitText(unit), side === 'D' ? digits(amount) : '', side === 'C' ? digits(amount) : '', said, actor];
  }
}

function metaOf({ bookName, asOf, knownBefore }: ExtractHead, number: string, dataSha256: string): DocumentMeta {
  return {
    title: TITLE,
    subtitle: bookName,
    author: bookName,
    subject: `${bookName} ${TITLE}, 기준일 ${dateText(asOf)}`,
    keywords: [TITLE, 'Ledger extract'],
    number,
    securityMark: '대외비',
    language: 'ko-KR',
    createdAt: new Date(`${knownBefore.slice(0, 19)}Z`),
    dataSha256,
  };
}

function coverOf({ bookName, asOf, knownBefore, entries, accounts }: ExtractHead): Cover {
  return {
    issuer: bookName,
    series: 'Ledger extract',
    asOf: dateText(asOf),
    knownAt: `${knownText(new Date(knownBefore))} (KST)까지 시스템에 알려진 자료`,
    facts: [
      ['전표', `${digits(String(entries))}건`],
      ['전표 행', `${digits(String(accounts.reduce((sum, { lines }) => sum + lines, 0)))}행`],
    ],
    notices: ['모든 행은 계정별 합계와 맞는지 확인한 뒤에만 문서가 끝납니다. 같은 장부·기준일·자료 반영 시점이면 같은 파일이 됩니다.'],
  };
}
