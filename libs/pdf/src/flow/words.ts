import type { Bilingual } from '#libs/errors';

import type { DocumentMeta } from '../document-types.js';

/** The few words the kit itself prints; everything else comes from the caller. */
const WORDS = {
  number: { ko: '문서번호', en: 'Document no.' },
  asOf: { ko: '기준일', en: 'As of' },
  knownAt: { ko: '자료 반영 시점', en: 'Known at' },
  createdAt: { ko: '작성 일시', en: 'Generated at' },
  issuer: { ko: '작성 기관', en: 'Issued by' },
  securityMark: { ko: '공개 구분', en: 'Disclosure' },
  fingerprint: { ko: '자료 지문(SHA-256)', en: 'Data fingerprint (SHA-256)' },
  shortFingerprint: { ko: '자료 지문', en: 'Data' },
  contents: { ko: '목차', en: 'Contents' },
  approval: { ko: '결재', en: 'Approval' },
  nothing: { ko: '해당 없음', en: 'None' },
  file: { ko: '파일', en: 'File' },
  description: { ko: '내용', en: 'Description' },
  size: { ko: '크기(바이트)', en: 'Bytes' },
  attachments: { ko: '이 문서에 첨부된 자료', en: 'Files embedded in this document' },
  required: { ko: '필요', en: 'Required' },
  cover: { ko: '표지', en: 'Cover' },
  unit: { ko: '단위', en: 'Unit' },
  goTo: { ko: '쪽으로 이동', en: ', go to page' },
} as const satisfies Record<string, Bilingual>;

type Word = keyof typeof WORDS;

/** The word in the language of the document. */
export function word(meta: DocumentMeta, key: Word): string {
  return WORDS[key][meta.language === 'ko-KR' ? 'ko' : 'en'];
}

const SEOUL_OFFSET_MILLISECONDS = 9 * 60 * 60 * 1000;

/**
 * An instant in Seoul time wherever the program runs, as Korean official papers write it (2026. 6. 30. 15:30), or in
 * ISO order in other languages.
 */
export function seoulInstant(instant: Date, language: DocumentMeta['language']): string {
  const local = new Date(instant.getTime() + SEOUL_OFFSET_MILLISECONDS);
  const [date, clock] = [local.toISOString().slice(0, 10), local.toISOString().slice(11, 16)];
  const day = language === 'ko-KR' ? `${local.getUTCFullYear()}. ${local.getUTCMonth() + 1}. ${local.getUTCDate()}.` : date;
  return `${day} ${clock} (KST)`;
}
