import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { canonicalJson } from '#libs/command';
import { PdfFile, signDocument } from '#libs/pdf';
import { FUND_QUARTERLY } from '../fund-quarterly/fund-quarterly.registry.js';
import { fundQuarterlyModel } from '../fund-quarterly/fund-quarterly.model.js';
import { codeOf, type IssueSlip } from '../issue/slip.js';
import { reportPdf } from '../report/report-document.pdf.js';
import { sealReport } from '../report/report.service.js';
import type { ReportDraft, SealedReport } from '../report/report.js';
import { fingerprintOf, signCms, subjectOf, type ReportSigner } from '#libs/signature';
import { tv2Quarterly } from '../testing/quarterly.js';
import { demoSigner, ofAnotherLayout, withReplacedFile, withReplacedPage } from '../testing/papers.js';
import { checkPaper, type CheckedPaper } from './check-paper.pdf.js';

jest.setTimeout(120_000);

const CODE = codeOf('0d4be6a2-5ab5-4a39-9f0c-0b5d3c6f3b11');

function slipOf(signer: ReportSigner): IssueSlip {
  const [certificate = Buffer.alloc(0)] = signer.certificates;
  return {
    kind: 'baton-issue',
    form: 1,
    reportKind: 'FUND_QUARTERLY',
    letter: 'Q',
    number: 'RPT-Q-2026-0001',
    version: 2,
    code: CODE,
    verifyUrl: `https://baton.example.go.kr/verify/${CODE}`,
    issuedAt: '2026-08-01T06:30:12.000Z',
    reason: '분기 보고',
    hands: [{ role: '기안', name: '김운용', at: '2026-08-01T06:30:12.000Z' }],
    signer: { subject: subjectOf(certificate), fingerprint: fingerprintOf(certificate), isDemo: true },
    changes: {
      from: { number: 'RPT-Q-2026-0001', version: 1, asOf: '2023-06-30' as never, knownBefore: '2023-06-30T15:00:00.000Z', dataSha256: 'ab'.repeat(32) },
      figures: [{ place: '요약', item: '납입', before: '1,000', after: '2,000' }],
      entries: [],
      decisions: [{ title: '투자 기록', by: '김운용', at: '2026-08-01T06:30:12.000Z', reason: null }],
      rules: [],
    },
    copy: null,
  };
}

/** Another figure in the place of the first tile, everywhere on the pages; the data inside stays as it was. */
const withOtherFigure = (report: SealedReport): SealedReport => {
  const text = JSON.stringify(report.model);
  const tile = report.model.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles : [])))[0];
  return { ...report, model: JSON.parse(text.replaceAll(`"value":"${tile?.value ?? ''}"`, '"value":"9,999,999"')) as SealedReport['model'] };
};

const faultsOf = ({ faults }: CheckedPaper): string[] => faults.map(({ part }) => part);

describe('a report in somebody’s hands', () => {
  let signer: ReportSigner;
  let report: SealedReport;
  let unsigned: Buffer;
  let signed: Buffer;

  const sign = (pdf: Buffer, by = signer): Promise<Buffer> => signDocument(pdf, { name: '기관', reason: '발급', signedAt: new Date('2026-08-01T06:30:12Z') }, async (bytes) => (await signCms(bytes, by, null)).cms);

  beforeAll(async () => {
    signer = await demoSigner();
    const draft = JSON.parse(canonicalJson(fundQuarterlyModel(tv2Quarterly()))) as ReportDraft;
    report = sealReport(draft, 'Q', new Date('2026-08-01T06:30:12Z'), null, slipOf(signer));
    unsigned = await FUND_QUARTERLY.pdf(report, []);
    signed = await sign(unsigned);
  });

  it('is sound as it was issued: every text of its pages comes from the data inside', async () => {
    const checked = await checkPaper(signed);
    expect(checked.faults).toEqual([]);
    expect(checked.comparedTexts).toBeGreaterThan(400);
    expect(checked).toMatchObject({ slip: { number: 'RPT-Q-2026-0001', version: 2 }, signature: { subject: expect.stringContaining('데모') } });
  });

  it('with one byte changed is named as changed after it was signed', async () => {
    const bent = Buffer.from(signed);
    bent.writeUInt8((bent[bent.indexOf('stream') + 40] ?? 0) ^ 1, bent.indexOf('stream') + 40);
    const { faults } = await checkPaper(bent);
    expect(faults[0]).toMatchObject({ part: 'SIGNATURE', text: { en: expect.stringContaining('changed after it was signed') } });
  });

  it('with a figure changed and the signature stripped is named by both, with page and figure', async () => {
    const { faults } = await checkPaper(await FUND_QUARTERLY.pdf(withOtherFigure(report), []));
    expect(faults[0]).toMatchObject({ part: 'SIGNATURE', text: { en: expect.stringContaining('stripped') } });
    expect(faults.slice(1).map(({ part }) => part)).toContain('FIGURE');
    expect(faults.some(({ text }) => /Page \d+: '9,999,999' is printed where the data gives '/.test(text.en))).toBe(true);
  });

  it('with an attachment swapped names the attachment', async () => {
    const list = report.model.list.fileName;
    const swapped = withReplacedFile(signed, list, Buffer.from('\ufeff번호,금액\r\n1,1\r\n'));
    const { faults } = await checkPaper(swapped);
    expect(faults.find(({ part }) => part === 'ATTACHMENT')?.text.en).toContain(`'${list}'`);
    expect(faultsOf(await checkPaper(swapped))).toContain('SIGNATURE');
  });

  it('with the data swapped is named by its attachment and its fingerprint', async () => {
    const swapped = withReplacedFile(unsigned, 'report-data.json', Buffer.from('{}'));
    expect(faultsOf(await checkPaper(swapped))).toEqual(['ATTACHMENT', 'SIGNATURE', 'FILE']);
  });

  it('signed by somebody else is named', async () => {
    const other = await demoSigner();
    const { faults } = await checkPaper(await sign(unsigned, other));
    expect(faults).toEqual([expect.objectContaining({ part: 'SIGNATURE', text: expect.objectContaining({ en: expect.stringContaining('printed') }) })]);
  });

  it('with something added behind the signature is named, whether it shows or not', async () => {
    const added = await checkPaper(Buffer.concat([signed, Buffer.from('% only a remark\n')]));
    expect(added.faults).toEqual([{ part: 'SIGNATURE', text: expect.objectContaining({ en: expect.stringContaining('added behind the signature') }) }]);
    const { faults } = await checkPaper(withReplacedPage(signed, 4, 3));
    expect(faults[0]).toMatchObject({ part: 'SIGNATURE', text: { en: expect.stringContaining('added behind the signature') } });
    expect(faults.slice(1).every(({ part, text }) => part === 'FIGURE' && text.en.startsWith('Page 4: '))).toBe(true);
    expect(faults.length).toBeGreaterThan(1);
  });

  it('signed once more by somebody else is named: the certificate is not the one that is printed', async () => {
    const { faults, signature } = await checkPaper(await sign(signed, await demoSigner()));
    expect(faults).toEqual([{ part: 'SIGNATURE', text: expect.objectContaining({ en: expect.stringContaining('printed') }) }]);
    expect(signature?.fingerprint).not.toBe(slipOf(signer).signer?.fingerprint);
  });

  describe('set with another version of the layout', () => {
    const TURNED = { layout: { turned: new Set(['summary', 'key-events']), fresh: new Set<string>() }, topic: '다른 서식', ruleNote: '다른 말', sameness: '같은 조합' };
    const setOtherwise = (of: SealedReport): Promise<Buffer> => reportPdf(of, TURNED, []);

    it('is sound by its figures and texts, and says that its pages were not compared', async () => {
      const checked = await checkPaper(await sign(ofAnotherLayout(await setOtherwise(report))));
      expect(checked.faults).toEqual([]);
      expect(checked.notes).toEqual([{ ko: expect.stringContaining('서식 1판'), en: expect.stringContaining('pages are not compared, figures and texts are') }]);
      expect(checked.comparedTexts).toBeGreaterThan(200);
    });

    it('would be nothing but differences otherwise', async () => {
      expect(faultsOf(await checkPaper(await sign(await setOtherwise(report)))).length).toBeGreaterThan(10);
    });

    it('with a figure changed is named by it', async () => {
      const { faults } = await checkPaper(ofAnotherLayout(await setOtherwise(withOtherFigure(report))));
      expect(faults[0]).toMatchObject({ part: 'SIGNATURE' });
      expect(faults.some(({ text }) => /^Page \d+: '9,999,999' is printed and is nowhere in the data\.$/.test(text.en))).toBe(true);
    });

    it('with a word changed is named by it', async () => {
      const words = { ...report, model: JSON.parse(JSON.stringify(report.model).replaceAll('순자산가액', '순부채가액')) as SealedReport['model'] };
      expect(faultsOf(await checkPaper(ofAnotherLayout(await setOtherwise(words))))).toContain('FIGURE');
    });
  });

  it('that is a marked copy needs no signature, and its pages are those of the original', async () => {
    const copy = { ...report, issue: { ...slipOf(signer), copy: { marks: ['사본 · auditor', '사유: 점검'], originalSha256: 'cd'.repeat(32) } } };
    const pdf = await FUND_QUARTERLY.pdf(copy, ['사본 · auditor', '사유: 점검', `원본 SHA-256 ${'cd'.repeat(32)}`]);
    expect(await checkPaper(pdf)).toMatchObject({ faults: [], notes: [{ en: expect.stringContaining(`a marked copy without a signature. The original has the SHA-256 ${'cd'.repeat(32)}`) }] });
  });

  it('that was never issued is checked by its data all the same', async () => {
    const draft = sealReport(JSON.parse(canonicalJson(fundQuarterlyModel(tv2Quarterly()))) as ReportDraft, 'Q', new Date('2026-08-01T06:30:12Z'));
    const checked = await checkPaper(await FUND_QUARTERLY.pdf(draft, []));
    expect([checked.faults, checked.comparedTexts > 300]).toEqual([[], true]);
    expect(faultsOf(await checkPaper(await FUND_QUARTERLY.pdf(withOtherFigure(draft), [])))).toContain('FIGURE');
  });

  it.each([Buffer.alloc(0), Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF'), Buffer.from('no report')])('that cannot be read is named so', async (bytes) => {
    expect(faultsOf(await checkPaper(bytes))).toEqual(['FILE']);
  });

  it('keeps what was there when it is signed: the update refers to the index before it', () => {
    expect(new PdfFile(signed).trailer.get('Prev')).toBe(new PdfFile(unsigned).lastIndex);
  });
});
