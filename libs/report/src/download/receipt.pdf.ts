import { renderDocument, type DocumentMeta } from '#libs/pdf';
import { zip } from '#libs/sheet';
import { hashText, instantText } from '../report/report-text.js';

/** Who took which bytes away, when and why: what a file that bears no mark goes with. */
export interface Receipt {
  /** 'RPT-A-2026-0001 제2판'. */
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Of the file, lower-case hexadecimal. */
  readonly sha256: string;
  readonly takenBy: string;
  readonly takenAt: Date;
  readonly reason: string;
  readonly code: string;
  readonly verifyUrl: string;
}

const RECEIPT_FILE = 'receipt.pdf';

/** One page of PDF/A-3a: which file, and on whose word it left the house. */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const { number, title, issuer, fileName, sizeBytes, sha256, takenBy, takenAt, reason, code, verifyUrl } = receipt;
  const meta: DocumentMeta = {
    title: '자료 인수증',
    subtitle: `${title} ${number}`,
    author: issuer,
    subject: `${number} ${fileName} 인수증`,
    keywords: ['인수증', 'Receipt', number],
    number,
    securityMark: '대외비',
    language: 'ko-KR',
    createdAt: new Date(Math.floor(takenAt.getTime() / 1000) * 1000),
    dataSha256: sha256,
  };
  return renderDocument(meta, null, [
    { kind: 'paragraph', text: '함께 들어 있는 자료 파일에는 표시를 넣지 않았습니다. 다른 프로그램이 그대로 읽을 수 있게 한 것이며, 누가 왜 가져갔는지는 이 인수증과 시스템의 기록에 남습니다.' },
    {
      kind: 'facts',
      caption: '가져간 자료',
      rows: [
        ['문서', `${title} ${number}`],
        ['낸 곳', issuer],
        ['파일', `${fileName} (${sizeBytes.toLocaleString('en-US')}바이트)`],
        ['파일 지문(SHA-256)', hashText(sha256)],
        ['가져간 사람', takenBy],
        ['일시', `${instantText(takenAt)} (KST)`],
        ['사유', reason],
      ],
    },
    { kind: 'space', points: 8 },
    {
      kind: 'verification',
      url: verifyUrl,
      code,
      alt: `확인 화면(${verifyUrl})을 여는 QR 코드`,
      lines: ['자료가 나온 보고서가 지금도 유효한지 왼쪽 QR 코드나 아래 주소에서 확인할 수 있습니다.', verifyUrl, '파일이 바뀌지 않았는지는 파일의 SHA-256을 위의 지문과 비교해 확인합니다.'],
    },
  ]);
}

/** A file and its receipt as one archive, each under a plain name. */
export async function withReceipt(bytes: Buffer, receipt: Receipt): Promise<Buffer> {
  return zip([
    { name: receipt.fileName, content: bytes },
    { name: RECEIPT_FILE, content: await receiptPdf(receipt) },
  ]);
}
