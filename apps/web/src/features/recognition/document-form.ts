import type { EvidenceInput } from '../../api/types.js';
import { parseDateInput } from '../../format/date.js';

/** What a document may say beyond its dates; each kind asks for what its checks read. */
export const DETAIL_FIELDS = ['number', 'counterparty', 'termFrom', 'termTo', 'holdingPercent', 'holdingLaw', 'valuedOn', 'projectNumber', 'projectRole', 'grade', 'zone', 'cancelledOn'] as const;
export type DetailField = (typeof DETAIL_FIELDS)[number];

export interface DocumentForm extends Readonly<Record<DetailField, string>> {
  readonly kind: string;
  readonly issuedOn: string;
  readonly validTo: string;
  readonly issuer: string;
  readonly documentId: string | null;
  readonly fileName: string | null;
}

export type DocumentField = DetailField | 'kind' | 'issuedOn' | 'validTo' | 'issuer';

const CONTRACT = ['counterparty', 'termFrom', 'termTo'] as const;

const OF_KIND: Readonly<Record<string, readonly DetailField[]>> = {
  기술이전계약서: ['number', ...CONTRACT],
  기술실시계약서: CONTRACT,
  공동연구계약서: CONTRACT,
  재직소속증명서: CONTRACT,
  연구소기업등록증: ['number', 'zone', 'cancelledOn'],
  주주명부: ['counterparty', 'holdingPercent', 'holdingLaw'],
  기술가치평가서: ['counterparty', 'valuedOn'],
  법인등기부등본: ['termFrom'],
  과제협약서: ['projectNumber', 'counterparty'],
  성과활용보고서: ['projectNumber', 'projectRole'],
  질의회신: ['number'],
  기술신용평가서: ['number', 'grade'],
};

const plain = (kind: string): string => kind.normalize('NFKC').replace(/[\s·ㆍ・•]/gu, '');

export const detailFieldsOf = (kind: string): readonly DetailField[] => OF_KIND[plain(kind)] ?? ['number'];

export const isDate = (field: DocumentField): boolean => ['issuedOn', 'validTo', 'termFrom', 'termTo', 'valuedOn', 'cancelledOn'].includes(field);

export function blankDocument(kind: string): DocumentForm {
  const silent = Object.fromEntries(DETAIL_FIELDS.map((field) => [field, ''])) as Record<DetailField, string>;
  return { ...silent, kind, issuedOn: '', validTo: '', issuer: '', documentId: null, fileName: null };
}

const PERCENT = /^(\d{1,3})(?:\.(\d{1,2}))?$/;

/** '12.5' percent as basis points; null where it is no share. */
export function basisPointsOf(percent: string): number | null {
  const [, whole, part = ''] = PERCENT.exec(percent.trim()) ?? [];
  if (whole === undefined) return null;
  const basisPoints = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}

/** The fields that cannot be read as typed. */
export function faultsOf(form: DocumentForm): DocumentField[] {
  const fields: DocumentField[] = ['issuedOn', 'validTo', ...detailFieldsOf(form.kind)];
  return fields.filter((field) => {
    const typed = form[field].trim();
    if (typed === '') return false;
    if (isDate(field)) return parseDateInput(typed) === null;
    return field === 'holdingPercent' && basisPointsOf(typed) === null;
  });
}

export const isFilled = (form: DocumentForm): boolean => form.kind.trim() !== '' && (form.documentId !== null || form.issuedOn.trim() !== '' || detailFieldsOf(form.kind).some((field) => form[field].trim() !== ''));

/** The document as the API takes it; call it once there are no faults. */
export function evidenceOf(form: DocumentForm): EvidenceInput {
  const given = (field: DocumentField): string | undefined => {
    const typed = form[field].trim();
    return typed === '' ? undefined : isDate(field) ? (parseDateInput(typed) ?? undefined) : typed;
  };
  const members = Object.entries({ issuedOn: given('issuedOn'), validTo: given('validTo'), issuer: given('issuer'), documentId: form.documentId ?? undefined });
  const detail = detailFieldsOf(form.kind).flatMap((field): [string, string | number][] => {
    const value = given(field);
    if (value === undefined) return [];
    return field === 'holdingPercent' ? [['holdingBasisPoints', basisPointsOf(value) ?? 0]] : [[field, value]];
  });
  return {
    kind: form.kind.trim(),
    ...Object.fromEntries(members.filter(([, value]) => value !== undefined)),
    ...(detail.length === 0 ? {} : { detail: Object.fromEntries(detail) }),
  } as EvidenceInput;
}
