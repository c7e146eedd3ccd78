import { join } from 'node:path';

const DIST = join(import.meta.dirname, '..', '..', 'dist', 'libs');
const report = (path) => import(join(DIST, 'report', 'src', path));
const SEALED_AT = new Date('2022-04-01T06:30:12Z');
const KNOWN_BEFORE = new Date('2022-03-31T15:00:00Z');

/** Form 7 of two institutions of the sample register, one of them as the lead of the other; and report C with its form behind it. */
export async function grantFiles() {
  const [{ sealReport }, { GRANT_FORM }, { AGREEMENT_SETTLEMENT }] = await Promise.all(
    ['report/report.service.js', 'grant-form/grant-form.registry.js', 'grant-settlement/grant-settlement.registry.js'].map(report),
  );
  const [{ registerForms }, { grantFacts }, { grantFormModel }, { grantSettlementModel }, { projectFormOf, SHARE_VERSIONS }] = await Promise.all([
    ...['testing/grant-forms.js', 'testing/grant-settlement.js', 'grant-form/grant-form.model.js', 'grant-settlement/grant-settlement.model.js'].map(report),
    import(join(DIST, 'grant', 'src', 'index.js')),
  ]);
  const forms = await registerForms(SHARE_VERSIONS);
  const [first, second] = ['PT-2021-001', 'PT-2021-002'].map((number) => forms.get(number));
  const joint = { ...second, header: { ...second.header, role: 'JOINT' } };
  const at = { asOf: first.decidedOn, knownBefore: KNOWN_BEFORE };
  const kinds = {
    'grant-form': [GRANT_FORM, grantFormModel({ form: joint, project: null, ...at })],
    'grant-form-project': [GRANT_FORM, grantFormModel({ form: first, project: projectFormOf([first, joint]), ...at })],
    'grant-settlement': [AGREEMENT_SETTLEMENT, grantSettlementModel(grantFacts(first))],
  };
  const files = {};
  for (const [name, [definition, draft]] of Object.entries(kinds)) files[name] = await definition.pdf(sealReport(draft, definition.letter, SEALED_AT), []);
  return files;
}
