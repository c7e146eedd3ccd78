import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/calendar';
import { RECOGNITION_ROUTES, type CompanyBasis, type RecognitionRoute } from './classification.js';
import { keyDocumentPrecedesPayment, MUST_HAVE_EVIDENCE, routeHasItsEvidence, startupWithinAge, transferWithinWindow, type EvidenceItem } from './classification.rules.js';

const document = (kind: string, issuedOn: string | null = null): EvidenceItem => ({ kind, issuedOn: issuedOn === null ? null : localDate(issuedOn) });
const paidOn = localDate('2025-07-25');

describe('must-have evidence', () => {
  it.each(RECOGNITION_ROUTES)('of %s is complete with every document, and not without one', (route) => {
    const all = MUST_HAVE_EVIDENCE[route].map((kind) => document(kind));
    expect(routeHasItsEvidence(route, all)).toMatchObject({ holds: true, inputs: { missing: [] } });
    expect(routeHasItsEvidence(route, all.slice(1))).toMatchObject({ holds: false, inputs: { missing: [MUST_HAVE_EVIDENCE[route][0]] } });
  });

  it('is compared without spaces and by any middle dot', () => {
    expect(routeHasItsEvidence('RESEARCHER_SPINOFF', [document('겸직ㆍ휴직승인서'), document('재직 소속증명서'), document('기술 실시 계약서')]).inputs).toMatchObject({ missing: [] });
  });
});

describe('the key document', () => {
  it.each<[RecognitionRoute, EvidenceItem[], boolean]>([
    ['JOINT_RND', [document('공동연구계약서', '2025-07-25')], true],
    ['JOINT_RND', [document('공동연구계약서', '2025-07-26')], false],
    ['JOINT_RND', [document('공동연구계약서', '2025-07-26'), document('공동연구계약서', '2024-07-26')], true],
    ['JOINT_RND', [document('성과귀속 확인서', '2025-08-01')], true],
    ['JOINT_RND', [document('공동연구계약서')], true],
  ])('%s %j holds: %s', (route, evidence, holds) => {
    expect(keyDocumentPrecedesPayment(route, evidence, paidOn).holds).toBe(holds);
  });
});

describe('windows', () => {
  it.each<[RecognitionRoute, string, boolean]>([
    ['TECH_TRANSFER', '2020-07-25', true],
    ['TECH_TRANSFER', '2020-07-24', false],
    ['TECH_TRANSFER', '2199-01-01', true],
    ['GOV_RND', '1990-01-01', true],
  ])('%s with a contract of %s holds: %s', (route, contractOn, holds) => {
    const evidence = MUST_HAVE_EVIDENCE[route].map((kind) => document(kind, contractOn));
    expect(transferWithinWindow(route, evidence, paidOn, 5).holds).toBe(holds);
  });

  it.each<[CompanyBasis | null, string | null, boolean]>([
    ['STARTUP', '2018-07-25', true],
    ['STARTUP', '2018-07-24', false],
    ['STARTUP', null, true],
    ['VENTURE', '1990-01-01', true],
    [null, '1990-01-01', true],
  ])('%s incorporated on %s holds: %s', (basis, incorporatedOn, holds) => {
    expect(startupWithinAge(basis, incorporatedOn === null ? null : localDate(incorporatedOn), paidOn, 7).holds).toBe(holds);
  });

  it('counts a leap day as the end of February', () => {
    expect(startupWithinAge('STARTUP', localDate('2016-02-29'), localDate('2023-02-28'), 7).holds).toBe(true);
    expect(startupWithinAge('STARTUP', localDate('2016-02-29'), localDate('2023-03-01'), 7).holds).toBe(false);
  });
});
