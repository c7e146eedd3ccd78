import type { Bilingual } from '#libs/errors';
import type { SignatureFault } from '#libs/signature';
import type { IssueSlip } from '../issue/slip.js';
import type { FigureDifference } from './figure-comparison.js';
import type { TextDifference } from './page-comparison.js';

/** What of a report in somebody's hands is not as it was made. */
export interface PaperFault {
  readonly part: 'FILE' | 'ATTACHMENT' | 'FIGURE' | 'SIGNATURE';
  readonly text: Bilingual;
}

export const SIGNATURE_FAULTS: Readonly<Record<SignatureFault, Bilingual>> = {
  DIGEST: { ko: '전자서명 이후 파일의 바이트가 바뀌었습니다.', en: 'Bytes of the file were changed after it was signed.' },
  SIGNATURE: { ko: '전자서명이 그 인증서로 만든 것이 아닙니다.', en: 'The signature was not made with the certificate that it names.' },
  CERTIFICATE: { ko: '전자서명 안의 인증서가 바뀌었습니다.', en: 'The certificate in the signature was put in the place of another.' },
  TIMESTAMP: { ko: '전자서명의 시각 확인(타임스탬프)이 이 서명의 것이 아닙니다.', en: 'The timestamp is not of this signature.' },
  UNREADABLE: { ko: '전자서명을 읽을 수 없습니다.', en: 'The signature cannot be read.' },
};
export const ADDED: Bilingual = { ko: '전자서명 뒤에 내용이 덧붙었습니다. 서명은 파일 전체를 덮지 않습니다.', en: 'Something was added behind the signature, which does not cover all of the file.' };
export const STRIPPED: Bilingual = { ko: '발급 보고서인데 전자서명이 없습니다. 서명이 제거되었습니다.', en: 'The report was issued with a signature, which is not there: it was stripped.' };
export const OF_ANOTHER: Bilingual = { ko: '본문에 인쇄된 서명자의 인증서로 서명한 것이 아닙니다.', en: 'It is not signed with the certificate of the signer that is printed.' };

export const dataFault = (): PaperFault => ({
  part: 'FILE',
  text: { ko: '보고서에 첨부된 자료가 인쇄된 자료 지문과 다릅니다. 자료나 지문이 바뀌었습니다.', en: 'The data in the report does not have the fingerprint that is printed on it: one of the two was changed.' },
});
export const unreadable = (reason: string): PaperFault => ({ part: 'FILE', text: { ko: `파일을 끝까지 읽을 수 없습니다. 파일이 바뀌었거나 손상되었습니다. (${reason})`, en: `The file cannot be read to its end: it was changed or damaged. (${reason})` } });

export const swappedFault = (name: string): PaperFault => ({
  part: 'ATTACHMENT',
  text: { ko: `첨부 '${name}'의 해시가 본문에 인쇄된 해시와 다릅니다. 첨부가 바뀌었습니다.`, en: `The attachment '${name}' does not have the hash that is printed: it was swapped.` },
});

export const pageFault = ({ page, printed, made }: TextDifference): PaperFault => ({
  part: 'FIGURE',
  text: {
    ko: `${page}쪽: 자료에 따르면 '${made ?? '(없음)'}'이어야 할 자리에 '${printed ?? '(없음)'}'이(가) 인쇄되어 있습니다.`,
    en: `Page ${page}: '${printed ?? '(nothing)'}' is printed where the data gives '${made ?? '(nothing)'}'.`,
  },
});

export function figureFault(difference: FigureDifference): PaperFault {
  const { kind, text } = difference;
  if (kind === 'UNKNOWN') {
    const { page } = difference;
    return { part: 'FIGURE', text: { ko: `${page}쪽: '${text}'이(가) 인쇄되어 있으나 첨부 자료 어디에도 없습니다.`, en: `Page ${page}: '${text}' is printed and is nowhere in the data.` } };
  }
  const { printed, due } = difference;
  return {
    part: 'FIGURE',
    text: { ko: `자료의 '${text}'은(는) ${due}번 인쇄되어야 하나 ${printed}번 인쇄되어 있습니다.`, en: `'${text}' of the data is due ${due} times and printed ${printed} times.` },
  };
}

/** Said instead of differences that would be those of the layout alone. */
export const layoutNote = (layout: number, own: number): Bilingual => ({
  ko: `이 문서는 서식 ${layout}판으로, 이 검증 프로그램은 서식 ${own}판으로 쪽을 만듭니다. 쪽은 다시 만들어 대조하지 않고 수치와 문구만 자료와 대조했습니다. 쪽까지 대조하려면 그 서식의 프로그램으로 검증해 주세요.`,
  en: `The paper is set with version ${layout} of the layout, this program sets pages with version ${own}: pages are not compared, figures and texts are. To compare pages, use the program of that layout.`,
});

/** Nobody vouches for what is not signed: it agrees with itself, and that is all. */
export function unsignedNote(slip: IssueSlip | null): Bilingual {
  if (slip === null) return { ko: '발급 전 자료라 전자서명이 없습니다.', en: 'It was never issued and bears no signature.' };
  const { copy, verifyUrl } = slip;
  if (copy === null) return { ko: `서명 없이 발급된 문서입니다. 원본과 같은 파일인지는 ${verifyUrl}에서 확인해 주세요.`, en: `It was issued without a signature. Whether the file is the original is told at ${verifyUrl}.` };
  return {
    ko: `표시된 사본이라 전자서명이 없습니다. 원본의 SHA-256은 ${copy.originalSha256}이며, ${verifyUrl}에서 확인할 수 있습니다.`,
    en: `It is a marked copy without a signature. The original has the SHA-256 ${copy.originalSha256}, to be looked up at ${verifyUrl}.`,
  };
}
