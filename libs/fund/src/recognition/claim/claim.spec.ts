import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { RECOGNITION_ROUTES, type RecognitionRoute } from '../../classification/classification.js';
import { MUST_HAVE_EVIDENCE } from '../../classification/classification.rules.js';
import type { ClaimDocument, FullClaim } from './claim.js';
import { BASIS_CERTIFICATES, judgeFullClaim } from './claim.rules.js';
import type { EvidenceDetail } from '../detail/evidence-detail.js';
import type { RecognitionLimits } from '../recognition.policy.js';

const LIMITS: RecognitionLimits = {
  transferWindowYears: 5,
  startupYears: 7,
  valuationYears: 1,
  valuationClause: '산학협력법 제36조의4제2항',
  holdings: {
    SPECIAL_ZONE: { basisPoints: 1000, clause: '특구법 시행령 제13조제5항' },
    INDUSTRY_EDUCATION: { basisPoints: 1000, clause: '산학협력법 제36조의4제4항' },
    TECHNOLOGY_TRANSFER: { basisPoints: 2000, clause: '기술이전법 제21조의4제2항' },
  },
  specialZones: ['대덕', '광주'],
};

const SILENT: EvidenceDetail = {
  number: null,
  counterparty: null,
  termFrom: null,
  termTo: null,
  holdingBasisPoints: null,
  holdingLaw: null,
  valuedOn: null,
  projectNumber: null,
  projectRole: null,
  grade: null,
  zone: null,
  cancelledOn: null,
};

const says = (detail: Partial<Record<keyof EvidenceDetail, string | number>>): EvidenceDetail => ({ ...SILENT, ...detail }) as EvidenceDetail;

function document(kind: string, detail: EvidenceDetail | null, dates: { issuedOn?: string; validTo?: string } = {}): ClaimDocument {
  const { issuedOn, validTo } = dates;
  return { kind, issuer: null, issuedOn: issuedOn === undefined ? null : localDate(issuedOn), validTo: validTo === undefined ? null : localDate(validTo), detail };
}

/** A claim with all its documents; what they say is given by kind. */
function claim(route: RecognitionRoute, details: Readonly<Record<string, EvidenceDetail>>, changes: Partial<FullClaim> = {}): FullClaim {
  return {
    route,
    companyBasis: 'STARTUP',
    companyId: 'company',
    evidence: MUST_HAVE_EVIDENCE[route].map((kind) => document(kind, details[kind] ?? null, { issuedOn: '2023-05-01' })),
    testedOn: localDate('2024-06-03'),
    incorporatedOn: localDate('2022-03-02'),
    institutes: [{ id: 'kist', name: '한국과학기술연구원', number: '2208200000', validFrom: localDate('2020-01-01'), lastOn: localDate('2023-12-31') }],
    exceptions: [{ number: '공공-2024-17', companyId: 'company', validFrom: localDate('2024-01-01'), validTo: localDate('2024-06-30') }],
    ...changes,
  };
}

const verdictOn = (rule: string, of: FullClaim): string | undefined => judgeFullClaim(of, LIMITS).find((verdict) => verdict.rule === rule)?.result;

describe('every route', () => {
  it.each(RECOGNITION_ROUTES)('%s warns of what no document says, and says which one has to', (route) => {
    const silent = judgeFullClaim(claim(route, {}, { companyBasis: 'VENTURE' }), LIMITS).filter(({ inputs }) => inputs.stated === false);
    expect(silent.map(({ result }) => result)).toEqual(silent.map(() => 'WARN'));
    for (const { text, inputs } of silent) expect(text.ko).toContain(inputs.document);
    expect(silent.length).toBeGreaterThan(0);
  });
});

describe('the licensor', () => {
  const contract = (counterparty: string, termFrom: string) => claim('TECH_TRANSFER', { 기술이전계약서: says({ counterparty, termFrom }) });
  it.each<[string, FullClaim, string]>([
    ['on the list on the day of the contract', contract('한국과학기술연구원', '2023-12-31'), 'PASS'],
    ['by another spelling', contract('한국 과학기술 연구원', '2023-05-01'), 'PASS'],
    ['by its number', contract('220-82-00000', '2023-05-01'), 'PASS'],
    ['that left the list the day before', contract('한국과학기술연구원', '2024-01-01'), 'WARN'],
    ['that came later', contract('한국과학기술연구원', '2019-12-31'), 'WARN'],
    ['of a name that nobody has', contract('한국기술연구원', '2023-05-01'), 'WARN'],
  ])('%s', (_what, of, result) => {
    expect(verdictOn('institute-is-on-the-list', of)).toBe(result);
  });
});

describe('a contract', () => {
  it.each<[string, string, string | undefined, string]>([
    ['of the payment date', '2024-06-03', '2024-06-03', 'PASS'],
    ['with an open end', '2023-05-01', undefined, 'PASS'],
    ['that ended the day before', '2023-05-01', '2024-06-02', 'WARN'],
    ['that began the day after', '2024-06-04', '2030-01-01', 'WARN'],
  ])('%s', (_what, termFrom, termTo, result) => {
    expect(verdictOn('contract-is-in-force', claim('TECH_TRANSFER', { 기술이전계약서: says({ termFrom, ...(termTo === undefined ? {} : { termTo }) }) }))).toBe(result);
  });
});

describe('a holding', () => {
  it.each<[RecognitionRoute, number, string | undefined, string | undefined]>([
    ['LAB_COMPANY', 1000, undefined, 'PASS'],
    ['LAB_COMPANY', 999, undefined, 'WARN'],
    ['HOLDING_SUBSIDIARY', 1000, 'INDUSTRY_EDUCATION', 'PASS'],
    ['HOLDING_SUBSIDIARY', 1999, 'TECHNOLOGY_TRANSFER', 'WARN'],
    ['HOLDING_SUBSIDIARY', 2000, 'TECHNOLOGY_TRANSFER', 'PASS'],
    // The law of lab companies is none of a holding company's subsidiary.
    ['HOLDING_SUBSIDIARY', 5000, 'SPECIAL_ZONE', 'WARN'],
    ['HOLDING_SUBSIDIARY', 5000, undefined, 'WARN'],
  ])('%s with %d basis points by %s: %s', (route, holdingBasisPoints, holdingLaw, result) => {
    const detail = says({ holdingBasisPoints, ...(holdingLaw === undefined ? {} : { holdingLaw }) });
    expect(verdictOn('institute-holds-enough', claim(route, { 주주명부: detail }))).toBe(result);
  });
});

describe('a lab company', () => {
  it.each<[string, EvidenceDetail, string]>([
    ['in a zone', says({ zone: '대덕연구개발특구' }), 'PASS'],
    ['elsewhere', says({ zone: '판교' }), 'WARN'],
    ['whose registration was cancelled on the payment date', says({ zone: '대덕', cancelledOn: '2024-06-03' }), 'WARN'],
    ['whose registration was cancelled a day later', says({ zone: '대덕', cancelledOn: '2024-06-04' }), 'PASS'],
  ])('%s', (_what, detail, result) => {
    expect(verdictOn('lab-company-is-registered', claim('LAB_COMPANY', { '연구소기업 등록증': detail }))).toBe(result);
  });
});

describe('the other routes', () => {
  it.each<[string, string, FullClaim, string]>([
    ['a valuation a year before', 'valuation-is-recent', claim('IN_KIND', { 기술가치평가서: says({ valuedOn: '2023-06-03' }) }), 'PASS'],
    ['a valuation a year and a day before', 'valuation-is-recent', claim('IN_KIND', { 기술가치평가서: says({ valuedOn: '2023-06-02' }) }), 'WARN'],
    ['a valuation after the contribution', 'valuation-is-recent', claim('IN_KIND', { 기술가치평가서: says({ valuedOn: '2023-06-02' }), 법인등기부등본: says({ termFrom: '2023-06-01' }) }), 'WARN'],
    ['an affiliation that ended on the incorporation', 'founder-was-affiliated', claim('RESEARCHER_SPINOFF', { '재직·소속 증명서': says({ termFrom: '2010-03-01', termTo: '2022-03-02' }) }), 'PASS'],
    ['an affiliation that ended before', 'founder-was-affiliated', claim('RESEARCHER_SPINOFF', { '재직·소속 증명서': says({ termFrom: '2010-03-01', termTo: '2022-03-01' }) }), 'WARN'],
    ['one project in both documents', 'project-number-resolves', claim('GOV_RND', { 과제협약서: says({ projectNumber: 'RS-2021-00201234' }), 성과활용보고서: says({ projectNumber: 'rs-2021-00201234' }) }), 'PASS'],
    ['two projects', 'project-number-resolves', claim('GOV_RND', { 과제협약서: says({ projectNumber: 'RS-2021-00201234' }), 성과활용보고서: says({ projectNumber: 'RS-2021-00201235' }) }), 'WARN'],
    ['a number of no scheme', 'project-number-resolves', claim('GOV_RND', { 과제협약서: says({ projectNumber: '12-34' }), 성과활용보고서: says({ projectNumber: '12-34' }) }), 'WARN'],
    ['a legacy number', 'project-number-resolves', claim('GOV_RND', { 과제협약서: says({ projectNumber: '2021R1A2C1234567' }), 성과활용보고서: says({ projectNumber: '2021R1A2C1234567' }) }), 'PASS'],
    ['commercialisation', 'project-was-commercialised', claim('GOV_RND', { 성과활용보고서: says({ projectRole: 'COMMERCIALISATION' }) }), 'PASS'],
    ['mere participation', 'project-was-commercialised', claim('GOV_RND', { 성과활용보고서: says({ projectRole: 'PARTICIPATION' }) }), 'WARN'],
    ['an exception for the company', 'exception-covers', claim('APPROVED_EXCEPTION', { 질의회신: says({ number: '공공-2024-17' }) }), 'PASS'],
    ['an exception for another company', 'exception-covers', claim('APPROVED_EXCEPTION', { 질의회신: says({ number: '공공-2024-17' }) }, { companyId: 'other' }), 'WARN'],
    ['an exception that ran out', 'exception-covers', claim('APPROVED_EXCEPTION', { 질의회신: says({ number: '공공-2024-17' }) }, { testedOn: localDate('2024-07-01') }), 'WARN'],
    ['an exception that nobody recorded', 'exception-covers', claim('APPROVED_EXCEPTION', { 질의회신: says({ number: '공공-2024-18' }) }), 'WARN'],
  ])('%s: %s', (_what, rule, of, result) => {
    expect(verdictOn(rule, of)).toBe(result);
  });
});

describe('of several documents of one name', () => {
  const list = (issuedOn: string, holdingBasisPoints: number | null): ClaimDocument => document('주주명부', holdingBasisPoints === null ? null : says({ holdingBasisPoints }), { issuedOn });
  it.each<[string, ClaimDocument[], string]>([
    ['the last one by the payment tells', [list('2024-05-31', 1000), list('2023-05-31', 500)], 'PASS'],
    ['a later one tells nothing of that day', [list('2024-05-31', 999), list('2024-06-04', 3000)], 'WARN'],
    ['one that says nothing gives way to one that does', [list('2024-06-01', null), list('2023-05-31', 1000)], 'PASS'],
    ['of one day the one recorded last tells', [list('2024-05-31', 999), list('2024-05-31', 1000)], 'PASS'],
  ])('%s', (_what, evidence, result) => {
    expect(verdictOn('institute-holds-enough', claim('LAB_COMPANY', {}, { evidence }))).toBe(result);
  });
});

describe('the certificate of a technology-based firm', () => {
  it.each(Object.entries(BASIS_CERTIFICATES))('of %s is valid from its issue to its last day, both included', (basis, kind) => {
    const of = (issuedOn: string, validTo: string): FullClaim => claim('JOINT_RND', {}, { companyBasis: basis as keyof typeof BASIS_CERTIFICATES, evidence: [document(kind, null, { issuedOn, validTo })] });
    expect(verdictOn('certificate-is-valid', of('2024-06-03', '2024-06-03'))).toBe('PASS');
    expect(verdictOn('certificate-is-valid', of('2022-06-04', '2024-06-02'))).toBe('WARN');
    expect(verdictOn('certificate-is-valid', of('2024-06-04', '2026-06-03'))).toBe('WARN');
  });

  it('is not asked of a start-up', () => {
    expect(verdictOn('certificate-is-valid', claim('JOINT_RND', {}))).toBeUndefined();
  });
});
