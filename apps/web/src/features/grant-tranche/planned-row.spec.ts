import { describe, expect, it } from '@jest/globals';
import { conditionsOf, startingRows } from './planned-row.js';

const proposed = { tranches: [], proposal: [{ fiscalYear: 2021, label: '선급', amountWon: '75000000' }, { fiscalYear: 2021, label: '잔금', amountWon: '75000000' }], ownCashPlannedWon: '5000000', previousSpentBasisPoints: 5000, patternClause: '', patternSource: 'ASSUMPTION' };

describe('a plan of tranches', () => {
  it('begins with what the pattern proposes: own cash before the first, earlier money spent before the others', () => {
    const rows = startingRows(proposed, { periodFrom: '2021-03-02', periodTo: '2021-12-31' });
    expect(rows.map(conditionsOf)).toEqual([[{ kind: 'OWN_CASH', amountWon: '5000000' }], [{ kind: 'PREVIOUS_SPENT', basisPoints: 5000 }]]);
    expect(rows.map(({ plannedOn }) => plannedOn)).toEqual(['2021-03-02', '']);
  });

  it('leaves empty conditions out', () => {
    expect(conditionsOf({ key: 0, fiscalYear: '2021', label: '선급', amountWon: '1', plannedOn: '', ownCash: '', spentPercent: '', milestone: ' ', report: '중간보고서' })).toEqual([{ kind: 'REPORT', label: '중간보고서' }]);
  });
});
