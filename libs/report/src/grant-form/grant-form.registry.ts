import type { TimePoint } from '#libs/http';
import type { RowChoice } from '#libs/seal';
import type { ReportDefinition } from '../report/report-definition.js';
import { grantFormModel } from './grant-form.model.js';
import { grantFormPdf } from './grant-form.pdf.js';
import { readFormFacts } from './grant-form.query.js';
import { grantFormXlsx } from './grant-form.xlsx.js';
import { traced } from '../trace/trace.query.js';

const KNOWN = 't.known_at < $2';

/** The settlement and its tables; its form holds every figure that is printed. */
const GROUNDS: readonly (readonly [table: string, condition: string])[] = [
  ['grant_settlement', `t.id = $1::uuid and ${KNOWN}`],
  ['grant_settlement_interest', 't.settlement_id = (select s.id from grant_settlement s where s.id = $1::uuid and s.known_at < $2)'],
  ['grant_settlement_line', 't.settlement_id = (select s.id from grant_settlement s where s.id = $1::uuid and s.known_at < $2)'],
];

const formGrounds = (settlementId: string, { knownBefore }: TimePoint): RowChoice[] => GROUNDS.map(([table, condition]) => ({ table, condition, parameters: [settlementId, knownBefore], withheld: () => false }));

/** Form 7. */
export const GRANT_FORM: ReportDefinition = {
  kind: 'GRANT_FORM',
  letter: 'F',
  draft: async (tx, settlementId, point) => traced(tx, grantFormModel(await readFormFacts(tx, settlementId, point)), point),
  grounds: formGrounds,
  pdf: grantFormPdf,
  xlsx: grantFormXlsx,
};
