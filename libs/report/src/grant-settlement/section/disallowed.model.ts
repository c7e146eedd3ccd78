import type { FormDisallowed } from '#libs/grant';
import { won } from '#libs/money';
import { both } from '../../report/report-text.js';
import type { ReportSection } from '../../report/report.js';
import { disallowedBlock } from '../../grant-form/form-return.model.js';
import type { GrantSettlementFacts } from '../grant-settlement.js';

/** What the latest reviews do not accept, with reason and clause. */
export function disallowedSection({ expenses, lines }: GrantSettlementFacts): ReportSection {
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const rows = expenses
    .filter(({ disallowedWon }) => disallowedWon > 0n)
    .map((each): FormDisallowed => {
      const line = lineOf.get(each.lineId);
      return {
        ...{ expenseId: each.id, number: each.number, spentOn: each.spentOn, payee: each.payee, line: line === undefined ? '' : `${line.code} ${line.name.ko}`, resource: line?.resource ?? 'CASH' },
        ...{ amountWon: won(each.amountWon), disallowedWon: won(each.disallowedWon), reason: each.reason, clause: each.clause },
      };
    });
  return { id: 'disallowed', title: both('4. 불인정 명세와 사유·조항', 'Not accepted, with reasons and clauses'), blocks: [disallowedBlock({ disallowed: rows }, '불인정 집행')] };
}
