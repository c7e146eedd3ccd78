import type { Block } from '#libs/pdf';
import type { LocalDate } from '#libs/calendar';
import type { ReportChanges } from '../change/change.js';
import { dateText, hashText, instantText, knownText, textOr } from '../report/report-text.js';
import { NOTHING } from '../report/report.js';
import { versionedNumber, type IssueSlip } from './slip.js';

/** The last pages of an issued report: what is different from the version before, and how to find out whether it still holds. */
export function issueBlocks(slip: IssueSlip): Block[] {
  return [...(slip.changes === null ? [] : changeBlocks(slip, slip.changes)), ...statusBlocks(slip)];
}

/** The facts of the issue for the cover. */
export const issueFacts = (slip: IssueSlip): (readonly [string, string])[] => [
  ['발급', `${versionedNumber(slip)} · ${instantText(new Date(slip.issuedAt))} (KST)`],
  ['발급 사유', slip.reason],
  ['확인 코드', slip.code],
];

function statusBlocks(slip: IssueSlip): Block[] {
  const { signer, hands, copy } = slip;
  return [
    { kind: 'pageBreak', orientation: 'portrait' },
    { kind: 'heading', level: 2, text: '발급 상태와 확인 방법 (Status and verification)', id: 'issue-status' },
    {
      kind: 'facts',
      rows: [
        ['문서번호', versionedNumber(slip)],
        ['발급 당시 상태', `유효${slip.changes === null ? '' : ` (제${slip.changes.from.version}판을 대체)`}`],
        ['발급 일시', `${instantText(new Date(slip.issuedAt))} (KST)`],
        ['발급 사유', slip.reason],
        ...hands.map(({ role, name, at }) => [role, `${name} · ${instantText(new Date(at))}`] as const),
        ...(signer === null ? [] : [['서명자', signer.subject] as const, ['서명 인증서 지문(SHA-256)', hashText(signer.fingerprint)] as const]),
        ...(copy === null ? [] : [['사본', copy.marks.join(' · ')] as const, ['원본의 SHA-256', hashText(copy.originalSha256)] as const]),
      ],
    },
    { kind: 'space', points: 8 },
    {
      kind: 'verification',
      url: slip.verifyUrl,
      code: slip.code,
      alt: `확인 화면(${slip.verifyUrl})을 여는 QR 코드`,
      lines: [
        '이 문서가 지금도 유효한지 왼쪽 QR 코드나 아래 주소에서 확인할 수 있습니다. 로그인이 필요하지 않습니다.',
        slip.verifyUrl,
        '확인 화면에서 이 파일을 고르면 원본과 같은 파일인지 파일을 보내지 않고 비교합니다. 인터넷 없이 확인하려면 npx baton verify <이 PDF 파일>을 실행해 주세요.',
      ],
      ...(signer === null || copy !== null ? {} : { signature: signatureText(signer) }),
    },
  ];
}

const signatureText = ({ subject, isDemo }: NonNullable<IssueSlip['signer']>): string =>
  `전자서명: ${subject}${isDemo ? ' — 시험용 인증서로 서명하여 효력이 없습니다.' : ''} 서명 이후 한 글자라도 바뀌면 서명이 깨집니다.`;

function changeBlocks({ number, version }: IssueSlip, changes: ReportChanges): Block[] {
  const { from, figures, entries, decisions, rules } = changes;
  return [
    { kind: 'pageBreak', orientation: 'landscape' },
    { kind: 'heading', level: 2, text: '정정 이력 (Changes)', id: 'issue-changes' },
    {
      kind: 'paragraph',
      text: `${number} 제${version}판은 제${from.version}판(기준일 ${dateText(from.asOf)}, ${knownText(new Date(from.knownBefore))}까지 알려진 자료)을 대체합니다. 아래는 두 판 사이에 달라진 수치와, 그 사이에 알려진 장부 기록·결정·규칙입니다.`,
    },
    listed('달라진 수치와 문구', ['위치', '항목', `제${from.version}판`, `제${version}판`], figures.map(({ place, item, before, after }) => [place, item, before ?? '없음', after ?? '없음'])),
    listed('그 사이에 알려진 장부 기록', ['번호', '귀속일', '기록', '내용', '담당'], entries.map(({ number: entry, effectiveOn, posting, memo, by }) => [`#${entry}`, day(effectiveOn), posting, textOr(memo), by])),
    listed('그 사이의 결정과 등록', ['일시', '처리', '담당', '사유'], decisions.map(({ at, title, by, reason }) => [instantText(new Date(at)), title, by, textOr(reason)])),
    listed('그 사이에 바뀐 규칙', ['규칙', '값', '시행일', '근거', '담당'], rules.map(({ key, value, effectiveFrom, clause, by }) => [key, value, day(effectiveFrom), clause, by])),
  ];
}

const day = (date: LocalDate): string => dateText(date).replaceAll(' ', '\u00a0');

function listed(caption: string, headers: readonly string[], rows: readonly (readonly string[])[]): Block {
  const none = headers.map((_, at) => (at === 0 ? '해당 없음' : NOTHING));
  return { kind: 'table', caption, summary: caption, columns: headers.map((header, at) => ({ header, ...(at === 0 ? { rowHeader: true } : {}) })), rows: rows.length === 0 ? [none] : rows };
}
