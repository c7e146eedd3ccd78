import { canonicalHash, canonicalJson } from '#libs/command';
import { formatOfficialDate, holidayCalendar } from '#libs/calendar';
import { DomainError, invariant } from '#libs/errors';
import { formatWon, officialAmount, sumWon } from '#libs/money';
import { renderDocument, type Block, type Cover, type DocumentMeta, type Onlooker } from '#libs/pdf';
import { zip } from '#libs/sheet';
import { addressOf, commitmentColumns, remarksOf, requestOf, type CallNotice } from './call-notice.model.js';

const TITLE = '출자요청서';
const CALENDAR = holidayCalendar();

export interface NoticeFile {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly mediaType: string;
}

/** One notice on one page, PDF/A-3a and PDF/UA-1, its data inside. Same call, same bytes. */
export function noticePdf(notice: CallNotice, onlooker?: Onlooker): Promise<Buffer> {
  return renderDocument(metaOf([notice], notice.number), null, noticeBlocks(notice), { attachments: [attachmentOf([notice], notice.number)] }, onlooker);
}

/** Notices one after the other, a page and a bookmark each, behind a list of them; for at least one notice. */
export function noticesPdf(notices: readonly CallNotice[], onlooker?: Onlooker): Promise<Buffer> {
  const [first] = notices;
  invariant(first !== undefined, 'there are notices to merge');
  const number = first.number.replace(/-\d+$/u, '');
  const blocks = notices.flatMap((notice): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: `${TITLE} ${notice.number} ${notice.partner}`, id: `partner-${notice.partnerId}` },
    ...noticeBlocks(notice),
  ]);
  return renderDocument(metaOf(notices, number), coverOf(notices), [...listBlocks(notices), ...blocks], { attachments: [attachmentOf(notices, 'notices')] }, onlooker);
}

/** Notices as one file; who waits for it hears of its pages. Throws `call-notice.nobody` where nobody is asked for anything. */
export async function noticesFile(notices: readonly CallNotice[], format: 'PDF' | 'ZIP', onlooker: Onlooker = {}): Promise<NoticeFile> {
  const [first] = notices;
  if (first === undefined) {
    throw new DomainError('conflict', 'call-notice.nobody', { ko: '요청 금액이 있는 조합원이 없습니다.', en: 'No partner is asked for anything.' });
  }
  const name = `${TITLE}_${first.fund.replace(/\s+/gu, '_')}_${first.callNumber}차_${notices.length}건`;
  if (format === 'PDF') return { bytes: await noticesPdf(notices, onlooker), fileName: `${name}.pdf`, mediaType: 'application/pdf' };
  const parts: { name: string; content: Buffer }[] = [];
  for (const notice of notices) {
    parts.push({ name: `${fileNameOf(notice.number)}.pdf`, content: await noticePdf(notice, { signal: onlooker.signal }) });
    // A notice is a page.
    onlooker.onProgress?.(parts.length, notices.length);
  }
  return { bytes: await zip(parts), fileName: `${name}.zip`, mediaType: 'application/zip' };
}

function metaOf(notices: readonly CallNotice[], number: string): DocumentMeta {
  const [first] = notices as [CallNotice];
  return {
    title: TITLE,
    author: first.generalPartner,
    subject: notices.length === 1 ? `${first.number} ${first.partner}` : `${first.fund} 제${first.callNumber}차 ${notices.length}건`,
    keywords: ['출자요청', first.fund, first.number],
    number,
    securityMark: '대외비',
    language: 'ko-KR',
    createdAt: first.recordedAt,
    dataSha256: canonicalHash(notices),
    footerNote: `${first.generalPartner} · ${first.fund}`,
  };
}

function coverOf(notices: readonly CallNotice[]): Cover {
  const [first] = notices as [CallNotice];
  const noticeOn = first.noticeOn ?? first.dueOn;
  return {
    issuer: first.generalPartner,
    series: `${first.fund} 제${first.callNumber}차 출자요청`,
    asOf: formatOfficialDate(noticeOn),
    knownAt: formatOfficialDate(noticeOn),
    facts: [
      ['요청 조합원', `${notices.length}명`],
      ['요청 총액', officialAmount(sumWon(notices.map(({ shareWon }) => shareWon)))],
      ['납입기한', formatOfficialDate(first.dueOn)],
    ],
  };
}

function listBlocks(notices: readonly CallNotice[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: '요청 목록', id: 'list' },
    {
      kind: 'table',
      unit: '원',
      dense: true,
      columns: [{ header: '문서번호', rowHeader: true }, { header: '조합원' }, { header: '출자약정액', align: 'right' }, { header: '이번 요청액', align: 'right' }],
      rows: notices.map(({ number, partner, commitmentWon, shareWon }) => [number, partner, formatWon(commitmentWon), formatWon(shareWon)]),
      footer: [`${notices.length}명`, '', formatWon(sumWon(notices.map(({ commitmentWon }) => commitmentWon))), formatWon(sumWon(notices.map(({ shareWon }) => shareWon)))],
    },
  ];
}

function noticeBlocks(notice: CallNotice): Block[] {
  return [
    { kind: 'facts', rows: [...addressOf(notice)] },
    { kind: 'space', points: 6 },
    { kind: 'paragraph', text: `「${notice.fund}」 규약에 따라 제${notice.callNumber}차 출자를 다음과 같이 요청하오니 기한 안에 납입하여 주시기 바랍니다.` },
    { kind: 'facts', caption: '요청 내용', rows: [...requestOf(notice)] },
    { kind: 'space', points: 6 },
    {
      kind: 'table',
      caption: '약정과 요청',
      unit: '원',
      dense: true,
      columns: commitmentColumns(notice).map(([header]) => ({ header, align: 'right' as const })),
      rows: [commitmentColumns(notice).map(([, amount]) => amount)],
    },
    { kind: 'space', points: 6 },
    { kind: 'paragraph', text: '알려 드립니다', tone: 'strong' },
    { kind: 'list', ordered: true, items: [...remarksOf(notice, CALENDAR)] },
    { kind: 'space', points: 8 },
    { kind: 'paragraph', text: `${notice.noticeOn === null ? '' : `${formatOfficialDate(notice.noticeOn)}  `}${notice.fund} 업무집행조합원 ${notice.generalPartner}`, tone: 'strong' },
    { kind: 'paragraph', text: '끝.' },
  ];
}

const attachmentOf = (notices: readonly CallNotice[], name: string) => ({
  name: `${fileNameOf(name)}.json`,
  mediaType: 'application/json',
  description: '출자요청서의 내용',
  bytes: Buffer.from(canonicalJson(notices)),
  relationship: 'Data' as const,
});

/** A number as the name of a file in every archive: letters and digits of ASCII, dots and hyphens. */
const fileNameOf = (number: string): string => number.replace(/[^A-Za-z0-9.-]+/gu, '_');
