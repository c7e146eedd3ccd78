import { join } from 'node:path';
import { LONG_NAME } from './sample-data.mjs';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'libs');
export const SEALED_AT = new Date('2026-08-01T06:30:12Z');

/** Modules of the compiled library of reports. */
export const report = (path) => import(join(DIST, 'report', 'src', path));

const NASTY = '& <株式會社 李家> "A/S"';
const IS_TEXT = /(?<!Won|On|Percent|Count)$/;

/** What people may write into names and reasons, wherever a report has a text: markup, Hanja, three hundred letters. */
function nasty(draft) {
  const spoilt = (block) => {
    if (block.kind === 'facts') return { ...block, rows: block.rows.map((row, at) => (at === 0 ? { ...row, value: `${row.value} ${NASTY}` } : row)) };
    if (block.kind !== 'table' || block.rows.length === 0) return block;
    const [key] = block.columns.map((column) => column.key).filter((each) => IS_TEXT.test(each));
    return { ...block, rows: block.rows.map((row, at) => (at === 0 && key !== undefined ? { ...row, cells: { ...row.cells, [key]: `${row.cells[key] ?? ''} ${NASTY}` } } : row)) };
  };
  const [first, ...others] = draft.sections;
  const remark = { kind: 'text', text: { ko: `비고: ${LONG_NAME} ${NASTY}`, en: 'Remark' } };
  const sections = [{ ...first, blocks: [...first.blocks, remark] }, ...others].map((section) => ({ ...section, blocks: section.blocks.map(spoilt) }));
  return { ...draft, meta: { ...draft.meta, subjectName: `${draft.meta.subjectName} ${NASTY}` }, sections };
}

/** Every kind of report with its definition and a draft of it, by name. */
export async function drafts() {
  const definitions = (await report('report/report.registry.js')).REPORTS;
  const model = async (path, name, ...facts) => nasty((await report(path))[name](...facts));
  const testing = async (path, name, ...given) => (await report(`testing/${path}.js`))[name](...given);
  const { projectFormOf, SHARE_VERSIONS } = await import(join(DIST, 'grant', 'src', 'index.js'));
  const forms = await testing('grant-forms', 'registerForms', SHARE_VERSIONS);
  const [first, second] = ['PT-2021-001', 'PT-2021-002'].map((number) => forms.get(number));
  const joint = { ...second, header: { ...second.header, role: 'JOINT' } };
  const at = { asOf: first.decidedOn, knownBefore: new Date('2022-03-31T15:00:00Z') };
  const statement = await testing('statement', 'tv2Statement');
  return {
    compliance: [definitions.FUND_COMPLIANCE, await model('fund-compliance/fund-compliance.model.js', 'fundComplianceModel', await testing('tv2', 'tv2Facts'))],
    quarterly: [definitions.FUND_QUARTERLY, await model('fund-quarterly/fund-quarterly.model.js', 'fundQuarterlyModel', await testing('quarterly', 'tv2Quarterly'))],
    'ilpa-reporting': [definitions.ILPA_REPORTING, await model('ilpa/ilpa-reporting.model.js', 'ilpaReportingModel', await testing('ilpa', 'tv2IlpaReporting'))],
    'ilpa-performance': [definitions.ILPA_PERFORMANCE, await model('ilpa/ilpa-performance.model.js', 'ilpaPerformanceModel', await testing('ilpa', 'tv2IlpaPerformance'))],
    statement: [definitions.PARTNER_STATEMENT, await model('partner-statement/partner-statement.model.js', 'partnerStatementModel', statement, 'partner-1')],
    statements: [definitions.PARTNER_STATEMENTS, await model('partner-statement/all-statements.model.js', 'allStatementsModel', statement)],
    'voucher-settlement': [definitions.VOUCHER_SETTLEMENT, await model('voucher-settlement/voucher-settlement.model.js', 'voucherSettlementModel', await testing('settlement', 'settlementFacts'))],
    'grant-settlement': [definitions.AGREEMENT_SETTLEMENT, await model('grant-settlement/grant-settlement.model.js', 'grantSettlementModel', await testing('grant-settlement', 'grantFacts', first))],
    'grant-form': [definitions.GRANT_FORM, await model('grant-form/grant-form.model.js', 'grantFormModel', { form: joint, project: null, ...at })],
    'grant-form-project': [definitions.GRANT_FORM, await model('grant-form/grant-form.model.js', 'grantFormModel', { form: first, project: projectFormOf([first, joint]), ...at })],
    matching: [definitions.MATCHING, await model('matching/matching.model.js', 'matchingModel', (await report('matching/testing/matching.js')).matchingFacts(first))],
    annual: [definitions.ANNUAL, await model('annual/annual.model.js', 'annualModel', await testing('annual', 'annualFacts'))],
  };
}

/** Every kind of report as it is asked for, not issued. */
export async function reportSamples() {
  const { sealReport } = await report('report/report.service.js');
  const { shownTexts } = await report('paper/shown-texts.js');
  return Object.entries(await drafts()).map(([name, [definition, draft]]) => {
    const sealed = sealReport(draft, definition.letter, SEALED_AT);
    return { name, isReport: true, texts: shownTexts(sealed.model), make: () => definition.pdf(sealed, []) };
  });
}
