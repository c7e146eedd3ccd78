import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LONG_NAME } from './sample-data.mjs';
import { drafts, report, SEALED_AT } from './sample-reports.mjs';

const LIBS = join(import.meta.dirname, '..', '..', 'dist', 'libs');
const SIGNED = { name: '연구성과사업화 기금운용본부', reason: '분기 보고 & <정기>', signedAt: SEALED_AT };

/** What is different between two versions: more than fits on a page, of every sort. */
const CHANGES = {
  from: { number: 'RPT-A-2026-0001', version: 1, asOf: '2023-06-30', knownBefore: '2023-06-30T15:00:00.000Z', dataSha256: 'ab'.repeat(32) },
  figures: [
    { place: '요약', item: '납입 & <정정>', before: '1,000,000,000', after: '2,000,000,000' },
    { place: '요약', item: LONG_NAME, before: null, after: '새 줄' },
    { place: '2. 투자', item: '株式會社 李家', before: '지워진 줄', after: null },
    ...Array.from({ length: 60 }, (_, at) => ({ place: `${at + 3}. 장`, item: `항목 ${at + 1}`, before: `${at},000,000`, after: `${at + 1},000,000` })),
  ],
  entries: [{ number: '1017', effectiveOn: '2023-06-29', posting: '투자금 지급', memo: '<추가> & 정정', by: '김운용' }, { number: '1018', effectiveOn: '2023-06-30', posting: '취소', memo: '', by: '이재무' }],
  decisions: [{ title: '주목적 인정 판정', by: '박준법 & 李', at: '2023-07-03T01:00:00.000Z', reason: '서류 보완 <2차>' }, { title: '투자 기록', by: '김운용', at: '2023-07-02T01:00:00.000Z', reason: null }],
  rules: [{ key: '주목적 의무비율', value: '{"basisPoints":4000}', effectiveFrom: '2023-07-01', clause: '규약 제12조 & 부칙 <제3판>', by: '박준법' }],
};

function slipOf(definition, { codeOf }, signer, changes) {
  const code = codeOf('0d4be6a2-5ab5-4a39-9f0c-0b5d3c6f3b11');
  return {
    ...{ kind: 'baton-issue', form: 1, reportKind: definition.kind, letter: definition.letter, number: `RPT-${definition.letter}-2026-0001`, version: changes === null ? 1 : 2, code },
    ...{ verifyUrl: `https://baton.example.go.kr/verify/${code}`, issuedAt: SEALED_AT.toISOString(), reason: '분기 보고 & <정기> 제출', signer, changes, copy: null },
    hands: [{ role: '기안', name: '김운용 & 李', at: '2026-07-31T01:00:00.000Z' }, { role: '결재', name: '박준법', at: SEALED_AT.toISOString() }],
  };
}

/** Issued papers: first versions and replacements of reports with and without a cover, signed in every way, and the copies of guests. */
export async function issueSamples(signers) {
  const [{ sealReport }, slips, { shownTexts }, { signDocument }, { signCms, subjectOf, fingerprintOf }] = await Promise.all([
    ...['report/report.service.js', 'issue/slip.js', 'paper/shown-texts.js'].map(report),
    ...['pdf', 'signature'].map((lib) => import(join(LIBS, lib, 'src', 'index.js'))),
  ]);
  const known = await drafts();
  const issue = (name, { signer, changes = null, copy = null }) => {
    const [definition, draft] = known[name];
    const [certificate] = signer?.certificates ?? [];
    const slip = slipOf(definition, slips, signer === undefined ? null : { subject: subjectOf(certificate), fingerprint: fingerprintOf(certificate), isDemo: false }, changes);
    const sealed = sealReport(draft, definition.letter, SEALED_AT, null, { ...slip, copy });
    const marks = copy === null ? [] : [...copy.marks, `원본 SHA-256 ${copy.originalSha256}`];
    const figures = changes === null ? [] : [...changes.figures.flatMap(({ item, before, after }) => [item, before ?? '없음', after ?? '없음']), ...changes.entries.map(({ posting }) => posting), ...changes.decisions.map(({ reason }) => reason ?? '-'), ...changes.rules.map(({ clause }) => clause)];
    return { texts: [...shownTexts(sealed.model), slip.number, slip.code, slip.reason, slip.verifyUrl, ...slip.hands.map((hand) => hand.name), ...figures], make: () => definition.pdf(sealed, marks) };
  };
  const signedBy = (signer, authorityUrl = null) => (pdf) => signDocument(pdf, SIGNED, async (bytes) => (await signCms(bytes, signer, authorityUrl)).cms);
  const sample = (name, of, given, sign) => {
    const { texts, make } = issue(of, given);
    return { name: `issued-${name}`, isReport: true, texts, make, ...(sign === undefined ? {} : { sign }) };
  };
  const { rsa, ec, authorityUrl } = signers;
  const copy = { marks: ['사본 · auditor', '사유: 국정감사 & <자료 요구>'], originalSha256: 'cd'.repeat(32) };
  return [
    sample('unsigned', 'quarterly', {}),
    sample('rsa', 'compliance', { signer: rsa }, { by: signedBy(rsa), isStable: true, level: 'B-B' }),
    sample('ec', 'voucher-settlement', { signer: ec }, { by: signedBy(ec), isStable: false, level: 'B-B' }),
    sample('stamped', 'annual', { signer: rsa }, { by: signedBy(rsa, authorityUrl), isStable: false, level: 'B-T' }),
    sample('form', 'grant-form', { signer: rsa }, { by: signedBy(rsa), isStable: true, level: 'B-B' }),
    sample('replacing', 'matching', { signer: rsa, changes: CHANGES }, { by: signedBy(rsa), isStable: true, level: 'B-B' }),
    sample('replacing-form', 'grant-form-project', { signer: rsa, changes: CHANGES }, { by: signedBy(rsa), isStable: true, level: 'B-B' }),
    sample('replacing-nothing', 'quarterly', { signer: rsa, changes: { ...CHANGES, figures: [], entries: [], decisions: [], rules: [] } }, { by: signedBy(rsa), isStable: true, level: 'B-B' }),
    sample('copy', 'compliance', { signer: rsa, changes: CHANGES, copy }),
    sample('copy-form', 'grant-form', { signer: rsa, copy }),
  ];
}

/** Who signs the samples: an institution with a key of each sort, and an authority that attests the time. */
export async function openSigners() {
  const [{ signerFromPkcs12 }, { foundInstitution }, { openAuthority }] = await Promise.all(['signature/src/index.js', 'signature/src/testing/institution.js', 'seal/src/testing/authority.js'].map((path) => import(join(LIBS, path))));
  const institutions = ['RSA', 'EC'].map(foundInstitution);
  const authority = await openAuthority();
  const [rsa, ec] = await Promise.all(institutions.map(({ file, password }) => signerFromPkcs12(readFileSync(file), password)));
  const close = async () => {
    institutions.forEach((each) => each.close());
    await authority.stop();
  };
  return { rsa, ec, authorityUrl: authority.url, close };
}
