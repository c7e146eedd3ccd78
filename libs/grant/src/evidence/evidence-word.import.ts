import type { EvidenceKind } from '#libs/invoice';
import { parseTaxInvoiceNumber } from '#libs/identifier';
import { meaningOf, type WordList } from '#libs/sheet';

/** How registers and the national systems call evidence [practice], and how this program does. */
const EVIDENCE_WORDS: WordList<EvidenceKind> = [
  ['TAX_INVOICE', '전자세금계산서', '세금계산서', '전자계산서', '계산서', 'TAX_INVOICE'],
  ['CARD', '연구비카드', '카드전표', '신용카드', '법인카드', '체크카드', '카드', '보조금카드', 'CARD'],
  ['TRANSFER', '계좌이체', '계좌이체 확인증', '이체확인증', '이체', '현금이체', 'TRANSFER'],
  ['CASH_RECEIPT', '현금영수증', 'CASH_RECEIPT'],
  ['PAYROLL', '급여이체증', '급여대장', '급여명세서', '인건비 이체증', 'PAYROLL'],
  ['IN_KIND', '현물계상 확인서', '현물계상확인서', '현물', 'IN_KIND'],
  ['OTHER', '기타', '영수증', '간이영수증', 'OTHER'],
];

/** What kind of evidence a cell names; a number that is that of a tax invoice says so itself, anything unknown is other evidence. Null where nothing is named. */
export function evidenceKindOf(word: string | null, number: string | null): EvidenceKind | null {
  const named = word === null ? null : meaningOf(EVIDENCE_WORDS, word);
  if (named !== null) return named;
  if (number !== null && parseTaxInvoiceNumber(number).ok) return 'TAX_INVOICE';
  return word === null && number === null ? null : 'OTHER';
}
