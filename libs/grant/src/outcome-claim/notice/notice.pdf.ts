import { formatOfficialDate } from '#libs/calendar';
import { canonicalHash, canonicalJson } from '#libs/command';
import { renderDocument, type Block } from '#libs/pdf';
import type { OutcomeNotice } from './notice.model.js';

/** The notice as PDF/A-3a: what is asked on the first page, how it came about on the second, the data inside. */
export function outcomeNoticePdf(notice: OutcomeNotice): Promise<Buffer> {
  const { claim, number, agency, title, debtor, contents, statute, request, working } = notice;
  const data = { number, agency, statute, claim: { ...claim, receipts: [] } };
  const noticed = formatOfficialDate(claim.noticeOn);
  const meta = {
    ...{ title, author: agency, subject: `${number} ${debtor}`, keywords: [title, number], number, securityMark: '대외비', language: 'ko-KR' as const },
    ...{ createdAt: claim.knownAt, dataSha256: canonicalHash(data), footerNote: agency },
  };
  const cover = { issuer: agency, series: statute, asOf: noticed, knownAt: noticed, facts: contents, notices: [request] };
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: '1. 산출 내역', id: 'working' },
    { kind: 'table', caption: '[표 1] 산출 내역', unit: '원', columns: [{ header: '구분', rowHeader: true }, { header: '내용', align: 'right' }], rows: working.map(([label, value]) => [label, value]) },
    { kind: 'heading', level: 2, text: '2. 첨부 자료', id: 'attachments' },
    { kind: 'attachments' },
  ];
  const attachment = { name: `${number}.json`, mediaType: 'application/json', description: '고지 금액과 산출 내역', bytes: Buffer.from(canonicalJson(data)), relationship: 'Data' as const };
  return renderDocument(meta, cover, blocks, { attachments: [attachment] });
}
