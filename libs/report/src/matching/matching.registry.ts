import type { TimePoint } from '#libs/http';
import type { RowChoice } from '#libs/seal';
import { callGrounds } from '../grant-settlement/reading/grounds.js';
import { everyTable, reportWorkbook } from '../report/report-workbook.xlsx.js';
import type { ReportDefinition } from '../report/report-definition.js';
import { traced } from '../trace/trace.query.js';
import { matchingModel } from './matching.model.js';
import { matchingPdf } from './matching.pdf.js';
import { readMatchingFacts } from './matching.query.js';

const ITS_AGREEMENTS = 'select a.id from grant_agreement a where a.call_id = $1::uuid';
const ITS_DEPOSITS = `select d.id from matching_deposit d where d.agreement_id in (${ITS_AGREEMENTS})`;

/** What matching adds to the rows that report C rests on; $1 is the call, $2 the bound of what was known. */
const GROUNDS: readonly (readonly [table: string, condition: string])[] = [
  ['matching_clawback', `t.agreement_id in (${ITS_AGREEMENTS})`],
  ['matching_deposit', `t.agreement_id in (${ITS_AGREEMENTS})`],
  ['matching_deposit_flag', `t.deposit_id in (${ITS_DEPOSITS})`],
  ['matching_deposit_proof', `t.deposit_id in (${ITS_DEPOSITS})`],
  ['matching_deposit_reversal', `t.deposit_id in (${ITS_DEPOSITS})`],
  ['matching_project', 't.call_id = $1::uuid'],
  ['matching_release', `t.agreement_id in (${ITS_AGREEMENTS})`],
  ['matching_withdrawal', `t.agreement_id in (${ITS_AGREEMENTS})`],
  ['matching_withdrawal_reversal', `t.withdrawal_id in (select w.id from matching_withdrawal w where w.agreement_id in (${ITS_AGREEMENTS}))`],
];

/** A project names its researcher: such rows leave the house as their digest only. */
const poolGrounds = (callId: string, point: TimePoint): RowChoice[] => [
  ...callGrounds(callId, point),
  ...GROUNDS.map(([table, condition]) => ({ table, condition: `${condition} and t.known_at < $2`, parameters: [callId, point.knownBefore], withheld: () => table === 'matching_project' })),
];

/** Report D, of a matching pool. */
export const MATCHING: ReportDefinition = {
  kind: 'MATCHING',
  letter: 'D',
  draft: async (tx, callId, point) => traced(tx, matchingModel(await readMatchingFacts(tx, callId, point)), point),
  grounds: poolGrounds,
  pdf: matchingPdf,
  xlsx: (model, copyMarks, onlooker) => reportWorkbook(model, { subject: '사업', figures: [], sheets: everyTable(model) }, copyMarks, onlooker),
};
