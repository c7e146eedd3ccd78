import { canonicalHash, canonicalJson } from '#libs/command';
import { formatOfficialDate } from '#libs/calendar';
import { invariant } from '#libs/errors';
import { formatWon, officialAmount, sumWon } from '#libs/money';
import { renderDocument, type Block, type Cover, type DocumentMeta, type Onlooker } from '#libs/pdf';
import { addressOf, conditionsOf, contentsOf, type Letter } from './letter.model.js';

const TITLE = '바우처 발급 통지서';

/** One letter on one page, PDF/A-3a and PDF/UA-1, its data inside. Same voucher, same bytes. */
export function letterPdf(letter: Letter, onlooker?: Onlooker): Promise<Buffer> {
  return renderDocument(metaOf([letter], letter.number), null, letterBlocks(letter), { attachments: [attachmentOf([letter], letter.number)] }, onlooker);
}

/** Letters one after the other, a page and a bookmark each, behind a list of them; for at least one letter. */
export function lettersPdf(letters: readonly Letter[], onlooker?: Onlooker): Promise<Buffer> {
  const [first, last] = [letters[0], letters.at(-1)];
  invariant(first !== undefined && last !== undefined, 'there are letters to merge');
  const number = letters.length === 1 ? first.number : `${first.number}~${last.number}`;
  const blocks = letters.flatMap((letter): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'heading', level: 2, text: `${TITLE} ${letter.number} ${letter.company}`, id: `voucher-${letter.voucherId}` },
    ...letterBlocks(letter),
  ]);
  return renderDocument(metaOf(letters, number), coverOf(letters), [...listBlocks(letters), ...blocks], { attachments: [attachmentOf(letters, 'letters')] }, onlooker);
}

function metaOf(letters: readonly Letter[], number: string): DocumentMeta {
  const [first] = letters as [Letter];
  const latest = letters.reduce((instant, { recordedAt }) => (recordedAt > instant ? recordedAt : instant), first.recordedAt);
  return {
    title: TITLE,
    author: first.agency,
    subject: letters.length === 1 ? `${first.number} ${first.company}` : `${first.programme} ${letters.length}건`,
    keywords: ['바우처', '발급', first.number],
    number,
    securityMark: '대외비',
    language: 'ko-KR',
    createdAt: latest,
    dataSha256: canonicalHash(letters),
    footerNote: `${first.agency} · ${first.programme}`,
  };
}

function coverOf(letters: readonly Letter[]): Cover {
  const [first] = letters as [Letter];
  const days = [...new Set(letters.map(({ issuedOn }) => issuedOn))].sort();
  const period = days.length === 1 ? [days[0]] : [days[0], days.at(-1)];
  return {
    issuer: first.agency,
    series: first.programme,
    asOf: period.map((day) => (day === undefined ? '' : formatOfficialDate(day))).join(' ~ '),
    knownAt: formatOfficialDate(days.at(-1) ?? first.issuedOn),
    facts: [
      ['발급 건수', `${letters.length}건`],
      ['발급 총액', officialAmount(sumWon(letters.map(({ amountWon }) => amountWon)))],
    ],
  };
}

function listBlocks(letters: readonly Letter[]): Block[] {
  return [
    { kind: 'heading', level: 2, text: '발급 목록', id: 'list' },
    {
      kind: 'table',
      unit: '원',
      dense: true,
      columns: [{ header: '바우처번호', rowHeader: true }, { header: '수요기업' }, { header: '발급일' }, { header: '만료일' }, { header: '발급금액', align: 'right' }],
      rows: letters.map(({ number, company, issuedOn, validTo, amountWon }) => [number, company, formatOfficialDate(issuedOn), formatOfficialDate(validTo), formatWon(amountWon)]),
      footer: [`${letters.length}건`, '', '', '', formatWon(sumWon(letters.map(({ amountWon }) => amountWon)))],
    },
  ];
}

function letterBlocks(letter: Letter): Block[] {
  return [
    { kind: 'facts', rows: [...addressOf(letter)] },
    { kind: 'space', points: 6 },
    { kind: 'paragraph', text: `「${letter.programme}」의 바우처를 다음과 같이 발급하였음을 알려 드립니다.` },
    { kind: 'facts', caption: '발급 내용', rows: [...contentsOf(letter)] },
    { kind: 'space', points: 6 },
    { kind: 'paragraph', text: '사용 조건', tone: 'strong' },
    { kind: 'list', ordered: true, items: [...conditionsOf(letter)] },
    { kind: 'space', points: 10 },
    { kind: 'paragraph', text: `${formatOfficialDate(letter.issuedOn)}  ${letter.agency}`, tone: 'strong' },
    { kind: 'paragraph', text: '끝.' },
  ];
}

const attachmentOf = (letters: readonly Letter[], name: string) => ({
  name: `${fileNameOf(name)}.json`,
  mediaType: 'application/json',
  description: '통지서의 내용',
  bytes: Buffer.from(canonicalJson(letters)),
  relationship: 'Data' as const,
});

/** A number as the name of a file in every archive: letters and digits of ASCII, dots and hyphens. */
export const fileNameOf = (number: string): string => number.replace(/[^A-Za-z0-9.-]+/gu, '_');
